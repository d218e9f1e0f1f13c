// Makes a link for one more facilitator.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { desk } from "../../text/desk.en";
import * as calls from "./calls";
import { LinkField } from "./LinkField";

const text = desk.invite;

export function InviteSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const link = useSignal("");
  const problem = useSignal("");
  const make = async (): Promise<void> => {
    const answer = await calls.invite();
    if (answer.ok) link.value = new URL(answer.value.link, location.href).href;
    problem.value = answer.ok ? "" : answer.sentence;
  };
  return (
    <Sheet title={text.title} close={desk.common.close} onClose={onClose}>
      <p>{text.lead}</p>
      {link.value ? (
        <LinkField label={text.title} link={link.value} button={text.copy} />
      ) : (
        <Button kind="primary" onPress={make}>
          {text.make}
        </Button>
      )}
      <p class="problem" role="alert">
        {problem.value}
      </p>
    </Sheet>
  );
}
