// One's own reply with its points, its marked words and what the next level takes. On one's own phone only.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Evidence } from "../../parts/Evidence";
import { Pill } from "../../parts/Pill";
import { Points } from "../../parts/Points";
import { text } from "../../text";
import type { MarkView, OwnReply } from "../../wire.gen";
import { inFocus, Levels } from "./Levels";

export function OwnResultCard({ reply }: { reply: OwnReply }): JSX.Element {
  const said = text.marks.find((one) => one.mark === reply.customer_mark);
  const next = nextStep(reply.marks);
  return (
    <section class="turned own">
      <h2 class="row-title">
        {text.reveal.yours}
        {reply.heard && <Pill kind="solid">{`★ ${text.reveal.best}`}</Pill>}
      </h2>
      {reply.points && (
        <Points points={reply.points} names={[text.reveal.rubric, text.reveal.peers, text.reveal.customer]} provisional={text.reveal.unsettled} />
      )}
      {said && (
        <p>
          {text.reveal.felt} <span aria-hidden="true">{said.face}</span> <b>{said.word}</b>
        </p>
      )}
      <div dir="auto">
        <Evidence text={reply.text} evidence={inFocus(reply.marks)} name={(criterion) => text.criteria[criterion]} />
      </div>
      {reply.abstained && <p class="note">{reply.abstained}</p>}
      <Levels marks={reply.marks} />
      {next && (
        <p class="next">
          <b>{`${text.reveal.next}: ${text.criteria[next.criterion]}.`}</b> {next.next}
        </p>
      )}
      {reply.interrupted && <p class="soft">{text.reveal.interrupted}</p>}
      {reply.by_clock && <p class="soft">{text.reply.sentByClock}</p>}
      {reply.signed ? (
        <p class="soft">{text.reveal.signed}</p>
      ) : (
        <div>
          <Button size="small" onPress={() => link.send({ name: "sign_reply", body: { token: reply.token } })}>
            {text.reveal.sign}
          </Button>{" "}
          <small>{text.reveal.signHint}</small>
        </div>
      )}
    </section>
  );
}

/** The mark whose next level is worth most here: the heaviest among the lowest. */
export function nextStep(marks: readonly MarkView[]): MarkView | undefined {
  const open = marks.filter((mark) => mark.weight > 0 && mark.level !== null && mark.next);
  return [...open].sort((one, other) => (one.level ?? 0) - (other.level ?? 0) || other.weight - one.weight)[0];
}
