// The middle: every team as a card, as dense as the room is full.
import type { JSX } from "preact";

import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, DeskSeat, LobbyDocument } from "../../wire.gen";
import { JoinPanel } from "./JoinPanel";
import { open } from "./lying";
import { dropOf, move } from "./moving";
import { between } from "./step";
import { TeamCard } from "./TeamCard";

const text = texts.team;
const DENSE = 12; // teams from which the cards leave out what can be found by opening them

interface TeamGridProps {
  desk: DeskDocument;
  lobby: LobbyDocument;
}

export function TeamGrid({ desk, lobby }: TeamGridProps): JSX.Element {
  const waiting = between(desk) || desk.stage !== "playing";
  const take = (team: string | null) => (id: string) => {
    const seat = desk.seats.find((one) => one.id === id);
    if (seat) void move(seat, team, lobby);
  };
  return (
    <main class="team-grid" data-dense={desk.teams.length > DENSE ? "" : undefined} data-waiting={waiting ? "" : undefined}>
      {desk.seats.length === 0 && desk.phase !== "closed" && open.value?.sheet !== "join" && (
        <section class="team-none">
          <JoinPanel code={lobby.code} desk={desk} />
        </section>
      )}
      {desk.seats.length > 0 && desk.teams.length === 0 && <p class="quiet">{text.noTeams}</p>}
      {desk.teams.map((team) => (
        <TeamCard key={team.id} team={team} seats={seatsOf(desk, team.id)} waiting={waiting} dense={desk.teams.length > DENSE} drop={dropOf(take(team.id))} />
      ))}
      {desk.teams.length > 0 && desk.phase !== "closed" && (
        <div class="team-new" {...dropOf(take(null))}>
          {text.dropHere}
        </div>
      )}
    </main>
  );
}

export function seatsOf(desk: DeskDocument, team: string): DeskSeat[] {
  return desk.seats.filter((seat) => seat.team === team);
}
