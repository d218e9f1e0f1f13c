// What the desk asks over HTTP, typed. Knows nothing of screens.
import { get, post, remove, type Result, type ScenarioCard, upload } from "../../api";
import type { Form, MarksOut, PackAddedOut, PacksOut, ScoreWeights, Token, WarmUpKind, WorkshopPhase } from "../../wire.gen";

export interface Me {
  readonly signed_in: boolean;
  readonly name: string;
  /** Whether anybody has set this desk up yet. */
  readonly set_up: boolean;
}

export interface OpenWorkshop {
  readonly code: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly opened_at: number;
  readonly phase: WorkshopPhase;
  readonly players: number;
}

/** What a facilitator may choose when opening; whatever is left out has a good default. */
export interface Wishes {
  readonly title?: string;
  readonly season?: string;
  readonly playlist?: readonly string[];
  readonly forms?: readonly Form[];
  readonly minutes?: number;
  readonly team_size?: number;
  readonly rehearsal?: boolean;
  readonly weights?: ScoreWeights;
  readonly timed?: boolean;
  readonly keep_days?: number;
  readonly warm_up?: WarmUpKind;
}

export interface Address {
  /** The link in the QR code. */
  readonly chosen: string;
  readonly candidates: readonly string[];
  /** How many different phones have got through. */
  readonly phones: number;
}

const workshop = (code: string): string => `/api/workshops/${encodeURIComponent(code)}`;

export const me = (): Promise<Result<Me>> => get("/api/me");
export const signIn = (name: string, password: string): Promise<Result<unknown>> => post("/api/sign-in", { name, password });
export const signOut = (): Promise<Result<unknown>> => post("/api/sign-out");
export const setUp = (token: string, name: string, password: string): Promise<Result<unknown>> => post("/api/set-up", { token, name, password });
export const acceptInvitation = (token: string, name: string, password: string): Promise<Result<unknown>> =>
  post("/api/accept-invitation", { token, name, password });
export const invite = (): Promise<Result<{ link: string }>> => post("/api/invitations");
export const scenarios = (): Promise<Result<ScenarioCard[]>> => get("/api/scenarios");
export const packs = (): Promise<Result<PacksOut>> => get("/api/packs");
export const addPack = (file: File): Promise<Result<PackAddedOut>> => upload(`/api/packs?name=${encodeURIComponent(file.name)}`, file);
export const removePack = (pack: string): Promise<Result<unknown>> => remove(`/api/packs/${encodeURIComponent(pack)}`);
export const workshops = (): Promise<Result<OpenWorkshop[]>> => get("/api/workshops");
export const openWorkshop = (wishes: Wishes): Promise<Result<{ code: string }>> => post("/api/workshops", wishes);
export const marks = (code: string, token: Token): Promise<Result<MarksOut>> => get(`${workshop(code)}/replies/${encodeURIComponent(token)}/marks`);
export const address = (code: string): Promise<Result<Address>> => get(`${workshop(code)}/address`);
export const chooseAddress = (code: string, url: string): Promise<Result<unknown>> => post(`${workshop(code)}/address`, { url });
export const addBots = (code: string, players: number): Promise<Result<unknown>> => post(`${workshop(code)}/bots`, { players });
export const exportLink = (code: string): string => `${workshop(code)}/export.csv`;
export const labelsLink = (code: string): string => `${workshop(code)}/labelled.jsonl`;
export const stageLink = (code: string): string => `/stage/${encodeURIComponent(code)}`;
