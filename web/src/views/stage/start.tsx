// Starts the stage: wears the chosen theme and connects as the projector of the workshop that the address names.
import "../../style/stage.css";
import "../../style/stage-lobby.css";
import "../../style/stage-round.css";
import "../../style/stage-looking-back.css";
import "../../style/stage-ceremony.css";
import { render } from "preact";

import { link } from "../../link";
import { wear } from "../../parts/theme";
import { doubt, receive, settle } from "../../store";
import { Stage } from "./Stage";

const SETTLE = 2_000; // milliseconds in which all current documents have surely arrived after a hello

export function start(root: HTMLElement): void {
  const code = decodeURIComponent(location.pathname.split("/")[2] ?? "").toUpperCase();
  wear();
  render(<Stage code={code} />, root);
  link.open(
    { stage: code },
    {
      hello() {
        doubt();
        setTimeout(settle, SETTLE);
      },
      document: receive,
    },
  );
}
