// What the small shared pieces compute: marked passages, clocks, the heat scale.
import assert from "node:assert/strict";
import { test } from "node:test";

import { minutes, remaining, share, times } from "../src/parts/remaining";
import { heatStyle } from "../src/parts/scale";
import { numbered, reasons } from "../src/parts/reasons";
import { pieces } from "../src/parts/spans";

test("a text is cut where passages begin and end, also where they overlap", () => {
  const cut = pieces("I am sorry, Ana", [
    { start: 0, end: 10 },
    { start: 5, end: 15 },
  ]);
  assert.deepEqual(
    cut.map(({ text, covers }) => [text, covers.length]),
    [
      ["I am ", 1],
      ["sorry", 2],
      [", Ana", 1],
    ],
  );
});

test("passages count letters as people do, emoji included, and never reach beyond the text", () => {
  const cut = pieces("😀 hello", [{ start: 2, end: 99 }]);
  assert.deepEqual(
    cut.map(({ text }) => text),
    ["😀 ", "hello"],
  );
  assert.deepEqual(pieces("hello", [{ start: 7, end: 9 }]).map(({ text }) => text), ["hello"]);
});

const passage = (start: number, end: number, reason: string) =>
  ({ criterion: "empathy", start, end, polarity: "earned", cue: "empathy.similar", reason, confidence: "semantic" }) as const;

test("passages with one reason share its number, and the reason is said once", () => {
  const [late, early, other, whole] = [passage(20, 25, "warm"), passage(0, 5, "warm"), passage(10, 12, "kind"), passage(0, 0, "short")];
  const numbers = numbered([late, other, early, whole]);
  assert.deepEqual([early, other, late, whole].map((item) => numbers.get(item)), [1, 2, 1, undefined]);
  assert.deepEqual(reasons([late, other, early, whole]), [late, other, whole]);
});

const running = { total: 60_000, deadline: 100_000, left: null, held: false };
const held = { total: 60_000, deadline: null, left: 15_000, held: true };
const untimed = { total: null, deadline: null, left: null, held: false };

test("a clock runs towards its deadline, and never below nothing", () => {
  assert.equal(remaining(running, 70_000), 30_000);
  assert.equal(remaining(running, 170_000), 0);
  assert.equal(share(running, 70_000), 0.5);
});

test("a held clock keeps what is left, an untimed one hurries nobody", () => {
  assert.equal(remaining(held, 999_999), 15_000);
  assert.equal(share(held, 999_999), 0.25);
  assert.equal(remaining(untimed, 0), null);
  assert.equal(share(untimed, 0), 1);
  assert.deepEqual([running, held, untimed, null].map(times), [true, true, false, false]);
});

test("0:00 means over, so what is left is rounded up", () => {
  assert.equal(minutes(0), "0:00");
  assert.equal(minutes(1), "0:01");
  assert.equal(minutes(60_001), "1:01");
});

test("the heat scale is continuous and ends where it should", () => {
  assert.equal(heatStyle(-5)["--heat-k"], "0.000");
  assert.equal(heatStyle(140)["--heat-k"], "1.000");
  for (let heat = 0; heat < 100; heat += 1) {
    const [here, there] = [heatStyle(heat), heatStyle(heat + 1)];
    for (const axis of ["--heat-a", "--heat-b"] as const) {
      assert.ok(Math.abs(Number(here[axis]) - Number(there[axis])) < 0.012);
    }
  }
});
