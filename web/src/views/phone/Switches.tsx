// A player's private wishes. Knows nothing of what follows from them.
import type { JSX } from "preact";

import { link } from "../../link";
import { text } from "../../text";
import type { SwitchesView } from "../../wire.gen";

/** `alone`: nobody else plays here, so nobody could be asked to be the customer. */
export function Switches({ switches, alone = false }: { switches: SwitchesView; alone?: boolean }): JSX.Element {
  const { not_today, no_abuse, time_factor } = switches;
  const set = (wish: Partial<Pick<SwitchesView, "not_today" | "no_abuse">>): void =>
    void link.send({ name: "set_switches", body: { not_today, no_abuse, ...wish } });
  return (
    <div class="switches">
      {!alone && <Switch name={text.switches.notToday} hint={text.switches.notTodayHint} on={not_today} onChange={(on) => set({ not_today: on })} />}
      <Switch name={text.switches.noAbuse} hint={text.switches.noAbuseHint} on={no_abuse} onChange={(on) => set({ no_abuse: on })} />
      <fieldset class="choice-row">
        <legend>{text.switches.pace}</legend>
        {text.paces.map(({ factor, name }) => (
          <label key={factor} class="choice">
            <input
              type="radio"
              name="pace"
              class="unseen"
              checked={time_factor === factor}
              onChange={() => void link.send({ name: "set_pace", body: { time_factor: factor } })}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

interface SwitchProps {
  name: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ name, hint = "", on, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <span class="switch-words">
        <span>{name}</span>
        {hint && <small>{hint}</small>}
      </span>
      <input type="checkbox" role="switch" class="unseen" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="switch-track" aria-hidden="true" />
    </label>
  );
}
