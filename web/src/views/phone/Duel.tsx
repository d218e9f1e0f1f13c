// Two replies side by side: which would calm them more. Knows nothing of where the duel comes from.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Pill } from "../../parts/Pill";
import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import type { BlindReply, Token } from "../../wire.gen";

interface DuelProps {
  left: BlindReply;
  right: BlindReply;
}

/** The two texts, one under the other; a reply that stays for the next duel stays where it is. */
export function Duel({ left, right }: DuelProps): JSX.Element {
  const chosen = useSignal<Token | null>(null);
  const choose = async (token: Token): Promise<void> => {
    if (chosen.value) return;
    chosen.value = token;
    await cast(left.token, right.token, token);
    chosen.value = null;
  };
  return (
    <div class="duel">
      {[left, right].map((reply, place) => (
        <button
          key={reply.token}
          type="button"
          class="duel-reply"
          disabled={reply.covered}
          aria-pressed={chosen.value === reply.token}
          onClick={() => void choose(reply.token)}
        >
          <span class="duel-letter" aria-hidden="true">
            {place === 0 ? "A" : "B"}
          </span>
          <BlindText reply={reply} />
        </button>
      ))}
    </div>
  );
}

/** Neither of the two, or a text that should be covered. */
export function DuelFoot({ left, right }: DuelProps): JSX.Element {
  const reporting = useSignal(false);
  const report = async (token: Token): Promise<void> => {
    await link.send({ name: "report_reply", body: { token } });
    reporting.value = false;
  };
  return (
    <>
      <div class="foot-row">
        <Button onPress={() => cast(left.token, right.token, null)}>{text.duel.neither}</Button>
        <Button kind="quiet" onPress={() => (reporting.value = true)}>
          {text.duel.report}
        </Button>
      </div>
      {reporting.value && (
        <Sheet title={text.duel.reportTitle} close={text.common.cancel} onClose={() => (reporting.value = false)}>
          <p>{text.duel.reportHint}</p>
          {[left, right].map((reply, place) => (
            <button key={reply.token} type="button" class="wildcard" disabled={reply.covered} onClick={() => void report(reply.token)}>
              <b>{place === 0 ? text.duel.first : text.duel.second}</b>
              <span dir="auto" class="two-lines">
                {reply.covered ? text.duel.covered : reply.text}
              </span>
            </button>
          ))}
        </Sheet>
      )}
    </>
  );
}

/** A reply without its author. */
export function BlindText({ reply }: { reply: Pick<BlindReply, "text" | "actions" | "offer" | "covered"> }): JSX.Element {
  if (reply.covered) return <span class="covered">{text.duel.covered}</span>;
  const actions = reply.actions.filter((action) => action !== "offer");
  return (
    <>
      <span class="blind-text" dir="auto">
        {reply.text}
      </span>
      {(actions.length > 0 || reply.offer) && (
        <span class="blind-actions">
          {actions.map((action) => (
            <Pill key={action}>
              {text.actions[action].name}
            </Pill>
          ))}
          {reply.offer && <Pill>{`${text.hear.offers} ${reply.offer}`}</Pill>}
        </span>
      )}
    </>
  );
}

function cast(left: Token, right: Token, chosen: Token | null): Promise<unknown> {
  return link.send({ name: "cast_ballot", body: { left, right, chosen } });
}
