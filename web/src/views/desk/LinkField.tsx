// A link to hand on: readable, selectable, and copied by a press where the browser allows it.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";

import { Button } from "../../parts/Button";
import { desk } from "../../text/desk.en";
import { copy } from "./copy";

export function LinkField({ label, link, button }: { label: string; link: string; button: string }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const said = useSignal("");
  return (
    <div class="link-field">
      <input ref={field} readOnly aria-label={label} value={link} onFocus={(event) => event.currentTarget.select()} />
      <Button onPress={async () => (said.value = (await copy(link, field.current)) ? desk.join.copied : desk.join.selectIt)}>{button}</Button>
      <small role="status">{said.value}</small>
    </div>
  );
}
