// The title of a scenario, which opens it as phones show it.
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { desk } from "../../text/desk.en";
import { looking } from "./library";

export function LookInside({ card }: { card: ScenarioCard }): JSX.Element {
  return (
    <button type="button" class="look-inside" title={desk.shelf.look} onClick={() => (looking.value = card.slug)}>
      <span lang={card.language} dir="auto">
        {card.title}
      </span>
      <span class="unseen"> ({desk.shelf.look})</span>
    </button>
  );
}
