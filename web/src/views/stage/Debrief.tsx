// The room looks back: its heat from beat to beat, what customers had sealed, and the aims that were met.
import type { JSX } from "preact";

import { Clock } from "../../parts/Clock";
import { HeatCurve } from "../../parts/HeatCurve";
import { text as shared } from "../../text";
import { stage as texts } from "../../text/stage.en";
import type { BoardDocument, DebriefView } from "../../wire.gen";

const text = texts.debrief;

export function Debrief({ board, debrief }: { board: BoardDocument; debrief: DebriefView }): JSX.Element {
  return (
    <main class="stage-screen stage-debrief">
      <header class="stage-head">
        <div>
          <p class="stage-where">
            {texts.round.number(board.round, board.rounds)} · {board.scenario}
          </p>
          <h1>{board.gathering ? texts.round.lookUp : text.title}</h1>
          <p class="stage-hint">{text.customersFirst}</p>
        </div>
        <Clock clock={board.clock} large held="" />
      </header>
      <div class="stage-curve">
        <HeatCurve curves={debrief.curves.map(({ heat }) => heat)} mean={debrief.mean} calls={callsOf(debrief)} opening={text.start} beat={text.beat} width={760} height={440} />
      </div>
      <aside class="stage-facts">
        <Needs needs={debrief.needs} />
        {debrief.calmed + debrief.stung > 0 && <p class="stage-aims">{shared.live.debrief(debrief.calmed, debrief.stung)}</p>}
        {debrief.aims_set > 0 && <p class="stage-aims">{text.aims(debrief.aims_met, debrief.aims_set)}</p>}
      </aside>
    </main>
  );
}

/** The beats worth a word; one that fell everywhere did not rise. */
function callsOf({ mean, fall, rise }: DebriefView): { beat: number; word: string }[] {
  const change = (beat: number): number => (mean[beat] ?? 0) - (mean[beat - 1] ?? 0);
  return [
    ...(fall !== null && change(fall) < 0 ? [{ beat: fall, word: text.fall }] : []),
    ...(rise !== null && change(rise) > 0 ? [{ beat: rise, word: text.rise }] : []),
  ];
}

function Needs({ needs }: Pick<DebriefView, "needs">): JSX.Element | null {
  const named = needs.filter(([, number]) => number > 0).sort((one, other) => other[1] - one[1]);
  const most = named[0]?.[1] ?? 0;
  if (most === 0) return null;
  return (
    <section>
      <h2>{text.needs}</h2>
      <ul class="stage-needs">
        {named.map(([need, number]) => (
          <li key={need}>
            <span>{shared.needs[need].name}</span>
            <b class="tabular">{number}</b>
            <span class="stage-need-bar" aria-hidden="true" style={{ "--share": (number / most).toFixed(3) }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
