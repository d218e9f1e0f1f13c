// Which passages of a reply share a reason, and the number that leads to it. Knows nothing of how they look.
import type { Evidence } from "../wire.gen";

/** The number of each piece of evidence that marks words, in reading order; passages with one reason share one. */
export function numbered(evidence: readonly Evidence[]): ReadonlyMap<Evidence, number> {
  const shown = evidence.filter((item) => item.end > item.start).sort((one, other) => one.start - other.start || one.end - other.end);
  const given = new Map<string, number>();
  for (const item of shown) if (!given.has(because(item))) given.set(because(item), given.size + 1);
  return new Map(shown.map((item) => [item, given.get(because(item)) ?? 0]));
}

function because({ criterion, cue, polarity, reason }: Evidence): string {
  return [criterion, cue, polarity, reason].join("\n");
}

/** One piece of evidence for each reason, in the order in which they came. */
export function reasons(evidence: readonly Evidence[]): Evidence[] {
  const first = new Map<string, Evidence>();
  for (const item of evidence) if (!first.has(because(item))) first.set(because(item), item);
  return [...first.values()];
}
