// The left column: the rounds, and what steers the one that is being played.
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { Button } from "../../parts/Button";
import { Clock } from "../../parts/Clock";
import { times } from "../../parts/remaining";
import { text as shared } from "../../text";
import { desk as texts } from "../../text/desk.en";
import type { BoardDocument, DeskDocument } from "../../wire.gen";
import { act } from "./act";
import * as calls from "./calls";
import { Switch } from "./Field";
import { LookInside } from "./LookInside";
import { ask, show } from "./lying";
import { mode } from "./mode";
import { ModeChoice } from "./ModeChoice";
import { between, ceremony, nextStep, plan, type Planned, type Step } from "./step";

const text = texts.round;

interface RoundPanelProps {
  code: string;
  desk: DeskDocument;
  board: BoardDocument | null;
  scenarios: readonly ScenarioCard[];
}

export function RoundPanel({ code, desk, board, scenarios }: RoundPanelProps): JSX.Element {
  const planned = plan(desk);
  const next = planned.findIndex(({ state }) => state === "open");
  const step = nextStep(desk, planned, { stage: calls.stageLink(code), exported: calls.exportLink(code) }, mode.value);
  const starts = "send" in step && step.send.name === "start_round";
  return (
    <aside class="round-panel" aria-label={text.playlist}>
      <Status desk={desk} board={board} />
      {starts && <ModeChoice />}
      <Primary step={step} />
      {!between(desk) && desk.phase === "round" && <RoundControls desk={desk} />}
      <section class="playlist">
        <h2>{text.playlist}</h2>
        {planned.length === 0 && <p class="quiet">{text.empty}</p>}
        <ol>
          {planned.map((round, place) => (
            <PlaylistRow key={round.slug} round={round} place={place} next={place === next} desk={desk} scenarios={scenarios} />
          ))}
        </ol>
        {desk.phase !== "closed" && desk.phase !== "ceremony" && (
          <div class="playlist-foot">
            <Button size="small" kind="quiet" onPress={() => show({ sheet: "settings" })}>
              {text.edit}
            </Button>
            {between(desk) && desk.round > 0 && planned.some(({ state }) => state === "open") && (
              <Button size="small" kind="quiet" onPress={() => ask(ceremony(planned.filter(({ state }) => state === "open").length))}>
                {text.ceremony}
              </Button>
            )}
          </div>
        )}
      </section>
    </aside>
  );
}

function Status({ desk, board }: { desk: DeskDocument; board: BoardDocument | null }): JSX.Element {
  const running = desk.phase === "round" && !between(desk);
  const where = running && desk.stage ? texts.stages[desk.stage] : texts.workshopPhases[between(desk) && desk.round > 0 ? "round" : desk.phase];
  const gathered = desk.teams.filter(({ clock, phase }) => phase === "reveal" && clock?.held).length;
  return (
    <section class="round-status" aria-live="polite">
      <p class="round-where">
        {running || desk.round > 0 ? `${text.number(desk.round)} · ` : ""}
        {between(desk) && desk.round > 0 && desk.phase === "round" ? texts.stages.done : where}
      </p>
      {running && board && <h2>{board.scenario}</h2>}
      {running && board?.channel && (
        <p class="quiet">
          {board.company} · {shared.channels[board.channel]}
          {desk.mode === "live" && ` · ${text.live}`}
        </p>
      )}
      {running && times(desk.clock) && <Clock clock={desk.clock} of={text.stageClock} large />}
      {desk.paused && <p class="round-held">{text.paused}</p>}
      {desk.gathering && !desk.paused && <p class="round-held">{text.gathering(gathered, desk.teams.length)}</p>}
    </section>
  );
}

function Primary({ step }: { step: Step }): JSX.Element {
  const press = (): unknown => {
    if ("send" in step) return act(step.send);
    if ("ask" in step) return ask(step.ask);
    return "show" in step ? show(step.show) : undefined;
  };
  return (
    <div class="round-primary">
      {"href" in step ? (
        <a class="button button-primary button-large button-wide" href={step.href} {...(step.target ? { target: step.target } : { download: true })}>
          {step.label}
        </a>
      ) : (
        <Button key={step.label} kind="primary" size="large" wide onPress={press}>
          {step.label}
        </Button>
      )}
      {step.hint && <small>{step.hint}</small>}
    </div>
  );
}

function RoundControls({ desk }: { desk: DeskDocument }): JSX.Element {
  const held = desk.paused || desk.gathering;
  const playing = desk.stage === "playing";
  return (
    <section class="round-controls">
      {held && !desk.paused && <Button onPress={() => act({ name: "pause_all", body: {} })}>{text.pause}</Button>}
      {!held && !playing && <Button onPress={() => act({ name: "pause_all", body: {} })}>{text.pause}</Button>}
      {playing && !held && (
        <Button title={text.gatherHint} onPress={() => act({ name: "gather", body: {} })}>
          {text.gather}
        </Button>
      )}
      <Button disabled={!desk.timed} onPress={() => act({ name: "add_time", body: { team: null } })}>
        {text.more}
      </Button>
      {playing && (
        <Button onPress={() => ask({ title: text.skipAll, text: text.skipAllText, yes: text.skip, command: { name: "skip_phase", body: { stage: "playing" } } })}>{text.skip}</Button>
      )}
      {playing && desk.can_drop_beat && (
        <Button onPress={() => ask({ title: text.dropBeatAsk, text: text.dropBeatText, yes: text.dropBeat, command: { name: "drop_beat", body: {} } })}>{text.dropBeat}</Button>
      )}
      {playing && (
        <Button onPress={() => ask({ title: text.endAsk, text: text.endText, yes: text.end, command: { name: "end_round", body: {} } })}>{text.end}</Button>
      )}
      <Switch label={text.untimed} hint={text.untimedHint} on={desk.timed} onChange={(timed) => act({ name: "set_timed", body: { timed } })} />
    </section>
  );
}

function PlaylistRow({ round, place, next, desk, scenarios }: { round: Planned; place: number; next: boolean; desk: DeskDocument; scenarios: readonly ScenarioCard[] }): JSX.Element {
  const known = scenarios.find(({ slug }) => slug === round.slug);
  return (
    <li class={`playlist-row playlist-${round.state}`}>
      <span class="playlist-number tabular">{round.state === "played" ? "✓" : place + 1}</span>
      <span class="playlist-what">
        {known ? <LookInside card={known} /> : <b>{round.slug}</b>}
        <small>
          {round.state === "played" ? `${text.done} · ` : ""}
          {round.state === "now" ? `${text.now} · ` : ""}
          {texts.forms[round.form]}
          {known ? ` · ${shared.channels[known.channel]}` : ""}
        </small>
      </span>
      {between(desk) && round.state === "open" && !next && desk.seats.length > 0 && (
        <Button size="small" kind="quiet" label={`${text.startThis}: ${known?.title ?? round.slug}`} onPress={() => act({ name: "start_round", body: { scenario: round.slug, form: round.form, mode: mode.value } })}>
          {text.startThis}
        </Button>
      )}
    </li>
  );
}
