// Practising alone, as this phone knows it: what can be played, the seat that is kept, what was played. Knows no screens.
import { effect, signal } from "@preact/signals";

import * as api from "../../api";
import { keep, kept } from "../../keep";
import { link } from "../../link";
import { documents, forget } from "../../store";
import type { OutcomeKind } from "../../wire.gen";
import { enter, type Seating } from "./session";

/** A round that was practised on this phone. `heat` is where it began and where it ended. */
export interface Practised {
  readonly key: string;
  readonly title: string;
  readonly outcome: OutcomeKind;
  readonly points: number | null;
  readonly heat: readonly [number, number];
}

const MOST_KEPT = 60;
/** Better outcomes first. */
const RANKS: readonly OutcomeKind[] = ["customer_for_life", "resolved", "calm_but_unresolved", "walked_away", "hung_up", "stopped"];

export const choices = signal<api.PracticeChoices | null>(null);
/** Why there is nothing to choose from; empty while it is being fetched. */
export const trouble = signal("");
export const history = signal<readonly Practised[]>(kept<Practised[]>("practice.rounds") ?? []);

export async function fetchChoices(): Promise<void> {
  trouble.value = "";
  const answer = await api.practiceChoices();
  if (answer.ok) choices.value = answer.value;
  else trouble.value = answer.sentence;
}

/** The practice that this phone can go on with. */
export function heldPractice(): (Seating & { readonly title: string }) | null {
  return kept("practice.seat");
}

/** Begins this scenario, in the practice that this phone has already where it has one. */
export async function begin(card: api.PracticeCard, wish: { timed: boolean; name: string; avatar: string }): Promise<api.Problem | null> {
  const held = heldPractice();
  const asked = {
    scenario: card.slug,
    timed: wish.timed,
    ...(wish.name && { nickname: wish.name }),
    ...(wish.avatar && { avatar: wish.avatar }),
    ...(held && { ticket: held.ticket }),
  };
  const answer = await api.practise(asked);
  if (!answer.ok) return answer;
  const { ticket, code } = answer.value;
  const seat = { code, ticket, pass: "", name: wish.name, avatar: wish.avatar, practice: true, title: card.title };
  keep("practice.seat", seat);
  keep("practice.wish", { timed: wish.timed, name: wish.name });
  link.close();
  forget();
  enter(seat);
  return null;
}

/** What was chosen last time. */
export function lastWish(): { readonly timed: boolean; readonly name: string } {
  return kept("practice.wish") ?? { timed: false, name: "" };
}

/** The best that was reached with this scenario on this phone. */
export function bestOf(title: string): OutcomeKind | null {
  const reached = history.value.filter((one) => one.title === title).map((one) => one.outcome);
  return RANKS.find((kind) => reached.includes(kind)) ?? null;
}

/** The scenario to play after this one: the next that has not ended well yet, else simply the next. */
export function following(title: string): api.PracticeCard | null {
  const all = choices.value?.scenarios ?? [];
  const place = all.findIndex((card) => card.title === title);
  const ordered = [...all.slice(place + 1), ...all.slice(0, Math.max(0, place))];
  const open = ordered.find((card) => !["customer_for_life", "resolved"].includes(bestOf(card.title) ?? ""));
  return open ?? ordered[0] ?? null;
}

/** Writes down each round that comes to its end here. */
effect(() => {
  const [lobby, board, scene, seat] = [documents.lobby.value, documents.board.value, documents.scene.value, documents.seat.value];
  const outcome = scene?.outcome;
  if (!lobby?.practice || !board || !scene || !outcome || board.round !== scene.round) return;
  const result = seat?.results.find((one) => one.round === scene.round);
  const entry: Practised = {
    key: `${lobby.code}.${scene.round}`,
    title: scene.scenario,
    outcome: outcome.kind,
    points: result ? Math.round(result.points) : null,
    heat: [outcome.heat[0] ?? 0, outcome.heat.at(-1) ?? 0],
  };
  const before = history.peek();
  if (JSON.stringify(before.find((one) => one.key === entry.key)) === JSON.stringify(entry)) return;
  history.value = [entry, ...before.filter((one) => one.key !== entry.key)].slice(0, MOST_KEPT);
  keep("practice.rounds", history.value);
});
