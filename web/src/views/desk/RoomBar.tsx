// The line on top: which workshop this is, its code, when it ends, and what is not needed every minute.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { now } from "../../parts/now";
import { Pill } from "../../parts/Pill";
import { theme, turnTheme } from "../../parts/theme";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, LobbyDocument } from "../../wire.gen";
import { act } from "./act";
import * as calls from "./calls";
import { browsing } from "./library";
import { ask, show } from "./lying";
import { goHome } from "./place";
import { CLOSE } from "./step";

const text = texts.bar;
const clockTime = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const MINUTE = 60_000;

interface RoomBarProps {
  code: string;
  desk: DeskDocument;
  lobby: LobbyDocument;
}

export function RoomBar({ code, desk, lobby }: RoomBarProps): JSX.Element {
  const heats = desk.teams.flatMap(({ heat }) => (heat ? [heat.value] : []));
  const mean = heats.length ? heats.reduce((sum, heat) => sum + heat, 0) / heats.length : 20;
  return (
    <header class="room-bar">
      <button type="button" class="room-logo" title={text.back} aria-label={text.back} onClick={goHome}>
        <Logo heat={mean} markOnly />
      </button>
      <h1 class="room-title">{lobby.title || texts.home.untitled}</h1>
      {lobby.rehearsal && <Pill kind="quiet">{text.rehearsal}</Pill>}
      <ProjectedEnd desk={desk} />
      <span class="room-tools">
        <Button size="small" onPress={() => show({ sheet: "people" })}>
          {text.people(desk.seats.length)}
        </Button>
        <Button size="small" label={`${text.join}, ${text.code} ${code}`} onPress={() => show({ sheet: "join" })}>
          {desk.locked && <span aria-hidden="true">🔒</span>}
          {text.code} <b class="room-code">{code}</b>
        </Button>
        <a class="button button-plain button-small" href={calls.stageLink(code)} target="stage">
          {text.stage}
        </a>
        <More code={code} desk={desk} />
      </span>
    </header>
  );
}

function ProjectedEnd({ desk }: { desk: DeskDocument }): JSX.Element | null {
  if (desk.projected_end === null || desk.phase === "closed") return null;
  const left = Math.max(0, Math.round((desk.projected_end - now.value) / MINUTE));
  return <p class="room-end tabular">{text.ends(clockTime.format(desk.projected_end), left)}</p>;
}

function More({ code, desk }: { code: string; desk: DeskDocument }): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const shut = (): void => menu.current?.removeAttribute("open");
  useEffect(() => {
    const outside = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !menu.current?.contains(event.target as Node)) shut();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", outside);
    };
  }, []);
  const item = (label: string, press: () => unknown): JSX.Element => (
    <button
      type="button"
      onClick={() => {
        shut();
        void press();
      }}
    >
      {label}
    </button>
  );
  return (
    <details class="menu" ref={menu}>
      <summary class="button button-plain button-small">{text.more}</summary>
      <div class="menu-items">
        {item(text.settings, () => show({ sheet: "settings" }))}
        {item(texts.shelf.open, () => (browsing.value = true))}
        {item(text.standings, () => show({ sheet: "standings" }))}
        <a href={calls.exportLink(code)} download onClick={shut}>
          {text.export}
        </a>
        <a href={calls.labelsLink(code)} download onClick={shut}>
          {text.labels}
        </a>
        {item(text.invite, () => show({ sheet: "invite" }))}
        {item(text.sound(desk.stage_sound), () => act({ name: "set_stage_sound", body: { on: !desk.stage_sound } }))}
        <button type="button" onClick={turnTheme}>
          {text.theme[theme.value]}
        </button>
        {item(text.back, goHome)}
        {desk.phase !== "closed" && item(text.close, () => ask(CLOSE))}
      </div>
    </details>
  );
}

