// The line at the top: stop, where we are, the clock, the menu; under it the heat. Always in the same places.
import { computed, effect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Clock } from "../../parts/Clock";
import { Heat } from "../../parts/Heat";
import { Logo } from "../../parts/Logo";
import { now } from "../../parts/now";
import { remaining, times } from "../../parts/remaining";
import { link } from "../../link";
import { cue } from "../../sound";
import { speak } from "../../speak";
import { documents } from "../../store";
import { text } from "../../text";
import type { ClockView } from "../../wire.gen";
import { aside } from "./aside-state";
import { openMenu } from "./menu-state";
import type { ScreenName } from "./screen";

const NO_HEAT: readonly ScreenName[] = ["casting", "castingWait", "card", "cardRead", "brief", "briefWait", "reveal", "lookUp"];
const SPOKEN = [30, 10]; // seconds left at which those who hear the page are told

/** The clock that matters on this phone now: the own one while writing, else the scene's, else the stage's. */
const ticking = computed<ClockView | null>(() => {
  const { board, scene, seat } = documents;
  if (board.value?.phase !== "round" || board.value.stage === "done") return null;
  if (board.value.stage !== "playing") return board.value.clock;
  if (!scene.value) return null;
  return (scene.value.phase === "reply" && seat.value?.reply_clock) || scene.value.clock;
});

export function Bar({ screen }: { screen: ScreenName }): JSX.Element {
  const scene = documents.scene.value;
  const board = documents.board.value;
  const playing = board?.phase === "round" && board.stage === "playing" && scene !== null;
  const running = playing && scene.phase !== "outcome";
  useEffect(announceTime, []);
  const place = playing && scene.beat > 0 ? text.beat(scene.beat, scene.beats) : board?.phase === "round" ? text.round(board.round, board.rounds) : "";
  const kind = playing && scene.kind ? text.kinds[scene.kind] : "";
  return (
    <header class="bar">
      <div class="bar-row">
        <button
          type="button"
          class="bar-stop"
          aria-label={running ? text.stop.label : text.stop.aside}
          disabled={screen === "paused"}
          onClick={() => stop(running)}
        >
          <span class="bar-stop-sign" aria-hidden="true" />
          {text.stop.button}
        </button>
        <p class="bar-place">
          {place ? <b>{place}</b> : <Logo heat={20} />} {kind && <span>{kind}</span>}
        </p>
        {times(ticking.value) && <Clock clock={ticking.value} of={text.timeLeft} />}
        <button type="button" class="bar-menu" aria-label={text.menu.open} onClick={openMenu}>
          <span aria-hidden="true">☰</span>
        </button>
      </div>
      {playing && scene.beat > 0 && !NO_HEAT.includes(screen) && (
        <div class="bar-heat">
          <span class="bar-face" aria-hidden="true">
            {scene.persona_avatar}
          </span>
          <Heat value={scene.heat.value} word={text.heatWords[scene.heat.word]} of={scene.persona} />
        </div>
      )}
    </header>
  );
}

/** Somebody else may have pressed in the same moment: then it stands still already, which is what was asked for. */
function stop(scene: boolean): void {
  aside.value = !scene;
  void link.send({ name: "press_stop", body: {} }, { handles: ["already_done"] });
}

/** Says how much time is left, twice, and buzzes once near the end. */
function announceTime(): () => void {
  let before: number | null = null;
  return effect(() => {
    const clock = ticking.value;
    const left = clock && clock.deadline !== null && !clock.held ? remaining(clock, now.value) : null;
    const seconds = left === null ? null : Math.ceil(left / 1000);
    if (seconds !== null && before !== null) {
      const passed = SPOKEN.find((mark) => before !== null && before > mark && seconds <= mark);
      if (passed) speak(text.secondsLeft(passed));
      if (passed === SPOKEN[1]) cue("late");
    }
    before = seconds;
  });
}
