// What a clock shows at a moment. Knows nothing of pages.

/** As in the documents: `deadline` while it runs, `left` while it stands still, neither when untimed; milliseconds. */
export interface ClockLike {
  total: number | null;
  deadline: number | null;
  left: number | null;
  held: boolean;
}

/** Whether it times anything; one that neither runs nor keeps a rest only says that nobody is hurried. */
export function times(clock: ClockLike | null): clock is ClockLike {
  return clock !== null && (clock.deadline !== null || clock.left !== null);
}

/** Milliseconds left at `at` (the server's time), never below 0; null when untimed. */
export function remaining(clock: ClockLike, at: number): number | null {
  if (clock.deadline !== null) return Math.max(0, clock.deadline - at);
  return clock.left;
}

/** What is left as a share of the whole, 0 to 1; 1 when untimed. */
export function share(clock: ClockLike, at: number): number {
  const left = remaining(clock, at);
  if (left === null || !clock.total) return 1;
  return Math.min(1, Math.max(0, left / clock.total));
}

/** Minutes and seconds, rounded up so that 0:00 means over. */
export function minutes(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
