// Every screen of desk and stage over invented documents: ?screen=NAME&theme=light|dark. Not part of the build.
import "../src/style/base.css";
import "../src/style/desk.css";
import "../src/style/desk-home.css";
import "../src/style/desk-room.css";
import "../src/style/desk-decide.css";
import "../src/style/desk-sheets.css";
import { render } from "preact";

import { Desk } from "../src/views/desk/Desk";
import { asked, chosenTeam, open, type Open } from "../src/views/desk/lying";
import { place, type Place, who } from "../src/views/desk/place";
import { nextStep, plan } from "../src/views/desk/step";
import { documents } from "../src/store";
import type { BoardDocument, DeskDocument, LobbyDocument } from "../src/wire.gen";
import * as invented from "./fixtures";
import { stages } from "./stage-screens";

const EIGHT = { teams: 8, perTeam: 5, teamless: 2 };
const FORTY = { teams: 40, perTeam: 5 };

const ANSWERS: Record<string, unknown> = {
  "/api/scenarios": invented.SCENARIOS,
  "/api/workshops": [
    { code: "KETTLE7", title: "Autumn service week", opened_at: invented.NOW - 1_800_000, phase: "round", players: 38 },
    { code: "TEAPOT2", title: "", opened_at: invented.NOW - 90_000_000, phase: "lobby", players: 0 },
  ],
  "/address": {
    chosen: "http://192.168.178.31:8080",
    candidates: ["http://192.168.178.31:8080", "http://10.0.4.2:8080", "https://play.example.org"],
    phones: location.search.includes("phones") ? 3 : 0,
  },
  "/api/invitations": { link: "/desk#invitation=3kR9sWmT0pQx" },
};
window.fetch = (asked: RequestInfo | URL) => {
  const path = String(asked);
  const key = Object.keys(ANSWERS).find((end) => path.endsWith(end));
  return Promise.resolve(new Response(JSON.stringify(key ? ANSWERS[key] : { code: "none", sentence: "Nothing here." }), { status: key ? 200 : 404 }));
};

/** Any pattern of squares will do where the server would draw the QR code. */
function squares(): string {
  const canvas = Object.assign(document.createElement("canvas"), { width: 290, height: 290 });
  const pen = canvas.getContext("2d");
  for (let place = 0; pen && place < 841; place += 1) if ((place * place * 31 + place * 7) % 5 < 2) pen.fillRect((place % 29) * 10, Math.floor(place / 29) * 10, 10, 10);
  return canvas.toDataURL();
}
const drawn = squares();
new MutationObserver(() => {
  for (const image of document.querySelectorAll<HTMLImageElement>("img.qr")) if (!image.src.startsWith("data:")) image.src = drawn;
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });

interface RoomScreen {
  shape?: typeof EIGHT | typeof FORTY;
  desk?: Partial<DeskDocument>;
  board?: Partial<BoardDocument>;
  lobby?: LobbyDocument["phase"];
  open?: Open;
  team?: string;
  ask?: boolean;
}

const rooms: Record<string, RoomScreen> = {
  "desk-lobby": { desk: { phase: "lobby", stage: null, round: 0 }, lobby: "lobby" },
  "desk-lobby-empty": { shape: { teams: 0, perTeam: 0, teamless: 0 }, desk: { phase: "lobby", stage: null, round: 0, seats: [] }, lobby: "lobby" },
  "desk-lobby-200": { shape: FORTY, desk: { phase: "lobby", stage: null, round: 0 }, lobby: "lobby" },
  "desk-round": {},
  "desk-round-40": { shape: FORTY },
  "desk-team": { team: "t6" },
  "desk-paused": { desk: { paused: true } },
  "desk-gathering": { desk: { gathering: true } },
  "desk-debrief": { desk: { stage: "debrief", clock: invented.running(131, 210) } },
  "desk-live": { desk: { mode: "live", teams: invented.desk({ teams: 6, perTeam: 5, teamless: 0 }).teams.map((team) => ({ ...team, phase: "live" as const, outcome: null, on_line: `${team.id}` })) } },
  "desk-between": { desk: { stage: "done", played: ["cot-before-thursday"], round: 1 } },
  "desk-ceremony": { desk: { phase: "ceremony", stage: "done", played: ["cot-before-thursday", "no-room-at-midnight", "the-fasting-morning"], round: 3 } },
  "desk-closed": { desk: { phase: "closed", stage: null, round: 3 } },
  "desk-people": { open: { sheet: "people" } },
  "desk-people-200": { shape: FORTY, open: { sheet: "people" } },
  "desk-join": { open: { sheet: "join" } },
  "desk-settings": { open: { sheet: "settings" } },
  "desk-standings": { open: { sheet: "standings" } },
  "desk-marks": { open: { sheet: "marks", token: "k0" } },
  "desk-rename": { open: { sheet: "rename_seat", seat: "s2" } },
  "desk-remove": { open: { sheet: "remove", seat: "s2" } },
  "desk-invite": { open: { sheet: "invite" } },
  "desk-ask": { ask: true },
};

const doors: Record<string, Place> = {
  "desk-sign-in": { at: "sign_in" },
  "desk-not-set-up": { at: "not_set_up" },
  "desk-set-up": { at: "key", token: "x", first: true },
  "desk-accept": { at: "key", token: "x", first: false },
  "desk-home": { at: "home" },
  "desk-unreachable": { at: "unreachable", sentence: "The server does not answer. Check that you are on the same Wi-Fi, then try again." },
};

function showRoom(screen: RoomScreen): void {
  const shape = screen.shape ?? EIGHT;
  documents.desk.value = invented.desk(shape, screen.desk);
  documents.lobby.value = invented.lobby(shape, screen.lobby);
  documents.board.value = invented.board(shape, screen.board);
  documents.standings.value = invented.standings(shape.teams);
  place.value = { at: "workshop", code: "KETTLE7" };
  setTimeout(() => {
    open.value = screen.open ?? null;
    chosenTeam.value = screen.team ?? null;
    const desk = documents.desk.value;
    const step = desk && nextStep({ ...desk, phase: "ceremony" }, plan(desk), { stage: "", exported: "" });
    if (screen.ask && step && "ask" in step) asked.value = step.ask;
  }, 50);
}

function showList(root: HTMLElement): void {
  const names = [...Object.keys(doors), ...Object.keys(rooms), ...Object.keys(stages)];
  render(
    <main class="door">
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`?screen=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>,
    root,
  );
}

const wanted = new URLSearchParams(location.search);
const screen = wanted.get("screen") ?? "";
const root = document.getElementById("app") as HTMLElement;
if (wanted.get("theme")) document.documentElement.dataset["theme"] = wanted.get("theme") ?? "";
who.value = "Sam";
const stage = stages[screen];
const room = rooms[screen];
const door = doors[screen];
if (stage) stage(root);
else if (room) {
  render(<Desk />, root);
  showRoom(room);
} else if (door) {
  place.value = door;
  render(<Desk />, root);
} else showList(root);
