// The end of a workshop: the podium, one's own place, what one takes home. Knows nothing of single rounds.
import type { JSX } from "preact";

import { Podium } from "../../parts/Podium";
import { text } from "../../text";
import { Badges, Board } from "./Between";
import type { Now } from "./now";
import { PassCard } from "./PassCard";
import { Screen } from "./Screen";

export function Ceremony({ board, seat, standings }: Now): JSX.Element {
  const title = standings?.titles.find((one) => one.team === seat.team);
  const teams = standings?.teams ?? [];
  return (
    <Screen title={text.ceremony.thanks(seat.name)} lead={board.phase === "closed" ? text.ceremony.closed : text.ceremony.title} kind="ceremony">
      {title && (
        <section class="panel team-title">
          <p class="soft">{text.ceremony.team}</p>
          <p class="team-title-name">{title.title}</p>
          <p>{text.criteria[title.criterion]}</p>
        </section>
      )}
      {teams.length > 1 && (
        <section>
          <h2>{text.ceremony.podium}</h2>
          <Podium rows={teams.filter((row) => row.rank <= 3)} />
        </section>
      )}
      {seat.neighbours.length > 0 && <Board title={text.ceremony.yours} rows={seat.neighbours} mine={seat.seat} />}
      <Badges badges={seat.badges} />
      <section>
        <h2>{text.menu.pass}</h2>
        <PassCard />
      </section>
    </Screen>
  );
}
