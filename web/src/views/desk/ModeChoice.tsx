// The choice between everybody writing and one agent on the line, beside the button that starts a round.
import type { JSX } from "preact";

import { desk as texts } from "../../text/desk.en";
import type { Mode } from "../../wire.gen";
import { mode } from "./mode";

const MODES: readonly Mode[] = ["together", "live"];

export function ModeChoice(): JSX.Element {
  return (
    <fieldset class="mode-choice">
      <legend>{texts.round.mode}</legend>
      {MODES.map((one) => (
        <label key={one}>
          <input type="radio" name="mode" checked={mode.value === one} onChange={() => (mode.value = one)} />
          <span>
            <b>{texts.modes[one].name}</b>
            <small>{texts.modes[one].hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
