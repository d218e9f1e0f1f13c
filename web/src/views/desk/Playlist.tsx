// Picks scenarios for the rounds and puts them in order, by buttons that a keyboard reaches too.
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { Button } from "../../parts/Button";
import { text as shared } from "../../text";
import { desk } from "../../text/desk.en";
import { LookInside } from "./LookInside";
import type { PlannedRound } from "./wishes";

const text = desk.form;

interface PlaylistProps {
  planned: readonly PlannedRound[];
  scenarios: readonly ScenarioCard[];
  /** Rounds that were played already stay where they are. */
  fixed?: number;
  onChange: (planned: PlannedRound[]) => void;
}

export function Playlist({ planned, scenarios, fixed = 0, onChange }: PlaylistProps): JSX.Element {
  const title = (slug: string): string => scenarios.find((one) => one.slug === slug)?.title ?? slug;
  const swap = (one: number, other: number): void => {
    const next = [...planned];
    const [first, second] = [next[one], next[other]];
    if (!first || !second) return;
    next[one] = second;
    next[other] = first;
    onChange(next);
  };
  const rest = scenarios.filter(({ slug }) => !planned.some((round) => round.slug === slug));
  const packs = [...new Set(rest.map(({ pack }) => pack).filter(Boolean))];
  return (
    <fieldset class="playlist-form">
      <legend>{text.playlist}</legend>
      <small>{planned.length ? text.playlistHint : text.usual}</small>
      <ol class="playlist-rounds">
        {planned.map(({ slug, form }, place) => (
          <li key={slug}>
            <span class="tabular">{place + 1}</span>
            <PlannedTitle card={scenarios.find((one) => one.slug === slug)} slug={slug} />
            <select
              aria-label={text.form(title(slug))}
              disabled={place < fixed}
              value={form}
              onChange={(event) => {
                const chosen = event.currentTarget.value === "long" ? "long" : "short";
                onChange(planned.map((round, at) => (at === place ? { ...round, form: chosen } : round)));
              }}
            >
              <option value="short">{desk.forms.short}</option>
              <option value="long">{desk.forms.long}</option>
            </select>
            <span class="playlist-moves">
              <Button size="small" kind="quiet" disabled={place <= fixed} label={text.up(title(slug))} onPress={() => swap(place, place - 1)}>
                ↑
              </Button>
              <Button size="small" kind="quiet" disabled={place < fixed || place === planned.length - 1} label={text.down(title(slug))} onPress={() => swap(place, place + 1)}>
                ↓
              </Button>
              <Button size="small" kind="quiet" disabled={place < fixed} label={text.drop(title(slug))} onPress={() => onChange(planned.filter((_, at) => at !== place))}>
                ✕
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <select
        aria-label={text.add}
        value=""
        disabled={rest.length === 0}
        onChange={(event) => {
          const slug = event.currentTarget.value;
          event.currentTarget.value = "";
          if (slug) onChange([...planned, { slug, form: "short" }]);
        }}
      >
        <option value="">{text.add}</option>
        {rest.filter(({ pack }) => !pack).map(choice)}
        {packs.map((pack) => (
          <optgroup key={pack} label={pack}>
            {rest.filter((one) => one.pack === pack).map(choice)}
          </optgroup>
        ))}
      </select>
    </fieldset>
  );
}

function choice(one: ScenarioCard): JSX.Element {
  return (
    <option key={one.slug} value={one.slug}>
      {one.title} · {one.industry} · {shared.channels[one.channel]} · {text.difficulty(one.difficulty)}
    </option>
  );
}

function PlannedTitle({ card, slug }: { card: ScenarioCard | undefined; slug: string }): JSX.Element {
  return card ? <LookInside card={card} /> : <b>{text.gone(slug)}</b>;
}
