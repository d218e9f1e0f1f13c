// Letting go between two rounds: how tense, a few breaths, something to shred, how tense now. Knows no scores.
import { signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import { content } from "./content";
import type { Now } from "./now";
import { Screen } from "./Screen";
import { Shred } from "./Shred";

const IN = 4; // seconds
const OUT = 6;
const SECOND = 1_000; // milliseconds
const LEVELS = [1, 2, 3, 4, 5];

/** What was answered on this phone in which round: the server keeps no seat with it, so only the phone knows. */
const answered = signal<Readonly<Record<string, number>>>({});

export function Breather({ board, lobby, seat }: Now): JSX.Element {
  const alone = lobby.practice; // nobody to be averaged with, and nobody else to end it
  const before = answered.value[`${board.round}.before`];
  const suggestions = content.value?.breather ?? [];
  const suggestion = suggestions[board.round % Math.max(1, suggestions.length)];
  return (
    <Screen
      title={text.breather.title}
      quietTitle
      kind="breather"
      foot={
        alone &&
        !seat.ready && (
          <Button size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.practice.breathed}
          </Button>
        )
      }
    >
      {!alone && before === undefined && <Stress round={board.round} moment="before" />}
      <Circle />
      {!alone && before !== undefined && <Stress round={board.round} moment="after" />}
      <details class="panel">
        <summary>{text.breather.shred}</summary>
        <Shred hint={text.breather.shredHint} />
      </details>
      {suggestion && (
        <p class="note">
          <b>{text.breather.or}:</b> {suggestion}
        </p>
      )}
    </Screen>
  );
}

/** A circle that grows and sinks; where nothing may move, words and seconds lead alone. */
function Circle(): JSX.Element {
  const second = useSignal(0);
  const begun = useSignal(false); // so that the first breath grows from small, too
  useEffect(() => {
    requestAnimationFrame(() => (begun.value = true));
    const timer = setInterval(() => (second.value = (second.value + 1) % (IN + OUT)), SECOND);
    return () => clearInterval(timer);
  }, []);
  const inwards = second.value < IN;
  const left = inwards ? IN - second.value : IN + OUT - second.value;
  return (
    <div class="breathing" data-in={begun.value && inwards ? "" : undefined}>
      <div class="breathing-circle" aria-hidden="true" />
      <div class="breathing-words">
        <p class="breathing-word" aria-live="polite">
          {inwards ? text.breather.in : text.breather.out}
        </p>
        <p class="breathing-count tabular" aria-hidden="true">
          {left}
        </p>
      </div>
      <p class="soft breathing-hint">{text.breather.hintStill}</p>
    </div>
  );
}

function Stress({ round, moment }: { round: number; moment: "before" | "after" }): JSX.Element {
  const key = `${round}.${moment}`;
  const mine = answered.value[key];
  const tell = (level: number): void => {
    answered.value = { ...answered.value, [key]: level };
    void link.send({ name: "check_stress", body: { moment, level } });
  };
  return (
    <fieldset class="stress" disabled={mine !== undefined}>
      <legend>{moment === "before" ? text.breather.stressBefore : text.breather.stressAfter}</legend>
      <div class="stress-row">
        <span class="soft">{text.breather.calm}</span>
        {LEVELS.map((level) => (
          <button key={level} type="button" class="stress-level" aria-pressed={mine === level} onClick={() => tell(level)}>
            {level}
          </button>
        ))}
        <span class="soft">{text.breather.tense}</span>
      </div>
      <p class="soft" role="status">
        {mine === undefined ? text.breather.stressHint : text.breather.noted}
      </p>
    </fieldset>
  );
}
