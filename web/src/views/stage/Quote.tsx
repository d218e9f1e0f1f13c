// A released reply, alone and large. Unsigned, unless its author has signed.
import type { JSX } from "preact";

import { stage as text } from "../../text/stage.en";
import type { StageDocument } from "../../wire.gen";
import { quoteSize } from "./sizes";

export function Quote({ stage }: { stage: StageDocument }): JSX.Element {
  const by = [stage.quote_by || text.quote.unsigned, stage.quote_team].filter(Boolean).join(", ");
  return (
    <figure class="stage-quote">
      <blockquote style={{ "--quote": `${quoteSize([...stage.quote].length)}em` }}>
        <p>{stage.quote}</p>
      </blockquote>
      <figcaption>
        <bdi>{by}</bdi>
      </figcaption>
    </figure>
  );
}
