// The whole standings, for the facilitator only; the room sees the upper part.
import type { JSX } from "preact";

import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, StandingRow, StandingsDocument } from "../../wire.gen";

const text = texts.standings;

interface StandingsProps {
  desk: DeskDocument;
  standings: StandingsDocument | null;
}

export function Standings({ desk, standings }: StandingsProps): JSX.Element {
  const teams = desk.full_teams.length ? desk.full_teams : (standings?.teams ?? []);
  const players = desk.full_standings.length ? desk.full_standings : (standings?.players ?? []);
  if (teams.length + players.length === 0) return <p class="quiet">{text.empty}</p>;
  return (
    <>
      <div class="standings">
        <Rows title={text.teams} rows={teams} />
        <Rows title={text.players} rows={players} />
      </div>
      <small>{text.formula}</small>
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly StandingRow[] }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <ol class="standing-rows">
        {rows.map((row) => (
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
