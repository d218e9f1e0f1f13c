// The customer reads the replies as they arrive, without names: a mark each, what it asked about, and one need.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { link } from "../../link";
import { Bubble } from "../../parts/Bubble";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import type { CardDocument, CustomerMark, FactView, IncomingReply, Need, Token } from "../../wire.gen";
import { authored } from "./authored";
import { BlindText } from "./Duel";
import type { Playing } from "./now";
import { Screen } from "./Screen";
import { Conversation } from "./Conversation";
import { TipCard } from "./Waiting";

const NEEDS: readonly Need[] = ["heard", "respect", "explanation", "way_out"];
const LAST = "last"; // the page after the replies; no token is that short

export function Hear({ scene, card }: Playing): JSX.Element | null {
  const open = useSignal<Token | typeof LAST>("");
  if (!card) return null;
  const replies = card.incoming;
  const writing = scene.eligible.length - scene.sent;
  // A reply that arrives may stand before the one that is being read: the text stays, only its number changes.
  if (open.value === "" && replies[0]) open.value = replies[0].token;
  const last = open.value === LAST;
  const at = last ? replies.length : replies.findIndex(({ token }) => token === open.value);
  if (replies.length === 0) {
    return (
      <Screen title={text.hear.waitingTitle} lead={text.hear.waiting} kind="wait">
        <Conversation scene={scene} thisBeat />
        <TipCard criteria={scene.focus.map((item) => item.criterion)} />
      </Screen>
    );
  }
  const reply = replies[at];
  return (
    <Screen
      title={last ? text.hear.need : text.hear.title}
      lead={last ? text.hear.needHint : text.hear.reply(at + 1, replies.length)}
      kind="hear"
      foot={<Steps card={card} at={at} writing={scene.phase === "reply" ? writing : 0} onStep={(to) => (open.value = replies[to]?.token ?? LAST)} />}
    >
      {reply && <Reading key={reply.token} reply={reply} facts={card.facts} />}
      {last && <SealNeed need={card.need} />}
    </Screen>
  );
}

function Reading({ reply, facts }: { reply: IncomingReply; facts: readonly FactView[] }): JSX.Element {
  if (reply.covered) return <p class="note">{text.hear.covered}</p>;
  return (
    <>
      <Bubble who="agent">
        <BlindText reply={reply} />
      </Bubble>
      <MarkRow token={reply.token} mark={reply.mark} />
      <Ticks reply={reply} facts={facts} hint={text.hear.askedHint} />
    </>
  );
}

interface TicksProps {
  reply: IncomingReply;
  facts: readonly FactView[];
  hint: string;
}

/** The facts that are still hidden; what this reply seems to ask about comes first. */
export function Ticks({ reply, facts, hint }: TicksProps): JSX.Element | null {
  const open = facts
    .filter((fact) => fact.hidden && !fact.disclosed)
    .sort((one, other) => Number(reply.suggested.includes(other.id)) - Number(reply.suggested.includes(one.id)));
  if (open.length === 0) return null;
  return (
    <fieldset class="tick-list">
      <legend>{text.hear.asked}</legend>
      <p class="soft">{hint}</p>
      {open.map((fact) => (
        <Tick key={fact.id} reply={reply} fact={fact} />
      ))}
    </fieldset>
  );
}

/** Five faces with their words. */
export function MarkRow({ token, mark }: { token: string; mark: CustomerMark | null }): JSX.Element {
  return (
    <fieldset class="marks">
      <legend class="unseen">{text.hear.title}</legend>
      {text.marks.map((one) => (
        <label key={one.mark} class="mark">
          <input
            type="radio"
            class="unseen"
            name={`mark ${token}`}
            checked={mark === one.mark}
            onChange={() => void link.send({ name: "mark_reply", body: { token, mark: one.mark } })}
          />
          <span class="mark-face" aria-hidden="true">
            {one.face}
          </span>
          <span class="mark-word">{one.word}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Tick({ reply, fact }: { reply: IncomingReply; fact: FactView }): JSX.Element {
  const on = reply.ticked.includes(fact.id);
  const set = (): void => {
    const facts = on ? reply.ticked.filter((id) => id !== fact.id) : [...reply.ticked, fact.id];
    void link.send({ name: "tick_facts", body: { token: reply.token, facts } });
  };
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={set} />
      <span class="tick-words">
        <span {...authored()}>{fact.text}</span>
        {reply.suggested.includes(fact.id) && <small>{text.hear.perhaps}</small>}
      </span>
    </label>
  );
}

function SealNeed({ need }: { need: Need | null }): JSX.Element {
  return (
    <fieldset class="tick-list">
      <legend class="unseen">{text.hear.need}</legend>
      {NEEDS.map((one) => (
        <label key={one} class="tick">
          <input type="radio" name="need" checked={need === one} onChange={() => void link.send({ name: "seal_need", body: { need: one } })} />
          <span class="tick-words">
            <b>{text.needs[one].name}</b>
            <small>{text.needs[one].hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface StepsProps {
  card: CardDocument;
  at: number;
  writing: number;
  onStep: (to: number) => void;
}

/** One dot for each reply and one for the need; done ones carry a tick. */
function Steps({ card, at, writing, onStep }: StepsProps): JSX.Element {
  const replies = card.incoming;
  const done = (reply: IncomingReply): boolean => reply.mark !== null || reply.covered;
  const here = replies[at];
  const open = replies.findIndex((reply) => reply !== here && !done(reply));
  return (
    <>
      <nav class="steps" aria-label={text.hear.review}>
        {replies.map((reply, place) => (
          <button
            key={reply.token}
            type="button"
            class="step"
            aria-current={place === at ? "step" : undefined}
            aria-label={text.hear.reply(place + 1, replies.length)}
            onClick={() => onStep(place)}
          >
            {done(reply) ? "✓" : place + 1}
          </button>
        ))}
        <button
          type="button"
          class="step step-need"
          aria-current={at >= replies.length ? "step" : undefined}
          onClick={() => onStep(replies.length)}
        >
          {card.need ? `✓ ${text.hear.sealed}` : text.hear.needStep}
        </button>
      </nav>
      {here && (
        <Button kind={done(here) ? "primary" : "plain"} size="large" wide disabled={!done(here)} onPress={() => onStep(open < 0 ? replies.length : open)}>
          {open < 0 ? text.hear.toNeed : text.hear.next}
        </Button>
      )}
      {writing > 0 && <p class="in-line">{text.hear.more(writing)}</p>}
    </>
  );
}
