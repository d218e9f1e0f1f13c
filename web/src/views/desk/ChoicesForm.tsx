// Everything a facilitator may choose for a workshop, in one form: for opening one and for changing one.
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { desk } from "../../text/desk.en";
import { Field, Switch } from "./Field";
import { Playlist } from "./Playlist";
import { type Choices, rounds, withRounds } from "./wishes";

const text = desk.form;
const LENGTHS = [45, 60, 90] as const;
const SIZES = [3, 4, 5, 6, 7, 8] as const;

interface ChoicesFormProps {
  choices: Choices;
  scenarios: readonly ScenarioCard[];
  played?: number;
  onChange: (choices: Choices) => void;
}

export function ChoicesForm({ choices, scenarios, played = 0, onChange }: ChoicesFormProps): JSX.Element {
  const set = (some: Partial<Choices>): void => onChange({ ...choices, ...some });
  const lengths = [...new Set([...LENGTHS, choices.minutes])].sort((one, other) => one - other);
  return (
    <div class="choices">
      <Field label={text.title} hint={text.titleHint}>
        {(id, hint) => <input id={id} maxLength={80} aria-describedby={hint} value={choices.title} onInput={(event) => set({ title: event.currentTarget.value })} />}
      </Field>
      <Field label={text.season} hint={text.seasonHint}>
        {(id, hint) => <input id={id} maxLength={80} aria-describedby={hint} value={choices.season} onInput={(event) => set({ season: event.currentTarget.value })} />}
      </Field>
      <Playlist planned={rounds(choices)} scenarios={scenarios} fixed={played} onChange={(planned) => onChange(withRounds(choices, planned))} />
      <div class="choices-row">
        <Field label={text.minutes}>
          {(id) => (
            <select id={id} value={choices.minutes} onChange={(event) => set({ minutes: Number(event.currentTarget.value) })}>
              {lengths.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text.teamSize}>
          {(id) => (
            <select id={id} value={choices.team_size} onChange={(event) => set({ team_size: Number(event.currentTarget.value) })}>
              {SIZES.map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text.keepDays} hint={text.keepDaysHint}>
          {(id, hint) => (
            <input
              id={id}
              type="number"
              min={0}
              max={3650}
              aria-describedby={hint}
              value={choices.keep_days}
              onInput={(event) => set({ keep_days: whole(event.currentTarget.value, choices.keep_days) })}
            />
          )}
        </Field>
      </div>
      <Weights choices={choices} onChange={onChange} />
      <Switch label={text.timed} hint={text.timedHint} on={choices.timed} onChange={(timed) => set({ timed })} />
      <Switch
        label={text.worse}
        hint={text.worseHint}
        on={choices.warm_up === "worse"}
        onChange={(worse) => set({ warm_up: worse ? "worse" : "judge" })}
      />
      <Switch label={text.rehearsal} hint={text.rehearsalHint} on={choices.rehearsal} onChange={(rehearsal) => set({ rehearsal })} />
    </div>
  );
}

function Weights({ choices, onChange }: Pick<ChoicesFormProps, "choices" | "onChange">): JSX.Element {
  const parts = [
    ["rubric", text.rubric],
    ["peers", text.peers],
    ["customer", text.customer],
  ] as const;
  return (
    <fieldset class="choices-weights">
      <legend>{text.weights}</legend>
      <div class="choices-row">
        {parts.map(([part, label]) => (
          <Field key={part} label={label}>
            {(id) => (
              <input
                id={id}
                type="number"
                min={0}
                max={100}
                value={choices.weights[part]}
                onInput={(event) => onChange({ ...choices, weights: { ...choices.weights, [part]: whole(event.currentTarget.value, choices.weights[part]) } })}
              />
            )}
          </Field>
        ))}
      </div>
      <small>{text.weightsHint}</small>
    </fieldset>
  );
}

/** A whole number of at least 0, or what stood there before. */
function whole(typed: string, before: number): number {
  const number = Number.parseInt(typed, 10);
  return Number.isFinite(number) && number >= 0 ? number : before;
}
