// A scenario as phones show it, side by side: role card, case file, floor, reply. Each is a page of its own in a frame.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { text as shared } from "../../text";
import { desk } from "../../text/desk.en";
import type { BeatKind } from "../../wire.gen";
import { looking, scenarios } from "./library";

const text = desk.preview;
const BEATS: readonly BeatKind[] = ["vent", "explore", "resolve"];

export function PreviewSheet({ slug }: { slug: string }): JSX.Element {
  const beat = useSignal(1);
  const card = scenarios.value.find((one) => one.slug === slug);
  const frames = [
    { moment: "card", at: 0 },
    { moment: "case", at: 0 },
    { moment: "floor", at: beat.value },
    { moment: "reply", at: beat.value },
  ] as const;
  return (
    <Sheet title={card?.title ?? slug} full close={desk.common.close} onClose={() => (looking.value = null)}>
      <div class="preview-head">
        <p class="quiet">{text.lead}</p>
        <div class="preview-beats" role="group" aria-label={text.beat}>
          {BEATS.map((kind, place) => (
            <Button key={kind} size="small" pressed={beat.value === place + 1} onPress={() => (beat.value = place + 1)}>
              {text.beatOf(place + 1, shared.kinds[kind])}
            </Button>
          ))}
        </div>
      </div>
      <div class="preview-frames">
        {frames.map(({ moment, at }) => (
          <figure key={moment}>
            <figcaption>{text.moments[moment]}</figcaption>
            <iframe key={at} title={text.moments[moment]} src={`/preview/${encodeURIComponent(slug)}#${moment}.${at}`} />
          </figure>
        ))}
      </div>
    </Sheet>
  );
}
