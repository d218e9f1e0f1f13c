// Short sentences that appear and go: refusals above all. Knows nothing of how they look.
import { signal } from "@preact/signals";

import { freshId } from "./ids";

export interface Toast {
  readonly id: string;
  readonly sentence: string;
}

const STAYS = 6_000; // milliseconds; long enough to read two lines twice

export const toasts = signal<readonly Toast[]>([]);

/** Shows a sentence for a few seconds; the same sentence is never shown twice at once. */
export function toast(sentence: string): void {
  if (!sentence || toasts.peek().some((shown) => shown.sentence === sentence)) return;
  const shown = { id: freshId(), sentence };
  toasts.value = [...toasts.peek().slice(-2), shown];
  setTimeout(() => dismiss(shown.id), STAYS);
}

export function dismiss(id: string): void {
  toasts.value = toasts.peek().filter((shown) => shown.id !== id);
}
