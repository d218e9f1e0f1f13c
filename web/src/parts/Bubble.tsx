// What somebody said, as a speech bubble.
import "./bubble.css";
import type { ComponentChildren, JSX } from "preact";

interface BubbleProps {
  /** Whose side it is on; an `aside` was not said but shown: a silence, a step of the story. */
  who: "customer" | "agent" | "aside";
  by?: string;
  children: ComponentChildren;
}

export function Bubble({ who, by = "", children }: BubbleProps): JSX.Element {
  return (
    <div class={`bubble bubble-${who}`}>
      {by && <span class="bubble-by">{by}</span>}
      {children}
    </div>
  );
}
