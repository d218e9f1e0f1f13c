// One reply's marks with their evidence, and the way to overrule one of them with a reason.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Button } from "../../parts/Button";
import { Evidence } from "../../parts/Evidence";
import { Pill } from "../../parts/Pill";
import { Sheet } from "../../parts/Sheet";
import { text as shared } from "../../text";
import { desk as texts } from "../../text/desk.en";
import { toast } from "../../toasts";
import type { DeskReply, Level, MarkView } from "../../wire.gen";
import { act, tell } from "./act";
import * as calls from "./calls";
import { Field } from "./Field";

const text = texts.marks;
const LEVELS: readonly (Level | null)[] = [0, 1, 2, 3, null];

interface MarksSheetProps {
  code: string;
  reply: DeskReply;
  /** The mark to begin with, where one was asked about. */
  first: MarkView["criterion"] | null;
  onClose: () => void;
}

export function MarksSheet({ code, reply, first, onClose }: MarksSheetProps): JSX.Element {
  const changing = useSignal(first);
  const marks = useMarks(code, reply);
  const mark = marks.find(({ criterion }) => criterion === changing.value);
  const weighed = [...marks].sort((one, other) => other.weight - one.weight);
  return (
    <Sheet title={text.title(reply.name)} wide close={texts.common.close} onClose={onClose}>
      <p class="quiet">{text.lead}</p>
      <div class="marks">
        <div class="marks-reply">
          <Evidence
            text={reply.text}
            evidence={mark ? mark.evidence : marks.flatMap(({ evidence }) => evidence)}
            name={(criterion) => shared.criteria[criterion]}
            brief={!mark}
          />
        </div>
        {mark ? (
          <Overrule key={mark.criterion} reply={reply} mark={mark} onDone={() => (changing.value = null)} />
        ) : (
          <ul class="marks-list">
            {marks.length === 0 && <li class="quiet">{text.noneYet}</li>}
            {weighed.map((one) => (
              <li key={one.criterion}>
                <span class="marks-name">
                  <b>{shared.criteria[one.criterion]}</b>
                  <small>
                    {text.level(one.level)}
                    {one.weight > 0 ? ` · ${text.weight(one.weight)}` : ""}
                  </small>
                  {one.evidence.length > 0 && <small>{reasons(one)}</small>}
                </span>
                {one.overruled && <Pill kind="quiet">{text.overruled}</Pill>}
                {one.review && !one.overruled && <Pill>{texts.decide.review}</Pill>}
                <Button size="small" kind="quiet" label={`${text.change}: ${shared.criteria[one.criterion]}`} onPress={() => (changing.value = one.criterion)}>
                  {text.change}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

/** The reply's marks, asked for again whenever they may have changed; until they are here those that the desk knows. */
function useMarks(code: string, { token, marked, doubtful, total, looks, asked }: DeskReply): readonly MarkView[] {
  const marks = useSignal<readonly MarkView[]>(asked ? [asked] : []);
  const seen = JSON.stringify([marked, doubtful, total, looks]);
  useEffect(() => {
    void calls.marks(code, token).then((answer) => (answer.ok ? (marks.value = answer.value.marks) : toast(answer.sentence)));
  }, [code, token, seen]);
  return marks.value;
}

/** Why, each reason once, with its sign. */
function reasons({ evidence }: MarkView): string {
  return [...new Set(evidence.map(({ polarity, reason }) => `${polarity === "lost" ? "−" : "+"} ${reason}`))].join(" ");
}

function Overrule({ reply, mark, onDone }: { reply: DeskReply; mark: MarkView; onDone: () => void }): JSX.Element {
  const level = useSignal<Level | null>(mark.level);
  const reason = useSignal("");
  const problem = useSignal("");
  const name = shared.criteria[mark.criterion];
  const look = reply.looks.find(({ criterion }) => criterion === mark.criterion);
  const save = async (): Promise<void> => {
    if (!reason.value.trim()) {
      problem.value = text.reasonNeeded;
      return;
    }
    const answer = await act({
      name: "overrule_mark",
      body: { token: reply.token, criterion: mark.criterion, level: level.value, reason: reason.value.trim() },
    });
    if (!answer.ok) return;
    tell(text.changed(name));
    onDone();
  };
  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{name}</h3>
      <p class="quiet">
        {text.now}: {text.level(mark.level)}
      </p>
      {look?.asked && (
        <blockquote class="marks-asked" dir="auto">
          {look.asked}
        </blockquote>
      )}
      <fieldset class="marks-levels">
        <legend>{text.to}</legend>
        {LEVELS.map((one) => (
          <Button key={String(one)} size="small" pressed={level.value === one} onPress={() => (level.value = one)}>
            {text.level(one)}
          </Button>
        ))}
      </fieldset>
      <Field label={text.reason} hint={text.reasonHint}>
        {(id, hint) => (
          <textarea id={id} rows={3} maxLength={200} aria-describedby={hint} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
        )}
      </Field>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      <div class="sheet-actions">
        <Button onPress={onDone}>{text.back}</Button>
        <Button type="submit" kind="primary">
          {text.save}
        </Button>
      </div>
    </form>
  );
}
