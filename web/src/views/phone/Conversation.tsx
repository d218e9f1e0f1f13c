// What has been said so far, as bubbles; the newest stays in sight. Knows nothing of who may speak.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Bubble } from "../../parts/Bubble";
import { text } from "../../text";
import type { LineView, SceneDocument } from "../../wire.gen";
import { readAloud, toRead } from "./aloud";
import { authored } from "./authored";

interface ConversationProps {
  scene: SceneDocument;
  /** Only what belongs to this beat. */
  thisBeat?: boolean;
}

export function Conversation({ scene, thisBeat = false }: ConversationProps): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const lines = thisBeat ? scene.lines.filter((line) => line.beat === scene.beat) : scene.lines;
  const known = useRef(lines.length);
  useEffect(() => {
    // By hand: scrollIntoView would also move whatever page a preview stands in.
    const screen = end.current?.closest(".screen");
    if (end.current && screen) screen.scrollTop += end.current.getBoundingClientRect().bottom - screen.getBoundingClientRect().bottom;
    readAloud(toRead(scene.channel, lines, known.current), scene.language);
    known.current = lines.length;
  }, [lines.length]);
  return (
    <div class="conversation" role="log" aria-label={scene.persona}>
      {lines.map((line, place) => {
        const fresh = line.beat !== lines[place - 1]?.beat && place > 0;
        return (
          <div key={place} class="conversation-line">
            {fresh && <p class="conversation-beat">{text.beat(line.beat, scene.beats)}</p>}
            <Said line={line} />
          </div>
        );
      })}
      <div ref={end} />
    </div>
  );
}

function Said({ line }: { line: LineView }): JSX.Element {
  if (line.kind === "heard" || line.kind === "turn" || line.kind === "hold") {
    return (
      <Bubble who="agent" by={line.name}>
        <span dir="auto">{line.text || text.duel.covered}</span>
      </Bubble>
    );
  }
  return (
    <Bubble who="customer" by={line.wildcard ? text.wildcards[line.wildcard] : ""}>
      <span {...authored()}>{line.text}</span>
    </Bubble>
  );
}
