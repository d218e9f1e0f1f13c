// The server's clock as this page knows it, and a tick to render it by. Knows nothing of the socket that measures it.
import { signal } from "@preact/signals";

/** What to add to this device's clock to get the server's, in milliseconds; the link keeps it. */
export const skew = signal(0);

/** The server's time in milliseconds since the epoch, renewed four times a second while the page is seen. */
export const now = signal(Date.now());

const TICK = 250;

export function serverNow(): number {
  return Date.now() + skew.peek();
}

function tick(): void {
  if (!document.hidden) now.value = serverNow();
}

window.setInterval(tick, TICK);
document.addEventListener("visibilitychange", tick);
skew.subscribe(tick);
