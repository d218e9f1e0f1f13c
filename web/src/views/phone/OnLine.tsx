// The agent on the line: free chat with the customer, and asking for time or for relief. Knows nothing of who watches.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { cue } from "../../sound";
import { text } from "../../text";
import type { HoldNotice } from "../../wire.gen";
import { ActionSheet } from "./ActionSheet";
import { CaseSheet } from "./CaseSheet";
import { Conversation } from "./Conversation";
import * as draft from "./draft";
import { LineRow } from "./Exchange";
import type { Playing } from "./now";
import { AimLine, ReplyBox } from "./ReplyBox";
import { Screen } from "./Screen";

const NOTICES: readonly HoldNotice[] = ["look_up", "ask_colleague", "read_back"];
const WAITS = [30, 60] as const;

type Open = "" | "case" | "actions" | "hold";

export function OnLine({ scene, seat, file }: Playing): JSX.Element {
  const open = useSignal<Open>("");
  const close = (): unknown => (open.value = "");
  useEffect(() => draft.begin(`${scene.team}.${scene.round}.${scene.beat}.${seat.seat}`), [scene.round, scene.beat]);

  const send = async (): Promise<void> => {
    const body = { text: draft.words.value.trim(), actions: [...draft.actions.value], offer: draft.offer.value, anyway: false };
    const answer = await link.send({ name: "send_reply", body });
    if (!answer.ok) return;
    draft.clear();
    cue("sent");
  };
  return (
    <Screen
      title={text.live.onLine}
      quietTitle
      kind="answer"
      foot={
        <>
          <LineRow scene={scene} />
          {seat.aim && <AimLine aim={seat.aim} />}
          <ReplyBox persona={scene.persona} />
          <div class="foot-row">
            <Button onPress={() => (open.value = "case")}>{text.brief.open}</Button>
            <Button onPress={() => (open.value = "actions")}>
              {text.reply.actions}
              {draft.actions.value.length > 0 ? <span class="badge tabular">{draft.actions.value.length}</span> : <span aria-hidden="true">+</span>}
            </Button>
            <Button kind="primary" disabled={!draft.words.value.trim()} onPress={send}>
              {text.reply.send}
            </Button>
          </div>
          <div class="foot-row line-helps">
            <Button kind="quiet" size="small" disabled={scene.exchange?.holding ?? false} onPress={() => (open.value = "hold")}>
              {text.live.hold}
            </Button>
            <Button kind="quiet" size="small" onPress={() => link.send({ name: "hand_over", body: {} })}>
              {text.live.handOver}
            </Button>
            <span class="soft tabular">{text.live.turns(scene.exchange?.turns_left ?? 0)}</span>
          </div>
        </>
      }
    >
      <Conversation scene={scene} />
      {open.value === "case" && <CaseSheet scene={scene} file={file} onClose={close} />}
      {open.value === "actions" && file && <ActionSheet file={file} onClose={close} />}
      {open.value === "hold" && <HoldSheet onClose={close} />}
    </Screen>
  );
}

/** Why, and for how long: both are said to the customer. */
function HoldSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const ask = async (notice: HoldNotice, seconds: 30 | 60): Promise<void> => {
    const answer = await link.send({ name: "hold_line", body: { notice, seconds } });
    if (answer.ok) onClose();
  };
  return (
    <Sheet title={text.live.holdTitle} close={text.common.close} onClose={onClose}>
      <p class="soft">{text.live.holdHint}</p>
      {NOTICES.map((notice) => (
        <section key={notice} class="hold">
          <h3>{text.live.notices[notice].name}</h3>
          <p class="soft">{text.live.notices[notice].hint}</p>
          <div class="foot-row">
            {WAITS.map((seconds) => (
              <Button key={seconds} label={`${text.live.notices[notice].name}: ${text.live.seconds(seconds)}`} onPress={() => ask(notice, seconds)}>
                {text.live.seconds(seconds)}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Sheet>
  );
}
