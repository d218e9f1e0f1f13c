// A reply with the words that earned or lost something, each with its reason. Knows nothing of points.
import "./evidence.css";
import type { JSX } from "preact";
import type { Evidence as EvidenceItem } from "../wire.gen";
import { numbered, reasons } from "./reasons";
import { pieces } from "./spans";

interface EvidenceProps {
  text: string;
  evidence: readonly EvidenceItem[];
  /** What to call a criterion. */
  name: (criterion: EvidenceItem["criterion"]) => string;
  /** Leave the reasons out where there is no room for them; the words stay marked. */
  brief?: boolean;
  /** Where the reasons stand elsewhere, their numbers: the words keep them. */
  numbers?: ReadonlyMap<EvidenceItem, number>;
}

export function Evidence({ text, evidence, name, brief = false, numbers: given }: EvidenceProps): JSX.Element {
  const shown = evidence.filter((item) => item.end > item.start);
  const numbers = given ?? numbered(evidence);
  return (
    <div class="evidence">
      <p class="evidence-text">
        {pieces(text, shown).map((piece) => {
          if (piece.covers.length === 0) return piece.text;
          const lost = piece.covers.some((item) => item.polarity === "lost");
          const ending = brief ? [] : piece.covers.filter((item) => item.end === piece.start + [...piece.text].length);
          const ends = [...new Set(ending.map((item) => numbers.get(item)))];
          return (
            <mark key={piece.start} class={lost ? "evidence-lost" : "evidence-earned"} title={piece.covers.map((item) => item.reason).join(" ")}>
              {piece.text}
              {ends.map((number) => (
                <span key={number} class="evidence-number">
                  {number}
                </span>
              ))}
            </mark>
          );
        })}
      </p>
      {!brief && !given && <Reasons evidence={evidence} numbers={numbers} name={name} />}
    </div>
  );
}

interface ReasonsProps {
  evidence: readonly EvidenceItem[];
  numbers: ReadonlyMap<EvidenceItem, number>;
  /** What to call a criterion; left out where it stands above already. */
  name?: (criterion: EvidenceItem["criterion"]) => string;
}

/** Why each marked passage earned or lost something, a sentence each; what marks no words comes last. */
export function Reasons({ evidence, numbers, name }: ReasonsProps): JSX.Element | null {
  if (evidence.length === 0) return null;
  const ordered = reasons(evidence).sort((one, other) => (numbers.get(one) ?? Infinity) - (numbers.get(other) ?? Infinity) || 0);
  return (
    <ul class="evidence-reasons">
      {ordered.map((item) => (
        <li key={`${item.criterion} ${item.cue} ${item.start}`}>
          <span class={`evidence-key evidence-key-${item.polarity}`} aria-hidden="true">
            {numbers.get(item) ?? (item.polarity === "lost" ? "−" : "+")}
          </span>
          <span>
            {name && <b>{name(item.criterion)}</b>} <span class="unseen">{item.polarity}: </span>
            {item.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface BestWordsProps {
  text: string;
  /** Character spans, start and end. */
  best: readonly (readonly [number, number])[];
}

/** An unsigned reply with its best words underlined. */
export function BestWords({ text, best }: BestWordsProps): JSX.Element {
  const passages = best.map(([start, end]) => ({ start, end }));
  return (
    <p class="evidence-text">
      {pieces(text, passages).map((piece) =>
        piece.covers.length > 0 ? (
          <mark key={piece.start} class="evidence-earned">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
