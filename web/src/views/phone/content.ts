// The content that every phone may see, fetched once. Knows nothing of the game that runs.
import { signal } from "@preact/signals";

import * as api from "../../api";
import type { Criterion } from "../../wire.gen";

export const content = signal<api.Content | null>(null);

const TRY_AGAIN = 4_000; // milliseconds

/** Which coaching tips belong to a criterion, best first. */
const TIPS: Readonly<Record<Criterion, readonly string[]>> = {
  listening: ["T01", "T06"],
  composure: ["T02", "T09", "T03", "T10"],
  empathy: ["T05"],
  acknowledgement: ["T15", "T23"],
  apology: ["T11", "T13", "T12", "T14"],
  inquiry: ["T16", "T17"],
  informing: ["T21", "T22"],
  limits: ["T04"],
  solution: ["T18", "T19", "T20"],
  follow_through: ["T25", "T24", "T26"],
  rapport: ["T07", "T08"],
  closing: ["T27", "T29"],
};

/** Fetches the content, again and again until it is there. */
export async function load(): Promise<void> {
  if (content.peek()) return;
  const answer = await api.content();
  if (answer.ok) content.value = answer.value;
  else setTimeout(() => void load(), TRY_AGAIN);
}

/** A tip for one of these criteria; `turn` walks through them. */
export function tipFor(criteria: readonly Criterion[], turn: number): api.Tip | undefined {
  const ids = criteria.flatMap((criterion) => TIPS[criterion]);
  const all = ids.length > 0 ? ids : Object.values(TIPS).flat();
  const tips = all.map((id) => content.value?.tips[id]).filter((tip): tip is api.Tip => tip !== undefined);
  return tips[turn % Math.max(1, tips.length)];
}
