// Clocks stand still, or one person has stepped aside. It looks the same whoever paused or pressed stop.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Question } from "../../parts/Sheet";
import { text } from "../../text";
import type { SceneDocument, SeatDocument } from "../../wire.gen";
import { aside } from "./aside-state";
import { Screen } from "./Screen";
import { leave, putAside, seating } from "./session";

interface PausedProps {
  seat: SeatDocument;
  /** Null for whoever is in no scene: they have no part to swap. */
  scene: SceneDocument | null;
}

export function Paused({ seat, scene }: PausedProps): JSX.Element {
  const leaving = useSignal(false);
  const alone = seating.value?.practice === true;
  const away = alone ? putAside : leave;
  return (
    <Screen
      title={text.stop.title}
      lead={aside.value ? text.stop.asideLead : text.stop.lead}
      kind="paused"
      foot={
        scene ? (
          <>
            <p class="centred soft" role="status">
              {seat.going_on ? text.stop.waiting : ""} {text.stop.going(scene.going_on)}
            </p>
            <Button size="large" wide pressed={seat.going_on} disabled={seat.going_on} onPress={() => link.send({ name: "go_on", body: {} })}>
              {text.stop.goOn}
            </Button>
            {!alone && (
              <Button size="large" wide onPress={() => link.send({ name: "swap_role", body: {} })}>
                {text.stop.swap}
              </Button>
            )}
            <Button size="large" wide onPress={() => (leaving.value = true)}>
              {text.stop.leave}
            </Button>
          </>
        ) : (
          aside.value && (
            <>
              <Button size="large" wide onPress={() => (aside.value = false)}>
                {text.stop.goOn}
              </Button>
              <Button size="large" wide onPress={() => (leaving.value = true)}>
                {text.stop.leave}
              </Button>
            </>
          )
        )
      }
    >
      <div class="paused-sign" aria-hidden="true">
        <span />
        <span />
      </div>
      {leaving.value && (
        <Question title={text.menu.leaveSure} yes={text.stop.leave} no={text.common.cancel} onYes={away} onClose={() => (leaving.value = false)}>
          <p>{alone ? text.practice.asideHint : text.menu.leaveHint}</p>
        </Question>
      )}
    </Screen>
  );
}

/** The facilitator gathers the room: eyes up. */
export function LookUp(): JSX.Element {
  return (
    <Screen title={text.stop.gatherTitle} lead={text.stop.gather} kind="paused">
      <p class="look-up" aria-hidden="true">
        ↑
      </p>
    </Screen>
  );
}
