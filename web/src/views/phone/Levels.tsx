// The levels of a reply's criteria as dots and as words. Knows nothing of whose reply it is.
import type { JSX } from "preact";

import { text } from "../../text";
import type { Evidence, MarkView, ReplyPoints } from "../../wire.gen";

/** Whether peers have a say in these points, now or until the round is settled. */
export function peersJudge({ points, provisional }: { points: ReplyPoints | null; provisional: boolean }): boolean {
  return provisional || (points !== null && points.peers !== null);
}

/** The evidence of what counts in this beat; for everything that was noticed there are not seconds enough. */
export function inFocus(marks: readonly MarkView[]): Evidence[] {
  return marks.filter((mark) => mark.weight > 0).flatMap((mark) => mark.evidence);
}

interface LevelProps {
  mark: MarkView;
  /** Whether peers have a say in this reply's points, now or later. */
  peers: boolean;
}

/** A level as filled dots, or in words where there is none: only where the rubric could not read the reply, peers decide. */
export function Level({ mark, peers }: LevelProps): JSX.Element {
  if (mark.level === null) {
    return <span class="soft">{!mark.abstained ? text.reveal.notHere : peers ? text.reveal.decide : text.reveal.unjudged}</span>;
  }
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
export function Levels({ marks, peers }: { marks: readonly MarkView[]; peers: boolean }): JSX.Element | null {
  const judged = marks.filter((mark) => mark.weight > 0);
  if (judged.length === 0) return null;
  return (
    <ul class="levels">
      {judged.map((mark) => (
        <li key={mark.criterion}>
          <span>{text.criteria[mark.criterion]}</span>
          <Level mark={mark} peers={peers} />
          {mark.overruled && <small class="soft">{text.reveal.overruled}</small>}
        </li>
      ))}
    </ul>
  );
}
