// The sign of the house: a speech bubble that steams, simmers or is still, as heat has it.
import "./logo.css";
import type { JSX } from "preact";
import { heatStyle } from "./scale";

interface LogoProps {
  /** 0 to 100; still below 40, steaming from 70. */
  heat?: number;
  /** The sign without the word. */
  markOnly?: boolean;
}

const SURFACES = {
  still: "M20 41H46",
  simmers: "M19 41q4.5 -5 9 0t9 0t9 0",
  steams: "M18 41q2.5 -8 5 0t5 0t5 0t5 0t5 0t5 0",
} as const;

export function mood(heat: number): keyof typeof SURFACES {
  if (heat >= 70) return "steams";
  return heat >= 40 ? "simmers" : "still";
}

export function Logo({ heat = 62, markOnly = false }: LogoProps): JSX.Element {
  const now = mood(heat);
  return (
    <span class="logo heat-scope" data-mood={now} style={heatStyle(heat)}>
      <svg class="logo-mark" viewBox="0 0 64 64" role={markOnly ? "img" : undefined} aria-label={markOnly ? "Simmerdown" : undefined} aria-hidden={!markOnly}>
        {now !== "still" && <path class="logo-steam" d="M24 17q-4 -4 0 -8t0 -7" />}
        {now === "steams" && <path class="logo-steam" d="M34 17q-4 -4 0 -8t0 -7" />}
        {now !== "still" && <path class="logo-steam" d="M44 17q-4 -4 0 -8t0 -7" />}
        <path class="logo-bubble" d="M20 22H45A15 15 0 0 1 60 37V39A15 15 0 0 1 45 54H27L12.5 62.5A2 2 0 0 1 9.6 60.2L12 51.5A15 15 0 0 1 5 39V37A15 15 0 0 1 20 22Z" />
        <path class="logo-line" d={SURFACES[now]} />
      </svg>
      {!markOnly && <span>Simmerdown</span>}
    </span>
  );
}
