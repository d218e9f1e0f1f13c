// The heat scale: deep blue, teal, sand, amber, ember. Knows nothing of how a heat is drawn.

/** Chroma and hue (OKLCH) at heat 0, 25, 50, 75 and 100; the lightness climbs evenly, see `--heat-base` in tokens.css. */
const STOPS = [
  [0.15, 262],
  [0.088, 205],
  [0.088, 86],
  [0.148, 68],
  [0.195, 35],
] as const;

const PLANE = STOPS.map(([chroma, hue]) => {
  const turn = (hue * Math.PI) / 180;
  return { a: chroma * Math.cos(turn), b: chroma * Math.sin(turn) };
});

export type HeatStyle = Record<`--${string}`, string>;

export function clampHeat(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/**
 * Custom properties for an element with class `heat-scope`, which then offers `--heat-colour` and `--on-heat` to everything inside.
 * `value` is a heat, 0 to 100.
 */
export function heatStyle(value: number): HeatStyle {
  const heat = clampHeat(value);
  const from = Math.min(3, Math.floor(heat / 25));
  const along = (heat - from * 25) / 25;
  const low = PLANE[from] ?? { a: 0, b: 0 };
  const high = PLANE[from + 1] ?? low;
  const mixed = (axis: "a" | "b"): string => (low[axis] + (high[axis] - low[axis]) * along).toFixed(4);
  return { "--heat": String(heat), "--heat-k": (heat / 100).toFixed(3), "--heat-a": mixed("a"), "--heat-b": mixed("b") };
}
