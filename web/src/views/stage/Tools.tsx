// What only the person at the projector's computer needs; it hides until the pointer moves.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Button } from "../../parts/Button";
import { theme, turnTheme } from "../../parts/theme";
import { stage as text } from "../../text/stage.en";

const STAYS = 3_000; // milliseconds

export function Tools({ sound }: { sound: boolean }): JSX.Element {
  const seen = useSignal(false);
  const touched = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      seen.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => (seen.value = false), STAYS);
    };
    const pressed = (): void => void (touched.value = true);
    document.addEventListener("pointermove", moved);
    document.addEventListener("pointerdown", pressed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointermove", moved);
      document.removeEventListener("pointerdown", pressed);
    };
  }, []);
  return (
    <div class="stage-tools" data-seen={seen.value || (sound && !touched.value) ? "" : undefined}>
      {sound && !touched.value && <span>{text.tools.sound}</span>}
      <Button size="small" onPress={turnTheme}>
        {text.tools.theme[theme.value]}
      </Button>
      {document.fullscreenEnabled && (
        <Button size="small" onPress={() => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())}>
          {text.tools.full}
        </Button>
      )}
    </div>
  );
}
