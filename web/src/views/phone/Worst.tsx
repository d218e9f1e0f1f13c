// The warm-up for a room that wants to laugh first: the worst reply, and what it broke. Nothing of it is kept anywhere.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { type Broken, worst } from "../../api";
import { Bubble } from "../../parts/Bubble";
import { Button } from "../../parts/Button";
import { Evidence } from "../../parts/Evidence";
import { text } from "../../text";
import { useGrowing } from "./growing";

const LINE_LENGTH = 400;

interface WorstProps {
  /** What the invented customer says. */
  customer: string;
  onJudge: () => void;
}

export function Worst({ customer, onJudge }: WorstProps): JSX.Element {
  const words = useSignal("");
  const problem = useSignal("");
  const told = useSignal<{ readonly said: string; readonly broken: Broken } | null>(null);
  const grows = useGrowing(words.value);
  const ask = async (): Promise<void> => {
    const said = words.value.trim();
    const answer = await worst(said);
    problem.value = answer.ok ? "" : answer.sentence;
    if (answer.ok) told.value = { said, broken: answer.value };
  };
  return (
    <section class="panel warmup">
      <h2>{text.warmup.worst}</h2>
      <Bubble who="customer">{customer}</Bubble>
      {told.value ? (
        <Verdict said={told.value.said} broken={told.value.broken} onAgain={() => (told.value = null)} />
      ) : (
        <>
          <label class="soft" for="worst">
            {text.warmup.worstHint}
          </label>
          <textarea
            id="worst"
            ref={grows}
            dir="auto"
            rows={2}
            maxLength={LINE_LENGTH}
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
          />
          {problem.value && <p role="alert">{problem.value}</p>}
          <Button kind="primary" wide disabled={!words.value.trim()} onPress={ask}>
            {text.warmup.worstGo}
          </Button>
        </>
      )}
      <Button kind="quiet" onPress={onJudge}>
        {text.warmup.judge}
      </Button>
    </section>
  );
}

interface VerdictProps {
  said: string;
  broken: Broken;
  onAgain: () => void;
}

function Verdict({ said, broken, onAgain }: VerdictProps): JSX.Element {
  const { criterion, reason, start, end } = broken;
  const name = criterion ? text.criteria[criterion] : "";
  const shown = criterion && reason ? [{ criterion, start, end, polarity: "lost" as const, cue: "worst", reason, confidence: "cue" as const }] : [];
  return (
    <div class="warmup-answer" role="status">
      <Bubble who="agent">
        <Evidence text={said} evidence={shown} name={() => name} brief />
      </Bubble>
      <p>
        <b>{!criterion ? text.warmup.harmless : reason ? text.warmup.broke(name) : text.warmup.lacks(name)}</b> {reason}
      </p>
      <Button kind="primary" wide onPress={onAgain}>
        {text.warmup.worseStill}
      </Button>
    </div>
  );
}
