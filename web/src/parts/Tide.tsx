// The whole heat scale as one liquid, boiling at its left and still at its right. Decoration for doors and waiting.
import "./tide.css";
import { useId } from "preact/hooks";
import type { JSX } from "preact";

const WIDE = 1200;
const DEEP = 200;
const POINTS = 480;

/** A surface whose waves grow smaller and longer from left to right. */
function surface(): string {
  const points = Array.from({ length: POINTS + 1 }, (_, place) => {
    const share = place / POINTS;
    const calm = (1 - share) ** 2;
    const y = 60 + 70 * share ** 1.2 - calm * 30 * Math.sin(share * (142 - 82 * share)) - (1 - share) * 7 * Math.sin(share * 31);
    return `${(share * WIDE).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M0 ${DEEP}L${points.join("L")}L${WIDE} ${DEEP}Z`;
}

const SURFACE = surface();

export function Tide(): JSX.Element {
  const colours = useId();
  return (
    <svg class="tide" viewBox={`0 0 ${WIDE} ${DEEP}`} preserveAspectRatio="none" aria-hidden="true">
      <linearGradient id={colours}>
        {[0, 1, 2, 3, 4].map((stop) => (
          <stop key={stop} class={`tide-${stop}`} offset={`${stop * 25}%`} />
        ))}
      </linearGradient>
      <path d={SURFACE} fill={`url(#${colours})`} />
    </svg>
  );
}
