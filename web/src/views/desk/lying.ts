// What lies open on the desk: a sheet, a question, a chosen team. Knows nothing of what they hold.
import { signal } from "@preact/signals";

import type { Criterion, SeatId, TeamId, Token } from "../../wire.gen";
import type { Command } from "../../wire";

export type Open =
  | { readonly sheet: "people" | "join" | "settings" | "standings" | "invite" }
  | { readonly sheet: "marks"; readonly token: Token; readonly criterion?: Criterion }
  | { readonly sheet: "rename_seat"; readonly seat: SeatId }
  | { readonly sheet: "rename_team"; readonly team: TeamId }
  | { readonly sheet: "remove"; readonly seat: SeatId };

/** Something that cannot be taken back, asked before it is sent. */
export interface Asked {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly command: Command;
}

export const open = signal<Open | null>(null);
export const asked = signal<Asked | null>(null);
export const chosenTeam = signal<TeamId | null>(null);

export function show(next: Open): void {
  open.value = next;
}

export function ask(question: Asked): void {
  asked.value = question;
}

export function clearDesk(): void {
  open.value = null;
  asked.value = null;
  chosenTeam.value = null;
}
