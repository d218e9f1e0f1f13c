// A phone in a preview: the real screens, with documents of a scenario that plays by itself.
import type { JSX } from "preact";

import { Toasts } from "../../parts/Toasts";
import { text } from "../../text";
import { dismiss, toasts } from "../../toasts";
import { Inside } from "../phone/Phone";
import { trouble } from "./frames";

export function Preview(): JSX.Element {
  return (
    <div class="phone">
      {trouble.value ? (
        <main class="screen screen-centre">
          <p role="alert">{trouble.value}</p>
        </main>
      ) : (
        <Inside />
      )}
      <Toasts items={toasts.value} onDismiss={dismiss} dismiss={text.common.close} />
    </div>
  );
}
