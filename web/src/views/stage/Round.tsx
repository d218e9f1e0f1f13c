// A round is being played: every team's heat side by side, where each is, and one headline.
import type { JSX } from "preact";

import { Clock } from "../../parts/Clock";
import { times } from "../../parts/remaining";
import { stage as texts } from "../../text/stage.en";
import type { BoardDocument } from "../../wire.gen";
import { columns, nameSize } from "./sizes";
import { TeamColumn } from "./TeamColumn";

const text = texts.round;

export function Round({ board }: { board: BoardDocument }): JSX.Element {
  const { rows, density } = columns(board.teams.length);
  const { size, lines } = nameSize(board.teams.map(({ name }) => name));
  const perRow = Math.ceil(board.teams.length / rows);
  return (
    <main class="stage-screen stage-round">
      <Head board={board} />
      <ol class={`stage-teams stage-teams-${density}`} style={{ "--rows": rows, "--per-row": Math.max(perRow, 1), "--name": `${size.toFixed(2)}em`, "--lines": lines }}>
        {board.teams.map((team) => (
          <TeamColumn key={team.id} team={team} density={density} timed={board.timed} />
        ))}
      </ol>
    </main>
  );
}

function Head({ board }: { board: BoardDocument }): JSX.Element {
  const stopped = board.teams.filter(({ phase, clock }) => phase === "outcome" || (phase === "reveal" && clock.held)).length;
  const held = board.held || board.gathering;
  const headline = board.gathering ? text.lookUp : board.held ? text.paused : sharedPhase(board);
  const hint = board.gathering ? text.gathering(stopped, board.teams.length) : board.held ? text.pausedHint : "";
  return (
    <header class="stage-head" data-held={held ? "" : undefined}>
      <div>
        <p class="stage-where">
          {[text.number(board.round, board.rounds), board.scenario, held ? "" : finished(board)].filter(Boolean).join(" · ")}
        </p>
        <h1 aria-live="polite">{headline}</h1>
        {hint && <p class="stage-hint">{hint}</p>}
      </div>
      {times(board.clock) && (
        <div class="stage-clock">
          <small>{text.clock}</small>
          <Clock clock={board.clock} of={text.clock} held="" />
        </div>
      )}
    </header>
  );
}

/** What all teams do just now, or that they do different things. */
function sharedPhase({ teams }: BoardDocument): string {
  const playing = teams.filter(({ phase }) => phase !== "outcome");
  const first = playing[0];
  if (!first) return text.all.outcome;
  if (teams.length === 1 && first.phase === "floor") return text.floorAlone;
  return playing.every(({ phase }) => phase === first.phase) ? text.all[first.phase] : text.mixed;
}

function finished({ teams }: BoardDocument): string {
  const done = teams.filter(({ phase }) => phase === "outcome").length;
  return done > 0 && done < teams.length ? text.finished(done, teams.length) : "";
}
