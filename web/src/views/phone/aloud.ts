// Reads the customer's lines aloud in a scene on the phone, where somebody wants it. Knows nothing of who says what.
import { signal } from "@preact/signals";

import { keep, kept } from "../../keep";
import type { Channel, LineView } from "../../wire.gen";

/** Whether this device has a voice, and whether it may use it; it begins switched off. */
export const hasVoice = typeof speechSynthesis !== "undefined";
export const aloud = signal(kept<boolean>("aloud") ?? false);

export function setAloud(on: boolean): void {
  aloud.value = on;
  keep("aloud", on);
  if (!on && hasVoice) speechSynthesis.cancel();
}

/** What is read when the conversation grows from `known` lines: nothing outside the phone channel, no agent, no old line. */
export function toRead(channel: Channel, lines: readonly LineView[], known: number): string[] {
  if (channel !== "phone") return [];
  return lines.slice(known).flatMap((line) => (line.kind === "heard" || !line.text ? [] : [line.text]));
}

/** Reads these, in this language, after whatever is being read. */
export function readAloud(texts: readonly string[], language: string): void {
  if (!hasVoice || !aloud.peek()) return;
  for (const text of texts) speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: language }));
}
