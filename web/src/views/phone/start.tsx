// Starts the phone page. Knows nothing of its screens.
import { render } from "preact";

import "../../style/phone.css";
import { load } from "./content";
import { settleIn } from "./device";
import { Phone } from "./Phone";
import { arrive } from "./session";

export function start(root: HTMLElement): void {
  settleIn();
  arrive();
  void load();
  render(<Phone />, root);
}
