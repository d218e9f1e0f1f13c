// Short sentences that appear and go, refusals above all. Knows nothing of how they look.
import { signal } from "@preact/signals";

import { freshId } from "./ids";
import type { ToastItem } from "./parts/Toasts";

const STAYS = 7_000; // milliseconds; long enough to read two lines twice

export const toasts = signal<readonly ToastItem[]>([]);

/** Shows a sentence for a few seconds, with a way back where there is one; the same sentence is never shown twice at once. */
export function toast(sentence: string, undo?: ToastItem["undo"]): void {
  if (!sentence || toasts.peek().some((shown) => shown.sentence === sentence)) return;
  const id = freshId();
  toasts.value = [...toasts.peek().slice(-1), undo ? { id, sentence, undo } : { id, sentence }];
  setTimeout(() => dismiss(id), STAYS);
}

export function dismiss(id: string): void {
  toasts.value = toasts.peek().filter((shown) => shown.id !== id);
}
