// The reply that is being written: kept on this phone at once, on the server soon after. Knows no screens.
import { batch, signal } from "@preact/signals";

import { keep, kept } from "../../keep";
import { link } from "../../link";
import type { ActionKind, DraftOut } from "../../wire.gen";

interface Kept extends DraftOut {
  readonly of: string;
  readonly saved: boolean;
}

const QUIET = 600; // milliseconds without a key until a draft travels
const FRESH = 3_000; // milliseconds after a hello in which the draft that came with it is about the present beat

/** What stands in the box, the actions that go with it, and the offer among them. */
export const words = signal("");
export const actions = signal<readonly ActionKind[]>([]);
export const offer = signal<string | null>(null);
/** Whether the server has what stands in the box. */
export const saved = signal(true);

let of = "";
let handed: { readonly draft: DraftOut; readonly at: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The server's copy, as it comes right after connecting. What was typed on this phone since stays. */
export function handOver(draft: DraftOut | null): void {
  handed = draft && { draft, at: Date.now() };
  if (draft && of && saved.peek() && !words.peek()) fill(draft);
}

/** Forgets whose draft it was: another seat, or none. */
export function forgetDraft(): void {
  of = "";
  handed = null;
  clear();
}

/** Begins the draft of one beat, named `key`; the same key again changes nothing. */
export function begin(key: string): void {
  if (key === of) return;
  clearTimeout(timer);
  of = key;
  const mine = kept<Kept>("draft");
  const given = handed && Date.now() - handed.at < FRESH ? handed.draft : null;
  if (mine?.of === key && (!mine.saved || !given)) fill(mine);
  else fill(given ?? { text: "", actions: [], offer: null });
  handed = null;
  saved.value = true;
}

/** Changes the draft; it is on its way to the server once the typing pauses. */
export function change(next: Partial<DraftOut>): void {
  fill({ text: words.peek(), actions: [...actions.peek()], offer: offer.peek(), ...next });
  saved.value = false;
  remember(false);
  clearTimeout(timer);
  timer = setTimeout(save, QUIET);
}

/** Puts an action to the reply or takes it away; an offer comes and goes with `makeOffer`. */
export function toggle(action: ActionKind): void {
  const has = actions.peek().includes(action);
  change({ actions: has ? actions.peek().filter((other) => other !== action) : [...actions.peek(), action] });
}

export function makeOffer(id: string | null): void {
  const others = actions.peek().filter((action) => action !== "offer");
  change({ offer: id, actions: id === null ? others : [...others, "offer"] });
}

/** The reply is out: nothing is left to keep. */
export function clear(): void {
  clearTimeout(timer);
  fill({ text: "", actions: [], offer: null });
  saved.value = true;
  keep("draft", null);
}

function fill(draft: DraftOut): void {
  batch(() => {
    words.value = draft.text;
    actions.value = draft.actions;
    offer.value = draft.offer;
  });
}

function remember(done: boolean): void {
  const now: Kept = { of, text: words.peek(), actions: [...actions.peek()], offer: offer.peek(), saved: done };
  keep("draft", now);
}

function save(): void {
  clearTimeout(timer);
  if (saved.peek() || !of) return;
  const [key, said] = [of, words.peek()];
  const body = { text: said, actions: [...actions.peek()], offer: offer.peek() };
  void link.send({ name: "save_draft", body }, { latest: true, quiet: true }).then((answer) => {
    if (!answer.ok || of !== key || words.peek() !== said) return;
    saved.value = true;
    remember(true);
  });
}

if (typeof document !== "undefined") document.addEventListener("visibilitychange", () => document.hidden && save());
