// A reply as the desk decides on it: covered or not, on the stage or not.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Pill } from "../../parts/Pill";
import { desk as texts } from "../../text/desk.en";
import type { DeskReply } from "../../wire.gen";
import { act, tell } from "./act";
import { show } from "./lying";

const text = texts.decide;

/** A reported text: to be decided, or (once it was left covered) to be uncovered after all. */
export function ReportedReply({ reply }: { reply: DeskReply }): JSX.Element {
  const leave = async (): Promise<void> => {
    const answer = await act({ name: "keep_covered", body: { token: reply.token } });
    if (answer.ok) tell(text.left);
  };
  const fine = async (): Promise<void> => {
    const answer = await act({ name: "uncover_reply", body: { token: reply.token } });
    if (answer.ok) tell(text.fineDone);
  };
  return (
    <li class="decide-reply">
      <Where reply={reply} />
      <Words text={reply.text} />
      <div class="side-actions">
        {reply.kept_covered ? (
          <Pill kind="quiet">{text.covered}</Pill>
        ) : (
          <Button size="small" onPress={leave}>
            {text.leave}
          </Button>
        )}
        <Button size="small" kind="quiet" onPress={fine}>
          {text.fine}
        </Button>
      </div>
    </li>
  );
}

export function ReplyToRelease({ reply }: { reply: DeskReply }): JSX.Element {
  return (
    <li class="decide-reply" data-on-stage={reply.on_stage ? "" : undefined}>
      <Where reply={reply} />
      <Words text={reply.text} />
      <p class="decide-pills">
        {reply.on_stage && <Pill kind="solid">{text.onStage}</Pill>}
        {reply.heard && <Pill kind="quiet">{text.heard}</Pill>}
        {reply.signed && <Pill kind="quiet">{text.signed}</Pill>}
        {reply.total !== null && <Pill kind="quiet">{text.points(Math.round(reply.total))}</Pill>}
        {reply.doubtful > 0 && <Pill>{text.review}</Pill>}
      </p>
      <div class="side-actions">
        {reply.on_stage ? (
          <Button size="small" onPress={() => act({ name: "clear_stage", body: {} })}>
            {text.takeOff}
          </Button>
        ) : (
          <Button size="small" onPress={() => act({ name: "release_reply", body: { token: reply.token } })}>
            {reply.released ? text.showAgain : text.show}
          </Button>
        )}
        <Button size="small" kind="quiet" onPress={() => show({ sheet: "marks", token: reply.token })}>
          {text.marks}
        </Button>
      </div>
    </li>
  );
}

/** A few lines of it; a press shows all. Nothing moves by itself, so that what is below can be pressed. */
function Words({ text: words }: { text: string }): JSX.Element {
  const whole = useSignal(false);
  return (
    <button type="button" class="decide-text" aria-expanded={whole.value} title={whole.value ? undefined : text.whole} onClick={() => (whole.value = !whole.value)}>
      <span>{words}</span>
    </button>
  );
}

export function Where({ reply }: { reply: DeskReply }): JSX.Element {
  return (
    <small>
      <b>{reply.name}</b> · {text.where(reply.team_name, reply.round, reply.beat)}
    </small>
  );
}
