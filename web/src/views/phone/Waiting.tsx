// What a waiting phone shows: whom it waits for, a tip in focus, something to judge. Knows nothing of the phase.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { Criterion, SceneDocument, SeatId } from "../../wire.gen";
import { tipFor } from "./content";
import type { Playing } from "./now";
import { others, person } from "./people";

interface WaitingProps {
  scene: SceneDocument;
  /** The line about whom we wait for stands elsewhere. */
  bare?: boolean;
}

export function Waiting({ scene, bare = false }: WaitingProps): JSX.Element {
  return (
    <div class="waiting">
      {!bare && <WaitingLine scene={scene} />}
      <TipCard criteria={scene.focus.map((item) => item.criterion)} />
    </div>
  );
}

/** "Waiting for Ana and Tom", with their faces. */
export function WaitingLine({ scene }: { scene: SceneDocument }): JSX.Element | null {
  const waiting = others(scene.waiting_for);
  if (waiting.length === 0) return null;
  return (
    <p class="waiting-line">
      <Faces seats={scene.waiting_for} /> <bdi>{text.wait.for(waiting)}</bdi>
    </p>
  );
}

/** How many replies are in, with the faces of whoever wrote them; who still writes is in the agents' case file only. */
export function WhoIsIn({ scene, file }: Pick<Playing, "scene" | "file">): JSX.Element | null {
  if (scene.sent === 0) return null;
  const done = scene.phase === "reply" && file ? scene.eligible.filter((seat) => !file.writing.includes(seat)) : [];
  return (
    <span class="in-line-who">
      <Faces seats={done} /> {text.reply.in(scene.sent, scene.eligible.length)}
    </span>
  );
}

/** Small faces in a row. */
export function Faces({ seats }: { seats: readonly SeatId[] }): JSX.Element {
  return (
    <span class="faces-row" aria-hidden="true">
      {seats.slice(0, 6).map((seat) => {
        const card = person(seat);
        return card && <Avatar key={seat} face={card.avatar} name={card.name} faceOnly />;
      })}
    </span>
  );
}

/** A coaching tip that fits what counts now; a tap shows the next one. */
export function TipCard({ criteria }: { criteria: readonly Criterion[] }): JSX.Element | null {
  const turn = useSignal(0);
  const tip = tipFor(criteria, turn.value);
  if (!tip) return null;
  return (
    <section class="tip" aria-label={text.wait.tip}>
      <p class="tip-kind">{text.wait.tip}</p>
      <h2>{tip.title}</h2>
      <p>{tip.tip}</p>
      <p class="tip-say">
        <b>{text.wait.say}</b> <q>{tip.say}</q>
      </p>
      <p class="tip-avoid">
        <b>{text.wait.rather}</b> <q>{tip.avoid}</q>
      </p>
      <Button kind="quiet" size="small" onPress={() => (turn.value += 1)}>
        {text.wait.another}
      </Button>
    </section>
  );
}
