// Cuts a text at the borders of its marked passages. Knows nothing of how they are shown.

export interface Passage {
  start: number;
  end: number;
}

export interface Piece<P extends Passage> {
  text: string;
  /** Where the piece starts, in code points. */
  start: number;
  /** The passages that cover this piece, in their order of arrival. */
  covers: readonly P[];
}

/** The pieces of `text` in order; passages may overlap, positions count code points and are cut to the text. */
export function pieces<P extends Passage>(text: string, passages: readonly P[]): Piece<P>[] {
  const letters = [...text];
  const kept = passages.filter(({ start, end }) => start < end && start < letters.length);
  const borders = new Set([0, letters.length]);
  for (const { start, end } of kept) borders.add(Math.max(0, start)).add(Math.min(end, letters.length));
  const cuts = [...borders].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1] ?? letters.length;
    return { text: letters.slice(start, end).join(""), start, covers: kept.filter((one) => one.start <= start && one.end >= end) };
  });
}
