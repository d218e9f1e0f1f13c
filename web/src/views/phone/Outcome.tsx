// How a scene ended, and stepping out of it: thanks, and one sentence from the customer. Knows nothing of points.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { HeatCurve } from "../../parts/HeatCurve";
import { text } from "../../text";
import type { OutcomeKind, OutcomeView } from "../../wire.gen";
import { Judge } from "./Gallery";
import { useGrowing } from "./growing";
import { authored } from "./authored";
import type { Playing } from "./now";
import { Rooms } from "./Rooms";
import { Screen } from "./Screen";

const NOTE_LENGTH = 200;
export const SIGNS: Readonly<Record<OutcomeKind, string>> = {
  hung_up: "📵",
  walked_away: "🚪",
  customer_for_life: "💛",
  resolved: "🤝",
  calm_but_unresolved: "🍵",
  stopped: "🕊️",
};

export function Outcome({ scene, seat, board, lobby }: Playing): JSX.Element | null {
  const outcome = scene.outcome;
  if (!outcome) return null;
  const played = seat.role === "customer";
  const stopped = outcome.kind === "stopped";
  return (
    <Screen
      title={text.outcomes[outcome.kind]}
      kind="outcome"
      foot={
        !seat.ready && (
          <Button size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.outcome.ready}
          </Button>
        )
      }
    >
      <p class="big-face outcome-sign" aria-hidden="true">
        {SIGNS[outcome.kind]}
      </p>
      {outcome.line && <p class="outcome-line" {...authored()}>{outcome.line}</p>}
      {played && !stopped && <StepOut name={seat.name} outcome={outcome} />}
      {seat.role === "agent" && !stopped && !lobby.practice && (
        <section class="panel">
          <p>{text.outcome.thankHint}</p>
          <Button kind="primary" wide disabled={seat.thanked} onPress={() => link.send({ name: "thank_customer", body: {} })}>
            {seat.thanked ? `✓ ${text.outcome.thanked}` : text.outcome.thank}
          </Button>
        </section>
      )}
      {outcome.word_of_mouth && (
        <Card kind="note">
          <h2 class="card-title">{text.outcome.theySay}</h2>
          <p {...authored()}>{outcome.word_of_mouth}</p>
        </Card>
      )}
      {outcome.heat.length > 1 && (
        <section>
          <h2>{text.outcome.heat}</h2>
          <HeatCurve curves={[]} mean={outcome.heat} width={360} height={220} opening={text.curve.opening} beat={text.curve.beat} />
        </section>
      )}
      <Judge seat={seat} />
      {!lobby.practice && <Rooms board={board} own={scene.team} />}
    </Screen>
  );
}

/** The customer is themselves again. */
function StepOut({ name, outcome }: { name: string; outcome: OutcomeView }): JSX.Element {
  const words = useSignal("");
  const grows = useGrowing(words.value);
  return (
    <section class="panel step-out">
      <h2>
        <bdi>{text.outcome.youAre(name)}</bdi>
      </h2>
      {outcome.thanks > 0 && <p>{text.outcome.thanks(outcome.thanks)}</p>}
      {outcome.step_out ? (
        <>
          <p>
            <q dir="auto">{outcome.step_out}</q>
          </p>
          <p class="soft">{text.outcome.done}</p>
        </>
      ) : (
        <>
          <label for="step-out">{text.outcome.stepOut}</label>
          <textarea
            id="step-out"
            ref={grows}
            dir="auto"
            rows={2}
            maxLength={NOTE_LENGTH}
            placeholder={text.outcome.stepOutPlaceholder}
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
          />
          <p class="soft">{text.outcome.stepOutHint}</p>
          <Button
            kind="primary"
            wide
            disabled={!words.value.trim()}
            onPress={() => link.send({ name: "step_out", body: { text: words.value.trim() } })}
          >
            {text.common.send}
          </Button>
        </>
      )}
    </section>
  );
}
