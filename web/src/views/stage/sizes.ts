// How large things may be so that everything fits without scrolling. Knows nothing of what is shown.

/** Type size with which a text of so many characters about fills the speech bubble, in stage units (1/60 of the width). */
export function quoteSize(characters: number): number {
  return Math.min(4.4, Math.max(0.9, Math.sqrt(1500 / Math.max(1, characters))));
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

const WIDEST = 11; // a column is never wider than this
const LETTER = 0.68; // width of a letter, in its size

export interface Names {
  size: number;
  lines: 1 | 2;
}

/** How large the names above `teams` wide columns can be, all alike: on one line where that stays readable, else on two. */
export function nameSize(names: readonly string[]): Names {
  const width = Math.min(WIDEST, (56 - 1.2 * (names.length - 1)) / Math.max(1, names.length));
  const letters = (words: readonly string[]): number => Math.max(4, ...words.map((word) => [...word].length));
  const whole = width / (letters(names) * LETTER);
  if (whole >= 0.95) return { size: Math.min(1.4, whole), lines: 1 };
  return { size: Math.min(1.2, width / (letters(names.flatMap((name) => name.split(/\s+/))) * LETTER)), lines: 2 };
}

export type Density = "one" | "wide" | "narrow" | "slim";

/** How teams stand side by side: rows, and how much each column can say. */
export function columns(teams: number): { rows: number; density: Density } {
  if (teams <= 1) return { rows: 1, density: "one" };
  if (teams <= 8) return { rows: 1, density: "wide" };
  if (teams <= 14) return { rows: 1, density: "narrow" };
  return { rows: teams <= 20 ? 1 : 2, density: "slim" };
}
