// Who is who on this phone, read from the documents. Knows nothing of how it is shown.
import { documents } from "../../store";
import { text } from "../../text";
import type { SeatCard, SeatId, TeamCard, TeamId } from "../../wire.gen";

/** The seat of this phone, or "" while unknown. */
export function me(): SeatId {
  return documents.seat.value?.seat ?? "";
}

export function person(seat: SeatId): SeatCard | undefined {
  return documents.lobby.value?.seats.find((card) => card.id === seat);
}

/** Their name; "you" for oneself, nothing for somebody who is gone. */
export function nameOf(seat: SeatId): string {
  return seat === me() ? text.common.you : (person(seat)?.name ?? "");
}

/** What to call this bot: who practises alone meets the persona, not the bot behind it. */
function botName(card: SeatCard): string {
  const { lobby, scene } = documents;
  return lobby.value?.practice ? (scene.value?.persona ?? card.name) : card.name;
}

/** The names of others among these seats, people before bots. */
export function others(seats: readonly SeatId[]): string[] {
  const cards = seats.filter((seat) => seat !== me()).map(person);
  const here = cards.filter((card): card is SeatCard => card !== undefined);
  return [...here.filter((card) => !card.bot).map((card) => card.name), ...here.filter((card) => card.bot).map(botName)];
}

export function teamOf(id: TeamId | null): TeamCard | undefined {
  return documents.lobby.value?.teams.find((team) => team.id === id);
}
