// The English names of the game's fixed terms, keyed by their names on the wire.
import type { ActionKind, BeatKind, Channel, Criterion, CustomerMark, Need, OutcomeKind, ScenePhase, WildcardKind } from "../wire.gen";

interface Named {
  readonly name: string;
  readonly hint: string;
}

export const criteria: Readonly<Record<Criterion, string>> = {
  listening: "Let them vent",
  composure: "Stay composed",
  empathy: "Show empathy",
  acknowledgement: "Name the problem",
  apology: "Apologise well",
  inquiry: "Ask to understand",
  informing: "Keep them informed",
  limits: "Set limits",
  solution: "Solve it together",
  follow_through: "Keep promises",
  rapport: "Warmth and respect",
  closing: "Close well",
};

export const kinds: Readonly<Record<BeatKind, string>> = { vent: "vent", explore: "explore", resolve: "resolve" };

export const phases: Readonly<Record<ScenePhase, string>> = {
  casting: "casting",
  briefing: "reading",
  ready: "getting ready",
  floor: "listening",
  reply: "writing",
  live: "on the line",
  vote: "choosing",
  reveal: "reveal",
  outcome: "done",
};

export const channels: Readonly<Record<Channel, string>> = { chat: "live chat", phone: "phone", email: "e-mail" };

export const needs: Readonly<Record<Need, Named>> = {
  heard: { name: "To be heard", hint: "Somebody who listens to the end." },
  respect: { name: "Respect", hint: "To be taken seriously." },
  explanation: { name: "An explanation", hint: "To know how this could happen." },
  way_out: { name: "A way out", hint: "A step that really helps." },
};

export const marks: readonly { readonly mark: CustomerMark; readonly face: string; readonly word: string }[] = [
  { mark: 0, face: "😡", word: "much worse" },
  { mark: 25, face: "😠", word: "worse" },
  { mark: 50, face: "😐", word: "no change" },
  { mark: 75, face: "🙂", word: "better" },
  { mark: 100, face: "😌", word: "much better" },
];

export const outcomes: Readonly<Record<OutcomeKind, string>> = {
  hung_up: "They hung up",
  walked_away: "They walked away",
  customer_for_life: "A customer for life",
  resolved: "Resolved",
  calm_but_unresolved: "Calm, but unresolved",
  stopped: "Stopped here",
};

export const actions: Readonly<Record<ActionKind, Named>> = {
  look_up: { name: "Look it up", hint: "Takes a moment, so say so." },
  offer: { name: "Make an offer", hint: "Put one remedy on the table." },
  call_back: { name: "Promise a call back", hint: "Say when. Then it counts." },
  record: { name: "Note it down", hint: "Ask whether you may." },
  set_limit: { name: "Set a limit", hint: "Name what has to stop, and go on." },
  escalate: { name: "Hand over", hint: "To someone who may do more." },
  close: { name: "Close the conversation", hint: "When nothing is left open." },
};

export const wildcards: Readonly<Record<WildcardKind, string>> = {
  repeat: "Say it again",
  threaten_to_leave: "Threaten to leave",
  are_you_there: "Are you there?",
  over_the_line: "Over the line",
  skip_a_step: "Skip a step",
};

/** How much longer one's clock runs, in percent. */
export const paces: readonly { readonly factor: number; readonly name: string }[] = [
  { factor: 100, name: "usual" },
  { factor: 125, name: "+25 %" },
  { factor: 150, name: "+50 %" },
];

/** Suggestions for "When they …, I will …". */
export const aims: Readonly<Record<Criterion, readonly { readonly when: string; readonly will: string }[]>> = {
  listening: [
    { when: "are still angry", will: "ask for the rest of the story and wait" },
    { when: "stop for a second", will: "invite them to say more before I answer" },
  ],
  composure: [
    { when: "get personal", will: "answer the problem, not the tone" },
    { when: "raise their voice", will: "keep mine warm and my words plain" },
  ],
  empathy: [
    { when: "say what went wrong", will: "name what they feel and why" },
    { when: "are disappointed", will: "say what it spoiled for them" },
  ],
  acknowledgement: [
    { when: "have told their story", will: "put the problem in my own words" },
    { when: "repeat themselves", will: "say what it means for their day" },
  ],
  apology: [
    { when: "have let it all out", will: "say sorry once, for one thing, with a step that mends it" },
    { when: "wait for a sorry", will: "leave out every 'if' and 'but'" },
  ],
  inquiry: [
    { when: "jump over a step", will: "ask what happened in between" },
    { when: "sound certain", will: "ask for one thing they have not told me" },
  ],
  informing: [
    { when: "have to wait", will: "say why and for how long" },
    { when: "ask what happens now", will: "give them the next step and its time" },
  ],
  limits: [
    { when: "insult me", will: "name the limit and offer to go on" },
    { when: "go too far", will: "say once what has to stop, then help" },
  ],
  solution: [
    { when: "ask what I can do", will: "offer two fair ways and let them choose" },
    { when: "want everything back", will: "look for a part that really helps" },
  ],
  follow_through: [
    { when: "ask who will do it", will: "say who, what and when" },
    { when: "have heard promises before", will: "promise one small thing with a time" },
  ],
  rapport: [
    { when: "sound tired", will: "say something kind that fits only them" },
    { when: "tell me about someone", will: "remember the name and use it" },
  ],
  closing: [
    { when: "are nearly done", will: "ask what else is open" },
    { when: "say goodbye", will: "wish them something of their own" },
  ],
};
