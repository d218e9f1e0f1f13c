// "When they ..., I will ...": an aim for the next round, tied to one criterion. Knows nothing of how it is met.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { AimView, Criterion, OwnReply } from "../../wire.gen";
import type { Now } from "./now";
import { Screen } from "./Screen";

const NOTE_LENGTH = 200;
const CHOICES = 4;

export function AimPicker({ seat, lobby, lead }: Now & { lead: string }): JSX.Element {
  const changing = useSignal(seat.next_aim === null);
  const criterion = useSignal<Criterion>(seat.next_aim?.criterion ?? weakest(seat.replies)[0] ?? "empathy");
  const when = useSignal(seat.next_aim?.when ?? "");
  const will = useSignal(seat.next_aim?.will ?? "");
  const set = async (): Promise<void> => {
    const body: AimView = { criterion: criterion.value, when: when.value.trim(), will: will.value.trim() };
    const answer = await link.send({ name: "set_aim", body });
    if (answer.ok) changing.value = false;
  };
  if (!changing.value && seat.next_aim) {
    return (
      <Screen
        title={text.take.isSet}
        lead={text.take.aimLead}
        kind="take"
        foot={
          <>
            {lobby.practice && (
              <Button kind="primary" size="large" wide onPress={goOn}>
                {text.practice.onwards}
              </Button>
            )}
            <Button kind="quiet" wide onPress={() => (changing.value = true)}>
              {text.take.change}
            </Button>
          </>
        }
      >
        <blockquote class="after" dir="auto">
          {text.take.when} {seat.next_aim.when}, {text.take.will} {seat.next_aim.will}.
        </blockquote>
      </Screen>
    );
  }
  return (
    <Screen
      title={text.take.aimTitle}
      lead={lead}
      kind="take"
      foot={
        <>
          <Button kind="primary" size="large" wide disabled={!when.value.trim() || !will.value.trim()} onPress={set}>
            {text.take.set}
          </Button>
          {lobby.practice && (
            <Button kind="quiet" wide onPress={goOn}>
              {text.practice.noAim}
            </Button>
          )}
        </>
      }
    >
      <label class="field">
        {text.take.criterion}
        <select value={criterion.value} onChange={(event) => (criterion.value = event.currentTarget.value as Criterion)}>
          {weakest(seat.replies).map((one) => (
            <option key={one} value={one}>
              {text.criteria[one]}
            </option>
          ))}
        </select>
      </label>
      <section class="lines">
        <h2>{text.take.ideas}</h2>
        {text.aims[criterion.value].slice(0, CHOICES).map((idea) => (
          <button
            key={idea.when}
            type="button"
            class="line"
            aria-pressed={when.value === idea.when && will.value === idea.will}
            onClick={() => {
              when.value = idea.when;
              will.value = idea.will;
            }}
          >
            {text.take.when} {idea.when}, {text.take.will} {idea.will}.
          </button>
        ))}
      </section>
      <label class="field">
        {text.take.when}
        <input dir="auto" maxLength={NOTE_LENGTH} value={when.value} onInput={(event) => (when.value = event.currentTarget.value)} />
      </label>
      <label class="field">
        {text.take.will}
        <input dir="auto" maxLength={NOTE_LENGTH} value={will.value} onInput={(event) => (will.value = event.currentTarget.value)} />
      </label>
    </Screen>
  );
}

/** Nobody else waits here, and no clock ends it. */
function goOn(): Promise<unknown> {
  return link.send({ name: "ready", body: {} });
}

/** All criteria, those first in which this round left most to win. */
function weakest(replies: readonly OwnReply[]): Criterion[] {
  const lowest = new Map<Criterion, number>();
  for (const mark of replies.flatMap((reply) => reply.marks)) {
    if (mark.weight > 0 && mark.level !== null) lowest.set(mark.criterion, Math.min(mark.level, lowest.get(mark.criterion) ?? 3));
  }
  const all = Object.keys(text.criteria) as Criterion[];
  return all.sort((one, other) => (lowest.get(one) ?? 4) - (lowest.get(other) ?? 4));
}
