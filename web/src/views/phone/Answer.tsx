// An agent listens and writes: the customer's lines above, the reply below, from the first line on. Knows no votes.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Question, Sheet } from "../../parts/Sheet";
import { cue } from "../../sound";
import { speak } from "../../speak";
import { text } from "../../text";
import type { AimView } from "../../wire.gen";
import { ActionSheet } from "./ActionSheet";
import { Breaths } from "./Breaths";
import { CaseText, Focus, Known } from "./Brief";
import { Conversation } from "./Conversation";
import * as draft from "./draft";
import { useGrowing } from "./growing";
import type { Playing } from "./now";
import { Screen } from "./Screen";
import { WhoIsIn } from "./Waiting";

const REPLY_LENGTH = 1200;
const COUNTED = 200; // characters left from which the counter shows

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
          {seat.aim && <Aim aim={seat.aim} />}
          <Box persona={scene.persona} />
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
      {open.value === "case" && (
        <Sheet title={text.brief.title} close={text.common.close} onClose={() => (open.value = "")}>
          <Known scene={scene} file={file} />
          {file && <CaseText file={file} />}
          <Focus focus={scene.focus} />
        </Sheet>
      )}
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

function Box({ persona }: { persona: string }): JSX.Element {
  const words = draft.words.value;
  const left = REPLY_LENGTH - words.length;
  const grows = useGrowing(words);
  return (
    <div class="reply-box">
      <textarea
        ref={grows}
        dir="auto"
        rows={2}
        maxLength={REPLY_LENGTH}
        aria-label={text.reply.box}
        placeholder={text.reply.placeholder(persona)}
        value={words}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
      {left <= COUNTED && <span class="reply-count tabular">{text.common.left(left)}</span>}
    </div>
  );
}

function Aim({ aim }: { aim: AimView }): JSX.Element {
  return (
    <p class="aim">
      <b>{text.reply.aim}</b>{" "}
      <span dir="auto">
        {text.take.when} {aim.when}, {text.take.will} {aim.will}.
      </span>
    </p>
  );
}

/** One quiet line below the box: how to begin, that nothing is lost, or what the end of the clock does. */
function hint(words: string, saved: boolean, timed: boolean): string {
  if (!words) return text.reply.smile;
  if (timed) return text.reply.byClock;
  return saved ? text.reply.saved : "";
}

/** Who is in, and what the end of the clock does. */
function InLine({ scene, seat, file }: Pick<Playing, "scene" | "seat" | "file">): JSX.Element {
  const timed = seat.reply_clock !== null && seat.reply_clock.total !== null;
  return (
    <p class="in-line">
      <WhoIsIn scene={scene} file={file} />
      <span>{hint(draft.words.value, draft.saved.value, timed)}</span>
    </p>
  );
}
