// The stage's screens for the gallery. Not part of the build.
import "../src/style/stage.css";
import "../src/style/stage-lobby.css";
import "../src/style/stage-round.css";
import "../src/style/stage-looking-back.css";
import "../src/style/stage-ceremony.css";
import { render } from "preact";

import { link } from "../src/link";
import { keep } from "../src/keep";
import { documents } from "../src/store";
import type { BoardDocument, LobbyDocument } from "../src/wire.gen";
import { Stage } from "../src/views/stage/Stage";
import * as invented from "./fixtures";

interface Picture {
  teams?: number;
  perTeam?: number;
  phase?: LobbyDocument["phase"];
  board?: (shape: invented.RoomShape) => Partial<BoardDocument>;
  quote?: string;
  lost?: boolean;
  seen?: boolean;
}

const LONG =
  "I can hear how worried you are: the baby comes on Thursday and the cot is still in a lorry. I am sorry that we told you Monday and then said nothing. I will ring the depot now and call you back by three with a time, or with a cot from our shop that I bring myself.";

const pictures: Record<string, Picture> = {
  "stage-lobby-0": { teams: 0, phase: "lobby" },
  "stage-lobby-9": { teams: 3, perTeam: 3, phase: "lobby" },
  "stage-lobby-40": { phase: "lobby" },
  "stage-lobby-200": { teams: 40, phase: "lobby" },
  "stage-round-1": { teams: 1 },
  "stage-round-3": { teams: 3 },
  "stage-round-8": {},
  "stage-round-12": { teams: 12 },
  "stage-round-18": { teams: 18 },
  "stage-round-40": { teams: 40, board: () => ({ clock: invented.running(96, 120) }) },
  "stage-gather": { board: () => ({ gathering: true }) },
  "stage-paused": { board: () => ({ held: true }) },
  "stage-quote": { quote: LONG },
  "stage-quote-short": { quote: "Please tell me the rest of it. I am not going anywhere." },
  "stage-quote-1200": { quote: LONG.repeat(5).slice(0, 1200) },
  "stage-take": { board: () => ({ stage: "second_take", clock: invented.running(47, 60) }) },
  "stage-debrief": { board: (shape) => ({ stage: "debrief", clock: invented.running(131, 210), debrief: invented.debrief(shape) }) },
  "stage-debrief-40": { teams: 40, board: (shape) => ({ stage: "debrief", clock: invented.running(131, 210), debrief: invented.debrief(shape) }) },
  "stage-breather": { board: (shape) => ({ stage: "breather", clock: invented.running(44, 60), debrief: invented.debrief(shape) }) },
  "stage-between": { board: () => ({ stage: "done" }) },
  "stage-podium": { phase: "ceremony" },
  "stage-titles": { phase: "ceremony", seen: true },
  "stage-titles-40": { teams: 40, phase: "ceremony", seen: true },
  "stage-closed": { phase: "closed" },
  "stage-lost": { lost: true },
};

function show(root: HTMLElement, picture: Picture): void {
  const shape = { teams: picture.teams ?? 8, perTeam: picture.perTeam ?? 5 };
  documents.lobby.value = invented.lobby(shape, picture.phase);
  documents.board.value = invented.board(shape, { phase: picture.phase ?? "round", ...(picture.phase === "lobby" && { stage: null }), ...picture.board?.(shape) });
  documents.standings.value = invented.standings(shape.teams);
  documents.stage.value = { quote: picture.quote ?? "", quote_by: "", quote_team: picture.quote ? "Calm Otters" : "", sound: false };
  keep("ceremony.KETTLE7", picture.seen ? true : null);
  render(<Stage code="KETTLE7" />, root);
  if (picture.lost) link.state.value = "reconnecting";
}

export const stages: Record<string, (root: HTMLElement) => void> = Object.fromEntries(
  Object.entries(pictures).map(([name, picture]) => [name, (root: HTMLElement) => show(root, picture)]),
);
