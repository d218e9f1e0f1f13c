// Counting and listing in English.
import assert from "node:assert/strict";
import { test } from "node:test";

import { count, names } from "../src/text/grammar.en";

test("one is one, everything else is many", () => {
  assert.equal(count(1, "reply", "replies"), "1 reply");
  assert.equal(count(0, "reply", "replies"), "0 replies");
});

test("two names are joined, many are cut short", () => {
  assert.equal(names(["Ana"]), "Ana");
  assert.equal(names(["Ana", "Tom"]), "Ana and Tom");
  assert.equal(names(["Ana", "Tom", "Mia", "Olu"]), "Ana, Tom and 2 more");
});

test("a name that reads from right to left is kept apart from its neighbours", () => {
  assert.equal(names(["Ana", "ليلى"]), "Ana and \u2068ليلى\u2069");
});
