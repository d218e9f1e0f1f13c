// A mark whose author asks for a second look: the reply, the reason, and the two answers there are.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Evidence } from "../../parts/Evidence";
import { text as shared } from "../../text";
import { desk as texts } from "../../text/desk.en";
import type { DeskReply, SecondLookView } from "../../wire.gen";
import { act, tell } from "./act";
import { Field } from "./Field";
import { show } from "./lying";
import { Where } from "./Replies";

const text = texts.appeal;

/** The second look that waits for an answer, if there is one. */
export function waitingLook(reply: DeskReply): SecondLookView | undefined {
  return reply.looks.find(({ state }) => state === "open");
}

export function AppealedReply({ reply, look }: { reply: DeskReply; look: SecondLookView }): JSX.Element {
  const keeping = useSignal(false);
  return (
    <li class="decide-reply">
      <Where reply={reply} />
      <Evidence text={reply.text} evidence={reply.asked?.evidence ?? []} name={(criterion) => shared.criteria[criterion]} />
      <p>
        <b>{shared.criteria[look.criterion]}</b>, {texts.marks.level(look.after)}
      </p>
      <blockquote class="marks-asked" dir="auto">
        {look.asked}
      </blockquote>
      {keeping.value ? (
        <Keep reply={reply} onBack={() => (keeping.value = false)} />
      ) : (
        <div class="side-actions">
          <Button size="small" onPress={() => show({ sheet: "marks", token: reply.token, criterion: look.criterion })}>
            {text.change}
          </Button>
          <Button size="small" kind="quiet" onPress={() => (keeping.value = true)}>
            {text.keep}
          </Button>
        </div>
      )}
    </li>
  );
}

function Keep({ reply, onBack }: { reply: DeskReply; onBack: () => void }): JSX.Element {
  const reason = useSignal("");
  const keep = async (): Promise<void> => {
    const answer = await act({ name: "keep_mark", body: { token: reply.token, reason: reason.value.trim() } });
    if (answer.ok) tell(text.kept);
  };
  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field label={text.why} hint={text.whyHint}>
        {(id, hint) => (
          <textarea id={id} rows={2} maxLength={200} aria-describedby={hint} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
        )}
      </Field>
      <div class="side-actions">
        <Button size="small" type="submit" kind="primary" disabled={!reason.value.trim()}>
          {text.keepIt}
        </Button>
        <Button size="small" kind="quiet" onPress={onBack}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}
