// Who plays on this phone: the ticket of a seat, the pass of a person, and the way in and out. Knows no screens.
import { signal } from "@preact/signals";

import * as api from "../../api";
import { freshId } from "../../ids";
import { keep, kept, lasts } from "../../keep";
import { link } from "../../link";
import { doubt, forget, receive, settle } from "../../store";
import { text } from "../../text";
import type { Hello } from "../../wire";
import { forgetDraft, handOver } from "./draft";

/** A seat taken from this phone. `pass` is the player's private key across workshops. */
export interface Seating {
  readonly code: string;
  readonly ticket: string;
  readonly pass: string;
  readonly name: string;
  readonly avatar: string;
  /** Somebody who practises alone; nobody else has a seat there. */
  readonly practice?: boolean;
}

/** What a pass link carries beside the pass, so that another phone need not ask again. */
export interface Pass {
  readonly pass: string;
  readonly name: string;
  readonly avatar: string;
}

const SETTLES = 2_000; // milliseconds after a hello in which every current document has come again

const PRACTICE = "/practice";

/** Whether this page is the way into practising alone. */
export const practice = signal(false);
export const seating = signal<Seating | null>(null);
/** Set once this phone has left or was sent out: the sentence to show. */
export const out = signal<string | null>(null);
export const code = signal("");
export const pass = signal<Pass | null>(null);

/** Reads the address and what is kept; takes the seat again where there is one. */
export function arrive(): void {
  const [, path = "", fromPath = ""] = location.pathname.split("/");
  if (path === "j" && fromPath) code.value = decodeURIComponent(fromPath).toUpperCase();
  pass.value = passInAddress() ?? kept<Pass>("pass");
  const last = kept<string>("last") ?? "";
  const known = kept<Seating>(`seat.${code.value}`);
  const mine = pass.value;
  const practising = path === PRACTICE.slice(1);
  practice.value = practising;
  if (practising) {
    const mine = kept<Seating>("practice.seat");
    if (mine && kept<boolean>("practice.open")) enter(mine);
    return;
  }
  if (known) enter(known);
  // Where nothing lasts, the address is all that a reload leaves: it was this very seat.
  else if (!lasts && mine?.name && code.value) void join(mine.name, mine.avatar);
  else if (!code.value && last && kept<Seating>(`seat.${last}`)) code.value = last;
}

function passInAddress(): Pass | null {
  const given = new URLSearchParams(location.hash.slice(1));
  const found = given.get("pass");
  if (!found) return null;
  const read = { pass: found, name: given.get("name") ?? "", avatar: given.get("face") ?? "" };
  keep("pass", read);
  // A pass is private: it does not stay in the address, unless the address is the only place that lasts.
  if (lasts) history.replaceState(null, "", location.pathname);
  return read;
}

/** The link that brings this player back, on any phone. */
export function passLink(held: Seating): string {
  const carried = new URLSearchParams({ pass: held.pass, name: held.name, face: held.avatar });
  return `${location.origin}/j/${held.code}#${carried.toString()}`;
}

let joinKey = freshId();

/** Takes a seat; resolves with the problem where the server refuses. */
export async function join(nickname: string, avatar: string): Promise<api.Problem | null> {
  const mine = pass.value?.pass;
  const answer = await api.join({ code: code.value, nickname, avatar, key: joinKey, ...(mine ? { pass: mine } : {}) });
  if (!answer.ok) return answer;
  joinKey = freshId();
  const { ticket, pass: key } = answer.value;
  const taken = { code: answer.value.code, ticket, pass: key, name: nickname, avatar };
  pass.value = { pass: key, name: nickname, avatar };
  keep("pass", pass.value);
  keep("last", taken.code);
  keep(`seat.${taken.code}`, taken);
  enter(taken);
  return null;
}

/** The seat that this phone holds in the room whose code is shown, if any. */
export function heldHere(): Seating | null {
  return kept<Seating>(`seat.${code.value}`);
}

/** Connects with a ticket. */
export function enter(held: Seating): void {
  out.value = null;
  link.parted.value = null;
  code.value = held.code;
  seating.value = held;
  if (held.practice) keep("practice.open", true);
  const address = held.practice ? PRACTICE : lasts ? `/j/${held.code}` : passLink(held);
  history.replaceState(null, "", address);
  link.open({ ticket: held.ticket }, { hello: greeted, document: receive });
}

function greeted(hello: Hello): void {
  doubt();
  setTimeout(settle, SETTLES);
  handOver(hello.draft);
}

/** Gives the seat up on this phone. `sentence` is what the next screen says; the pass stays unless `erased`. */
export function exit(sentence: string, erased = false): void {
  const held = seating.value;
  link.close();
  forget();
  forgetDraft();
  if (held?.practice) {
    keep("practice.seat", null);
    keep("practice.open", null);
  } else {
    if (held) keep(`seat.${held.code}`, null);
    keep("last", null);
  }
  if (erased) {
    keep("pass", null);
    pass.value = null;
  }
  seating.value = null;
  out.value = sentence;
}

/** Puts a practice aside: it stands still on the server, and this phone keeps its ticket. */
export function putAside(): void {
  keep("practice.open", null);
  link.close();
  forget();
  forgetDraft();
  seating.value = null;
  out.value = null;
}

/** Leaves for good, after the server has heard of it. */
export async function leave(): Promise<void> {
  const answer = await link.send({ name: "leave_workshop", body: {} });
  if (answer.ok) exit(text.menu.left);
}

export async function eraseMe(): Promise<void> {
  const answer = await link.send({ name: "erase_me", body: {} });
  if (answer.ok) exit(text.menu.erased, true);
}
