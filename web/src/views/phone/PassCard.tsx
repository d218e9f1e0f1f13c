// The private link that brings a player back, to copy or to send to oneself. Works without a secure context.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";

import { Button } from "../../parts/Button";
import { text } from "../../text";
import { passLink, seating } from "./session";

export function PassCard(): JSX.Element | null {
  const field = useRef<HTMLInputElement>(null);
  const copied = useSignal<boolean | null>(null);
  const held = seating.value;
  if (!held) return null;
  const address = passLink(held);
  const copy = async (): Promise<void> => {
    copied.value = await copyText(address, field.current);
  };
  return (
    <div class="pass">
      <p class="soft">{text.menu.passHint}</p>
      <input ref={field} readOnly aria-label={text.menu.pass} value={address} onFocus={(event) => event.currentTarget.select()} />
      <div class="foot-row">
        <Button onPress={copy}>{copied.value ? `✓ ${text.common.copied}` : text.common.copy}</Button>
        {"share" in navigator && <Button onPress={() => navigator.share({ url: address }).catch(() => undefined)}>{text.menu.share}</Button>}
      </div>
      <p class="soft" role="status">
        {copied.value === false ? text.menu.select : ""}
      </p>
    </div>
  );
}

/** Whether the text is on the clipboard now. On plain http only the old way is left. */
async function copyText(words: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    if (!navigator.clipboard) throw new Error("no secure context");
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    field?.select();
    return document.execCommand("copy");
  }
}
