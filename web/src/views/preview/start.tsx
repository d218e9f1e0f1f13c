// Starts a preview: one phone at one moment of a scenario, as the address names them. Knows nothing of the desk around it.
import { render } from "preact";

import "../../style/phone.css";
import { link } from "../../link";
import { text } from "../../text/preview.en";
import { load } from "../phone/content";
import { settleIn } from "../phone/device";
import { show } from "./frames";
import { Preview } from "./Preview";

export function start(root: HTMLElement): void {
  settleIn();
  link.pretend(text.only);
  void load();
  const slug = decodeURIComponent(location.pathname.split("/")[2] ?? "");
  const [moment = "", beat = "0"] = location.hash.slice(1).split(".");
  void show(slug, moment, Number(beat));
  render(<Preview />, root);
}
