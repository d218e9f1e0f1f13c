// One team at a glance: where it is, its clock and heat, who is missing, and whether somebody pressed stop.
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { Clock } from "../../parts/Clock";
import { Heat } from "../../parts/Heat";
import { text as shared } from "../../text";
import { desk as texts } from "../../text/desk.en";
import type { DeskSeat, DeskTeam } from "../../wire.gen";
import { act } from "./act";
import { chosenTeam } from "./lying";
import { type dropOf, dragOf } from "./moving";

const text = texts.team;

interface TeamCardProps {
  team: DeskTeam;
  seats: readonly DeskSeat[];
  /** No round is under way: names instead of heat. */
  waiting: boolean;
  dense: boolean;
  drop: ReturnType<typeof dropOf>;
}

export function TeamCard({ team, seats, waiting, dense, drop }: TeamCardProps): JSX.Element {
  const chosen = chosenTeam.value === team.id;
  return (
    <article class="team" data-stopped={team.stopped ? "" : undefined} data-over={team.phase === "outcome" ? "" : undefined} data-chosen={chosen ? "" : undefined} aria-label={team.name} {...drop}>
      <header class="team-head">
        <h3>
          <button type="button" class="team-name" aria-expanded={chosen} aria-label={text.open(team.name)} onClick={() => (chosenTeam.value = chosen ? null : team.id)}>
            {team.name}
          </button>
        </h3>
        {team.stops > 0 && !team.stopped && (
          <span class="team-stops" title={text.stops(team.stops)} aria-label={text.stops(team.stops)}>
            {"◦".repeat(team.stops)}
          </span>
        )}
        {!waiting && team.phase !== "outcome" && <Clock clock={team.clock} untimed="" held="" />}
      </header>
      {waiting ? <Names seats={seats} /> : <Play team={team} seats={seats} dense={dense} />}
      {team.stopped && <Stopped team={team} there={present(seats)} />}
    </article>
  );
}

function Play({ team, seats, dense }: { team: DeskTeam; seats: readonly DeskSeat[]; dense: boolean }): JSX.Element {
  const missing = seats.filter(({ id }) => team.waiting_for.includes(id)).map(({ name }) => name);
  const over = team.phase === "outcome" && team.outcome;
  const talks = team.phase === "live" && !dense ? seats.find(({ id }) => id === team.on_line) : undefined;
  return (
    <>
      <p class="team-phase">
        {over ? shared.outcomes[over] : talks ? text.onLine(talks.name) : team.phase ? texts.phases[team.phase] : ""}
        {team.beat > 0 && !over && <small> {(dense ? text.shortBeat : text.beat)(team.beat, team.beats)}</small>}
      </p>
      {team.heat && <Heat value={team.heat.value} word={shared.heatWords[team.heat.word]} of={team.name} shape="bar" />}
      <ul class="team-faces">
        {seats.map((seat) => (
          <li key={seat.id} class={seat.role === "customer" ? "team-customer" : undefined} {...dragOf(seat)}>
            <Avatar face={seat.avatar} name={seat.role === "customer" ? `${seat.name}, ${text.customer}` : seat.name} away={seat.presence !== "here"} missing={seat.missing} faceOnly />
          </li>
        ))}
      </ul>
      {!over && !dense && !team.stopped && (
        <footer class="team-foot">
          <span class="team-waiting">{missing.length > 0 ? text.waiting(missing) : text.nobody}</span>
          <Button size="small" kind="quiet" label={text.moreFor(team.name)} disabled={!team.clock?.total} onPress={() => act({ name: "add_time", body: { team: team.id } })}>
            {text.more}
          </Button>
        </footer>
      )}
    </>
  );
}

function Stopped({ team, there }: { team: DeskTeam; there: number }): JSX.Element {
  return (
    <div class="team-stop">
      <span title={text.stoppedHint}>
        <b>{text.stopped}</b> <span class="team-ready">{text.ready(team.going_on, there)}</span>
      </span>
      <Button size="small" label={`${text.goOn}: ${team.name}`} onPress={() => act({ name: "resume_team", body: { team: team.id } })}>
        {text.goOn}
      </Button>
    </div>
  );
}

function Names({ seats }: { seats: readonly DeskSeat[] }): JSX.Element {
  if (seats.length === 0) return <p class="quiet">{text.empty}</p>;
  return (
    <ul class="team-names">
      {seats.map((seat) => (
        <li key={seat.id} {...dragOf(seat)}>
          <Avatar face={seat.avatar} name={seat.name} away={seat.presence !== "here"} note={seat.bot ? texts.people.bot : ""} />
        </li>
      ))}
    </ul>
  );
}

function present(seats: readonly DeskSeat[]): number {
  return seats.filter(({ presence, bot }) => presence !== "absent" && !bot).length;
}
