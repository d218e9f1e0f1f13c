// After the reply is out, and after the votes are in: never an empty wait. Knows nothing of whose text is whose.
import type { JSX } from "preact";

import { Bubble } from "../../parts/Bubble";
import { text } from "../../text";
import { Judge } from "./Gallery";
import type { Playing } from "./now";
import { others } from "./people";
import { Screen } from "./Screen";
import { TipCard, WhoIsIn } from "./Waiting";

/** One's own reply is in; the others still write. */
export function Sent({ scene, seat, file }: Playing): JSX.Element {
  const mine = seat.replies.find((reply) => reply.beat === scene.beat);
  const writing = others(file?.writing ?? []);
  return (
    <Screen
      title={text.reply.sentTitle}
      lead={writing.length > 0 ? text.wait.writing(writing) : text.wait.marking(scene.persona)}
      kind="wait"
      foot={
        <p class="in-line">
          <WhoIsIn scene={scene} file={file} />
        </p>
      }
    >
      {mine?.by_clock && <p class="note">{text.reply.sentByClock}</p>}
      {mine?.interrupted && <p class="note">{text.reply.interrupted}</p>}
      {mine && (
        <Bubble who="agent">
          <span dir="auto">{mine.text}</span>
        </Bubble>
      )}
      <Judge seat={seat} />
      <TipCard criteria={scene.focus.map((item) => item.criterion)} />
    </Screen>
  );
}

/** One's own votes are in, or there is nothing to vote on. */
export function Voted({ scene, seat, lobby }: Playing): JSX.Element {
  const waiting = others(scene.waiting_for);
  const title = seat.duels.length > 0 ? text.wait.voteDone : seat.role === "customer" ? text.hear.all : text.wait.voteNone;
  if (lobby.practice) return <Reading scene={scene} seat={seat} />;
  const lead = waiting.length > 0 ? text.wait.voting(waiting) : text.wait.nobody;
  return (
    <Screen title={title} lead={lead} kind="wait">
      <Judge seat={seat} />
      <TipCard criteria={scene.focus.map((item) => item.criterion)} />
    </Screen>
  );
}

/** Alone with the customer: there is nothing to vote on, and what one wrote is being read. */
function Reading({ scene, seat }: Pick<Playing, "scene" | "seat">): JSX.Element {
  const mine = seat.replies.find((reply) => reply.beat === scene.beat);
  return (
    <Screen title={text.reply.sentTitle} lead={text.practice.reading(scene.persona)} kind="wait">
      {mine && (
        <Bubble who="agent">
          <span dir="auto">{mine.text}</span>
        </Bubble>
      )}
      <TipCard criteria={scene.focus.map((item) => item.criterion)} />
    </Screen>
  );
}
