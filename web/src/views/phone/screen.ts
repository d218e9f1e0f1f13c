// Which screen the documents ask for: one function, no state. Knows nothing of how a screen looks.
import type { BoardDocument, CardDocument, SceneDocument, SeatDocument } from "../../wire.gen";

export type ScreenName =
  | "connecting"
  | "lobby"
  | "between"
  | "ceremony"
  | "casting"
  | "castingWait"
  | "card"
  | "cardRead"
  | "brief"
  | "briefWait"
  | "ready"
  | "floor"
  | "answer"
  | "sent"
  | "onLine"
  | "behind"
  | "talk"
  | "hear"
  | "vote"
  | "voted"
  | "reveal"
  | "outcome"
  | "watch"
  | "gallery"
  | "paused"
  | "lookUp"
  | "take"
  | "debrief"
  | "breather";

/** What a screen depends on; null where this seat may not see it. */
export interface Sight {
  readonly board: BoardDocument | null;
  readonly seat: SeatDocument | null;
  readonly scene: SceneDocument | null;
  readonly card: CardDocument | null;
}

export function screenOf(sight: Sight): ScreenName {
  const { board, seat } = sight;
  if (!board || !seat) return "connecting";
  switch (board.phase) {
    case "lobby":
      return board.round > 0 ? "between" : "lobby";
    case "ceremony":
    case "closed":
      return "ceremony";
    case "round":
      return stageScreen(sight, board, seat);
  }
}

function stageScreen(sight: Sight, board: BoardDocument, seat: SeatDocument): ScreenName {
  switch (board.stage) {
    case "second_take":
      return "take";
    case "debrief":
      return "debrief";
    case "breather":
      return "breather";
    case "playing":
      return playing(sight, board, seat);
    case "done":
    case null:
      return "between";
  }
}

function playing({ scene, card }: Sight, board: BoardDocument, seat: SeatDocument): ScreenName {
  if (!scene) return board.held ? "paused" : "gallery";
  if (board.held || scene.clock.held) return board.gathering && scene.phase === "reveal" ? "lookUp" : "paused";
  switch (seat.role) {
    case "customer":
      return customerScreen(scene, seat, card);
    case "watcher":
      return shared(scene, seat) ?? "watch";
    case "agent":
      return agentScreen(scene, seat);
    case "gallery":
    case "none":
      return shared(scene, seat) ?? "gallery";
  }
}

/** What the whole team sees alike. */
function shared(scene: SceneDocument, seat: SeatDocument): ScreenName | null {
  if (scene.phase === "casting") return seat.asked && seat.volunteered === null ? "casting" : "castingWait";
  if (scene.phase === "reveal") return "reveal";
  return scene.phase === "outcome" ? "outcome" : null;
}

function customerScreen(scene: SceneDocument, seat: SeatDocument, card: CardDocument | null): ScreenName {
  const alike = shared(scene, seat);
  if (alike) return alike;
  if (!card) return "watch";
  switch (scene.phase) {
    case "briefing":
      return card.opened ? "cardRead" : "card";
    case "ready":
      return "ready";
    case "floor":
      return "floor";
    case "live":
      return "talk";
    case "vote":
      return hasMarkedAll(card) ? "voted" : "hear";
    default:
      return "hear";
  }
}

function agentScreen(scene: SceneDocument, seat: SeatDocument): ScreenName {
  const alike = shared(scene, seat);
  if (alike) return alike;
  switch (scene.phase) {
    case "briefing":
      return seat.ready ? "briefWait" : "brief";
    case "ready":
      return "ready";
    case "vote":
      return seat.duels.some((duel) => !duel.done) ? "vote" : "voted";
    case "live":
      return seat.on_line ? "onLine" : "behind";
    case "floor":
      return seat.can_reply ? "answer" : scene.mode === "live" ? "behind" : "sent";
    default:
      return seat.can_reply ? "answer" : "sent";
  }
}

/** Whether the customer has nothing left to say about this beat's replies. */
export function hasMarkedAll(card: CardDocument): boolean {
  return card.need !== null && card.incoming.every((reply) => reply.mark !== null || reply.covered);
}
