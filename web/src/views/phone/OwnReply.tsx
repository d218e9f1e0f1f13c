// One's own reply with its points and marks, and its author's name to put to it. On one's own phone only.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Pill } from "../../parts/Pill";
import { Points } from "../../parts/Points";
import { text } from "../../text";
import type { OwnReply } from "../../wire.gen";
import { Marks } from "./Marks";
import { Noticed } from "./Noticed";

interface OwnResultProps {
  reply: OwnReply;
  canAppeal: boolean;
  /** There is no other reply to be better than, and no room that could be shown it. */
  alone?: boolean;
  /** One turn of several. */
  live?: boolean;
}

export function OwnResultCard({ reply, canAppeal, alone = false, live = false }: OwnResultProps): JSX.Element {
  const said = text.marks.find((one) => one.mark === reply.customer_mark);
  return (
    <section class="turned own">
      <h2 class="row-title">
        {live ? text.live.yours(reply.turn) : text.reveal.yours}
        {reply.heard && !alone && <Pill kind="solid">{`★ ${live ? text.live.best : text.reveal.best}`}</Pill>}
      </h2>
      {reply.points && (
        <Points points={reply.points} names={[text.reveal.rubric, text.reveal.peers, text.reveal.customer]} provisional={reply.provisional ? text.reveal.unsettled : ""} />
      )}
      {said && (
        <p>
          {text.reveal.felt} <span aria-hidden="true">{said.face}</span> <b>{said.word}</b>
        </p>
      )}
      <Noticed calmed={reply.calmed} stung={reply.stung} />
      <Marks reply={reply} canAppeal={canAppeal} />
      {reply.interrupted && <p class="soft">{text.reveal.interrupted}</p>}
      {reply.by_clock && <p class="soft">{text.reply.sentByClock}</p>}
      {alone ? null : reply.signed ? (
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
