// How large things may be so that everything fits without scrolling. Knows nothing of what is shown.

/** Type size for a quotation of so many characters, in stage units (1/60 of the width). */
export function quoteSize(characters: number): number {
  if (characters <= 60) return 4.2;
  if (characters <= 140) return 3.2;
  if (characters <= 280) return 2.5;
  if (characters <= 420) return 2;
  if (characters <= 700) return 1.5;
  return 1.06;
}

const NAMELESS = 60; // faces from which names would be too small to read
const LARGEST = 4;
const SMALLEST = 0.5;

export interface Faces {
  /** Diameter of one face. */
  size: number;
  named: boolean;
}

/** The largest faces of which so many fit into a field of `wide` by `high` stage units; a crowd comes without names. */
export function faceSize(faces: number, wide: number, high: number): Faces {
  const named = faces <= NAMELESS;
  for (let size = LARGEST; size > SMALLEST; size -= 0.05) {
    const across = named ? size * 1.75 : size * 1.12;
    const down = named ? size * 1.18 + Math.max(0.62, size * 0.26) * 1.25 : size * 1.12;
    if (Math.floor(wide / across) * Math.floor(high / down) >= faces) return { size, named };
  }
  return { size: SMALLEST, named: false };
}

/** Letters of the longest word in any of the names: a column's name is as large as this word allows. */
export function longestWord(names: readonly string[]): number {
  return Math.max(4, ...names.flatMap((name) => name.split(/\s+/).map((word) => [...word].length)));
}

export type Density = "wide" | "narrow" | "slim";

/** How teams stand side by side: rows, and how much each column can say. */
export function columns(teams: number): { rows: number; density: Density } {
  if (teams <= 8) return { rows: 1, density: "wide" };
  if (teams <= 14) return { rows: 1, density: "narrow" };
  return { rows: teams <= 20 ? 1 : 2, density: "slim" };
}
