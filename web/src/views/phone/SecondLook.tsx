// Asking a facilitator to look at a mark again, and what came of it. On one's own phone only.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { Criterion, OwnReply, SecondLookView, Token } from "../../wire.gen";
import { useGrowing } from "./growing";

const NOTE_LENGTH = 200;

/** A quiet button that opens one sentence; what was typed stays until it has arrived. */
export function Ask({ token, criterion }: { token: Token; criterion: Criterion }): JSX.Element {
  const open = useSignal(false);
  const words = useSignal("");
  const grows = useGrowing(words.value);
  if (!open.value) {
    return (
      <Button size="small" kind="quiet" label={`${text.look.ask}: ${text.criteria[criterion]}`} onPress={() => (open.value = true)}>
        {text.look.ask}
      </Button>
    );
  }
  const send = async (): Promise<void> => {
    const answer = await link.send({ name: "appeal_mark", body: { token, criterion, reason: words.value.trim() } });
    if (answer.ok) open.value = false;
  };
  return (
    <div class="look-ask">
      <label for={`look-${criterion}`}>{text.look.why}</label>
      <textarea
        id={`look-${criterion}`}
        ref={grows}
        dir="auto"
        rows={2}
        maxLength={NOTE_LENGTH}
        value={words.value}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <p class="soft">{text.look.once}</p>
      <div class="foot-row">
        <Button size="small" kind="quiet" onPress={() => (open.value = false)}>
          {text.common.back}
        </Button>
        <Button size="small" kind="primary" disabled={!words.value.trim()} onPress={send}>
          {text.common.send}
        </Button>
      </div>
    </div>
  );
}

/** Where a second look stands: asked, kept or changed, with the sentence that was said. */
export function LookLine({ look }: { look: SecondLookView }): JSX.Element {
  return (
    <p class="look" data-state={look.state}>
      <b>{text.look.state(look.state, look.before, look.after)}</b> <span dir="auto">{look.state === "open" ? text.look.asked(look.asked) : look.answer}</span>
    </p>
  );
}

/** All second looks of a round that have their answer; nothing where there is none. */
export function Looks({ replies }: { replies: readonly OwnReply[] }): JSX.Element | null {
  const found = replies.flatMap((reply) => reply.looks.map((look) => ({ look, beat: reply.beat })));
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{text.look.title}</h2>
      <ul class="looks">
        {found.map(({ look, beat }) => (
          <li key={`${beat} ${look.criterion}`}>
            <p class="soft">
              {text.criteria[look.criterion]}, {text.beat(beat, replies.length)}
            </p>
            <LookLine look={look} />
          </li>
        ))}
      </ul>
    </section>
  );
}
