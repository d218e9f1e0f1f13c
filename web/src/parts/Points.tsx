// A reply's points with the parts they are made of.
import "./points.css";
import type { JSX } from "preact";
import type { ReplyPoints } from "../wire.gen";

interface PointsProps {
  points: ReplyPoints;
  /** What to call the parts: rubric, peers, customer. */
  names?: readonly [string, string, string];
  /** Said where the points may still move. */
  provisional?: string;
  beyond?: string;
  /** What a hand-over that was the easy way out is called. */
  handover?: string;
}

const NAMES = ["Rubric", "Peers", "Customer"] as const;

export function Points({
  points,
  names = NAMES,
  provisional = "",
  beyond = "Offer beyond authority",
  handover = "Handed over too easily",
}: PointsProps): JSX.Element {
  const values = [points.rubric, points.peers, points.customer] as const;
  return (
    <div class="points">
      <p class="points-total">
        {Math.round(points.total)}
        <span class="unseen"> points</span>
      </p>
      <div class="points-bar" aria-hidden="true">
        {values.map((value, part) =>
          value === null ? null : (
            <span key={part} class={`points-part points-part-${part}`} style={{ "--part": ((value * (points.weights[part] ?? 0)) / 100).toFixed(2) }} />
          ),
        )}
      </div>
      <dl class="points-parts">
        {values.map((value, part) =>
          value === null ? null : (
            <div key={part}>
              <dt>
                <span class={`points-key points-part-${part} points-part`} aria-hidden="true" />
                {names[part]}{" "}
              </dt>
              <dd>
                {Math.round(value)}
                <span class="points-note"> × {Math.round(points.weights[part] ?? 0)} %</span>
              </dd>
            </div>
          ),
        )}
        {points.deduction > points.handover && (
          <div>
            <dt>{beyond} </dt>
            <dd>−{Math.round(points.deduction - points.handover)}</dd>
          </div>
        )}
        {points.handover > 0 && (
          <div>
            <dt>{handover} </dt>
            <dd>−{Math.round(points.handover)}</dd>
          </div>
        )}
      </dl>
      {provisional && <p class="points-note">{provisional}</p>}
    </div>
  );
}
