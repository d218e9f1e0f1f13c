// What everybody in a live exchange sees: who is on the line, and how long the customer has been kept waiting.
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Clock } from "../../parts/Clock";
import { text } from "../../text";
import type { LineView, SceneDocument, SeatId } from "../../wire.gen";
import { me, nameOf, person } from "./people";

/** Who is on the line now, or "" where nobody is. */
export function onLine(scene: SceneDocument): SeatId {
  return scene.exchange?.line.at(-1) ?? "";
}

/** The newest turn of this beat that somebody can read; undefined before the first. */
export function lastTurn(scene: SceneDocument): LineView | undefined {
  return scene.lines.filter((line) => line.kind === "turn" && line.beat === scene.beat && line.text).at(-1);
}

/** Whether the last word of this beat was the customer's; a hold notice is no answer. */
function customerWaits(scene: SceneDocument): boolean {
  return scene.lines.filter((line) => line.beat === scene.beat && line.kind !== "hold").at(-1)?.kind !== "turn";
}

/** One row: the face of whoever is on the line, and whose turn it is. */
export function LineRow({ scene, customer = false }: { scene: SceneDocument; customer?: boolean }): JSX.Element {
  const seat = onLine(scene);
  const card = person(seat);
  const mine = seat !== "" && seat === me();
  const patience = scene.exchange?.patience ?? null;
  const words = customer ? text.live.you : text.live.they;
  const said = scene.exchange?.holding ? words.held : customerWaits(scene) ? words.waits : words.turn;
  return (
    <div class="line-row">
      <span class="line-row-who">
        {card && <Avatar face={card.avatar} name={card.name} faceOnly />}
        <b>{mine ? text.live.onLine : card ? text.live.isOnLine(nameOf(seat)) : text.live.nobody}</b>
      </span>
      <span class="line-row-wait">
        {scene.phase === "live" && said(scene.persona.split(" ")[0] ?? "")}
        {patience && <Clock clock={patience} of={text.live.silence} />}
      </span>
    </div>
  );
}

/** The beginning of what was said, so that it is clear what is being judged. */
export function Snippet({ line }: { line: LineView }): JSX.Element {
  return (
    <p class="snippet">
      <q dir="auto">{line.text}</q>
    </p>
  );
}
