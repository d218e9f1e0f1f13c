// The HTTP endpoints, typed. A refusal is a value with the server's sentence. Knows nothing of who calls.
import { text } from "./text";
import type { ActionKind, Channel, Criterion, FaultOut } from "./wire.gen";

export interface Problem {
  readonly ok: false;
  readonly code: string;
  readonly sentence: string;
  /** What an author has to mend, where a pack was sent. */
  readonly faults?: readonly FaultOut[];
}
export type Result<Value> = { readonly ok: true; readonly value: Value } | Problem;

/** What a phone may know of a workshop before it joins. */
export interface WorkshopCard {
  readonly code: string;
  readonly title: string;
  readonly season: string;
  readonly locked: boolean;
  readonly rehearsal: boolean;
  readonly keep_days: number;
  readonly players: number;
}

export interface Joined {
  readonly ticket: string;
  readonly seat: string;
  readonly code: string;
  readonly pass: string;
}

export interface Tip {
  readonly title: string;
  readonly tip: string;
  readonly say: string;
  readonly avoid: string;
}

export interface WarmUpReply {
  readonly quality: "poor" | "fair" | "good";
  readonly text: string;
  readonly actions: readonly ActionKind[];
  readonly offer: string | null;
  readonly why: string;
}

export interface WarmUp {
  readonly situation: string;
  readonly customer: string;
  readonly replies: readonly WarmUpReply[];
  readonly worst: string;
}

export interface BadgeCard {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly description: string;
  readonly tier: "bronze" | "silver" | "gold";
}

export interface Content {
  readonly avatars: readonly string[];
  readonly nickname_parts: { readonly adjectives: readonly string[]; readonly nouns: readonly string[] };
  readonly tips: Readonly<Record<string, Tip>>;
  readonly warmup: WarmUp;
  readonly breather: readonly string[];
  readonly badges: readonly BadgeCard[];
}

export interface ScenarioCard {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly industry: string;
  readonly channel: Channel;
  readonly difficulty: number;
  readonly company_at_fault: boolean;
  readonly abusive: boolean;
  readonly beats: number;
  readonly language: string;
  /** The name of the pack that added it, or "". */
  readonly pack: string;
}

/** A scenario as somebody chooses it who plays alone. `trains` are its criteria in focus, the heaviest first. */
export interface PracticeCard {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly industry: string;
  readonly company: string;
  readonly channel: Channel;
  readonly difficulty: number;
  readonly trains: readonly Criterion[];
  readonly sequel_of: string;
}

/** What can be practised here; no scenarios where practice is switched off. */
export interface PracticeChoices {
  readonly scenarios: readonly PracticeCard[];
  readonly keep_days: number;
}

export interface Practising {
  readonly scenario: string;
  readonly timed: boolean;
  readonly nickname?: string;
  readonly avatar?: string;
  /** Goes on in the practice that this ticket is for. */
  readonly ticket?: string;
}

const PATIENCE = 12_000; // milliseconds
const PATIENCE_WITH_FILES = 90_000; // a large one is looked through before it is answered

/** GET `path`; never throws. */
export function get<Value>(path: string): Promise<Result<Value>> {
  return ask<Value>(path, {});
}

/** POST `body` as JSON to `path`; never throws. */
export function post<Value>(path: string, body: object = {}): Promise<Result<Value>> {
  return ask<Value>(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** POST a file as it is to `path`; never throws. */
export function upload<Value>(path: string, file: File): Promise<Result<Value>> {
  return ask<Value>(path, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file }, PATIENCE_WITH_FILES);
}

/** DELETE `path`; never throws. */
export function remove<Value>(path: string): Promise<Result<Value>> {
  return ask<Value>(path, { method: "DELETE" });
}

async function ask<Value>(path: string, how: RequestInit, patient = PATIENCE): Promise<Result<Value>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patient);
  try {
    const answer = await fetch(path, { ...how, signal: patience.signal, credentials: "same-origin" });
    const said: unknown = await answer.json().catch(() => null);
    if (answer.ok) return { ok: true, value: said as Value };
    const { code = "failed", sentence = text.api.failed, faults = [] } = (said ?? {}) as Partial<Problem>;
    return { ok: false, code, sentence, faults };
  } catch {
    return { ok: false, code: "unreachable", sentence: text.api.unreachable };
  } finally {
    clearTimeout(timer);
  }
}

/** The workshop behind a code, in any letter case. */
export function lookUp(code: string): Promise<Result<WorkshopCard>> {
  return get(`/api/workshops/${encodeURIComponent(code)}`);
}

export interface Joining {
  readonly code: string;
  readonly nickname: string;
  readonly avatar: string;
  readonly pass?: string;
  /** The same for every try of one person: a seat whose answer was lost is found again. */
  readonly key: string;
}

export function join(joining: Joining): Promise<Result<Joined>> {
  return post("/api/join", joining);
}

/** What the pages show of the content packs. */
export function content(): Promise<Result<Content>> {
  return get("/api/content");
}

export function practiceChoices(): Promise<Result<PracticeChoices>> {
  return get("/api/practice");
}

export function practise(practising: Practising): Promise<Result<Joined>> {
  return post("/api/practice", practising);
}

/** What the worst reply that somebody could think of broke; `reason` is empty where it is what the reply lacks. */
export interface Broken {
  readonly criterion: Criterion | null;
  readonly reason: string;
  /** Characters of the reply. */
  readonly start: number;
  readonly end: number;
}

/** Asks what a reply breaks most; nobody keeps it. */
export function worst(words: string): Promise<Result<Broken>> {
  return post("/api/warm-up", { text: words });
}
