// Where an agent writes: the box, and the aim that stands above it. Knows nothing of when it is sent.
import type { JSX } from "preact";

import { text } from "../../text";
import type { AimView } from "../../wire.gen";
import * as draft from "./draft";
import { useGrowing } from "./growing";

const REPLY_LENGTH = 1200;
const COUNTED = 200; // characters left from which the counter shows

export function ReplyBox({ persona }: { persona: string }): JSX.Element {
  const words = draft.words.value;
  const left = REPLY_LENGTH - words.length;
  const grows = useGrowing(words);
  return (
    <div class="reply-box">
      <textarea
        ref={grows}
        dir="auto"
        rows={2}
        maxLength={REPLY_LENGTH}
        aria-label={text.reply.box}
        placeholder={text.reply.placeholder(persona)}
        value={words}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
      {left <= COUNTED && <span class="reply-count tabular">{text.common.left(left)}</span>}
    </div>
  );
}

export function AimLine({ aim }: { aim: AimView }): JSX.Element {
  return (
    <p class="aim">
      <b>{text.reply.aim}</b>{" "}
      <span dir="auto">
        {text.take.when} {aim.when}, {text.take.will} {aim.will}.
      </span>
    </p>
  );
}
