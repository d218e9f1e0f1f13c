// The end: third, second, first; then a title for every team, and the badges rain once.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { keep, kept } from "../../keep";
import { Logo } from "../../parts/Logo";
import { Podium } from "../../parts/Podium";
import { Tide } from "../../parts/Tide";
import { stage as texts } from "../../text/stage.en";
import type { LobbyDocument, StandingsDocument, TitleView } from "../../wire.gen";
import { Rain } from "./Rain";
import { useTurning } from "./turning";

const text = texts.ceremony;

/** When each step comes, in milliseconds after the ceremony began: third, second, first, titles with badges. */
const STEPS = [2_500, 6_000, 10_500, 16_000] as const;

const TITLES = 7; // titles on the stage at once
const TITLES_STAY = 8_000; // milliseconds

interface CeremonyProps {
  code: string;
  lobby: LobbyDocument;
  standings: StandingsDocument | null;
}

export function Ceremony({ code, lobby, standings }: CeremonyProps): JSX.Element {
  const memory = `ceremony.${code}`;
  const [seen] = useState(() => kept<boolean>(memory) ?? false); // as it was when this page opened
  const step = useSignal(seen ? STEPS.length : 0);
  useEffect(() => {
    if (seen || !standings) return;
    const timers = STEPS.map((wait, place) =>
      setTimeout(() => {
        step.value = place + 1;
        if (place + 1 === STEPS.length) keep(memory, true);
      }, wait),
    );
    return () => timers.forEach(clearTimeout);
  }, [standings !== null]);
  const last = step.value >= STEPS.length;
  const titles = standings?.titles ?? [];
  const rows = (standings?.teams ?? []).filter(({ rank }) => rank <= 3).map((row) => ({ ...row, title: titleOf(titles, row.team) }));
  return (
    <main class="stage-screen stage-ceremony" data-last={last ? "" : undefined}>
      <header class="stage-head">
        <div>
          <p class="stage-where">{lobby.title}</p>
          <h1>{text.title}</h1>
        </div>
        <Logo heat={12} markOnly />
      </header>
      <div class="stage-podium">
        <Podium rows={rows} shown={Math.min(3, step.value)} />
      </div>
      {last && <Titles titles={titles} />}
      {last && standings && <Rain awards={standings.awards} falling={!seen} />}
    </main>
  );
}

function titleOf(titles: readonly TitleView[], team: string | null): string {
  return titles.find((title) => title.team === team)?.title ?? "";
}

/** Ten at a time, so that they can be read from the last row. */
function Titles({ titles }: { titles: readonly TitleView[] }): JSX.Element | null {
  const pages = Math.max(1, Math.ceil(titles.length / TITLES));
  const page = useTurning(pages, TITLES_STAY);
  if (titles.length === 0) return null;
  const shown = titles.slice(page * TITLES, page * TITLES + TITLES);
  return (
    <section class="stage-titles">
      <h2>{text.titles}</h2>
      <ul key={page}>
        {shown.map((title) => (
          <li key={title.team}>
            <b>{title.title}</b>
            <bdi>{title.team_name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Closed({ standings }: { standings: StandingsDocument | null }): JSX.Element {
  const rows = (standings?.teams ?? []).filter(({ rank }) => rank <= 3);
  return (
    <main class="stage-screen stage-closed">
      <Logo heat={6} markOnly />
      <h1>{text.closed}</h1>
      <p>{text.closedHint}</p>
      {rows.length > 0 && (
        <ol class="stage-rows">
          {rows.map((row) => (
            <li key={row.team ?? row.name}>
              <span class="tabular">{row.rank}</span>
              <bdi>{row.name}</bdi>
              <b class="tabular">{row.points.toFixed(1)}</b>
            </li>
          ))}
        </ol>
      )}
      <div class="stage-tide">
        <Tide />
      </div>
    </main>
  );
}
