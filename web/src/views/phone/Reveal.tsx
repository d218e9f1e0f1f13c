// What a beat came to: heat and why it moved, one's own reply, the heard one, the others. Knows no later beat.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { BestWords, Evidence } from "../../parts/Evidence";
import { Points } from "../../parts/Points";
import { cue } from "../../sound";
import { text } from "../../text";
import type { HeardView, OtherView, OwnReply, RevealView } from "../../wire.gen";
import { HeatChange } from "./HeatChange";
import { inFocus, Levels, peersJudge } from "./Levels";
import { authored } from "./authored";
import { Noticed } from "./Noticed";
import type { Playing } from "./now";
import { OwnResultCard } from "./OwnReply";
import { Screen } from "./Screen";
import { WaitingLine } from "./Waiting";

export function Reveal({ scene, seat, lobby }: Playing): JSX.Element | null {
  const reveal = scene.reveal;
  useEffect(() => cue("reveal"), []);
  if (!reveal) return null;
  const live = scene.mode === "live";
  const own = seat.replies.filter((reply) => reply.beat === scene.beat).sort(byPoints);
  const [mine, ...more] = own;
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
      {mine && <OwnResultCard reply={mine} canAppeal={seat.can_appeal} alone={lobby.practice} live={live} />}
      {more.length > 0 && (
        <details>
          <summary>{text.live.more(more.length)}</summary>
          {more.map((reply) => (
            <OwnResultCard key={reply.token} reply={reply} canAppeal={seat.can_appeal} alone={lobby.practice} live={live} />
          ))}
        </details>
      )}
      {!mine && !live && seat.role === "agent" && scene.eligible.includes(seat.seat) && <p class="note">{text.reveal.noReply}</p>}
      {!reveal.heard && reveal.silence && (
        <section class="turned">
          <h2>{text.reveal.silence}</h2>
          <p {...authored()}>{reveal.silence}</p>
        </section>
      )}
      {reveal.heard && reveal.heard.token !== mine?.token && <Heard heard={reveal.heard} live={live} />}
      <Learnt reveal={reveal} />
      <Others others={reveal.others.filter((other) => own.every((reply) => reply.token !== other.token))} live={live} />
    </Screen>
  );
}

/** Best first: of a live beat the best turn counts. */
function byPoints(one: OwnReply, other: OwnReply): number {
  return (other.points?.total ?? 0) - (one.points?.total ?? 0);
}

function Heard({ heard, live }: { heard: HeardView; live: boolean }): JSX.Element {
  const said = text.marks.find((one) => one.mark === heard.customer_mark);
  return (
    <section class="turned">
      <h2>{live ? text.live.turned : text.reveal.heard}</h2>
      <p class="signed">
        <bdi>{text.reveal.heardBy(heard.name)}</bdi>
        {said && ` ${said.face} ${said.word}`}
        {heard.by_clock && <small> ({text.reveal.byClock})</small>}
      </p>
      <div dir="auto">
        <Evidence text={heard.text} evidence={inFocus(heard.marks)} name={(criterion) => text.criteria[criterion]} />
      </div>
      <Noticed calmed={heard.calmed} stung={heard.stung} />
      <Levels marks={heard.marks} peers={peersJudge(heard)} />
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

function Others({ others, live }: { others: readonly OtherView[]; live: boolean }): JSX.Element | null {
  if (others.length === 0) return null;
  return (
    <section class="others">
      <h2 class="row-title">
        {live ? text.live.others : text.reveal.others} <span class="soft">{text.reveal.bestWords}</span>
      </h2>
      {others.map((other) => (
        <div key={other.token} class="other" dir="auto">
          {other.covered ? <p class="covered">{text.duel.covered}</p> : <BestWords text={other.text} best={other.best} />}
          <Noticed calmed={other.calmed} stung={other.stung} />
          {other.total !== null && <p class="soft tabular">{text.between.points(Math.round(other.total).toString())}</p>}
        </div>
      ))}
    </section>
  );
}
