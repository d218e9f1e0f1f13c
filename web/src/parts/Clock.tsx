// The time that is left, as a ring and as figures. The server's deadline decides; this only renders it.
import "./clock.css";
import type { JSX } from "preact";
import { type ClockLike, minutes, remaining, share } from "./remaining";
import { now } from "./now";

interface ClockProps {
  clock: ClockLike | null;
  /** What it times, for those who hear the page: "Time to reply". */
  of?: string;
  large?: boolean;
  /** Words for a clock that stands still, and for none at all. */
  held?: string;
  untimed?: string;
}

/** The last seconds are underlined, so that they do not depend on colour or motion. */
const LATE = 10_000;

export function Clock({ clock, of = "Time left", large = false, held = "paused", untimed = "no clock" }: ClockProps): JSX.Element | null {
  if (!clock) return null;
  const at = clock.deadline === null ? 0 : now.value;
  const left = remaining(clock, at);
  const late = left !== null && left <= LATE && !clock.held;
  const kind = `clock${large ? " clock-large" : ""}${clock.held ? " clock-held" : ""}${late ? " clock-late" : ""}`;
  return (
    <span class={kind} role="timer" aria-label={of} style={{ "--left": share(clock, at).toFixed(3) }}>
      <svg class="clock-ring" viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15.5" />
        <circle class="clock-left" cx="18" cy="18" r="15.5" pathLength="100" />
      </svg>
      {left !== null && <span class="clock-time">{minutes(left)}</span>}
      {left === null && !clock.held && <span class="clock-hint">{untimed}</span>}
      {clock.held && <span class="clock-hint">{held}</span>}
    </span>
  );
}
