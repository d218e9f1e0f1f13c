// Two small sheets about one person: another name, and out of the room.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { desk } from "../../text/desk.en";
import type { DeskSeat } from "../../wire.gen";
import type { Command } from "../../wire";
import { act, actWithUndo, tell } from "./act";
import { Field } from "./Field";

const text = desk.people;

interface RenameSheetProps {
  name: string;
  longest: number;
  command: (name: string) => Command;
  onClose: () => void;
}

export function RenameSheet({ name, longest, command, onClose }: RenameSheetProps): JSX.Element {
  const typed = useSignal(name);
  const save = async (): Promise<void> => {
    const next = typed.value.trim();
    onClose();
    if (next && next !== name) await actWithUndo(command(next), text.renamed(next), command(name));
  };
  return (
    <Sheet title={text.renameTitle(name)} close={text.cancel} onClose={onClose}>
      <form
        class="sheet-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={text.newName}>
          {(id) => <input id={id} autoFocus required maxLength={longest} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />}
        </Field>
        <div class="sheet-actions">
          <Button type="submit" kind="primary">
            {text.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

export function RemoveSheet({ seat, onClose }: { seat: DeskSeat; onClose: () => void }): JSX.Element {
  const remove = async (ban: boolean): Promise<void> => {
    const answer = await act({ name: "remove_seat", body: { seat: seat.id, ban } });
    onClose();
    if (answer.ok) tell(text.removed(seat.name));
  };
  return (
    <Sheet title={text.removeAsk(seat.name)} close={text.keep} onClose={onClose}>
      <p>{text.removeText}</p>
      <div class="sheet-actions">
        <Button autofocus onPress={onClose}>
          {text.keep}
        </Button>
        <Button kind="danger" onPress={() => remove(false)}>
          {text.removeOnly}
        </Button>
        <Button kind="danger" onPress={() => remove(true)}>
          {text.ban}
        </Button>
      </div>
    </Sheet>
  );
}
