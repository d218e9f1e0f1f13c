// Before the first round: who is here, something to do, one's own wishes. Knows nothing of the game itself.
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { text } from "../../text";
import type { SeatCard } from "../../wire.gen";
import { content } from "./content";
import type { Now } from "./now";
import { Screen } from "./Screen";
import { Switches } from "./Switches";
import { WarmUp } from "./WarmUp";

export function Lobby({ lobby, seat }: Now): JSX.Element {
  const here = lobby.seats.filter((card) => !card.bot);
  // One's own team first, whoever has none last.
  const teams = [...lobby.teams].sort((one, other) => Number(other.id === seat.team) - Number(one.id === seat.team));
  const loose = lobby.seats.filter((card) => card.team === null);
  return (
    <Screen title={text.lobby.title(seat.name)} lead={text.lobby.lead} kind="lobby">
      {content.value && <WarmUp key={lobby.warm_up} warmUp={content.value.warmup} kind={lobby.warm_up} />}
      <section>
        <h2 class="row-title">
          {text.lobby.here(here.length)} <span class="soft tabular">{`${text.lobby.code} ${lobby.code}`}</span>
        </h2>
        {teams.map((team) => (
          <TeamList
            key={team.id}
            name={team.name}
            note={team.id === seat.team ? text.lobby.yourTeam : ""}
            seats={lobby.seats.filter((card) => card.team === team.id)}
          />
        ))}
        {loose.length > 0 && <TeamList name={text.lobby.noTeam} seats={loose} />}
      </section>
      <section>
        <h2>{text.lobby.wishes}</h2>
        <p class="soft">{text.lobby.wishesHint}</p>
        <Switches switches={seat.switches} />
      </section>
    </Screen>
  );
}

function TeamList({ name, note = "", seats }: { name: string; note?: string; seats: readonly SeatCard[] }): JSX.Element {
  return (
    <div class="team-list">
      <h3>
        <bdi>{name}</bdi> {note && <span class="soft">{note}</span>}
      </h3>
      <ul>
        {seats.map((card) => (
          <li key={card.id}>
            <Avatar face={card.avatar} name={card.name} away={!card.bot && card.presence !== "here"} note={card.bot ? text.lobby.bot : ""} />
          </li>
        ))}
      </ul>
    </div>
  );
}
