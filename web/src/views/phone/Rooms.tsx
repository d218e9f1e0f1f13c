// How every team is doing: phase, heat. Knows nothing of what is said there.
import type { JSX } from "preact";

import { Heat } from "../../parts/Heat";
import { text } from "../../text";
import type { BoardDocument, TeamId } from "../../wire.gen";

export function Rooms({ board, own }: { board: BoardDocument; own: TeamId | null }): JSX.Element | null {
  if (board.teams.length === 0) return null;
  return (
    <section class="rooms">
      <h2>{text.wait.teams}</h2>
      <ul>
        {board.teams.map((team) => (
          <li key={team.id} class="room">
            <span class="room-words">
              <bdi class="room-name">{team.name}</bdi>
              <small>
                {team.id === own && `${text.lobby.yourTeam}, `}
                {team.outcome ? text.outcomes[team.outcome].toLowerCase() : text.phases[team.phase]}
              </small>
            </span>
            {team.heat && <Heat shape="chip" value={team.heat.value} word={text.heatWords[team.heat.word]} of={team.name} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
