// Between two rounds: one's own result, one's neighbours, teams, badges. Nobody is shown to be last.
import type { JSX } from "preact";

import { Pill } from "../../parts/Pill";
import { text } from "../../text";
import type { AwardView, OwnResult, StandingRow } from "../../wire.gen";
import { content } from "./content";
import type { Now } from "./now";
import { Screen } from "./Screen";
import { Looks } from "./SecondLook";

const TOP = 5;

export function Between({ board, seat, standings }: Now): JSX.Element {
  const last = seat.results.at(-1);
  return (
    <Screen title={text.between.title(board.round)} lead={text.between.lead} kind="between">
      {last ? <RoundCard result={last} /> : <p class="note">{text.between.empty}</p>}
      <Looks replies={seat.replies} />
      {seat.neighbours.length > 0 && <Board title={text.between.near} rows={seat.neighbours} mine={seat.seat} />}
      {standings && standings.teams.length > 0 && <Board title={text.between.teams} rows={standings.teams.slice(0, TOP)} mine={seat.team ?? ""} />}
      {board.debrief && <Stress before={board.debrief.stress_before} after={board.debrief.stress_after} />}
      <Badges badges={seat.badges} />
    </Screen>
  );
}

/** How tense the room was, as an average of everybody. */
function Stress({ before, after }: { before: number | null; after: number | null }): JSX.Element | null {
  if (before === null || after === null) return null;
  return <p class="note">{text.between.stress(points(before), points(after))}</p>;
}

/** Points of one round and where they come from. */
export function RoundCard({ result }: { result: OwnResult }): JSX.Element {
  return (
    <section class="panel round-card">
      <p class="soft">
        {result.scenario}, {result.role === "customer" ? text.between.asCustomer : text.between.asAgent}
      </p>
      <p class="round-points tabular">{points(result.points)}</p>
      <dl class="parts">
        {result.parts.map(([part, value]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd class="tabular">{points(value)}</dd>
          </div>
        ))}
      </dl>
      {result.aim_met !== null && <Pill kind={result.aim_met ? "earned" : "quiet"}>{result.aim_met ? `✓ ${text.between.aimMet}` : text.between.aimMissed}</Pill>}
    </section>
  );
}

interface BoardProps {
  title: string;
  rows: readonly StandingRow[];
  /** The seat or the team that is one's own. */
  mine: string;
}

export function Board({ title, rows, mine }: BoardProps): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      <ol class="standing">
        {rows.map((row) => {
          const own = mine !== "" && (row.seat === mine || row.team === mine);
          return (
            <li key={row.seat ?? row.team ?? row.name} class={own ? "standing-own" : undefined}>
              <span class="standing-rank tabular">{row.rank || "·"}</span>
              <span class="standing-name">
                <bdi>{row.name}</bdi> {own && <small>{row.team ? text.lobby.yourTeam : text.common.you}</small>}
              </span>
              <span class="tabular">{points(row.points)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function Badges({ badges }: { badges: readonly AwardView[] }): JSX.Element {
  const meaning = (id: string): string => content.value?.badges.find((badge) => badge.id === id)?.description ?? "";
  return (
    <section>
      <h2>{text.between.badges}</h2>
      {badges.length === 0 && <p class="soft">{text.between.noBadges}</p>}
      <ul class="badges">
        {badges.map((badge) => (
          <li key={badge.badge}>
            <span class="badge-icon" aria-hidden="true">
              {badge.icon}
            </span>
            <span>
              <b>{badge.badge_name}</b>
              <small>{meaning(badge.badge)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A tenth where there is one. */
export function points(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 1 });
}
