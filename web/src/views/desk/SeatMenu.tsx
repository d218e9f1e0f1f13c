// What can be done for one person: move, more time, rename, remove. The keyboard's way to what dragging does.
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { desk } from "../../text/desk.en";
import type { DeskSeat, LobbyDocument } from "../../wire.gen";
import { actWithUndo } from "./act";
import { show } from "./lying";
import { move } from "./moving";

const text = desk.people;
const NEW = "new";

interface SeatMenuProps {
  seat: DeskSeat;
  lobby: LobbyDocument;
}

export function SeatMenu({ seat, lobby }: SeatMenuProps): JSX.Element {
  return (
    <span class="seat-menu">
      <TeamChoice seat={seat} lobby={lobby} />
      {!seat.bot && <PaceChoice seat={seat} />}
      <Button size="small" kind="quiet" label={`${text.rename}: ${seat.name}`} title={text.rename} onPress={() => show({ sheet: "rename_seat", seat: seat.id })}>
        ✎
      </Button>
      <Button size="small" kind="quiet" label={`${text.remove}: ${seat.name}`} title={text.remove} onPress={() => show({ sheet: "remove", seat: seat.id })}>
        ✕
      </Button>
    </span>
  );
}

export function TeamChoice({ seat, lobby }: SeatMenuProps): JSX.Element {
  return (
    <select
      class="choice-small"
      aria-label={text.moveTo(seat.name)}
      value={seat.team ?? ""}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        event.currentTarget.value = seat.team ?? "";
        void move(seat, chosen === NEW ? null : chosen, lobby);
      }}
    >
      {seat.team === null && <option value="">{text.choose}</option>}
      {lobby.teams.map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
      <option value={NEW}>{desk.team.newTeam}</option>
    </select>
  );
}

export function PaceChoice({ seat }: { seat: DeskSeat }): JSX.Element {
  const choices = Object.entries(text.paces).map(([factor, name]) => [Number(factor), name] as const);
  const known = choices.some(([factor]) => factor === seat.time_factor);
  return (
    <select
      class="choice-small"
      aria-label={`${text.pace}: ${seat.name}`}
      value={seat.time_factor}
      onChange={(event) => {
        const factor = Number(event.currentTarget.value);
        const said = factor === 100 ? text.paceUsual(seat.name) : text.paceSet(seat.name, factor);
        void actWithUndo({ name: "set_time_factor", body: { seat: seat.id, time_factor: factor } }, said, {
          name: "set_time_factor",
          body: { seat: seat.id, time_factor: seat.time_factor },
        });
      }}
    >
      {!known && <option value={seat.time_factor}>+{seat.time_factor - 100} %</option>}
      {choices.map(([factor, name]) => (
        <option key={factor} value={factor}>
          {name}
        </option>
      ))}
    </select>
  );
}
