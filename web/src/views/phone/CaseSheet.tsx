// The case file over whatever screen an agent is at. Knows nothing of that screen.
import type { JSX } from "preact";

import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import { CaseText, Focus, Known } from "./Brief";
import type { Playing } from "./now";

interface CaseSheetProps extends Pick<Playing, "scene" | "file"> {
  onClose: () => void;
}

export function CaseSheet({ scene, file, onClose }: CaseSheetProps): JSX.Element {
  return (
    <Sheet title={text.brief.title} close={text.common.close} onClose={onClose}>
      <Known scene={scene} file={file} />
      {file && <CaseText file={file} />}
      <Focus focus={scene.focus} />
    </Sheet>
  );
}
