// What is reachable from every screen: the pass, one's wishes, leaving, erasing. Knows nothing of the screen below.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { Question, Sheet } from "../../parts/Sheet";
import { setTheme, type Theme, theme } from "../../parts/theme";
import { buzzing, setBuzzing, setSounding, sounding } from "../../sound";
import { documents } from "../../store";
import { text } from "../../text";
import { aloud, hasVoice, setAloud } from "./aloud";
import { closeMenu, menuOpen } from "./menu-state";
import { PassCard } from "./PassCard";
import { teamOf } from "./people";
import { eraseMe, leave, putAside, seating } from "./session";
import { Switch, Switches } from "./Switches";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export function Menu(): JSX.Element | null {
  const asks = useSignal<"" | "leave" | "erase">("");
  const seat = documents.seat.value;
  if (!menuOpen.value || !seat) return null;
  const alone = seating.value?.practice === true;
  const done = (act: () => Promise<void> | void) => async (): Promise<void> => {
    closeMenu();
    await act();
  };
  return (
    <Sheet title={text.menu.title} close={text.common.close} onClose={closeMenu}>
      <p class="menu-who">
        <Avatar face={seat.avatar} name={seat.name} note={alone ? text.practice.title : (teamOf(seat.team)?.name ?? "")} />
      </p>
      {!alone && (
        <section>
          <h3>{text.menu.pass}</h3>
          <PassCard />
        </section>
      )}
      <section>
        <h3>{text.lobby.wishes}</h3>
        <p class="soft">{text.lobby.wishesHint}</p>
        <Switches switches={seat.switches} alone={alone} />
        <Switch name={text.switches.buzz} on={buzzing.value} onChange={setBuzzing} />
        <Switch name={text.switches.sound} on={sounding.value} onChange={setSounding} />
        {hasVoice && <Switch name={text.switches.aloud} hint={text.switches.aloudHint} on={aloud.value} onChange={setAloud} />}
        <fieldset class="choice-row">
          <legend>{text.menu.theme}</legend>
          {THEMES.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="theme" class="unseen" checked={theme.value === one} onChange={() => setTheme(one)} />
              <span>{text.menu.themes[one]}</span>
            </label>
          ))}
        </fieldset>
      </section>
      <section class="menu-out">
        <Button wide onPress={alone ? done(putAside) : () => (asks.value = "leave")}>
          {alone ? text.practice.aside : text.menu.leave}
        </Button>
        <p class="soft">{alone ? text.practice.asideHint : text.menu.leaveHint}</p>
        <Button kind="danger" wide onPress={() => (asks.value = "erase")}>
          {text.menu.erase}
        </Button>
        <p class="soft">{text.menu.eraseHint}</p>
      </section>
      {asks.value === "leave" && (
        <Question title={text.menu.leaveSure} yes={text.menu.leave} no={text.common.cancel} onYes={done(leave)} onClose={() => (asks.value = "")}>
          <p>{text.menu.leaveHint}</p>
        </Question>
      )}
      {asks.value === "erase" && (
        <Question title={text.menu.eraseSure} yes={text.menu.eraseGo} no={text.common.cancel} danger onYes={done(eraseMe)} onClose={() => (asks.value = "")}>
          <p>{text.menu.eraseHint}</p>
        </Question>
      )}
    </Sheet>
  );
}
