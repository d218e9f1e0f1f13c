// What a beat came to: heat and why it moved, one's own reply, the heard one, the others. Knows no later beat.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { BestWords, Evidence } from "../../parts/Evidence";
import { Points } from "../../parts/Points";
import { cue } from "../../sound";
import { text } from "../../text";
import type { HeardView, OtherView, RevealView } from "../../wire.gen";
import { HeatChange } from "./HeatChange";
import { inFocus, Levels } from "./Levels";
import { authored } from "./authored";
import type { Playing } from "./now";
import { OwnResultCard } from "./OwnReply";
import { Screen } from "./Screen";
import { WaitingLine } from "./Waiting";

export function Reveal({ scene, seat, lobby }: Playing): JSX.Element | null {
  const reveal = scene.reveal;
  useEffect(() => cue("reveal"), []);
  if (!reveal) return null;
  const mine = seat.replies.find((reply) => reply.beat === scene.beat);
  const change = reveal.heat_after - reveal.heat_before;
  const headline = change === 0 ? text.reveal.heatSame : change < 0 ? text.reveal.heatFell(-change) : text.reveal.heatRose(change);
  return (
    <Screen
      title={headline}
      kind="reveal"
      foot={
        seat.ready ? (
          <WaitingLine scene={scene} />
        ) : (
          <Button kind="primary" size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.reveal.ready}
          </Button>
        )
      }
    >
      <HeatChange before={reveal.heat_before} after={reveal.heat_after} word={scene.heat.word} persona={scene.persona} steps={reveal.steps} />
      {mine && <OwnResultCard reply={mine} canAppeal={seat.can_appeal} alone={lobby.practice} />}
      {!mine && seat.role === "agent" && scene.eligible.includes(seat.seat) && <p class="note">{text.reveal.noReply}</p>}
      {!reveal.heard && reveal.silence && (
        <section class="turned">
          <h2>{text.reveal.silence}</h2>
          <p {...authored()}>{reveal.silence}</p>
        </section>
      )}
      {reveal.heard && reveal.heard.token !== mine?.token && <Heard heard={reveal.heard} />}
      <Learnt reveal={reveal} />
      <Others others={reveal.others.filter((other) => other.token !== mine?.token)} />
    </Screen>
  );
}

function Heard({ heard }: { heard: HeardView }): JSX.Element {
  const said = text.marks.find((one) => one.mark === heard.customer_mark);
  return (
    <section class="turned">
      <h2>{text.reveal.heard}</h2>
      <p class="signed">
        <bdi>{text.reveal.heardBy(heard.name)}</bdi>
        {said && ` ${said.face} ${said.word}`}
        {heard.by_clock && <small> ({text.reveal.byClock})</small>}
      </p>
      <div dir="auto">
        <Evidence text={heard.text} evidence={inFocus(heard.marks)} name={(criterion) => text.criteria[criterion]} />
      </div>
      <Levels marks={heard.marks} />
      {heard.points && (
        <details>
          <summary>{text.between.points(Math.round(heard.points.total).toString())}</summary>
          <Points points={heard.points} names={[text.reveal.rubric, text.reveal.peers, text.reveal.customer]} provisional={heard.provisional ? text.reveal.unsettled : ""} />
        </details>
      )}
    </section>
  );
}

/** What came out: the sealed need, and facts that are known from now on. */
function Learnt({ reveal }: { reveal: RevealView }): JSX.Element | null {
  if (!reveal.need && reveal.disclosed.length === 0) return null;
  return (
    <section class="learnt">
      {reveal.need && (
        <p>
          <b>{text.reveal.need}:</b> {text.needs[reveal.need].name.toLowerCase()}. {text.needs[reveal.need].hint}
        </p>
      )}
      {reveal.disclosed.map((fact) => (
        <p key={fact}>
          <b>{text.reveal.disclosed}:</b> <span {...authored()}>{fact}</span>
        </p>
      ))}
    </section>
  );
}

function Others({ others }: { others: readonly OtherView[] }): JSX.Element | null {
  if (others.length === 0) return null;
  return (
    <section class="others">
      <h2 class="row-title">
        {text.reveal.others} <span class="soft">{text.reveal.bestWords}</span>
      </h2>
      {others.map((other) => (
        <div key={other.token} class="other" dir="auto">
          {other.covered ? <p class="covered">{text.duel.covered}</p> : <BestWords text={other.text} best={other.best} />}
          {other.total !== null && <p class="soft tabular">{text.between.points(Math.round(other.total).toString())}</p>}
        </div>
      ))}
    </section>
  );
}
