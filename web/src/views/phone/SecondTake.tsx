// One sentence of one's own, said again; then an aim for the next time. Without points. Knows nothing of the room.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { OwnReply, TakeView } from "../../wire.gen";
import { AimPicker } from "./AimPicker";
import { useGrowing } from "./growing";
import { nextStep } from "./Marks";
import type { Now } from "./now";
import { Screen } from "./Screen";

const SENTENCE_LENGTH = 400;

export function SecondTake(now: Now): JSX.Element {
  const { seat } = now;
  const aiming = useSignal(false);
  const again = useSignal(false);
  const sentences = sentencesOf(seat.replies);
  if (aiming.value || sentences.length === 0) return <AimPicker {...now} lead={leadFor(now, sentences.length)} />;
  if (seat.take && !again.value) {
    return (
      <Screen
        title={text.take.title}
        kind="take"
        foot={
          <>
            <Button kind="primary" size="large" wide onPress={() => (aiming.value = true)}>
              {text.take.toAim}
            </Button>
            <Button kind="quiet" wide onPress={() => (again.value = true)}>
              {text.take.again}
            </Button>
          </>
        }
      >
        <BeforeAfter take={seat.take} />
      </Screen>
    );
  }
  return <Rewrite sentences={sentences} hint={hintFor(seat.replies)} onDone={() => (again.value = false)} onSkip={() => (aiming.value = true)} />;
}

export function BeforeAfter({ take }: { take: TakeView }): JSX.Element {
  return (
    <div class="before-after">
      <p class="soft">{text.take.before}</p>
      <blockquote class="before" dir="auto">
        {take.before}
      </blockquote>
      <p class="soft">{text.take.after}</p>
      <blockquote class="after" dir="auto">
        {take.after}
      </blockquote>
    </div>
  );
}

interface RewriteProps {
  sentences: readonly string[];
  hint: string;
  onDone: () => void;
  onSkip: () => void;
}

function Rewrite({ sentences, hint, onDone, onSkip }: RewriteProps): JSX.Element {
  const picked = useSignal<string | null>(sentences.length === 1 ? (sentences[0] ?? null) : null);
  const words = useSignal("");
  const grows = useGrowing(words.value);
  const keep = async (): Promise<void> => {
    const answer = await link.send({ name: "take_again", body: { before: picked.value ?? "", after: words.value.trim() } });
    if (answer.ok) onDone();
  };
  if (picked.value === null) {
    return (
      <Screen
        title={text.take.title}
        lead={text.take.pick}
        kind="take"
        foot={
          <Button kind="quiet" wide onPress={onSkip}>
            {text.common.skip}
          </Button>
        }
      >
        {sentences.map((sentence) => (
          <button key={sentence} type="button" class="line" dir="auto" onClick={() => (picked.value = sentence)}>
            {sentence}
          </button>
        ))}
      </Screen>
    );
  }
  return (
    <Screen
      title={text.take.title}
      lead={text.take.rewrite}
      kind="take"
      foot={
        <div class="foot-row">
          <Button kind="quiet" onPress={() => (picked.value = null)}>
            {text.common.back}
          </Button>
          <Button kind="primary" disabled={!words.value.trim() || words.value.trim() === picked.value} onPress={keep}>
            {text.take.keep}
          </Button>
        </div>
      }
    >
      <div class="before-after">
        <p class="soft">{text.take.before}</p>
        <blockquote class="before" dir="auto">
          {picked.value}
        </blockquote>
        <label class="soft" for="take">
          {text.take.after}
        </label>
        <textarea
          id="take"
          ref={grows}
          dir="auto"
          rows={3}
          maxLength={SENTENCE_LENGTH}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
        />
        {hint && (
          <p class="next">
            <b>{text.reveal.next}:</b> {hint}
          </p>
        )}
      </div>
    </Screen>
  );
}

/** One's own sentences of this round, each once; whatever has no words in it is none. */
function sentencesOf(replies: readonly OwnReply[]): string[] {
  const all = replies.flatMap((reply) => cut(reply.text)).map((sentence) => sentence.trim());
  return [...new Set(all)].filter((sentence) => /\p{L}.*\p{L}/u.test(sentence));
}

function cut(words: string): string[] {
  if (!("Segmenter" in Intl)) return words.split("\n"); // an older browser: by lines
  return [...new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(words)].map(({ segment }) => segment);
}

function leadFor({ seat, board }: Now, sentences: number): string {
  if (sentences > 0) return text.take.aimLead;
  const last = seat.results.at(-1);
  return last?.round === board.round && last.role === "customer" ? text.take.customer : text.take.nothing;
}

function hintFor(replies: readonly OwnReply[]): string {
  return nextStep(replies.flatMap((reply) => reply.marks))?.next ?? "";
}
