// A button. While what it asked for is under way it stays where it is and cannot be pressed twice.
import "./button.css";
import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";

interface ButtonProps {
  kind?: "primary" | "plain" | "quiet" | "danger";
  size?: "plain" | "large" | "small";
  wide?: boolean;
  disabled?: boolean;
  type?: "button" | "submit";
  pressed?: boolean;
  label?: string;
  title?: string;
  autofocus?: boolean;
  /** A promise keeps the button busy until it settles. */
  onPress?: () => unknown;
  children: ComponentChildren;
}

export function Button(props: ButtonProps): JSX.Element {
  const { kind = "plain", size = "plain", wide = false, disabled = false, type = "button", onPress } = props;
  const busy = useSignal(false);
  const press = async (): Promise<void> => {
    if (!onPress || busy.value) return;
    busy.value = true;
    try {
      await onPress();
    } finally {
      busy.value = false;
    }
  };
  return (
    <button
      type={type}
      class={`button button-${kind} button-${size}${wide ? " button-wide" : ""}`}
      disabled={disabled}
      aria-busy={busy.value}
      aria-pressed={props.pressed}
      aria-label={props.label}
      title={props.title}
      autoFocus={props.autofocus}
      onClick={() => void press()}
    >
      {props.children}
    </button>
  );
}
