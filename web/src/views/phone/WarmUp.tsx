// While the room fills: three known answers to judge, or the worst one to write, whichever the facilitator chose.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import type { WarmUp as WarmUpContent, WarmUpReply } from "../../api";
import { Bubble } from "../../parts/Bubble";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { WarmUpKind } from "../../wire.gen";
import { Worst } from "./Worst";

type Quality = WarmUpReply["quality"];
const QUALITIES: readonly Quality[] = ["good", "fair", "poor"];

interface WarmUpProps {
  warmUp: WarmUpContent;
  /** Which of the two comes first. */
  kind: WarmUpKind;
}

export function WarmUp({ warmUp, kind }: WarmUpProps): JSX.Element {
  const place = useSignal(0);
  const guess = useSignal<Quality | null>(null);
  const worse = useSignal(kind === "worse");
  const reply = warmUp.replies[place.value];
  const go = (to: number): void => {
    place.value = to;
    guess.value = null;
  };
  if (worse.value) return <Worst customer={warmUp.worst} onJudge={() => (worse.value = false)} />;
  return (
    <section class="panel warmup">
      <h2 class="row-title">
        {text.warmup.title}
        {reply && <span class="soft tabular">{text.common.of(place.value + 1, warmUp.replies.length)}</span>}
      </h2>
      {reply ? (
        <>
          <p class="soft">{warmUp.situation}</p>
          <Bubble who="customer">{warmUp.customer}</Bubble>
          <Bubble who="agent">{reply.text}</Bubble>
          <fieldset class="choice-row" disabled={guess.value !== null}>
            <legend>{text.warmup.question}</legend>
            {QUALITIES.map((quality) => (
              <Button key={quality} pressed={guess.value === quality} disabled={guess.value !== null} onPress={() => (guess.value = quality)}>
                {text.warmup.choices[quality]}
              </Button>
            ))}
          </fieldset>
          {guess.value && (
            <div class="warmup-answer" role="status">
              <p>
                <b>{guess.value === reply.quality ? text.warmup.right : text.warmup.wrong(text.warmup.choices[reply.quality].toLowerCase())}</b>{" "}
                {reply.why}
              </p>
              <Button kind="primary" wide onPress={() => go(place.value + 1)}>
                {place.value + 1 < warmUp.replies.length ? text.warmup.next : text.common.done}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <p>{text.warmup.done}</p>
          <div class="button-row">
            <Button onPress={() => (worse.value = true)}>{text.warmup.worst}</Button>
            <Button kind="quiet" onPress={() => go(0)}>
              {text.warmup.again}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
