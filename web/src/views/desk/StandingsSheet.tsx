// The standings, while the desk goes on behind them.
import type { JSX } from "preact";

import { Sheet } from "../../parts/Sheet";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, StandingsDocument } from "../../wire.gen";
import { Standings } from "./Standings";

interface StandingsSheetProps {
  desk: DeskDocument;
  standings: StandingsDocument | null;
  onClose: () => void;
}

export function StandingsSheet({ desk, standings, onClose }: StandingsSheetProps): JSX.Element {
  return (
    <Sheet title={texts.standings.title} wide close={texts.common.close} onClose={onClose}>
      <Standings desk={desk} standings={standings} />
    </Sheet>
  );
}
