// Which screen a phone shows, phase by phase and part by part.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as made from "../dev/phone-fixtures";
import { screenOf, type ScreenName, type Sight } from "../src/views/phone/screen";
import type { BoardDocument, CardDocument, SceneDocument, SeatDocument } from "../src/wire.gen";

interface Change {
  board?: Partial<BoardDocument>;
  seat?: Partial<SeatDocument>;
  scene?: Partial<SceneDocument> | null;
  card?: Partial<CardDocument>;
}

function at(change: Change): ScreenName {
  const sight: Sight = {
    board: { ...made.board, ...change.board },
    seat: { ...made.seat, ...change.seat },
    scene: change.scene === null ? null : { ...made.scene, ...change.scene },
    card: change.card ? { ...made.card, ...change.card } : null,
  };
  return screenOf(sight);
}

const customer = { role: "customer", can_reply: false } as const;
const duel = { left: "k1", right: "k2", done: false };

test("without documents the phone is still connecting", () => {
  assert.equal(screenOf({ board: null, seat: null, scene: null, card: null }), "connecting");
});

test("an agent goes from the case file to the reveal", () => {
  assert.equal(at({ scene: { phase: "briefing" } }), "brief");
  assert.equal(at({ scene: { phase: "briefing" }, seat: { ready: true } }), "briefWait");
  assert.equal(at({ scene: { phase: "floor" } }), "answer");
  assert.equal(at({ scene: { phase: "reply" } }), "answer");
  assert.equal(at({ scene: { phase: "reply" }, seat: { can_reply: false } }), "sent");
  assert.equal(at({ scene: { phase: "vote" }, seat: { can_reply: false, duels: [duel] } }), "vote");
  assert.equal(at({ scene: { phase: "vote" }, seat: { can_reply: false, duels: [{ ...duel, done: true }] } }), "voted");
  assert.equal(at({ scene: { phase: "reveal" } }), "reveal");
  assert.equal(at({ scene: { phase: "outcome" } }), "outcome");
});

test("a customer opens the card, holds the floor, then marks until a need is sealed", () => {
  assert.equal(at({ seat: customer, scene: { phase: "briefing" }, card: { opened: false } }), "card");
  assert.equal(at({ seat: customer, scene: { phase: "briefing" }, card: {} }), "cardRead");
  assert.equal(at({ seat: customer, scene: { phase: "floor" }, card: {} }), "floor");
  assert.equal(at({ seat: customer, scene: { phase: "vote" }, card: { incoming: [] } }), "hear");
  assert.equal(at({ seat: customer, scene: { phase: "vote" }, card: { incoming: [], need: "heard" } }), "voted");
});

test("live, one agent is on the line, the others are behind them, and the customer talks", () => {
  const live = { phase: "live", mode: "live" } as const;
  assert.equal(at({ scene: live, seat: { on_line: true } }), "onLine");
  assert.equal(at({ scene: live, seat: { on_line: false, can_reply: false } }), "behind");
  assert.equal(at({ scene: { ...live, phase: "floor" }, seat: { on_line: true } }), "answer");
  assert.equal(at({ scene: { ...live, phase: "floor" }, seat: { can_reply: false } }), "behind");
  assert.equal(at({ seat: customer, scene: live, card: {} }), "talk");
  assert.equal(at({ scene: { ...live, clock: made.paused }, seat: { on_line: true } }), "paused");
});

test("who has answered the casting question waits", () => {
  assert.equal(at({ scene: { phase: "casting" }, seat: { asked: true } }), "casting");
  assert.equal(at({ scene: { phase: "casting" }, seat: { asked: true, volunteered: false } }), "castingWait");
  assert.equal(at({ scene: { phase: "casting" } }), "castingWait");
});

test("a stop and a facilitator's pause look alike", () => {
  assert.equal(at({ scene: { clock: made.paused } }), "paused");
  assert.equal(at({ board: { held: true } }), "paused");
});

test("gathering asks to look up only where the scene has come to its reveal", () => {
  assert.equal(at({ board: { gathering: true }, scene: { phase: "reveal", clock: made.paused } }), "lookUp");
  assert.equal(at({ board: { gathering: true }, scene: { phase: "reply" } }), "answer");
});

test("a late joiner judges, whether or not they have a team", () => {
  assert.equal(at({ scene: null, seat: { role: "gallery" } }), "gallery");
  assert.equal(at({ scene: { phase: "reply" }, seat: { role: "gallery" } }), "gallery");
  assert.equal(at({ scene: { phase: "reply" }, seat: { role: "watcher" } }), "watch");
});

test("after the scenes everybody sees the stage of the round", () => {
  assert.equal(at({ board: { stage: "second_take" } }), "take");
  assert.equal(at({ board: { stage: "debrief", held: true } }), "debrief");
  assert.equal(at({ board: { stage: "breather" } }), "breather");
  assert.equal(at({ board: { stage: "done" } }), "between");
  assert.equal(at({ board: { phase: "lobby", round: 0 }, scene: null }), "lobby");
  assert.equal(at({ board: { phase: "lobby", round: 1 }, scene: null }), "between");
  assert.equal(at({ board: { phase: "closed" }, scene: null }), "ceremony");
});
