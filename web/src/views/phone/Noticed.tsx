// What team-mates noticed at a turn of a live beat, once it is known. Knows nothing of who noticed it.
import type { JSX } from "preact";

import { Pill } from "../../parts/Pill";
import { text } from "../../text";

export function Noticed({ calmed, stung }: { calmed: number; stung: number }): JSX.Element | null {
  if (calmed + stung === 0) return null;
  return (
    <p class="noticed">
      <span class="soft">{text.live.noticed}</span>
      {calmed > 0 && <Pill kind="earned">{text.live.calmedTimes(calmed)}</Pill>}
      {stung > 0 && <Pill kind="lost">{text.live.stungTimes(stung)}</Pill>}
    </p>
  );
}
