// Three breaths before a reply to a very angry customer. Goes by itself, or with a tap. Knows nothing of the reply.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Button } from "../../parts/Button";
import { text } from "../../text";

const BREATHS = 3;
const LENGTH = 5_000; // milliseconds of one breath

export function Breaths({ heat }: { heat: number }): JSX.Element | null {
  const done = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => (done.value += 1), LENGTH);
    return () => clearInterval(timer);
  }, []);
  if (done.value >= BREATHS) return null;
  return (
    <div class="breaths">
      <span class="breaths-dots" aria-hidden="true">
        {Array.from({ length: BREATHS }, (_, breath) => (
          <span key={breath} data-done={breath < done.value ? "" : undefined} data-now={breath === done.value ? "" : undefined} />
        ))}
      </span>
      <b>{text.reply.breaths}</b>
      <Button kind="quiet" size="small" onPress={() => (done.value = BREATHS)}>
        {text.reply.breathsGo}
      </Button>
      <p class="soft">{text.reply.breathsHint(heat)}</p>
    </div>
  );
}
