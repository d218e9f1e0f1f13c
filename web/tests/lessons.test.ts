// What the phone itself does for a lesson: each test begins with the lesson's name and case, as in docs/lessons.md.
import assert from "node:assert/strict";
import { test } from "node:test";

import { toRead } from "../src/views/phone/aloud";
import { hintFor } from "../src/views/phone/hint";
import type { LineView } from "../src/wire.gen";

const writing = { words: "", channel: "chat", light: false, timed: true, saved: false } as const;
const words = (number: number): string => Array.from({ length: number }, () => "word").join(" ");
const line = (kind: LineView["kind"], text: string): LineView => ({ kind, text, wildcard: null, beat: 1, name: "", token: null });

test("T07 good: once they have calmed, the empty box says that a light word may fit", () => {
  assert.equal(hintFor({ ...writing, light: true }), "light");
});

test("T07 bad: while they are angry it does not", () => {
  assert.equal(hintFor(writing), "smile");
});

test("T09 good: the smile comes before the first word", () => {
  assert.equal(hintFor({ ...writing, words: "  " }), "smile");
});

test("T09 bad: and makes way for what matters once there are words", () => {
  assert.equal(hintFor({ ...writing, words: "I see." }), "clock");
});

test("T30 good: a reply of the usual length for its channel is left alone", () => {
  assert.equal(hintFor({ ...writing, words: words(60) }), "clock");
  assert.equal(hintFor({ ...writing, words: words(150), channel: "email" }), "clock");
});

test("T30 bad: a letter in a chat is called long before it is sent, in an e-mail it is not", () => {
  assert.equal(hintFor({ ...writing, words: words(61) }), "long");
  assert.equal(hintFor({ ...writing, words: words(61), channel: "email" }), "clock");
});

test("T30 good: a call can be heard: the customer's new lines, never an agent's, never on another channel", () => {
  const lines = [line("opening", "Hello?"), line("heard", "Good morning."), line("said", "At last.")];
  assert.deepEqual(toRead("phone", lines, 1), ["At last."]);
  assert.deepEqual(toRead("chat", lines, 0), []);
});
