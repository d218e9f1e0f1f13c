// The marks of one's own reply: level, reasons, what the next level takes, and the second look. On one's own phone only.
import type { JSX } from "preact";

import { Evidence, Reasons } from "../../parts/Evidence";
import { numbered } from "../../parts/reasons";
import { text } from "../../text";
import type { Evidence as EvidenceItem, MarkView, OwnReply } from "../../wire.gen";
import { inFocus, Level, peersJudge } from "./Levels";
import { Ask, LookLine } from "./SecondLook";

interface MarksProps {
  reply: OwnReply;
  /** Whether one may still ask for a second look in this round. */
  canAppeal: boolean;
}

export function Marks({ reply, canAppeal }: MarksProps): JSX.Element {
  const judged = reply.marks.filter((mark) => mark.weight > 0);
  const elsewhere = reply.marks.filter((mark) => mark.weight === 0 && reply.looks.some((look) => look.criterion === mark.criterion));
  const evidence = inFocus(reply.marks);
  const numbers = numbered(evidence);
  const first = nextStep(reply.marks);
  return (
    <>
      <div dir="auto">
        <Evidence text={reply.text} evidence={evidence} numbers={numbers} name={(criterion) => text.criteria[criterion]} />
      </div>
      {reply.abstained && (
        <p class="note">
          {reply.abstained} {peersJudge(reply) ? text.reveal.peersDecide : text.reveal.nobodyDecides}
        </p>
      )}
      {judged.length > 0 && (
        <ul class="judged">
          {[...judged, ...elsewhere].map((mark) => (
            <OneMark key={mark.criterion} mark={mark} reply={reply} numbers={numbers} first={mark === first} canAppeal={canAppeal} />
          ))}
        </ul>
      )}
      {reply.cues_only && !reply.abstained && <p class="soft judged-by">{text.reveal.cuesOnly}</p>}
    </>
  );
}

interface OneMarkProps extends MarksProps {
  mark: MarkView;
  numbers: ReadonlyMap<EvidenceItem, number>;
  /** The mark whose next level is worth most. */
  first: boolean;
}

function OneMark({ mark, reply, numbers, first, canAppeal }: OneMarkProps): JSX.Element {
  const look = reply.looks.find((one) => one.criterion === mark.criterion);
  const asks = canAppeal && !look && mark.level !== null && mark.next !== "";
  return (
    <li>
      <p class="judged-head">
        <b>{text.criteria[mark.criterion]}</b>
        <Level mark={mark} peers={peersJudge(reply)} />
      </p>
      {mark.review && !look && <p class="soft">{text.reveal.review}</p>}
      <Reasons evidence={mark.evidence} numbers={numbers} />
      {mark.evidence.length === 0 && mark.level !== null && <p class="soft">{text.reveal.nothingFound(mark.level)}</p>}
      {mark.next && (
        <p class={first ? "judged-next judged-next-first" : "judged-next"}>
          <b>{text.reveal.next}:</b> {mark.next}
        </p>
      )}
      {look && <LookLine look={look} />}
      {asks && <Ask token={reply.token} criterion={mark.criterion} />}
    </li>
  );
}

/** The mark whose next level is worth most here: the heaviest among the lowest. */
export function nextStep(marks: readonly MarkView[]): MarkView | undefined {
  const open = marks.filter((mark) => mark.weight > 0 && mark.level !== null && mark.next);
  return [...open].sort((one, other) => (one.level ?? 0) - (other.level ?? 0) || other.weight - one.weight)[0];
}
