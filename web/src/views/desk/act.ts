// Sends commands, and offers the way back from those that have one. Knows nothing of screens.
import { signal } from "@preact/signals";

import { freshId } from "../../ids";
import { link, type Answer } from "../../link";
import type { ToastItem } from "../../parts/Toasts";
import { desk as text } from "../../text/desk.en";
import type { Command } from "../../wire";

const STAYS = 8_000; // milliseconds in which a thing can be taken back
const WAITS = 4_000; // milliseconds before a thing that cannot be taken back afterwards is really sent

export const notes = signal<readonly ToastItem[]>([]);

export function dismissNote(id: string): void {
  notes.value = notes.peek().filter((note) => note.id !== id);
}

/** Sends one command; a refusal is shown by the link. */
export function act(command: Command): Promise<Answer> {
  return link.send(command);
}

/** Tells what was done; with `back`, offers to send that instead. */
export function tell(sentence: string, back?: Command): void {
  note(sentence, STAYS, back ? () => act(back) : undefined);
}

/** Does it and offers the way back. */
export async function actWithUndo(command: Command, sentence: string, back: Command): Promise<void> {
  const answer = await act(command);
  if (answer.ok) tell(sentence, back);
}

/** Says what is about to happen and does it a moment later, unless it is called off. */
export function actSoon(command: Command, sentence: string): void {
  const timer = setTimeout(() => void act(command), WAITS);
  note(sentence, WAITS, () => clearTimeout(timer));
}

function note(sentence: string, stays: number, back?: () => unknown): void {
  const id = freshId();
  notes.value = [...notes.peek().slice(-2), { id, sentence, ...(back && { undo: { word: text.common.undo, act: back } }) }];
  setTimeout(() => dismissNote(id), stays);
}
