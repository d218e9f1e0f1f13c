// Something that lies on top and wants an answer or a look: a native dialog, closed by Escape, its button or a tap beside it.
import "./sheet.css";
import { type ReadonlySignal, signal, useSignal } from "@preact/signals";
import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./Button";

const depth = signal(0);

/** How many sheets lie on the page, one on the other. */
export const sheets: ReadonlySignal<number> = depth;

/** What the uppermost sheet carries along, since a modal dialog covers the page and all that can be pressed on it: toasts. */
export const OnTop = createContext<ComponentChildren>(null);

interface SheetProps {
  title: string;
  wide?: boolean;
  /** As large as the page allows. */
  full?: boolean;
  close?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Open for as long as it is rendered. */
export function Sheet({ title, wide = false, full = false, close = "Close", onClose, children }: SheetProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const top = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const carried = useContext(OnTop);
  const place = useSignal(0);
  useEffect(() => {
    const shown = dialog.current;
    place.value = depth.value += 1;
    shown?.showModal();
    // A browser would put the focus on the first button, which closes; what the sheet is about comes first.
    if (!shown?.querySelector("[autofocus]")) top.current?.focus();
    return () => {
      depth.value -= 1;
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`sheet${wide ? " sheet-wide" : ""}${full ? " sheet-full" : ""}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-head">
        <h2 id={heading} ref={top} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" size="small" onPress={onClose}>
          {close}
        </Button>
      </div>
      <div class="sheet-body">{children}</div>
      {place.value === depth.value && carried}
    </dialog>
  );
}

interface QuestionProps {
  title: string;
  children: ComponentChildren;
  yes: string;
  no: string;
  danger?: boolean;
  onYes: () => unknown;
  onClose: () => void;
}

/** Asks before something that cannot be undone. The safe answer has the focus. */
export function Question({ title, children, yes, no, danger = false, onYes, onClose }: QuestionProps): JSX.Element {
  return (
    <Sheet title={title} close={no} onClose={onClose}>
      <div>{children}</div>
      <div class="sheet-actions">
        <Button onPress={onClose} autofocus>
          {no}
        </Button>
        <Button
          kind={danger ? "danger" : "primary"}
          onPress={async () => {
            await onYes();
            onClose();
          }}
        >
          {yes}
        </Button>
      </div>
    </Sheet>
  );
}
