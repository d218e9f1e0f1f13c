// What is known, as a square card.
import "./bubble.css";
import type { ComponentChildren, JSX } from "preact";

interface CardProps {
  title?: string;
  /** `quiet` has no paper of its own; `note` is something to take along. */
  kind?: "plain" | "quiet" | "note";
  children: ComponentChildren;
}

export function Card({ title = "", kind = "plain", children }: CardProps): JSX.Element {
  return (
    <section class={`card card-${kind}`} aria-label={title || undefined}>
      {title && <h3 class="card-title">{title}</h3>}
      {children}
    </section>
  );
}
