// A technique, a criterion or a state in one or two words.
import "./bubble.css";
import type { ComponentChildren, JSX } from "preact";

interface PillProps {
  kind?: "plain" | "solid" | "quiet" | "earned" | "lost";
  title?: string;
  children: ComponentChildren;
}

export function Pill({ kind = "plain", title, children }: PillProps): JSX.Element {
  return (
    <span class={`pill pill-${kind}`} title={title}>
      {children}
    </span>
  );
}
