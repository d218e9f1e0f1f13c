// A released reply, alone and large. Unsigned, unless its author has signed.
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { stage as text } from "../../text/stage.en";
import type { StageDocument } from "../../wire.gen";
import { quoteSize } from "./sizes";

const SMALLEST = 0.6; // stage units
const STEP = 0.96;

export function Quote({ stage }: { stage: StageDocument }): JSX.Element {
  const bubble = useRef<HTMLQuoteElement>(null);
  useLayoutEffect(() => {
    const box = bubble.current;
    if (!box) return;
    // The estimate knows no fonts and no line breaks: from there down, until all of it can be read.
    let size = quoteSize([...stage.quote].length);
    do {
      box.style.setProperty("--quote", `${size.toFixed(3)}em`);
      size *= STEP;
    } while (box.scrollHeight > box.clientHeight && size > SMALLEST);
  }, [stage.quote]);
  const by = [stage.quote_by || text.quote.unsigned, stage.quote_team].filter(Boolean).join(", ");
  return (
    <figure class="stage-quote" role="region" aria-label={by}>
      <blockquote ref={bubble}>
        <p>{stage.quote}</p>
      </blockquote>
      <figcaption>
        <bdi>{by}</bdi>
      </figcaption>
    </figure>
  );
}
