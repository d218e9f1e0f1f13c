// What every screen of the game is a function of. Knows nothing of any screen.
import type {
  BoardDocument,
  CardDocument,
  CaseDocument,
  LobbyDocument,
  SceneDocument,
  SeatDocument,
  StandingsDocument,
} from "../../wire.gen";

export interface Now {
  readonly lobby: LobbyDocument;
  readonly board: BoardDocument;
  readonly seat: SeatDocument;
  readonly standings: StandingsDocument | null;
}

/** While this seat's team plays. */
export interface Playing extends Now {
  readonly scene: SceneDocument;
  /** What agents read, and only they. */
  readonly file: CaseDocument | null;
  /** What the acting customer reads, and only they. */
  readonly card: CardDocument | null;
}
