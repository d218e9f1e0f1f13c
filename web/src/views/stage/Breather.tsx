// The room breathes together: in for four seconds, out for six, with a circle that is easy to follow.
import type { JSX } from "preact";

import { Clock } from "../../parts/Clock";
import { heatStyle } from "../../parts/scale";
import { stage as texts } from "../../text/stage.en";
import type { BoardDocument } from "../../wire.gen";

const text = texts.breather;
const oneDigit = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function Breather({ board }: { board: BoardDocument }): JSX.Element {
  return (
    <main class="stage-screen stage-breather">
      <div class="breath heat-scope" style={heatStyle(18)} data-held={board.held ? "" : undefined}>
        <span class="breath-circle" aria-hidden="true" />
        <span class="breath-rim" aria-hidden="true" />
        <p class="breath-moving" aria-hidden="true">
          <span class="breath-in">{text.in}</span>
          <span class="breath-out">{text.out}</span>
        </p>
        <p class="breath-still">{text.still}</p>
      </div>
      <footer>
        <p>{tension(board) || text.lead}</p>
        <Clock clock={board.clock} held="" />
      </footer>
    </main>
  );
}

function tension({ debrief }: BoardDocument): string {
  const { stress_before: before, stress_after: after } = debrief ?? { stress_before: null, stress_after: null };
  if (before === null) return "";
  return after === null ? text.tensionBefore(oneDigit.format(before)) : text.tension(oneDigit.format(before), oneDigit.format(after));
}
