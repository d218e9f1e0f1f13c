// The one primary button of the desk: what a facilitator most likely does next.
import assert from "node:assert/strict";
import { test } from "node:test";

import { between, nextStep, plan } from "../src/views/desk/step";
import type { DeskDocument, DeskSeat } from "../src/wire.gen";

const links = { stage: "/stage/A", exported: "/export" };
const ana: DeskSeat = { id: "s1", name: "Ana", avatar: "🦊", team: "t1", presence: "here", bot: false, time_factor: 100, role: "agent", missing: false };
const lobby = {
  settings: { forms: ["short", "long"] },
  phase: "lobby",
  scenario: "",
  round: 0,
  stage: null,
  paused: false,
  gathering: false,
  seats: [ana],
  playlist: ["cot", "room"],
  played: [],
} as unknown as DeskDocument;

const step = (change: Partial<DeskDocument>): ReturnType<typeof nextStep> => {
  const desk = { ...lobby, ...change };
  return nextStep(desk, plan(desk), links);
};

test("an empty room shows the way in first", () => {
  assert.deepEqual("href" in step({ seats: [] }) && step({ seats: [] }).label, "Open the stage");
  assert.equal(step({ seats: [{ ...ana, bot: true }] }).label, "Open the stage");
});

test("with people in it, the next planned round can start in its form", () => {
  const first = step({});
  assert.deepEqual("send" in first && first.send, { name: "start_round", body: { scenario: "cot", form: "short", mode: "together" } });
  const second = step({ phase: "round", stage: "done", round: 1, played: ["cot"] });
  assert.deepEqual("send" in second && second.send, { name: "start_round", body: { scenario: "room", form: "long", mode: "together" } });
  const live = nextStep(lobby, plan(lobby), links, "live");
  assert.deepEqual("send" in live && live.send, { name: "start_round", body: { scenario: "cot", form: "short", mode: "live" } });
});

test("a running round can be paused, a held one goes on", () => {
  assert.equal(step({ phase: "round", stage: "playing", round: 1, scenario: "cot" }).label, "Pause everyone");
  assert.equal(step({ phase: "round", stage: "playing", round: 1, scenario: "cot", paused: true }).label, "Go on");
  assert.equal(step({ phase: "round", stage: "playing", round: 1, scenario: "cot", gathering: true }).label, "Go on");
});

test("after the last round comes the ceremony, and it is asked for", () => {
  assert.ok("ask" in step({ phase: "round", stage: "done", round: 2, played: ["cot", "room"] }));
  assert.equal(step({ phase: "ceremony" }).label, "Close the workshop");
});

test("the plan tells what was played, what is on, and what is to come", () => {
  assert.deepEqual(
    plan({ ...lobby, played: ["cot"], scenario: "room" }).map(({ state }) => state),
    ["played", "now"],
  );
  assert.ok(between({ ...lobby, phase: "round", stage: "done" }));
  assert.ok(!between({ ...lobby, phase: "round", stage: "debrief" }));
});
