// An agent listens and writes: the customer's lines above, the reply below, from the first line on. Knows no votes.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Question } from "../../parts/Sheet";
import { cue } from "../../sound";
import { speak } from "../../speak";
import { text } from "../../text";
import { ActionSheet } from "./ActionSheet";
import { Breaths } from "./Breaths";
import { CaseSheet } from "./CaseSheet";
import { Conversation } from "./Conversation";
import * as draft from "./draft";
import { hintFor } from "./hint";
import type { Playing } from "./now";
import { AimLine, ReplyBox } from "./ReplyBox";
import { Screen } from "./Screen";
import { WhoIsIn } from "./Waiting";

type Open = "" | "case" | "actions" | "interrupt";

export function Answer({ scene, seat, file }: Playing): JSX.Element {
  const open = useSignal<Open>("");
  const talking = !scene.yielded;
  useEffect(() => draft.begin(`${scene.team}.${scene.round}.${scene.beat}.${seat.seat}`), [scene.round, scene.beat]);
  useEffect(() => {
    if (talking) return;
    speak(text.reply.title);
    cue("turn");
  }, [talking]);

  const send = async (anyway: boolean): Promise<void> => {
    const body = { text: draft.words.value.trim(), actions: [...draft.actions.value], offer: draft.offer.value, anyway };
    const answer = await link.send({ name: "send_reply", body }, { handles: ["still_talking"] });
    if (answer.ok) {
      draft.clear();
      cue("sent");
    } else if (answer.code === "still_talking") open.value = "interrupt";
  };
  const ask = (): unknown => (talking ? (open.value = "interrupt") : send(false));
  return (
    <Screen
      title={talking ? text.floor.listen(scene.persona) : text.reply.title}
      quietTitle
      kind="answer"
      foot={
        <>
          {talking && <p class="floor-held">{text.floor.hush(scene.persona)} {text.floor.listenHint}</p>}
          {!talking && scene.breaths && <Breaths key={`${scene.round}.${scene.beat}`} heat={scene.heat.value} />}
          {seat.aim && <AimLine aim={seat.aim} />}
          <ReplyBox persona={scene.persona} />
          <div class="foot-row">
            <Button onPress={() => (open.value = "case")}>{text.brief.open}</Button>
            <Button onPress={() => (open.value = "actions")}>
              {text.reply.actions}
              {draft.actions.value.length > 0 ? <span class="badge tabular">{draft.actions.value.length}</span> : <span aria-hidden="true">+</span>}
            </Button>
            <Button kind="primary" disabled={!draft.words.value.trim()} onPress={ask}>
              {text.reply.send}
            </Button>
          </div>
          <InLine scene={scene} seat={seat} file={file} />
        </>
      }
    >
      <Conversation scene={scene} />
      {open.value === "case" && <CaseSheet scene={scene} file={file} onClose={() => (open.value = "")} />}
      {open.value === "actions" && file && <ActionSheet file={file} onClose={() => (open.value = "")} />}
      {open.value === "interrupt" && (
        <Question
          title={text.reply.stillTalking}
          yes={text.reply.sendAnyway}
          no={text.reply.keepWriting}
          danger
          onYes={() => send(true)}
          onClose={() => (open.value = "")}
        >
          <p>{text.reply.stillTalkingHint}</p>
        </Question>
      )}
    </Screen>
  );
}

/** Who is in, and one hint. */
function InLine({ scene, seat, file }: Pick<Playing, "scene" | "seat" | "file">): JSX.Element {
  const timed = seat.reply_clock !== null && seat.reply_clock.total !== null;
  const hint = hintFor({ words: draft.words.value, channel: scene.channel, light: scene.light, timed, saved: draft.saved.value });
  return (
    <p class="in-line">
      <WhoIsIn scene={scene} file={file} />
      <span>{text.reply.hints[hint](scene.channel)}</span>
    </p>
  );
}
