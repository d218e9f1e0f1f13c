// A box to vent into, and a shredder. What is typed here never leaves the phone: there is no way out of this file.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../parts/Button";
import { text } from "../../text";

const STRIPS = 14;
const FALLS = 900; // milliseconds

export function Shred({ hint }: { hint: string }): JSX.Element {
  const words = useSignal("");
  const falling = useSignal("");
  const gone = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const shred = (): void => {
    falling.value = words.value;
    words.value = "";
    gone.value = true;
    timer.current = setTimeout(() => (falling.value = ""), FALLS);
  };
  return (
    <div class="shred">
      <label for="shred">{hint}</label>
      <div class="shred-paper">
        <textarea
          id="shred"
          dir="auto"
          rows={3}
          autoComplete="off"
          value={words.value}
          onInput={(event) => {
            words.value = event.currentTarget.value;
            gone.value = false;
          }}
        />
        {falling.value && (
          <div class="shred-strips" aria-hidden="true">
            {Array.from({ length: STRIPS }, (_, strip) => (
              <span key={strip} style={{ "--strip": String(strip) }}>
                <span>{falling.value}</span>
              </span>
            ))}
          </div>
        )}
      </div>
      <div class="button-row">
        <Button disabled={!words.value.trim()} onPress={shred}>
          {text.breather.shredGo}
        </Button>
        <span role="status" class="soft">
          {gone.value ? text.breather.shredded : ""}
        </span>
      </div>
    </div>
  );
}
