// Changes what was chosen when the workshop was opened.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument } from "../../wire.gen";
import { act } from "./act";
import { ChoicesForm } from "./ChoicesForm";
import type { Choices } from "./wishes";

interface SettingsSheetProps {
  desk: DeskDocument;
  scenarios: readonly ScenarioCard[];
  onClose: () => void;
}

export function SettingsSheet({ desk, scenarios, onClose }: SettingsSheetProps): JSX.Element {
  const choices = useSignal<Choices>(desk.settings);
  const save = async (): Promise<void> => {
    const answer = await act({ name: "change_settings", body: { settings: choices.value } });
    if (answer.ok) onClose();
  };
  return (
    <Sheet title={texts.bar.settings} wide close={texts.common.cancel} onClose={onClose}>
      <ChoicesForm choices={choices.value} scenarios={scenarios} played={desk.round} onChange={(changed) => (choices.value = changed)} />
      <div class="sheet-actions">
        <Button kind="primary" onPress={save}>
          {texts.form.save}
        </Button>
      </div>
    </Sheet>
  );
}
