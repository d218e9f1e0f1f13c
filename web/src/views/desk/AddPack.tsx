// Takes a pack in: a file is chosen or dropped, and what is wrong with it is shown as a list to mend. Knows no rule of a pack.
import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";

import { Button } from "../../parts/Button";
import { desk } from "../../text/desk.en";
import type { FaultOut } from "../../wire.gen";
import { add, tooLarge } from "./library";

const text = desk.shelf;

interface Outcome {
  readonly good: boolean;
  readonly sentence: string;
  readonly faults: readonly FaultOut[];
}

export function AddPack(): JSX.Element {
  const outcome = useSignal<Outcome | null>(null);
  const over = useSignal(false);
  const busy = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || busy.value) return;
    busy.value = true;
    outcome.value = await sent(file);
    busy.value = false;
  };
  return (
    <section
      class={`add-pack${over.value ? " add-pack-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <div class="add-pack-words">
        <h3>{text.add}</h3>
        <p class="quiet">{text.addHint}</p>
      </div>
      <input
        ref={input}
        class="unseen"
        type="file"
        tabIndex={-1}
        aria-label={text.choose}
        accept=".zip,.yaml,.yml"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          void take(file).then(() => input.current && (input.current.value = ""));
        }}
      />
      <Button kind="primary" onPress={() => input.current?.click()}>
        {busy.value ? text.checking : text.choose}
      </Button>
      <div class="add-pack-outcome" role="status">
        {outcome.value && <p class={outcome.value.good ? "add-pack-good" : "add-pack-bad"}>{outcome.value.sentence}</p>}
        {outcome.value && outcome.value.faults.length > 0 && <FaultList faults={outcome.value.faults} />}
      </div>
    </section>
  );
}

async function sent(file: File): Promise<Outcome> {
  if (tooLarge(file)) return { good: false, sentence: text.tooLarge, faults: [] };
  const answer = await add(file);
  if (!answer.ok) return { good: false, sentence: answer.sentence, faults: answer.faults ?? [] };
  const { pack, replaced } = answer.value;
  return { good: true, sentence: replaced ? text.replaced(pack.name) : text.added(pack.name, pack.scenarios.length), faults: [] };
}

/** Words between backticks are names of fields. */
function withCode(sentence: string): ComponentChildren {
  return sentence.split("`").map((piece, place) => (place % 2 ? <code key={place}>{piece}</code> : piece));
}

/** Every fault with its place and its remedy, file by file. */
export function FaultList({ faults }: { faults: readonly FaultOut[] }): JSX.Element {
  const files = [...new Set(faults.map(({ file }) => file))];
  return (
    <div class="faults">
      {files.map((file) => (
        <section key={file}>
          <h4 class="faults-file">{file}</h4>
          <ul>
            {faults
              .filter((fault) => fault.file === file)
              .map((fault, place) => (
                <li key={place}>
                  <span class="faults-place">
                    {fault.line > 0 && <span>{text.line(fault.line)}</span>} {fault.field && <code>{fault.field}</code>}
                  </span>
                  <span>
                    {withCode(fault.sentence)} <b>{withCode(fault.remedy)}</b>
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
