// The way in: first the room, then a name and a face. Knows nothing of what comes after.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import * as api from "../../api";
import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { text } from "../../text";
import { JoinName } from "./JoinName";
import { Screen } from "./Screen";
import { code, enter, heldHere, out } from "./session";

export function Join(): JSX.Element {
  const room = useSignal<api.WorkshopCard | null>(null);
  const wrong = useSignal("");
  const looking = useSignal(false);

  const find = async (): Promise<void> => {
    if (!code.value) {
      wrong.value = text.join.needCode;
      return;
    }
    looking.value = true;
    const answer = await api.lookUp(code.value);
    looking.value = false;
    wrong.value = answer.ok ? "" : answer.sentence;
    room.value = answer.ok ? answer.value : null;
  };
  // Whoever came by link or by QR has the code already; whoever has a seat here is asked first.
  useEffect(() => {
    if (code.value && !heldHere()) void find();
  }, []);

  if (room.value) {
    const other = (): void => {
      room.value = null;
      code.value = "";
    };
    return <JoinName room={room.value} onOther={other} onAgain={find} />;
  }
  const held = heldHere();
  return (
    <Screen
      title={text.join.title}
      lead={text.join.lead}
      kind="join"
      foot={
        <Button kind="primary" size="large" wide onPress={find}>
          {looking.value ? text.join.searching : text.join.look}
        </Button>
      }
    >
      <div class="join-logo">
        <Logo />
        <span class="join-scale" aria-hidden="true" />
      </div>
      {out.value && <p class="note">{out.value}</p>}
      {held && (
        <div class="join-back">
          <Button kind="primary" size="large" wide onPress={() => enter(held)}>
            <span aria-hidden="true">{held.avatar}</span> <bdi class="clip">{text.join.backAs(held.name)}</bdi>
          </Button>
          <p class="soft">{text.join.backTo(held.code)}</p>
        </div>
      )}
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label for="code">{text.join.code}</label>
        <input
          id="code"
          class="join-code"
          value={code.value}
          maxLength={12}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellcheck={false}
          aria-describedby="code-hint"
          aria-invalid={wrong.value !== ""}
          onInput={(event) => {
            code.value = event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
            wrong.value = "";
          }}
        />
        <p id="code-hint" class={wrong.value ? "wrong" : "soft"} role={wrong.value ? "alert" : undefined}>
          {wrong.value || text.join.codeHint}
        </p>
      </form>
      <p class="centred">
        <a class="text-button" href="/practice">
          {text.practice.alone}
        </a>
      </p>
    </Screen>
  );
}
