// Where at the desk we are, kept in the address so that a reload returns there. Knows nothing of screens.
import { signal } from "@preact/signals";

import { link } from "../../link";
import { doubt, forget, receive, settle } from "../../store";
import * as calls from "./calls";
import { clearDesk } from "./lying";

export type Place =
  | { readonly at: "waiting" }
  | { readonly at: "unreachable"; readonly sentence: string }
  | { readonly at: "sign_in" }
  | { readonly at: "not_set_up" }
  | { readonly at: "key"; readonly token: string; readonly first: boolean }
  | { readonly at: "home" }
  | { readonly at: "workshop"; readonly code: string };

export const place = signal<Place>({ at: "waiting" });
/** The facilitator's name once signed in. */
export const who = signal("");

/** The one-time token that a set-up or invitation link carries behind its #, or "". */
function tokenInAddress(): string {
  return decodeURIComponent(location.hash).replace(/^#(?:.*[=/])?/, "");
}

function codeInAddress(): string {
  return decodeURIComponent(location.pathname.split("/")[2] ?? "").toUpperCase();
}

/** Asks the server who we are and goes where the address says. */
export async function arrive(): Promise<void> {
  const asked = await calls.me();
  if (!asked.ok) {
    place.value = { at: "unreachable", sentence: asked.sentence };
    return;
  }
  const { signed_in, name, set_up } = asked.value;
  who.value = name;
  const token = tokenInAddress();
  if (token && !signed_in) place.value = { at: "key", token, first: !set_up };
  else if (!signed_in) place.value = { at: set_up ? "sign_in" : "not_set_up" };
  else if (codeInAddress()) enter(codeInAddress());
  else goHome();
}

/** After an account was opened or a password accepted. */
export function signedIn(name: string): void {
  who.value = name;
  history.replaceState(null, "", location.pathname);
  if (codeInAddress()) enter(codeInAddress());
  else goHome();
}

export function goHome(): void {
  leave();
  if (location.pathname !== "/desk" || location.hash) history.pushState(null, "", "/desk");
  place.value = { at: "home" };
}

/** Opens a workshop's desk and keeps its documents coming. */
export function enter(code: string): void {
  leave();
  clearDesk();
  const address = `/desk/${encodeURIComponent(code)}`;
  if (location.pathname !== address) history.pushState(null, "", address);
  place.value = { at: "workshop", code };
  link.open({ desk: code }, {
    hello() {
      doubt();
      setTimeout(settle, SETTLE);
    },
    document: receive,
  });
}

export async function goOut(): Promise<void> {
  await calls.signOut();
  leave();
  history.replaceState(null, "", "/desk");
  who.value = "";
  place.value = { at: "sign_in" };
}

const SETTLE = 2_000; // milliseconds in which all current documents have surely arrived after a hello

function leave(): void {
  link.close();
  forget();
}
