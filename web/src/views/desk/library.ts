// What can be played: the scenarios and the packs that were added, as the server has them. Knows nothing of how they look.
import { signal } from "@preact/signals";

import type { Result, ScenarioCard } from "../../api";
import type { PackAddedOut, PackOut } from "../../wire.gen";
import * as calls from "./calls";

export const scenarios = signal<readonly ScenarioCard[]>([]);
export const packs = signal<readonly PackOut[]>([]);
/** Whether the shelf of scenarios lies open, and the scenario that is being looked into. */
export const browsing = signal(false);
export const looking = signal<string | null>(null);

let largest = Number.POSITIVE_INFINITY; // bytes; the server says

/** Asks the server again. Returns why it could not be told, or "". */
export async function refresh(): Promise<string> {
  const [cards, added] = await Promise.all([calls.scenarios(), calls.packs()]);
  if (cards.ok) scenarios.value = cards.value;
  if (added.ok) {
    packs.value = added.value.packs;
    largest = added.value.largest;
  }
  return cards.ok ? "" : cards.sentence;
}

/** Whether a file is too large to be sent at all. */
export function tooLarge(file: File): boolean {
  return file.size > largest;
}

export async function add(file: File): Promise<Result<PackAddedOut>> {
  const answer = await calls.addPack(file);
  if (answer.ok) await refresh();
  return answer;
}

export async function remove(pack: string): Promise<Result<unknown>> {
  const answer = await calls.removePack(pack);
  await refresh();
  return answer;
}
