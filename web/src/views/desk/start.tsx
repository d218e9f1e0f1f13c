// Starts the desk: wears the chosen theme, asks the server who we are, and shows the place we are at.
import "../../style/desk.css";
import "../../style/desk-home.css";
import "../../style/desk-room.css";
import "../../style/desk-decide.css";
import "../../style/desk-sheets.css";
import "../../style/desk-shelf.css";
import { render } from "preact";

import { wear } from "../../parts/theme";
import { Desk } from "./Desk";
import { arrive } from "./place";

export function start(root: HTMLElement): void {
  wear();
  render(<Desk />, root);
  window.addEventListener("popstate", () => void arrive());
  void arrive();
}
