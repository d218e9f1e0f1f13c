// Choosing a customer to practise with. Knows nothing of what is played.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import type { PracticeCard } from "../../api";
import { anyOf } from "../../ids";
import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { Pill } from "../../parts/Pill";
import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import { content } from "./content";
import { SIGNS } from "./Outcome";
import { begin, bestOf, choices, fetchChoices, heldPractice, history, lastWish, trouble } from "./practice";
import { Screen } from "./Screen";
import { enter, out, pass } from "./session";
import { Switch } from "./Switches";

const NAME_LENGTH = 24;
const SHOWN = 6;

export function Practice(): JSX.Element {
  const chosen = useSignal<PracticeCard | null>(null);
  useEffect(() => void fetchChoices(), []);
  const there = choices.value;
  const held = heldPractice();
  return (
    <Screen title={text.practice.title} lead={text.practice.lead} kind="practice">
      <div class="practice-logo">
        <Logo />
      </div>
      {out.value && <p class="note">{out.value}</p>}
      {held && (
        <div class="join-back">
          <Button kind="primary" size="large" wide onPress={() => enter(held)}>
            <span class="clip">{text.practice.goOn(held.title)}</span>
          </Button>
          <p class="soft">{text.practice.goOnHint}</p>
        </div>
      )}
      {!there && !trouble.value && <p class="soft">{text.practice.loading}</p>}
      {trouble.value && (
        <>
          <p class="wrong" role="alert">
            {trouble.value}
          </p>
          <Button wide onPress={fetchChoices}>
            {text.practice.again}
          </Button>
        </>
      )}
      {there && there.scenarios.length === 0 && <p class="note">{text.practice.off}</p>}
      {there && levels(there.scenarios).map(([level, cards]) => <Level key={level} level={level} cards={cards} onChoose={(card) => (chosen.value = card)} />)}
      <History />
      <p class="centred">
        <a class="text-button" href="/">
          {text.practice.toRoom}
        </a>
      </p>
      {chosen.value && there && <Start card={chosen.value} keepDays={there.keep_days} onClose={() => (chosen.value = null)} />}
    </Screen>
  );
}

/** The scenarios by difficulty, the gentlest first. */
function levels(cards: readonly PracticeCard[]): [number, readonly PracticeCard[]][] {
  const found = [...new Set(cards.map((card) => card.difficulty))].sort((one, other) => one - other);
  return found.map((level) => [level, cards.filter((card) => card.difficulty === level)]);
}

function Level({ level, cards, onChoose }: { level: number; cards: readonly PracticeCard[]; onChoose: (card: PracticeCard) => void }): JSX.Element {
  return (
    <section class="practice-level">
      <h2 class="row-title">
        {text.practice.levels[level - 1] ?? text.practice.levels.at(-1)} <span class="soft tabular">{cards.length}</span>
      </h2>
      <ul class="practice-cards">
        {cards.map((card) => (
          <li key={card.slug}>
            <button type="button" class="practice-card" onClick={() => onChoose(card)}>
              <Told card={card} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One scenario in words. */
function Told({ card }: { card: PracticeCard }): JSX.Element {
  const best = bestOf(card.title);
  return (
    <>
      <span class="practice-head">
        <b>{card.title}</b>
        <Pill kind="quiet">{text.channels[card.channel]}</Pill>
      </span>
      <span>{card.summary}</span>
      <small class="soft">
        {text.practice.with(card.company, card.industry)}
        {card.sequel_of && `, ${text.practice.second}`}
      </small>
      <small>
        <b>{text.practice.trains}:</b> {card.trains.map((criterion) => text.criteria[criterion].toLowerCase()).join(", ")}
      </small>
      {best && (
        <small class="practice-best">
          <span aria-hidden="true">{SIGNS[best]}</span> {text.practice.best(text.outcomes[best].toLowerCase())}
        </small>
      )}
    </>
  );
}

interface StartProps {
  card: PracticeCard;
  keepDays: number;
  onClose: () => void;
}

/** The last step: a name if one likes, clocks if one likes. */
function Start({ card, keepDays, onClose }: StartProps): JSX.Element {
  const wish = lastWish();
  const name = useSignal(wish.name || (pass.value?.name ?? ""));
  const timed = useSignal(wish.timed);
  const wrong = useSignal("");
  const start = async (): Promise<void> => {
    const faces = content.value?.avatars ?? [];
    const mine = pass.value?.avatar ?? "";
    const avatar = faces.includes(mine) ? mine : (anyOf(faces) ?? "");
    wrong.value = (await begin(card, { timed: timed.value, name: name.value.trim(), avatar }))?.sentence ?? "";
  };
  return (
    <Sheet title={card.title} close={text.common.close} onClose={onClose}>
      <p>{card.summary}</p>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <label for="practice-name">{text.practice.name}</label>
        <input
          id="practice-name"
          dir="auto"
          value={name.value}
          maxLength={NAME_LENGTH}
          autoComplete="nickname"
          enterkeyhint="go"
          aria-describedby="practice-name-hint"
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <p id="practice-name-hint" class="soft">
          {text.practice.nameHint}
        </p>
      </form>
      <Switch name={text.practice.clocks} hint={text.practice.clocksHint} on={timed.value} onChange={(on) => (timed.value = on)} />
      {wrong.value && (
        <p class="wrong" role="alert">
          {wrong.value}
        </p>
      )}
      <Button kind="primary" size="large" wide onPress={start}>
        {text.practice.start}
      </Button>
      <p class="soft">{text.practice.keeps(keepDays)}</p>
    </Sheet>
  );
}

/** What was played on this phone, the latest first. */
export function History(): JSX.Element | null {
  if (history.value.length === 0) return null;
  return (
    <section>
      <h2>{text.practice.history}</h2>
      <ul class="practice-history">
        {history.value.slice(0, SHOWN).map((one) => (
          <li key={one.key}>
            <span class="practice-sign" aria-hidden="true">
              {SIGNS[one.outcome]}
            </span>
            <span>
              <b>{one.title}</b>
              <small>
                {text.outcomes[one.outcome]}
                {one.points !== null && `. ${text.practice.entry(one.points, ...one.heat)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
