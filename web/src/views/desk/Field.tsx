// One labelled control with its hint.
import { useId } from "preact/hooks";
import type { JSX } from "preact";

interface FieldProps {
  label: string;
  hint?: string;
  /** Draws the control with this id; the second argument is the id of the hint, for `aria-describedby`. */
  children: (id: string, hint: string | undefined) => JSX.Element;
}

export function Field({ label, hint = "", children }: FieldProps): JSX.Element {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id, hint ? hintId : undefined)}
      {hint && <small id={hintId}>{hint}</small>}
    </div>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => unknown;
}

export function Switch({ label, hint = "", on, onChange }: SwitchProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch">
      <input id={id} type="checkbox" role="switch" checked={on} onChange={(event) => void onChange(event.currentTarget.checked)} />
      <label for={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
    </div>
  );
}
