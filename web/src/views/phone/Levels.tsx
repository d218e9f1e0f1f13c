// The levels of a reply's criteria and the words behind them. Knows nothing of whose reply it is.
import type { JSX } from "preact";

import { text } from "../../text";
import type { Evidence, MarkView } from "../../wire.gen";

/** The evidence of what counts in this beat; for everything that was noticed there are not seconds enough. */
export function inFocus(marks: readonly MarkView[]): Evidence[] {
  return marks.filter((mark) => mark.weight > 0).flatMap((mark) => mark.evidence);
}

/** The level of each criterion as filled dots and as words. */
export function Levels({ marks }: { marks: readonly MarkView[] }): JSX.Element | null {
  const judged = marks.filter((mark) => mark.weight > 0);
  if (judged.length === 0) return null;
  return (
    <ul class="levels">
      {judged.map((mark) => (
        <li key={mark.criterion}>
          <span>{text.criteria[mark.criterion]}</span>
          {mark.level === null || mark.confidence === "none" ? (
            <span class="soft">{mark.level === null ? text.reveal.notHere : text.reveal.decide}</span>
          ) : (
            <span class="level" role="img" aria-label={text.reveal.level(mark.level)}>
              {[1, 2, 3].map((step) => (
                <span key={step} data-on={step <= (mark.level ?? 0) ? "" : undefined} />
              ))}
            </span>
          )}
          {mark.overruled && <small class="soft">{text.reveal.overruled}</small>}
        </li>
      ))}
    </ul>
  );
}
