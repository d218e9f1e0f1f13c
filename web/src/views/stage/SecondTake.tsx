// Everybody rewrites one sentence on their own phone; the stage keeps the time.
import type { JSX } from "preact";

import { Clock } from "../../parts/Clock";
import { stage as texts } from "../../text/stage.en";
import type { BoardDocument } from "../../wire.gen";

const text = texts.take;

export function SecondTake({ board }: { board: BoardDocument }): JSX.Element {
  return (
    <main class="stage-screen stage-take">
      <h1>{board.held ? texts.round.paused : text.title}</h1>
      <p>{text.lead}</p>
      <div class="stage-take-lines" aria-hidden="true">
        <span />
        <span />
      </div>
      <Clock clock={board.clock} large held="" />
    </main>
  );
}
