// Fetches what one phone would be sent and hands it to the store. Knows nothing of screens.
import { batch, signal } from "@preact/signals";

import { get } from "../../api";
import { receive } from "../../store";
import { text } from "../../text/preview.en";
import type { DocumentMessage, DocumentName } from "../../wire";
import type { PreviewOut } from "../../wire.gen";

/** Why there is nothing to see, or "". */
export const trouble = signal("");

/** Shows this moment of a scenario; `beat` is 0 before the first. */
export async function show(slug: string, moment: string, beat: number): Promise<void> {
  const answer = await get<PreviewOut>(`/api/scenarios/${encodeURIComponent(slug)}/preview`);
  const frame = answer.ok ? answer.value.frames.find((one) => one.moment === moment && one.beat === beat) : undefined;
  trouble.value = answer.ok ? (frame ? "" : text.none) : answer.sentence;
  batch(() => {
    for (const [name, body] of Object.entries(frame?.documents ?? {})) {
      receive({ name: name as DocumentName, of: "", version: 1, at: Date.now(), body: body as DocumentMessage["body"] });
    }
  });
}
