// Says so when what stands on the stage may be old.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { stage as text } from "../../text/stage.en";

const clockTime = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** `known`: something is on the stage already. */
export function Lost({ known }: { known: boolean }): JSX.Element | null {
  const since = useSignal(Date.now());
  const state = link.state.value;
  const lost = state === "reconnecting" || state === "offline";
  useEffect(() => {
    if (lost) since.value = Date.now();
  }, [lost]);
  if (!lost || !known) return null;
  return (
    <div class="stage-lost" role="status">
      {text.link.lost(clockTime.format(since.value))}
    </div>
  );
}
