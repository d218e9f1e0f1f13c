// Between a ticket and the first documents; also where the server refuses the ticket.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { text } from "../../text";
import { Screen } from "./Screen";
import { enter, exit, seating } from "./session";

export function Connecting(): JSX.Element {
  const refused = link.refusal.value;
  if (refused) {
    return (
      <Screen
        title={text.link.refused}
        lead={refused.sentence}
        kind="centre"
        foot={
          <>
            <Button kind="primary" size="large" wide onPress={() => exit(refused.sentence)}>
              {text.link.joinAgain}
            </Button>
            <Button wide onPress={() => seating.value && enter(seating.value)}>
              {text.join.tryAgain}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <Screen title={text.link.connecting} kind="centre">
      <div class="join-logo">
        <Logo />
      </div>
    </Screen>
  );
}
