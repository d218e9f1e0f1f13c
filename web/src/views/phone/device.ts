// What the phone itself has to do: fit the keyboard, stay awake, wear its theme. Knows nothing of the game.
import { effect, signal } from "@preact/signals";

import { wear } from "../../parts/theme";

/** Whether something is going on that the screen should stay on for. */
export const awake = signal(false);

const TIGHT = 580; // pixels; less than this is left on a phone whose keyboard is open

let lock: WakeLockSentinel | null = null;

/** Starts to keep the page in step with its device. */
export function settleIn(): void {
  const root = document.documentElement;
  wear();
  effect(() => void (awake.value ? stayAwake() : rest()));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && awake.peek()) void stayAwake();
  });
  const visible = window.visualViewport;
  if (!visible) return;
  // Where a keyboard covers the page instead of shrinking it, only the visual viewport tells how much is left.
  const fit = (): void => {
    if (visible.scale > 1.01) return; // someone is looking closer, no keyboard is in the way
    root.style.setProperty("--visible", `${Math.round(visible.height)}px`);
    root.toggleAttribute("data-tight", visible.height < TIGHT);
    if (visible.offsetTop > 0) window.scrollTo(0, 0);
  };
  visible.addEventListener("resize", fit);
  visible.addEventListener("scroll", fit);
  fit();
}

/** Needs a secure context; on plain http the phone keeps its own habits. */
async function stayAwake(): Promise<void> {
  if (lock || !("wakeLock" in navigator)) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => (lock = null));
  } catch {
    // A low battery may refuse; the screen then sleeps as usual.
  }
}

async function rest(): Promise<void> {
  await lock?.release();
  lock = null;
}
