// The customer in a live exchange: says what they want, marks each turn as it comes, and ends it. Knows nothing of who watches.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import type { CardDocument, IncomingReply } from "../../wire.gen";
import { Conversation } from "./Conversation";
import { LineRow, Snippet } from "./Exchange";
import { Lines, Speak, Wildcards } from "./Floor";
import { MarkRow, Ticks } from "./Hear";
import type { Playing } from "./now";
import { RoleText } from "./RoleCard";
import { Screen } from "./Screen";

type Open = "" | "card" | "lines" | "wildcards" | "facts";

export function Talk({ scene, card }: Playing): JSX.Element | null {
  const open = useSignal<Open>("");
  const close = (): unknown => (open.value = "");
  if (!card) return null;
  const turn = card.incoming.filter((reply) => !reply.covered).at(-1);
  const line = scene.lines.find(({ token }) => token !== null && token === turn?.token);
  const answered = card.incoming.length > 0;
  const asked = turn ? turn.suggested.filter((id) => !turn.ticked.includes(id)).length : 0;
  return (
    <Screen
      title={text.live.talk}
      quietTitle
      kind="answer"
      foot={
        <>
          <LineRow scene={scene} customer />
          {turn && (
            <section key={turn.token} class="feels" aria-label={text.live.feels}>
              {line && <Snippet line={line} />}
              <MarkRow token={turn.token} mark={turn.mark} />
            </section>
          )}
          <Speak of={`${scene.team}.${scene.round}.${scene.beat}.live`} />
          <div class="foot-row">
            <Button onPress={() => (open.value = "lines")}>{text.live.lines}</Button>
            <Button onPress={() => (open.value = "facts")}>
              {text.live.facts}
              {asked > 0 && <span class="badge tabular">{asked}</span>}
            </Button>
            <Button onPress={() => (open.value = "card")}>{text.card.peek}</Button>
          </div>
          <Button kind="primary" wide disabled={!answered} onPress={() => link.send({ name: "end_exchange", body: {} })}>
            {text.live.end}
          </Button>
          {!answered && <p class="soft centred">{text.live.endHint}</p>}
        </>
      }
    >
      <Conversation scene={scene} thisBeat />
      {open.value === "lines" && (
        <Sheet title={text.floor.suggested} close={text.common.close} onClose={close}>
          <Lines card={card} heat={scene.heat.value} onSaid={close} />
          {card.wildcards.length > 0 && (
            <Button wide onPress={() => (open.value = "wildcards")}>
              {text.floor.wildcards}
            </Button>
          )}
        </Sheet>
      )}
      {open.value === "wildcards" && <Wildcards card={card} onClose={close} />}
      {open.value === "facts" && (
        <Sheet title={text.live.factsTitle} close={text.common.close} onClose={close}>
          <Facts card={card} turn={turn} />
        </Sheet>
      )}
      {open.value === "card" && (
        <Sheet title={card.persona} close={text.common.close} onClose={close}>
          <RoleText card={card} />
        </Sheet>
      )}
    </Screen>
  );
}

/** What the newest turn may have asked about; a tick says it at once. */
function Facts({ card, turn }: { card: CardDocument; turn: IncomingReply | undefined }): JSX.Element {
  if (!turn) return <p class="soft">{text.live.factsNone}</p>;
  if (card.facts.every((fact) => !fact.hidden || fact.disclosed)) return <p class="soft">{text.live.factsAll}</p>;
  return <Ticks reply={turn} facts={card.facts} hint={text.live.factsHint} />;
}
