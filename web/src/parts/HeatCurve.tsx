// How heat went from beat to beat: every team as a thin line, the room's mean in the colours of its heat.
import "./curve.css";
import type { JSX } from "preact";
import { heatStyle } from "./scale";

interface HeatCurveProps {
  /** Each team's heat: at the opening, then after each beat. */
  curves: readonly (readonly number[])[];
  mean: readonly number[];
  /** The beats (1-based) to point at, with a word each. */
  calls?: readonly { beat: number; word: string }[];
  width?: number;
  height?: number;
  /** What the columns are called: "start", then "beat 1", "beat 2". */
  opening?: string;
  beat?: string;
}

const EDGE = { left: 44, right: 40, top: 40, bottom: 36 };

export function HeatCurve(props: HeatCurveProps): JSX.Element {
  const { curves, mean, calls = [], width = 640, height = 300, opening = "start", beat = "beat" } = props;
  const last = Math.max(1, mean.length - 1, ...curves.map((curve) => curve.length - 1));
  const x = (place: number): number => EDGE.left + (place / last) * (width - EDGE.left - EDGE.right);
  const y = (heat: number): number => EDGE.top + (1 - heat / 100) * (height - EDGE.top - EDGE.bottom);
  const path = (heats: readonly number[]): string => heats.map((heat, place) => `${place ? "L" : "M"}${x(place).toFixed(1)} ${y(heat).toFixed(1)}`).join("");
  const said = mean.map((heat, place) => `${place ? `${beat} ${place}` : opening}: ${Math.round(heat)}`).join(", ");
  return (
    <svg class="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Mean heat. ${said}`}>
      {calls.map((call) => (
        <g key={call.beat}>
          <rect class="curve-band" x={x(call.beat - 1)} y={EDGE.top - 8} width={x(1) - x(0)} height={height - EDGE.top - EDGE.bottom + 16} rx="8" />
          <text class="curve-call" x={(x(call.beat - 1) + x(call.beat)) / 2} y={EDGE.top - 16} text-anchor="middle">
            {call.word}
          </text>
        </g>
      ))}
      {[0, 25, 50, 75, 100].map((heat) => (
        <g key={heat}>
          <line class="curve-quarter" x1={EDGE.left} x2={width - EDGE.right} y1={y(heat)} y2={y(heat)} />
          <text x={EDGE.left - 10} y={y(heat) + 5} text-anchor="end">
            {heat}
          </text>
        </g>
      ))}
      {Array.from({ length: last + 1 }, (_, place) => (
        <text key={place} x={x(place)} y={height - 8} text-anchor="middle">
          {place ? `${beat} ${place}` : opening}
        </text>
      ))}
      {curves.map((curve, place) => (
        <path key={place} class="curve-one" d={path(curve)} />
      ))}
      {mean.slice(1).map((heat, place) => (
        <Leg key={place} from={mean[place] ?? heat} to={heat} x1={x(place)} x2={x(place + 1)} y={y} />
      ))}
      {mean.map((heat, place) => (
        <g key={place} class="heat-scope" style={heatStyle(heat)}>
          <circle class="curve-dot" cx={x(place)} cy={y(heat)} r="8" />
          <text class="curve-number" x={x(place)} y={y(heat) - 16} text-anchor={place ? "middle" : "start"}>
            {Math.round(heat)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** One beat of the mean, in short strokes that each have the colour of their own heat. */
function Leg({ from, to, x1, x2, y }: { from: number; to: number; x1: number; x2: number; y: (heat: number) => number }): JSX.Element {
  const strokes = 12;
  const along = (share: number): [number, number] => [x1 + (x2 - x1) * share, from + (to - from) * share];
  return (
    <>
      {Array.from({ length: strokes }, (_, place) => {
        const [ax, ah] = along(place / strokes);
        const [bx, bh] = along((place + 1) / strokes);
        return <line key={place} class="curve-mean heat-scope" style={heatStyle((ah + bh) / 2)} x1={ax} y1={y(ah)} x2={bx} y2={y(bh)} />;
      })}
    </>
  );
}
