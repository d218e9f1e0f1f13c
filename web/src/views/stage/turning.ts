// Turns pages of what does not fit at once, since a stage never scrolls.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The page to show, 0 to `pages` - 1; the next one comes after `stays` milliseconds. */
export function useTurning(pages: number, stays: number): number {
  const page = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => (page.value = (page.value + 1) % Math.max(1, pages)), stays);
    return () => clearInterval(timer);
  }, [pages, stays]);
  return Math.min(page.value, Math.max(0, pages - 1));
}
