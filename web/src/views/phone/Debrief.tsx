// The look back on one's own phone: the room's curve, what customers needed, one own sentence. Knows no names.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Evidence } from "../../parts/Evidence";
import { HeatCurve } from "../../parts/HeatCurve";
import { text } from "../../text";
import type { DebriefView, MarkView, OwnReply } from "../../wire.gen";
import { Marks, nextStep } from "./Marks";
import type { Now } from "./now";
import { Screen } from "./Screen";
import { Looks } from "./SecondLook";
import { BeforeAfter } from "./SecondTake";

const APART = 20; // points between peers and rubric from which it is worth a word

export function Debrief({ board, seat, lobby }: Now): JSX.Element {
  const view = board.debrief;
  return (
    <Screen
      title={text.debrief.title}
      kind="debrief"
      foot={
        !seat.ready && (
          <Button size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.debrief.ready}
          </Button>
        )
      }
    >
      {view && <Room view={view} title={lobby.practice ? text.outcome.heat : text.debrief.room} />}
      {view && <Customers view={view} title={lobby.practice ? text.practice.needs : text.debrief.needs} />}
      <OwnSentence replies={seat.replies} customer={seat.results.at(-1)?.role === "customer"} />
      <Differ replies={seat.replies} />
      <AllMarks replies={seat.replies} canAppeal={seat.can_appeal} />
      <Looks replies={seat.replies} />
      {seat.take && (
        <section>
          <h2>{text.take.title}</h2>
          <BeforeAfter take={seat.take} />
        </section>
      )}
      {view && view.calmed + view.stung > 0 && <p>{text.live.debrief(view.calmed, view.stung)}</p>}
      {view && view.aims_set > 0 && <p>{text.debrief.aims(view.aims_met, view.aims_set)}</p>}
    </Screen>
  );
}

/** Every reply of the round with its marks, folded away; until the debrief ends one may ask for a second look here. */
function AllMarks({ replies, canAppeal }: { replies: readonly OwnReply[]; canAppeal: boolean }): JSX.Element | null {
  if (replies.length === 0) return null;
  return (
    <section class="all-marks">
      <h2>{text.debrief.marks}</h2>
      {replies.map((reply) => (
        <details key={reply.token}>
          <summary>
            {text.beat(reply.beat, replies.length)}
            {reply.points && <span class="soft tabular"> {text.between.points(Math.round(reply.points.total).toString())}</span>}
          </summary>
          <div class="own-marks">
            <Marks reply={reply} canAppeal={canAppeal} />
          </div>
        </details>
      ))}
    </section>
  );
}

function Room({ view, title }: { view: DebriefView; title: string }): JSX.Element | null {
  if (view.mean.length < 2) return null;
  const calls = [
    ...(view.fall === null ? [] : [{ beat: view.fall, word: "↓" }]),
    ...(view.rise === null ? [] : [{ beat: view.rise, word: "↑" }]),
  ];
  return (
    <section>
      <h2>{title}</h2>
      <HeatCurve
        curves={view.curves.map((curve) => curve.heat)}
        mean={view.mean}
        calls={calls}
        width={360}
        height={240}
        opening={text.curve.opening}
        beat={text.curve.beat}
      />
      <p>
        {view.fall !== null && text.debrief.fall(view.fall)} {view.rise !== null && text.debrief.rise(view.rise)}
      </p>
    </section>
  );
}

function Customers({ view, title }: { view: DebriefView; title: string }): JSX.Element | null {
  const most = Math.max(1, ...view.needs.map(([, times]) => times));
  if (view.needs.length === 0 && view.step_outs.length === 0) return null;
  return (
    <section>
      {view.needs.length > 0 && <h2>{title}</h2>}
      <ul class="needs">
        {view.needs.map(([need, times]) => (
          <li key={need} style={{ "--share": (times / most).toFixed(2) }}>
            <span>{text.needs[need].name}</span> <b class="tabular">{times}</b>
          </li>
        ))}
      </ul>
      {view.step_outs.length > 0 && <h3>{text.debrief.stepOuts}</h3>}
      {view.step_outs.map((words, place) => (
        <blockquote key={place} class="after" dir="auto">
          {words}
        </blockquote>
      ))}
    </section>
  );
}

/** The reply with most to learn from, its words marked, and the next level written out. */
function OwnSentence({ replies, customer }: { replies: readonly OwnReply[]; customer: boolean }): JSX.Element | null {
  if (customer && replies.length === 0) return <p class="note">{text.debrief.yoursNone}</p>;
  const best = pick(replies);
  if (!best) return null;
  const { reply, mark } = best;
  return (
    <section>
      <h2>{text.debrief.yours}</h2>
      <div class="after" dir="auto">
        <Evidence
          text={reply.text}
          evidence={mark.evidence.length > 0 ? mark.evidence : reply.marks.flatMap((one) => one.evidence)}
          name={(criterion) => text.criteria[criterion]}
        />
      </div>
      <p class="next">
        <b>{`${text.reveal.next}: ${text.criteria[mark.criterion]}.`}</b> {mark.next}
      </p>
    </section>
  );
}

function pick(replies: readonly OwnReply[]): { reply: OwnReply; mark: MarkView } | null {
  const open = replies.flatMap((reply) => {
    const mark = nextStep(reply.marks);
    return mark ? [{ reply, mark }] : [];
  });
  return [...open].sort((one, other) => (one.mark.level ?? 0) - (other.mark.level ?? 0))[0] ?? null;
}

function Differ({ replies }: { replies: readonly OwnReply[] }): JSX.Element | null {
  const apart = replies.find(({ points }) => points && points.rubric !== null && points.peers !== null && Math.abs(points.peers - points.rubric) >= APART);
  if (!apart?.points) return null;
  const { rubric, peers } = apart.points;
  return (
    <section>
      <h2>{text.debrief.differ}</h2>
      <p>{(peers ?? 0) > (rubric ?? 0) ? text.debrief.peersMore : text.debrief.peersLess}</p>
      <p class="soft tabular">
        {text.beat(apart.beat, replies.length)}: {text.reveal.rubric} {Math.round(rubric ?? 0)}, {text.reveal.peers} {Math.round(peers ?? 0)}
      </p>
    </section>
  );
}
