// Every phone screen over invented documents: ?screen=NAME&theme=light|dark. Not part of the build.
import "../src/style/base.css";
import "../src/style/phone.css";
import { render } from "preact";

import { link } from "../src/link";
import { documents } from "../src/store";
import { toast } from "../src/toasts";
import * as draft from "../src/views/phone/draft";
import { content } from "../src/views/phone/content";
import { openMenu } from "../src/views/phone/menu-state";
import { Phone } from "../src/views/phone/Phone";
import { code, out, pass, seating } from "../src/views/phone/session";
import type { BoardDocument, CardDocument, CaseDocument, SceneDocument, SeatDocument } from "../src/wire.gen";
import { debrief, heat, running } from "./fixtures";
import * as made from "./phone-fixtures";

interface Shown {
  board?: Partial<BoardDocument>;
  seat?: Partial<SeatDocument>;
  scene?: Partial<SceneDocument> | null;
  card?: Partial<CardDocument> | null;
  file?: Partial<CaseDocument> | null;
  /** What is done to the page once it stands. */
  then?: () => void;
}

const press = (name: string) => (): void => {
  setTimeout(() => [...document.querySelectorAll<HTMLElement>("button, summary")].find((one) => one.textContent?.includes(name))?.click(), 150);
};
const customer: Partial<SeatDocument> = { role: "customer", can_reply: false, reply_clock: null };
const gallery = { team_name: "Night Shift", lines: ["i stood in your lobby at midnight."], left: made.blind[0]!, right: made.blind[1]! };
const aim = { criterion: "empathy", when: "are disappointed", will: "say what it spoiled for them" } as const;
const after: Pick<Shown, "scene"> = { scene: { phase: "outcome" } };

const screens: Record<string, Shown> = {
  lobby: { board: { phase: "lobby", round: 0, stage: null }, scene: null },
  "lobby-worse": { board: { phase: "lobby", round: 0, stage: null }, scene: null, then: () => { documents.lobby.value = { ...made.lobby, phase: "lobby", warm_up: "worse" }; setTimeout(() => { const box = document.querySelector<HTMLTextAreaElement>("#worst"); if (!box) return; box.value = "Well, did you read the manual? Umbrellas open, madam, that is what they are for."; box.dispatchEvent(new Event("input")); press("How bad is it?")(); }, 200); } },
  "lobby-warmup": { board: { phase: "lobby", round: 0, stage: null }, scene: null, then: press("Good") },
  casting: { scene: { phase: "casting", beat: 0, kind: null, clock: running(8, 10), lines: [] }, seat: { asked: true } },
  "casting-wait": { scene: { phase: "casting", beat: 0, kind: null, clock: running(5, 10), waiting_for: ["s2", "s4"] }, seat: { asked: true, volunteered: true } },
  card: { seat: { ...customer, can_pass: true }, scene: { phase: "briefing", beat: 0, kind: null, clock: running(70, 80) }, card: { opened: false } },
  "card-open": { seat: customer, scene: { phase: "briefing", beat: 0, kind: null, clock: running(61, 80) }, card: {} },
  brief: { scene: { phase: "briefing", beat: 0, kind: null, clock: running(70, 80) } },
  "brief-wait": { scene: { phase: "briefing", beat: 0, kind: null, clock: running(30, 80), waiting_for: ["s2", "s3"] }, seat: { ready: true } },
  ready: { scene: { phase: "ready", beat: 2, kind: "explore", clock: running(9, 12), facts: ["Salma and Noor come home on Thursday at noon."], promises: [{ action: "call_back", made: 1, due: 2, state: "open" }] } },
  "ready-customer": { scene: { phase: "ready", clock: running(9, 12), waiting_for: ["s1"] }, seat: customer, card: {} },
  floor: { scene: { phase: "floor", clock: running(28, 40), lines: made.scene.lines.slice(0, 1), yielded: false, sent: 0 }, seat: customer, card: { incoming: [] } },
  "floor-wildcards": { scene: { phase: "floor", clock: running(28, 40), lines: made.scene.lines.slice(0, 1), yielded: false, sent: 0 }, seat: customer, card: {}, then: press("Wildcards") },
  "answer-floor": { scene: { phase: "floor", clock: running(28, 40), yielded: false, sent: 0 }, seat: { reply_clock: null } },
  answer: { seat: { aim }, then: () => draft.change({ text: "Three evenings before a night shift, and then it sinks under your own hand. I would be beside myself too.", actions: ["look_up"] }) },
  "answer-empty": { scene: { breaths: true, heat: heat(88), beat: 2, kind: "explore", lines: [...made.scene.lines, { kind: "heard", text: "I am sorry you had that, and the robot on top. Tell me everything.", wildcard: null, beat: 1, name: made.LONG_NAME, token: null }, { kind: "said", text: "okay. ask.", wildcard: null, beat: 2, name: "", token: null }] } },
  "answer-late": { scene: { clock: running(8, 120) }, seat: { reply_clock: running(8, 120) }, then: () => draft.change({ text: "x".repeat(1150) }) },
  "answer-actions": { then: press("Actions") },
  "answer-case": { then: press("Case") },
  "answer-interrupt": { scene: { phase: "floor", yielded: false, sent: 0 }, then: () => { draft.change({ text: "Hello" }); press("Send")(); } },
  sent: { seat: { can_reply: false, replies: [{ ...made.ownReply, points: null, marks: [], interrupted: true }], can_judge: true } },
  "sent-gallery": { seat: { can_reply: false, can_judge: true, gallery }, then: press("Judge a duel") },
  "live-line": { scene: made.exchanging, seat: { on_line: true, reply_clock: null }, then: () => draft.change({ text: "The left side drops under your hand, the night before she comes home. Does it catch when you lift it a little first?", actions: ["look_up"] }) },
  "live-line-hold": { scene: made.exchanging, seat: { on_line: true, reply_clock: null }, then: press("Ask for time") },
  "live-line-begin": { scene: { ...made.exchanging, lines: made.scene.lines, exchange: { ...made.exchange, line: ["s1"], turns: 0, turns_left: 8, holding: true } }, seat: { on_line: true, reply_clock: null, aim } },
  "live-behind": { scene: { ...made.exchanging, exchange: { ...made.exchange, line: ["s3", "s4"] } }, seat: { can_reply: false, reply_clock: null, moments: [{ token: "k2", kind: "calmed" }] } },
  "live-behind-floor": { scene: { ...made.exchanging, phase: "floor", lines: made.scene.lines, yielded: false, exchange: { ...made.exchange, line: ["s5"], patience: null, tap_in_from: Date.now() + 7_000 } }, seat: { can_reply: false, reply_clock: null } },
  "live-talk": { scene: made.exchanging, seat: customer, card: { incoming: [{ ...made.card.incoming[0]!, token: "k2", mark: null }] } },
  "live-talk-first": { scene: { ...made.exchanging, lines: made.scene.lines }, seat: customer, card: { incoming: [] } },
  "live-reveal": { scene: { ...made.revealed, mode: "live" }, seat: { replies: [{ ...made.ownReply, token: "k2", turn: 2, heard: false, calmed: 1, stung: 2 }, { ...made.ownReply, token: "k9", turn: 1, heard: false }], reply_clock: null, can_reply: false } },
  "hear-empty": { seat: customer, card: { incoming: [] } },
  hear: { seat: customer, card: {} },
  "hear-tick": { seat: customer, card: {}, then: press("Next answer") },
  "hear-need": { seat: customer, card: { incoming: made.card.incoming.map((reply) => ({ ...reply, mark: 75 as const })) }, scene: { phase: "vote" }, then: press("One last thing") },
  vote: { scene: { phase: "vote", clock: running(41, 60), replies: made.blind }, seat: { can_reply: false, reply_clock: null, duels: [{ left: "k3", right: "k2", done: true }, { left: "k1", right: "k2", done: false }, { left: "k1", right: "k3", done: false }] } },
  "vote-covered": { scene: { phase: "vote", clock: running(41, 60), replies: made.blind }, seat: { can_reply: false, reply_clock: null, duels: [{ left: "k1", right: "k3", done: false }] } },
  "vote-report": { scene: { phase: "vote", clock: running(41, 60), replies: made.blind }, seat: { can_reply: false, reply_clock: null, duels: [{ left: "k1", right: "k2", done: false }] }, then: press("Report") },
  voted: { scene: { phase: "vote", clock: running(21, 60), waiting_for: ["s2", "s3", "s4"] }, seat: { can_reply: false, reply_clock: null, duels: [{ left: "k1", right: "k2", done: true }], can_judge: true } },
  reveal: { scene: made.revealed, seat: { replies: [made.ownReply], reply_clock: null, can_reply: false } },
  "reveal-asking": { scene: made.revealed, seat: { replies: [made.ownReply], reply_clock: null, can_reply: false }, then: press("Ask for a second look") },
  "reveal-looked": { scene: made.revealed, seat: { replies: [made.looked], can_appeal: false, reply_clock: null, can_reply: false } },
  "reveal-other": { scene: made.revealed, seat: { replies: [{ ...made.ownReply, token: "k2", heard: false, text: made.blind[1]!.text, marks: [], customer_mark: 50, abstained: "There are no words in this reply." }], reply_clock: null, ready: true } },
  "reveal-customer": { scene: made.revealed, seat: customer, card: {} },
  outcome: { scene: made.outcome, seat: { reply_clock: null, can_judge: true } },
  "outcome-customer": { scene: made.outcome, seat: customer, card: {} },
  "outcome-stopped": { scene: { ...made.outcome, outcome: { kind: "stopped", line: "The scene ends here. Tariq puts the screwdriver down, and so may you.", word_of_mouth: "", heat: [72], step_out: "", thanks: 0 } }, seat: {} },
  paused: { scene: { clock: made.paused, going_on: 1 } },
  "look-up": { board: { gathering: true }, scene: { ...made.revealed, clock: made.paused } },
  gallery: { scene: null, seat: { role: "gallery", can_judge: true, gallery, team: null }, then: press("Judge a duel") },
  "gallery-empty": { scene: null, seat: { role: "gallery", can_judge: false, team: null } },
  watch: { scene: { phase: "reply" }, seat: { role: "watcher" } },
  take: { ...after, board: { stage: "second_take", clock: running(50, 60) }, seat: { replies: [made.ownReply], role: "none" } },
  "take-write": { ...after, board: { stage: "second_take", clock: running(50, 60) }, seat: { replies: [made.ownReply], role: "none" }, then: () => setTimeout(() => document.querySelector<HTMLElement>(".line")?.click(), 150) },
  "take-done": { ...after, board: { stage: "second_take", clock: running(30, 60) }, seat: { replies: [made.ownReply], take: { before: "I am sorry you had that, and the robot on top.", after: "I am sorry you lost three evenings to this, and I will sit with you until it stands." } } },
  aim: { ...after, board: { stage: "second_take", clock: running(30, 60) }, seat: { replies: [] } },
  "aim-set": { ...after, board: { stage: "second_take", clock: running(30, 60) }, seat: { replies: [], next_aim: aim } },
  debrief: { ...after, board: { stage: "debrief", clock: running(170, 210), debrief: debrief({ teams: 5, perTeam: 5 }) }, seat: { replies: [made.ownReply, { ...made.ownReply, beat: 2, points: { ...made.ownReply.points!, peers: 40 } }], role: "none" } },
  breather: { ...after, board: { stage: "breather", clock: running(48, 60) } },
  "breather-after": { ...after, board: { stage: "breather", clock: running(20, 60) }, then: press("4") },
  "breather-shred": { ...after, board: { stage: "breather", clock: running(20, 60) }, then: press("Vent and shred") },
  between: { scene: null, board: { phase: "lobby", stage: "done" }, seat: made.results },
  "between-empty": { scene: null, board: { phase: "lobby", stage: "done" } },
  ceremony: { scene: null, board: { phase: "ceremony", stage: null }, seat: made.results },
  menu: { then: () => setTimeout(openMenu, 150) },
  "menu-erase": { then: () => { setTimeout(openMenu, 100); setTimeout(press("Erase me"), 200); } },
  reconnecting: { then: () => { link.state.value = "reconnecting"; draft.change({ text: "I am sorry you had that" }); toast("Replies are closed for this beat. Your words are still on your phone."); } },
  refused: { board: {}, then: () => { documents.board.value = null; link.refusal.value = { code: "no_seat", sentence: "You are no longer in this workshop. Join again with the code." }; } },
  connecting: { then: () => (documents.board.value = null) },
};

const entrances: Record<string, () => void> = {
  join: () => undefined,
  "join-unknown": () => { code.value = "ZZZZ"; press("Find the room")(); },
  "join-name": () => (code.value = "A7KQ"),
  "join-pass": () => { code.value = "A7KQ"; pass.value = { pass: "p", name: made.LONG_NAME, avatar: "🦉" }; },
  "join-locked": () => { code.value = "LOCK"; out.value = "The facilitator took you out of the room."; },
};

window.fetch = (asked: RequestInfo | URL) => {
  const path = String(asked);
  if (path.endsWith("/warm-up")) {
    const broken = { criterion: "composure", reason: "Asks to put them in the wrong, not to find out.", start: 6, end: 31 };
    return Promise.resolve(new Response(JSON.stringify(broken), { status: 200 }));
  }
  const unknown = { code: "unknown_code", sentence: "No workshop has this code. Please check the letters on the screen." };
  const found = path.endsWith("ZZZZ") ? null : path.includes("LOCK") ? { ...made.workshop, locked: true } : made.workshop;
  return Promise.resolve(new Response(JSON.stringify(found ?? unknown), { status: found ? 200 : 404 }));
};

function show(shown: Shown): void {
  seating.value = { code: "A7KQ", ticket: "t", pass: "kX93mfPq", name: "Ana", avatar: "🦊" };
  link.state.value = "online";
  documents.lobby.value = made.lobby;
  documents.board.value = { ...made.board, ...shown.board };
  documents.seat.value = { ...made.seat, ...shown.seat };
  documents.standings.value = made.standings;
  documents.scene.value = shown.scene === null ? null : { ...made.scene, ...shown.scene };
  documents.card.value = shown.card ? { ...made.card, ...shown.card } : null;
  documents.case.value = shown.card || shown.file === null ? null : { ...made.file, ...shown.file };
}

const wanted = new URLSearchParams(location.search);
const name = wanted.get("screen") ?? "";
const root = document.getElementById("app") as HTMLElement;
if (wanted.get("theme")) document.documentElement.dataset["theme"] = wanted.get("theme") ?? "";
content.value = made.content;
const shown = screens[name];
const entrance = entrances[name];
if (shown) {
  show(shown);
  render(<Phone />, root);
  setTimeout(() => shown.then?.(), 100);
} else if (entrance) {
  entrance();
  render(<Phone />, root);
} else {
  const names = [...Object.keys(entrances), ...Object.keys(screens)];
  render(
    <ul id="names">
      {names.map((one) => (
        <li key={one}>
          <a href={`?screen=${one}`}>{one}</a>
        </li>
      ))}
    </ul>,
    root,
  );
}
