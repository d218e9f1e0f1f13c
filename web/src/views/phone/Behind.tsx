// Team-mates behind the agent on the line: they read along, mark what a turn did, and may take over. Knows no votes.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { now } from "../../parts/now";
import { cue } from "../../sound";
import { text } from "../../text";
import type { ExchangeView, LineView, MomentKind, SeatDocument } from "../../wire.gen";
import { CaseSheet } from "./CaseSheet";
import { Conversation } from "./Conversation";
import { LineRow, Snippet, lastTurn } from "./Exchange";
import type { Playing } from "./now";
import { Screen } from "./Screen";

const KINDS: readonly MomentKind[] = ["calmed", "stung"];
const SAFE = 500; // milliseconds by which this phone's idea of the server's clock may be early
const FACES: Readonly<Record<MomentKind, string>> = { calmed: "🕊️", stung: "🐝" };

export function Behind({ scene, seat, file }: Playing): JSX.Element {
  const reading = useSignal(false);
  const turn = lastTurn(scene);
  return (
    <Screen
      title={text.live.behind}
      quietTitle
      kind="answer"
      foot={
        <>
          <LineRow scene={scene} />
          {turn ? <Moments seat={seat} turn={turn} /> : <p class="soft">{text.live.behindHint}</p>}
          <div class="foot-row">
            <Button onPress={() => (reading.value = true)}>{text.brief.open}</Button>
            {scene.exchange && <TapIn exchange={scene.exchange} />}
          </div>
        </>
      }
    >
      <Conversation scene={scene} />
      {reading.value && <CaseSheet scene={scene} file={file} onClose={() => (reading.value = false)} />}
    </Screen>
  );
}

/** What the newest turn did. One's own turn is for others to judge. */
function Moments({ seat, turn }: { seat: SeatDocument; turn: LineView }): JSX.Element {
  const { token } = turn;
  if (!token || seat.replies.some((reply) => reply.token === token)) return <p class="soft">{text.live.behindHint}</p>;
  const marked = seat.moments.find((moment) => moment.token === token)?.kind;
  return (
    <div class="moments" role="group" aria-label={text.live.moment}>
      <Snippet line={turn} />
      <div class="foot-row">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            pressed={marked === kind}
            onPress={() => marked !== kind && link.send({ name: "mark_moment", body: { token, kind } })}
          >
            <span aria-hidden="true">{FACES[kind]}</span> {text.live[kind]}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Whoever has just begun is left alone for a moment. */
function TapIn({ exchange }: { exchange: ExchangeView }): JSX.Element {
  const soon = Math.ceil((exchange.tap_in_from + SAFE - now.value) / 1000);
  const take = async (): Promise<void> => {
    const answer = await link.send({ name: "tap_in", body: {} });
    if (answer.ok) cue("turn");
  };
  return (
    <Button kind="primary" disabled={soon > 0} onPress={take}>
      {soon > 0 ? text.live.tapInSoon(soon) : text.live.tapIn}
    </Button>
  );
}
