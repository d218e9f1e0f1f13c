// A text box that grows with what is in it, up to what its style allows. Knows nothing of what is typed.
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** A ref for the text box that holds `words`. */
export function useGrowing(words: string): RefObject<HTMLTextAreaElement | null> {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const grown = box.current;
    if (!grown) return;
    grown.style.height = "auto";
    grown.style.height = `${grown.scrollHeight + grown.offsetHeight - grown.clientHeight}px`;
  }, [words]);
  return box;
}
