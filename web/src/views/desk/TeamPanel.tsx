// One team opened: what can be done for it, and its people one by one.
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { Clock } from "../../parts/Clock";
import { Heat } from "../../parts/Heat";
import { text as shared } from "../../text";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, DeskSeat, DeskTeam, LobbyDocument } from "../../wire.gen";
import { act, actSoon } from "./act";
import { chosenTeam, show } from "./lying";
import { SeatMenu } from "./SeatMenu";
import { seatsOf } from "./TeamGrid";

const text = texts.team;

interface TeamPanelProps {
  team: DeskTeam;
  desk: DeskDocument;
  lobby: LobbyDocument;
}

export function TeamPanel({ team, desk, lobby }: TeamPanelProps): JSX.Element {
  const seats = seatsOf(desk, team.id);
  return (
    <aside class="side-panel" aria-label={team.name}>
      <header class="side-head">
        <h2>{team.name}</h2>
        <Button size="small" kind="quiet" onPress={() => (chosenTeam.value = null)}>
          {texts.common.close}
        </Button>
      </header>
      {desk.stage === "playing" && <Playing team={team} />}
      <section class="side-section">
        <h3>{text.members}</h3>
        {seats.length === 0 && <p class="quiet">{text.empty}</p>}
        <ul class="side-seats">
          {seats.map((seat) => (
            <Member key={seat.id} seat={seat} waited={team.waiting_for.includes(seat.id)} lobby={lobby} />
          ))}
        </ul>
      </section>
      <section class="side-section">
        <Button size="small" kind="quiet" onPress={() => show({ sheet: "rename_team", team: team.id })}>
          {text.rename}
        </Button>
      </section>
    </aside>
  );
}

function Playing({ team }: { team: DeskTeam }): JSX.Element {
  const body = { team: team.id };
  const over = team.phase === "outcome";
  return (
    <section class="side-section">
      <p class="team-phase">
        {over && team.outcome ? shared.outcomes[team.outcome] : team.phase ? texts.phases[team.phase] : ""}
        {team.beat > 0 && <small> {text.beat(team.beat, team.beats)}</small>}
      </p>
      {team.heat && <Heat value={team.heat.value} word={shared.heatWords[team.heat.word]} of={team.name} />}
      <Clock clock={team.clock} large />
      {team.stops > 0 && <p class="quiet">{text.stops(team.stops)}</p>}
      {!over && (
        <div class="side-actions">
          {team.stopped ? (
            <Button size="small" onPress={() => act({ name: "resume_team", body })}>
              {text.goOn}
            </Button>
          ) : (
            <Button size="small" onPress={() => act({ name: "pause_team", body })}>
              {text.pause}
            </Button>
          )}
          <Button size="small" disabled={!team.clock?.total} onPress={() => act({ name: "add_time", body })}>
            {text.more}
          </Button>
          <Button size="small" onPress={() => actSoon({ name: "skip_phase", body: { team: team.id, phase: team.phase } }, text.skipDone(team.name))}>
            {text.skip}
          </Button>
          <Button size="small" onPress={() => actSoon({ name: "recast", body }, text.recastDone(team.name))}>
            {text.recast}
          </Button>
        </div>
      )}
    </section>
  );
}

function Member({ seat, waited, lobby }: { seat: DeskSeat; waited: boolean; lobby: LobbyDocument }): JSX.Element {
  const roles: Partial<Record<DeskSeat["role"], string>> = { customer: text.customer, watcher: text.watcher, gallery: text.gallery };
  const notes = [roles[seat.role], seat.bot && texts.people.bot, !seat.bot && seat.presence !== "here" && texts.people[seat.presence]].filter(Boolean).join(" · ");
  return (
    <li>
      <Avatar face={seat.avatar} name={seat.name} away={seat.presence !== "here"} missing={waited || seat.missing} note={notes} />
      <SeatMenu seat={seat} lobby={lobby} />
    </li>
  );
}
