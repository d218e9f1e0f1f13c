// The one wire to the server: resumes, resends until acked, corrects the clock. Knows nothing of what commands mean.
import { signal } from "@preact/signals";
import { io, type Socket } from "socket.io-client";

import { freshId } from "./ids";
import { skew } from "./parts/now";
import { text } from "./text";
import { toast } from "./toasts";
import type { Accepted, Command, DocumentMessage, Hello, Refused } from "./wire";

/** Who this page is: a phone by its seat's ticket, a desk or a stage by the workshop's code. */
export type Credentials = { readonly ticket: string } | { readonly desk: string } | { readonly stage: string };
export type LinkState = "idle" | "connecting" | "online" | "reconnecting" | "offline" | "refused";
export type Answer = Accepted | Refused;

/** How one command is to be sent. `latest`: a newer one of the same name replaces it while unsent. `quiet`: no toast. */
export interface Sending {
  readonly latest?: boolean;
  readonly quiet?: boolean;
  /** Refusal codes that the caller handles itself, without a toast. */
  readonly handles?: readonly string[];
}

interface Pending {
  readonly id: string;
  readonly command: Command;
  readonly sending: Sending;
  readonly answered: (answer: Answer) => void;
  sent: boolean;
}

interface Listener {
  hello(hello: Hello): void;
  document(message: DocumentMessage): void;
}

const ACK_WAIT = 10_000; // milliseconds until an unanswered command is sent again; its id keeps it from counting twice
const SAMPLES = 16;
/** Refusals that are over soon: a disk that is full, old connections of this phone that the server has not given up yet. */
const PASSING = new Set(["not_saved", "broken", "too_many_connections"]);
const TRY_AGAIN = 3_000; // milliseconds after a refused connection that may succeed later

const state = signal<LinkState>("idle");
const refusal = signal<{ readonly code: string; readonly sentence: string } | null>(null);
const parted = signal<string | null>(null);
const skews: number[] = [];
let socket: Socket | null = null;
let pending: Pending[] = [];
let pretended = "";
let again: ReturnType<typeof setTimeout> | undefined;

/** Connects as `credentials` and stays connected; what comes in goes to `listener`. */
function open(credentials: Credentials, listener: Listener): void {
  close();
  state.value = navigator.onLine ? "connecting" : "offline";
  const made = io({
    transports: ["websocket"],
    auth: credentials,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4_000,
    forceNew: true,
  });
  socket = made;
  made.on("hello", (hello: Hello) => {
    skews.length = 0;
    sampled(hello.at);
    state.value = "online";
    listener.hello(hello);
    for (const waiting of pending) emit(waiting);
  });
  made.on("document", (message: DocumentMessage) => {
    sampled(message.at);
    listener.document(message);
  });
  made.on("parted", ({ sentence }: { sentence: string }) => {
    parted.value = sentence;
    close();
  });
  made.on("going", ({ sentence }: { sentence: string }) => toast(sentence));
  made.on("disconnect", (reason) => {
    lost();
    if (reason === "io server disconnect") retry(made);
  });
  made.on("connect_error", (error: Error & { data?: { code?: string; sentence?: string } }) => {
    if (made.active) return lost();
    const { code = "", sentence = "" } = error.data ?? {};
    if (!code || PASSING.has(code)) return retry(made);
    refusal.value = { code, sentence };
    state.value = "refused";
  });
}

/** Never connects: whatever is sent is refused with this sentence. For previews. */
function pretend(sentence: string): void {
  close();
  pretended = sentence;
}

/** Gives the connection up. What was never acked is dropped. */
function close(): void {
  clearTimeout(again);
  socket?.removeAllListeners();
  socket?.disconnect();
  socket = null;
  pending = [];
  refusal.value = null;
  state.value = "idle";
}

/** Sends a command. Resolves with the server's answer, however many reconnections later; a refusal is shown as a toast. */
function send(command: Command, sending: Sending = {}): Promise<Answer> {
  if (pretended) {
    if (!sending.quiet) toast(pretended);
    return Promise.resolve({ ok: false, code: "preview", sentence: pretended });
  }
  return new Promise((resolve) => {
    if (sending.latest) pending = pending.filter((other) => other.sent || other.command.name !== command.name);
    const waiting: Pending = { id: freshId(), command, sending, answered: resolve, sent: false };
    pending.push(waiting);
    if (state.peek() === "online") emit(waiting);
  });
}

function emit(waiting: Pending): void {
  const through = socket;
  if (!through?.connected) return;
  waiting.sent = true;
  through
    .timeout(ACK_WAIT)
    .emit(
      "command",
      { id: waiting.id, name: waiting.command.name, body: waiting.command.body },
      (late: Error | null, answer?: Answer) => {
        if (!pending.includes(waiting)) return;
        if (late || !answer) return through === socket && through.connected ? emit(waiting) : undefined;
        pending = pending.filter((other) => other !== waiting);
        if (!answer.ok && !waiting.sending.quiet && !waiting.sending.handles?.includes(answer.code)) toast(answer.sentence);
        waiting.answered(answer);
      },
    );
}

function lost(): void {
  if (state.peek() === "idle" || state.peek() === "refused") return;
  if (!navigator.onLine) state.value = "offline";
  else if (state.peek() !== "connecting") state.value = "reconnecting";
}

function retry(made: Socket): void {
  lost();
  clearTimeout(again);
  again = setTimeout(() => socket === made && made.connect(), TRY_AGAIN);
}

/** A document is stamped before it travels, so the stamp that is furthest ahead of our clock lost the least on its way. */
function sampled(at: number): void {
  skews.push(at - Date.now());
  if (skews.length > SAMPLES) skews.shift();
  skew.value = Math.max(...skews);
}

function wake(): void {
  if (socket && !socket.connected && state.peek() !== "refused" && document.visibilityState === "visible") socket.connect();
}

if (typeof window !== "undefined") {
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", () => {
    if (state.peek() === "offline") state.value = "reconnecting";
    wake();
  });
  window.addEventListener("offline", () => {
    if (!socket?.connected) lost();
  });
}

/** The sentence for the banner while the wire is down; empty while it holds. */
function trouble(): string {
  if (state.value === "reconnecting") return text.link.reconnecting;
  return state.value === "offline" ? text.link.offline : "";
}

export const link = { open, pretend, close, send, trouble, state, refusal, parted };
