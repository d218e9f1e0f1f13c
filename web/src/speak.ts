// The one voice of a page for those who hear it: what it says is read out politely. Knows nothing of screens.
import { signal } from "@preact/signals";

/** What was said last; a live region shows it. */
export const spoken = signal("");

const PAUSE = 60; // milliseconds; a live region only speaks when its text changes, so it is emptied first

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a sentence; a newer one takes its place. */
export function speak(sentence: string): void {
  clearTimeout(timer);
  spoken.value = "";
  timer = setTimeout(() => (spoken.value = sentence), PAUSE);
}
