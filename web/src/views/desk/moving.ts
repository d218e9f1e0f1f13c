// Moves people between teams, by drag or by menu, and back. Knows nothing of how it looks.
import { desk } from "../../text/desk.en";
import type { DeskSeat, LobbyDocument, TeamId } from "../../wire.gen";
import { act, actWithUndo, tell } from "./act";

const text = desk.people;
const KIND = "application/x-simmerdown-seat";

/** Into `team`, or into a new one with null. */
export async function move(seat: DeskSeat, team: TeamId | null, lobby: LobbyDocument): Promise<void> {
  if (team !== null && seat.team === team) return;
  const name = lobby.teams.find(({ id }) => id === team)?.name ?? "";
  const command = { name: "move_seat", body: { seat: seat.id, team } } as const;
  const said = team === null ? text.movedNew(seat.name) : text.moved(seat.name, name);
  if (seat.team === null) {
    if ((await act(command)).ok) tell(said);
  } else {
    await actWithUndo(command, said, { name: "move_seat", body: { seat: seat.id, team: seat.team } });
  }
}

/** What makes a face draggable. */
export function dragOf(seat: DeskSeat): { draggable: true; onDragStart: (event: DragEvent) => void } {
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer?.setData(KIND, seat.id);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
    },
  };
}

/** What makes a place take faces. */
export function dropOf(take: (seat: string) => unknown): {
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
} {
  const mark = (event: DragEvent, over: boolean): void => {
    (event.currentTarget as HTMLElement).classList.toggle("drop-over", over);
  };
  return {
    onDragOver: (event) => {
      if (!event.dataTransfer?.types.includes(KIND)) return;
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event) => mark(event, false),
    onDrop: (event) => {
      mark(event, false);
      const seat = event.dataTransfer?.getData(KIND);
      if (!seat) return;
      event.preventDefault();
      take(seat);
    },
  };
}
