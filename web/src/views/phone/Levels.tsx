// The levels of a reply's criteria as dots and as words. Knows nothing of whose reply it is.
import type { JSX } from "preact";

import { text } from "../../text";
import type { Evidence, MarkView } from "../../wire.gen";

/** The evidence of what counts in this beat; for everything that was noticed there are not seconds enough. */
export function inFocus(marks: readonly MarkView[]): Evidence[] {
  return marks.filter((mark) => mark.weight > 0).flatMap((mark) => mark.evidence);
}

/** A level as filled dots; in words where the rubric gave none, and "peers decide" only where it could not read the reply. */
export function Level({ mark }: { mark: MarkView }): JSX.Element {
  if (mark.level === null) return <span class="soft">{mark.abstained ? text.reveal.decide : text.reveal.notHere}</span>;
  const level = mark.level;
  return (
    <span class="level" role="img" aria-label={text.reveal.level(level)}>
      {[1, 2, 3].map((step) => (
        <span key={step} data-on={step <= level ? "" : undefined} />
      ))}
    </span>
  );
}

/** The level of each criterion in focus. */
export function Levels({ marks }: { marks: readonly MarkView[] }): JSX.Element | null {
  const judged = marks.filter((mark) => mark.weight > 0);
  if (judged.length === 0) return null;
  return (
    <ul class="levels">
      {judged.map((mark) => (
        <li key={mark.criterion}>
          <span>{text.criteria[mark.criterion]}</span>
          <Level mark={mark} />
          {mark.overruled && <small class="soft">{text.reveal.overruled}</small>}
        </li>
      ))}
    </ul>
  );
}
