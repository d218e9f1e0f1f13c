// Short sentences at the foot of the page that come and go, some with a way back.
import "./banner.css";
import type { JSX } from "preact";

export interface ToastItem {
  readonly id: string;
  readonly sentence: string;
  /** A word that takes it back, and what it does. */
  readonly undo?: { readonly word: string; readonly act: () => unknown };
}

interface ToastsProps {
  items: readonly ToastItem[];
  onDismiss: (id: string) => void;
  dismiss?: string;
}

export function Toasts({ items, onDismiss, dismiss = "Dismiss" }: ToastsProps): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {items.map(({ id, sentence, undo }) => (
        <div key={id} class="toast">
          <span>{sentence}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                void undo.act();
                onDismiss(id);
              }}
            >
              {undo.word}
            </button>
          )}
          <button type="button" aria-label={dismiss} onClick={() => onDismiss(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
