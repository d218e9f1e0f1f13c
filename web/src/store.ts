// The current documents as signals: the newest version of each wins. Knows nothing of sockets and of views.
import { batch, signal, type Signal } from "@preact/signals";

import type { Bodies, DocumentMessage, DocumentName } from "./wire";

interface Held<Name extends DocumentName> {
  readonly shown: Signal<Bodies[Name] | null>;
  of: string;
  version: number;
  confirmed: boolean;
}

function held<Name extends DocumentName>(): Held<Name> {
  return { shown: signal(null), of: "", version: -1, confirmed: true };
}

const shelf: { readonly [Name in DocumentName]: Held<Name> } = {
  lobby: held(),
  board: held(),
  standings: held(),
  scene: held(),
  case: held(),
  card: held(),
  seat: held(),
  desk: held(),
  stage: held(),
};
const names = Object.keys(shelf) as DocumentName[];

/** Each document as it stands; null where this page may not see it, or has not heard of it yet. */
export const documents: { readonly [Name in DocumentName]: Signal<Bodies[Name] | null> } = {
  lobby: shelf.lobby.shown,
  board: shelf.board.shown,
  standings: shelf.standings.shown,
  scene: shelf.scene.shown,
  case: shelf.case.shown,
  card: shelf.card.shown,
  seat: shelf.seat.shown,
  desk: shelf.desk.shown,
  stage: shelf.stage.shown,
};

/** Takes a document in. An older version than the one at hand is ignored; a body of null drops what is about the same. */
export function receive(message: DocumentMessage): void {
  const kept = shelf[message.name] as Held<DocumentName>;
  if (message.version < kept.version) return;
  if (message.body === null) {
    // Someone who has changed teams may be granted the new scene before the old one is taken away.
    if (kept.shown.peek() === null || kept.of === message.of) drop(kept, message.version);
    return;
  }
  kept.of = message.of;
  kept.version = message.version;
  kept.confirmed = true;
  kept.shown.value = message.body as Bodies[DocumentName];
}

/** After a reconnect everything current is sent again: what `settle` then finds unconfirmed is no longer ours. */
export function doubt(): void {
  for (const name of names) shelf[name].confirmed = false;
}

/** Drops what was not sent again since `doubt`. */
export function settle(): void {
  batch(() => {
    for (const name of names) {
      const kept = shelf[name] as Held<DocumentName>;
      if (!kept.confirmed) drop(kept, kept.version);
      kept.confirmed = true;
    }
  });
}

/** Forgets everything: another workshop, or no longer in this one. */
export function forget(): void {
  batch(() => {
    for (const name of names) drop(shelf[name] as Held<DocumentName>, -1);
  });
}

function drop(kept: Held<DocumentName>, version: number): void {
  kept.version = version;
  kept.of = "";
  kept.confirmed = true;
  kept.shown.value = null;
}
