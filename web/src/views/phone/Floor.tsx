// The customer holds the floor: lines to tap, words of their own, wildcards, and yielding. Knows nothing of agents.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { keep, kept } from "../../keep";
import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import type { CardDocument, LineChoice } from "../../wire.gen";
import { authored } from "./authored";
import { Conversation } from "./Conversation";
import type { Playing } from "./now";
import { RoleText } from "./RoleCard";
import { Screen } from "./Screen";
import { useGrowing } from "./growing";

const LINE_LENGTH = 400;
const HOT = 50; // from this heat on hot lines fit, below it soft ones
const AT_ONCE = 3;

type Open = "" | "card" | "wildcards";

export function Floor({ scene, card }: Playing): JSX.Element | null {
  const open = useSignal<Open>("");
  if (!card) return null;
  const spoken = scene.lines.some((line) => line.beat === scene.beat && line.kind !== "heard");
  return (
    <Screen
      title={text.floor.title}
      quietTitle
      kind="floor"
      foot={
        <>
          <Speak of={`${scene.team}.${scene.round}.${scene.beat}`} />
          <div class="foot-row">
            <Button onPress={() => (open.value = "card")}>{text.card.peek}</Button>
            {card.wildcards.length > 0 && <Button onPress={() => (open.value = "wildcards")}>{text.floor.wildcards}</Button>}
          </div>
          <Button kind="primary" size="large" wide disabled={!spoken} onPress={() => link.send({ name: "yield_floor", body: {} })}>
            {text.floor.yield}
          </Button>
        </>
      }
    >
      <Conversation scene={scene} thisBeat />
      <Lines card={card} heat={scene.heat.value} />
      {open.value === "card" && (
        <Sheet title={card.persona} close={text.common.close} onClose={() => (open.value = "")}>
          <RoleText card={card} />
        </Sheet>
      )}
      {open.value === "wildcards" && <Wildcards card={card} onClose={() => (open.value = "")} />}
    </Screen>
  );
}

/** Suggested lines that fit the heat, a few at a time. */
export function Lines({ card, heat, onSaid }: { card: CardDocument; heat: number; onSaid?: () => void }): JSX.Element | null {
  const from = useSignal(0);
  const mood = heat >= HOT ? "hot" : "soft";
  const fits = (line: LineChoice): boolean => !line.used && (line.mood === mood || line.mood === "any");
  // What answers the last reply first, then the mood's own lines: they are what makes this moment this moment.
  const echoes = card.echoes.filter((echo) => !echo.used);
  const left = [...echoes, ...card.lines.filter((line) => fits(line) && line.mood === mood), ...card.lines.filter((line) => fits(line) && line.mood === "any")];
  if (left.length === 0) return null;
  const say = async (line: string): Promise<void> => {
    const answer = await link.send({ name: "say_line", body: { line } });
    if (answer.ok) onSaid?.();
  };
  const shown = [...left, ...left].slice(from.value % left.length, (from.value % left.length) + Math.min(AT_ONCE, left.length));
  return (
    <section class="lines" aria-label={text.floor.suggested}>
      <h2 class="row-title">
        {text.floor.suggested}
        {left.length > AT_ONCE && (
          <Button kind="quiet" size="small" onPress={() => (from.value += AT_ONCE)}>
            {text.floor.more}
          </Button>
        )}
      </h2>
      {shown.map((line) => (
        <button key={line.id} type="button" class="line" onClick={() => void say(line.id)}>
          <span {...authored()}>{line.text}</span>
        </button>
      ))}
    </section>
  );
}

interface Unsaid {
  readonly of: string;
  readonly words: string;
}

/** One's own words. What was not said yet survives a reload, for this beat. */
export function Speak({ of }: { of: string }): JSX.Element {
  const unsaid = kept<Unsaid>("line");
  const words = useSignal(unsaid?.of === of ? unsaid.words : "");
  const grows = useGrowing(words.value);
  const set = (next: string): void => {
    words.value = next;
    keep("line", next ? { of, words: next } : null);
  };
  const say = async (): Promise<void> => {
    const said = words.value.trim();
    if (!said) return;
    const answer = await link.send({ name: "say", body: { text: said } });
    if (answer.ok) set("");
  };
  return (
    <form
      class="speak"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <textarea
        ref={grows}
        dir="auto"
        rows={1}
        maxLength={LINE_LENGTH}
        aria-label={text.floor.type}
        placeholder={text.floor.type}
        value={words.value}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <Button disabled={!words.value.trim()} onPress={say}>
        {text.floor.say}
      </Button>
    </form>
  );
}

export function Wildcards({ card, onClose }: { card: CardDocument; onClose: () => void }): JSX.Element {
  const play = async (id: string): Promise<void> => {
    const answer = await link.send({ name: "play_wildcard", body: { card: id } });
    if (answer.ok) onClose();
  };
  return (
    <Sheet title={text.floor.wildcards} close={text.common.close} onClose={onClose}>
      <p class="soft">{text.floor.wildcardsHint}</p>
      {card.wildcards.map((wildcard) => (
        <button key={wildcard.id} type="button" class="wildcard" disabled={wildcard.used} onClick={() => void play(wildcard.id)}>
          <b>
            {text.wildcards[wildcard.kind]}
            {wildcard.used && <small> ({text.floor.used})</small>}
          </b>
          <span {...authored()}>{wildcard.text}</span>
        </button>
      ))}
      <p class="soft">{text.floor.limit}</p>
    </Sheet>
  );
}
