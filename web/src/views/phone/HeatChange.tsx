// Heat before and after, and the reasons in a list. Knows nothing of replies.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Heat } from "../../parts/Heat";
import { text } from "../../text";
import type { HeatWord, StepView } from "../../wire.gen";

interface HeatChangeProps {
  before: number;
  after: number;
  /** The word for the heat after. */
  word: HeatWord;
  persona: string;
  steps: readonly StepView[];
}

const BREATH = 500; // milliseconds in which the old level is seen before it moves

export function HeatChange({ before, after, word, persona, steps }: HeatChangeProps): JSX.Element {
  const shown = useSignal(before);
  useEffect(() => {
    const timer = setTimeout(() => (shown.value = after), BREATH);
    return () => clearTimeout(timer);
  }, [after]);
  return (
    <section class="heat-change">
      <p class="heat-change-numbers tabular" aria-hidden="true">
        <span class="soft">{before}</span> <span class="heat-change-arrow">→</span> <b>{after}</b>
      </p>
      <Heat value={shown.value} word={text.heatWords[word]} of={persona} />
      {steps.length > 0 && (
        <ul class="heat-steps" aria-label={text.reveal.moved}>
          {steps.map((step, place) => (
            <li key={place}>
              <b class="tabular">{signed(step.change)}</b> {step.sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A number with its sign, the minus as wide as the plus. */
export function signed(change: number): string {
  if (change === 0) return "±0";
  return change > 0 ? `+${change}` : `−${-change}`;
}
