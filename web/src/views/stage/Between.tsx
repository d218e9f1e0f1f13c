// Between two rounds: who did well in the last one, and the code for those who come late.
import type { JSX } from "preact";

import { Qr } from "../../parts/Qr";
import { stage as texts } from "../../text/stage.en";
import type { BoardDocument, LobbyDocument, StandingRow, StandingsDocument } from "../../wire.gen";
import { shown, useAddress } from "./Lobby";

const text = texts.between;
const MOST = 5;

interface BetweenProps {
  code: string;
  lobby: LobbyDocument;
  board: BoardDocument;
  standings: StandingsDocument | null;
}

export function Between({ code, lobby, board, standings }: BetweenProps): JSX.Element {
  const address = useAddress(code);
  return (
    <main class="stage-screen stage-between">
      <header class="stage-head">
        <div>
          <p class="stage-where">{board.scenario}</p>
          <h1>{text.title(board.round)}</h1>
          <p class="stage-hint">{board.round < lobby.rounds ? text.next : text.last}</p>
        </div>
        <div class="stage-late">
          <p>
            <span>{shown(address)}</span>
            <b>{code}</b>
          </p>
          <Qr code={code} edition={address} />
        </div>
      </header>
      <div class="stage-boards">
        <Rows title={text.teams} rows={standings?.round_teams ?? []} />
        <Rows title={text.players} rows={standings?.round_players ?? []} />
      </div>
    </main>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly StandingRow[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol class="stage-rows">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.seat ?? row.team ?? row.name}>
            <span class="tabular">{row.rank}</span>
            <bdi>{row.name}</bdi>
            <b class="tabular">{row.points.toFixed(1)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
