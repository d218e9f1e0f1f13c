// The frame of one screen: its title, its thought, and what the thumb reaches. Knows nothing of the game.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { speak } from "../../speak";
import { authored } from "./authored";

interface ScreenProps {
  title: string;
  /** Said once with the title, shown under it. */
  lead?: string;
  /** The lead comes from the scenario rather than from these pages. */
  leadIsAuthored?: boolean;
  /** The title is heard but not seen, where the screen explains itself. */
  quietTitle?: boolean;
  /** What stays at the bottom, above the keyboard. */
  foot?: ComponentChildren;
  kind?: string;
  children?: ComponentChildren;
}

/** With a full stop, unless it ends in a sign of its own. */
function sentence(words: string): string {
  return /[.!?…:]["”’)]?$/.test(words) ? words : `${words}.`;
}

export function Screen({ title, lead = "", leadIsAuthored = false, quietTitle = false, foot, kind = "plain", children }: ScreenProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    speak([title, lead].filter(Boolean).map(sentence).join(" "));
    // Whoever was on a control that went away would else start from the top of the page.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <main class={`screen screen-${kind}`} tabIndex={0}>
        <div class={quietTitle ? "unseen" : "screen-head"}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && (
            <p class="screen-lead" {...(leadIsAuthored && authored())}>
              {lead}
            </p>
          )}
        </div>
        {children}
      </main>
      {foot && <footer class="foot">{foot}</footer>}
    </>
  );
}
