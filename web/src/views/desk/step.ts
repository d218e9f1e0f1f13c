// What a facilitator most likely does next: the one primary button. Knows nothing of how it is drawn.
import { desk } from "../../text/desk.en";
import type { DeskDocument, Form, Mode } from "../../wire.gen";
import type { Command } from "../../wire";
import type { Asked, Open } from "./lying";

const { round: text, bar } = desk;

export type Step = { readonly label: string; readonly hint?: string } & (
  | { readonly send: Command }
  | { readonly ask: Asked }
  | { readonly show: Open }
  | { readonly href: string; readonly target: string }
);

export interface Planned {
  readonly slug: string;
  readonly form: Form;
  readonly state: "played" | "now" | "open";
}

/** Whether no round is under way, so that one can be started. */
export function between(desk: DeskDocument): boolean {
  return desk.phase === "lobby" || (desk.phase === "round" && desk.stage === "done");
}

/** The playlist with what became of each round. */
export function plan(desk: DeskDocument): Planned[] {
  const left = [...desk.played];
  return desk.playlist.map((slug, place) => {
    const form = desk.settings.forms[place] ?? "short";
    if (slug === desk.scenario) return { slug, form, state: "now" };
    const at = left.indexOf(slug);
    if (at < 0) return { slug, form, state: "open" };
    left.splice(at, 1);
    return { slug, form, state: "played" };
  });
}

export function ceremony(left: number): Asked {
  const warning = left > 0 ? `${text.ceremonyEarly(left)} ` : "";
  return { title: text.ceremonyAsk, text: warning + text.ceremonyText, yes: text.ceremony, command: { name: "start_ceremony", body: {} } };
}

export const CLOSE: Asked = { title: text.closeAsk, text: text.closeText, yes: text.close, command: { name: "close_workshop", body: {} } };

/** The next step, or null where there is nothing but waiting. */
export function nextStep(desk: DeskDocument, planned: readonly Planned[], links: { readonly stage: string; readonly exported: string }, mode: Mode = "together"): Step {
  if (desk.phase === "closed") return { label: bar.export, href: links.exported, target: "" };
  if (desk.paused || desk.gathering) return { label: text.goOn, send: { name: "resume_all", body: {} } };
  if (desk.phase === "ceremony") return { label: text.close, ask: CLOSE };
  if (between(desk)) {
    const next = planned.find(({ state }) => state === "open");
    if (!next) return desk.round > 0 ? { label: text.ceremony, ask: ceremony(0) } : { label: text.edit, hint: text.empty, show: { sheet: "settings" } };
    if (!desk.seats.some((seat) => !seat.bot)) return { label: bar.stage, hint: text.noPlayers, href: links.stage, target: "stage" };
    return { label: text.start(desk.round + 1), send: { name: "start_round", body: { scenario: next.slug, form: next.form, mode } } };
  }
  if (desk.stage === "second_take" || desk.stage === "debrief" || desk.stage === "breather") {
    return { label: text.next[desk.stage], send: { name: "skip_phase", body: { stage: desk.stage } } };
  }
  return { label: text.pause, send: { name: "pause_all", body: {} } };
}
