// A stage never scrolls: whatever comes, there is a size in which all of it fits.
import assert from "node:assert/strict";
import { test } from "node:test";

import { columns, faceSize, nameSize, quoteSize } from "../src/views/stage/sizes";

const FIELD = { wide: 23.4, high: 24 };

test("two hundred faces fit, and more faces are never larger", () => {
  let before = Infinity;
  for (let faces = 61; faces <= 400; faces += 1) {
    const { size, named } = faceSize(faces, FIELD.wide, FIELD.high);
    const room = Math.floor(FIELD.wide / (size * 1.12)) * Math.floor(FIELD.high / (size * 1.12));
    assert.ok(room >= faces);
    assert.ok(!named && size <= before);
    before = size;
  }
});

test("a small room has names under its faces", () => {
  assert.ok(faceSize(40, FIELD.wide, FIELD.high).named);
  assert.ok(faceSize(9, FIELD.wide, FIELD.high).size > faceSize(40, FIELD.wide, FIELD.high).size);
});

test("teams stand in one row up to twenty, then in two", () => {
  assert.deepEqual([1, 8, 9, 14, 15, 20, 21, 40].map((teams) => columns(teams).rows), [1, 1, 1, 1, 1, 1, 2, 2]);
  assert.deepEqual([1, 2, 8, 9, 15].map((teams) => columns(teams).density), ["one", "wide", "wide", "narrow", "slim"]);
});

test("long names of many teams go on two lines before they grow too small", () => {
  assert.equal(nameSize(["Ana", "Bo"]).lines, 1);
  assert.equal(nameSize(Array.from({ length: 8 }, () => "Extraordinary Lighthouses")).lines, 2);
});

test("a longer quotation begins smaller, within what can be read", () => {
  assert.ok(quoteSize(40) > quoteSize(400));
  assert.ok(quoteSize(1200) >= 0.9 && quoteSize(0) <= 4.4);
});
