// How people get in, while the desk goes on behind it.
import type { JSX } from "preact";

import { Sheet } from "../../parts/Sheet";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument } from "../../wire.gen";
import { JoinPanel } from "./JoinPanel";

interface JoinSheetProps {
  code: string;
  desk: DeskDocument;
  onClose: () => void;
}

export function JoinSheet({ code, desk, onClose }: JoinSheetProps): JSX.Element {
  return (
    <Sheet title={texts.join.title} wide close={texts.common.close} onClose={onClose}>
      <JoinPanel code={code} desk={desk} />
    </Sheet>
  );
}
