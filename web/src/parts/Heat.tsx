// A heat as a liquid level with its number and its word. Knows nothing of what moved it.
import "./heat.css";
import type { JSX } from "preact";
import { heatStyle } from "./scale";

interface HeatProps {
  /** 0 to 100. */
  value: number;
  word: string;
  /** `bar` lies, `column` stands and fills its place, `chip` is for rows. */
  shape?: "bar" | "column" | "chip";
  /** Whose heat it is, for those who hear the page. */
  of?: string;
  /** Leave number and word out where they stand beside it already. */
  bare?: boolean;
  /** Stands upright in a column and changes its colour at the surface of the liquid. */
  label?: string;
  /** In a column: the number floats on the liquid instead of standing above the vessel. */
  floating?: boolean;
}

/** From this heat on the surface of a column moves. */
const SIMMERS = 50;

export function Heat({ value, word, shape = "bar", of = "", bare = false, label = "", floating = false }: HeatProps): JSX.Element {
  const number = Math.round(value);
  const said = of ? `Heat of ${of}` : "Heat";
  const meter = {
    role: "meter",
    "aria-label": said,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": number,
    "aria-valuetext": `${number} of 100, ${word}`,
  } as const;
  if (shape === "chip") {
    return (
      <span class="heat-scope heat-chip" style={heatStyle(value)} {...meter}>
        <span class="heat-number">{number}</span>
        <span class="heat-word">{word}</span>
      </span>
    );
  }
  const inside = (label || floating) && (
    <>
      {label && <Upright label={label} />}
      {floating && !bare && <span class="heat-number heat-floating">{number}</span>}
    </>
  );
  return (
    <div class={`heat-scope heat heat-${shape}`} style={heatStyle(value)} data-simmers={value >= SIMMERS ? "" : undefined} {...meter}>
      {!bare && !floating && <span class="heat-number">{number}</span>}
      <div class="heat-vessel">
        <div class="heat-quarters" />
        {inside}
        <div class="heat-liquid">{shape === "column" && <Wave />}</div>
        {inside && (
          <div class="heat-below" aria-hidden="true">
            {inside}
          </div>
        )}
      </div>
      {!bare && <span class="heat-word">{word}</span>}
    </div>
  );
}

function Upright({ label }: { label: string }): JSX.Element {
  return (
    <span class="heat-label">
      <bdi>{label}</bdi>
    </span>
  );
}

function Wave(): JSX.Element {
  return (
    <svg class="heat-wave" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 10V5Q12.5 0 25 5T50 5T75 5T100 5T125 5T150 5T175 5T200 5V10Z" />
    </svg>
  );
}
