// One invented team in the middle of a round, for the gallery of phone screens. Not part of the build.
import type { Content, WorkshopCard } from "../src/api";
import type {
  BlindReply,
  BoardDocument,
  CardDocument,
  CaseDocument,
  ExchangeView,
  Evidence,
  HeatWord,
  LobbyDocument,
  MarkView,
  OwnReply,
  ReplyPoints,
  SceneDocument,
  SeatDocument,
  StandingsDocument,
} from "../src/wire.gen";
import { heat, held, running } from "./fixtures";

export const LONG_NAME = "WWWWWWWWWWWWWWWWWWWWWWWW";
const RTL_NAME = "ليلى عبد الرحمن";

export const workshop: WorkshopCard = {
  code: "A7KQ",
  title: "Autumn service week",
  season: "2025",
  locked: false,
  rehearsal: false,
  keep_days: 90,
  players: 17,
};

export const content: Content = {
  avatars: ["🦊", "🐼", "🦉", "🐢", "🦦", "🐙", "🦜", "🐝", "🦔", "🐳", "🦩", "🐨", "🦁", "🐸", "🦋", "🐧", "🦒", "🐘", "🌵", "🍄", "🍋", "🫐", "🌻", "⛵"],
  nickname_parts: { adjectives: ["Mellow", "Breezy", "Patient"], nouns: ["Otter", "Teapot", "Lantern"] },
  tips: Object.fromEntries(
    ["T01", "T02", "T05", "T11", "T15", "T16"].map((id) => [
      id,
      {
        title: "Name it and why",
        tip: "Say what they probably feel and attach the reason that only this person has. You do not have to agree to see it.",
        say: "You had told the whole family it would be ready. Of course that is embarrassing.",
        avoid: "I understand your frustration.",
      },
    ]),
  ),
  warmup: {
    situation: "A bicycle shop. Ilse's bike was to be ready on Saturday for a tour with her grandson; on Saturday the shop was shut for a family day.",
    customer: "I stood at your door with a boy in a helmet and you were having a PICNIC? He cried the whole way home. On foot, by the way.",
    worst: "Your umbrella opened on the bus, by itself, and took a gentleman's hat out of the window. What do you say now?",
    replies: [
      {
        quality: "fair",
        text: "We are sorry for the inconvenience. Your bike is ready and can be picked up from Monday.",
        actions: [],
        offer: null,
        why: "Polite and correct. It could be sent to anybody, and the boy is not in it.",
      },
      {
        quality: "good",
        text: "A little boy with his helmet on and a locked door, that hurts just to read. I'm sorry, Ilse.",
        actions: [],
        offer: null,
        why: "It sees the boy and owns the mistake.",
      },
    ],
  },
  breather: ["Make a cup of tea and do nothing else until it is made.", "Walk to the farthest window you can reach and name three things out there that are older than you."],
  badges: [
    { id: "warm-hands", name: "Warm Hands", icon: "🧤", description: "Twice your reply names the feeling and this customer's own reason for it.", tier: "bronze" },
    { id: "loose-thread", name: "The Loose Thread", icon: "🧵", description: "You ask about the very step that the customer's story skips.", tier: "gold" },
  ],
};

export const lobby: LobbyDocument = {
  code: "A7KQ",
  title: workshop.title,
  season: workshop.season,
  phase: "round",
  locked: false,
  rehearsal: false,
  practice: false,
  warm_up: "judge",
  keep_days: 90,
  rounds: 3,
  seats: [
    { id: "s1", name: "Ana", avatar: "🦊", team: "t1", presence: "here", bot: false },
    { id: "s2", name: "Tom", avatar: "🐼", team: "t1", presence: "here", bot: false },
    { id: "s3", name: LONG_NAME, avatar: "🦉", team: "t1", presence: "away", bot: false },
    { id: "s4", name: RTL_NAME, avatar: "🐢", team: "t1", presence: "here", bot: false },
    { id: "s5", name: "Pip", avatar: "🐙", team: "t1", presence: "here", bot: true },
    { id: "s6", name: "Jo 🎈🎈", avatar: "🦦", team: "t2", presence: "here", bot: false },
    { id: "s7", name: "Priya", avatar: "🐝", team: "t2", presence: "here", bot: false },
    { id: "s8", name: "Sam", avatar: "🐳", team: "t2", presence: "here", bot: false },
    { id: "s9", name: "Wei", avatar: "🦁", team: null, presence: "here", bot: false },
  ],
  teams: [
    { id: "t2", name: "Night Shift" },
    { id: "t1", name: "Calm Otters" },
  ],
};

const clock = running(76, 120);

export const board: BoardDocument = {
  phase: "round",
  round: 1,
  rounds: 3,
  scenario: "The cot that will not stand",
  industry: "furniture to build yourself",
  company: "Nestwright",
  channel: "chat",
  mode: "together",
  stage: "playing",
  clock: null,
  held: false,
  gathering: false,
  timed: true,
  teams: [
    { id: "t1", name: "Calm Otters", phase: "reply", beat: 1, beats: 3, clock, heat: heat(72), waiting: 2, outcome: null, title: "" },
    { id: "t2", name: "Night Shift", phase: "vote", beat: 2, beats: 3, clock, heat: heat(48), waiting: 1, outcome: null, title: "" },
    { id: "t3", name: "The Very Long Named Lighthouse Team", phase: "outcome", beat: 3, beats: 3, clock, heat: heat(18), waiting: 0, outcome: "customer_for_life", title: "" },
  ],
  debrief: null,
};

export const seat: SeatDocument = {
  seat: "s1",
  name: "Ana",
  avatar: "🦊",
  team: "t1",
  role: "agent",
  switches: { not_today: false, no_abuse: true, time_factor: 100 },
  asked: false,
  volunteered: null,
  can_pass: false,
  ready: false,
  going_on: false,
  thanked: false,
  reply_clock: clock,
  can_reply: true,
  on_line: false,
  moments: [],
  replies: [],
  can_appeal: true,
  duels: [],
  gallery: null,
  can_judge: false,
  take: null,
  aim: null,
  next_aim: null,
  results: [],
  neighbours: [],
  badges: [],
};

export const scene: SceneDocument = {
  team: "t1",
  name: "Calm Otters",
  phase: "reply",
  clock,
  mode: "together",
  exchange: null,
  round: 1,
  beat: 1,
  beats: 3,
  kind: "vent",
  goal: "Let him finish, name what is at stake, and be sorry for the three evenings without declaring the cot faulty.",
  closing: false,
  channel: "chat",
  company: "Nestwright",
  scenario: "The cot that will not stand",
  language: "en",
  summary: "A new father has built a cot for three evenings and it still tips. The baby comes home the day after tomorrow.",
  persona: "Tariq Haddad",
  persona_avatar: "👨‍🍼",
  customer_seat: "s2",
  heat: { value: 72, word: "angry" as HeatWord },
  breaths: false,
  light: false,
  yielded: true,
  focus: [
    { criterion: "apology", weight: 30, example: "I am sorry that you stood at a locked gate on your first day. I am asking the caretaker now and write to you by ten." },
    { criterion: "empathy", weight: 25, example: "Standing in the rain with two suitcases and a sleepy child, no wonder you are furious with us." },
    { criterion: "listening", weight: 25, example: "Please go on, I would like the whole story before I say anything." },
    { criterion: "acknowledgement", weight: 20, example: "So the invitations say the 14th, the wedding is on the 4th, and sixty guests are about to book the wrong train." },
  ],
  lines: [
    {
      kind: "opening",
      text: 'third evening. THIRD. i have built your cot "Linnet" by the book and the left side drops the moment you touch it. a baby is supposed to sleep in this.',
      wildcard: null,
      beat: 1,
      name: "",
      token: null,
    },
    { kind: "suggested", text: "your robot told me to \"consult the booklet\" and hung up on me.", wildcard: null, beat: 1, name: "", token: null },
    { kind: "wildcard", text: "hello? did you fall asleep as well?", wildcard: "are_you_there", beat: 1, name: "", token: null },
  ],
  facts: [],
  promises: [],
  eligible: ["s1", "s3", "s4", "s5"],
  sent: 2,
  waiting_for: [],
  replies: [],
  reveal: null,
  outcome: null,
  going_on: 0,
};

export const file: CaseDocument = {
  team: "t1",
  company: "Nestwright",
  case: 'Cot "Linnet", order NW-20418, 219 EUR, delivered twelve days ago. The customer, Tariq Haddad, writes at 21:10 on a Tuesday. Last week the assistant closed his first chat without an answer. No fault of this batch is known. A fitter is free on video until 22:30.',
  policy: ["Until the cause is known, do not say that the parts are faulty.", "A cot that tips must not be used. Say so.", "Spare fittings and video help are always possible.", "A fitter's visit only where video did not help."],
  currency: "EUR",
  authority: 40,
  actions: ["look_up", "call_back", "record", "set_limit", "escalate", "close", "offer"],
  offers: [
    { id: "manual", label: "A link to the booklet as a PDF", cost: 0, beyond: false },
    { id: "video", label: "A fitter on video tonight, until the cot stands", cost: 15, beyond: false },
    { id: "visit", label: "A fitter at the door tomorrow, on the way to another job", cost: 35, beyond: false },
    { id: "refund", label: "The whole price back, and the cot is his to keep", cost: 219, beyond: true },
  ],
  results: [{ action: "look_up", result: "A note says that some booklets of this spring have pages 6 and 7 stuck together." }],
  writing: ["s1", "s3"],
};

const GOOD = "Three evenings before a night shift, and then it sinks under your own hand, I would be beside myself too. I am sorry you had that, and the robot on top. Tell me everything that bothers you about it.";
const FAIR = "Oh no, that sounds really frustrating. Sorry about that! I will have a look at your order. Can you tell me more?";

export const blind: BlindReply[] = [
  { token: "k1", text: GOOD, actions: ["call_back", "offer"], offer: "video", covered: false },
  { token: "k2", text: FAIR, actions: [], offer: null, covered: false },
  { token: "k3", text: "", actions: [], offer: null, covered: true },
];

export const card: CardDocument = {
  team: "t1",
  opened: true,
  persona: "Tariq Haddad",
  avatar: "👨‍🍼",
  voice: "Short lower-case messages sent in bursts, dry jokes when he is tired, precise when somebody is precise with him.",
  story:
    "Your daughter Noor was born on Sunday. She and Salma come home on Thursday, and the cot was the one thing you said you would see to. You bake bread at night, so you build in the hours before your shift. You have tightened every bolt you fitted. Still the left side drops five centimetres when you lean on it.",
  triggers: ["being asked whether you have read the booklet", 'the word "just"', "hearing that other people manage"],
  softeners: ["somebody uses Noor's name", "somebody treats a wobbling cot as a danger, not as a nuisance"],
  facts: [
    { id: "homecoming", text: "Salma and Noor come home from hospital on Thursday at noon.", hidden: true, omission: false, disclosed: false },
    { id: "leftovers", text: "Eight small steel cylinders are still in their bag. He took them for spares.", hidden: true, omission: false, disclosed: true },
    { id: "step-six", text: "He never did step 6. Pages 6 and 7 of his booklet are stuck together.", hidden: true, omission: true, disclosed: false },
  ],
  echoes: [{ id: "heard-1", text: "okay. you actually read that. go on.", tone: "heard", used: false }],
  lines: [
    { id: "l1", text: "somebody drilled those holes with their eyes shut.", mood: "hot", used: false },
    { id: "l2", text: "you sell this to people with BABIES.", mood: "hot", used: false },
    { id: "l3", text: "i have a spirit level on it. it is not the floor.", mood: "any", used: false },
    { id: "l4", text: "everything is tight. if i tighten any more i will be through the wood.", mood: "any", used: false },
    { id: "l5", text: "sorry, i have slept maybe four hours.", mood: "soft", used: false },
  ],
  wildcards: [
    { id: "w1", kind: "repeat", text: "i say it once more for the slow ones. left side. drops. five centimetres. baby.", used: true },
    { id: "w2", kind: "threaten_to_leave", text: "you know what, the second-hand shop on my corner has a cot that stands.", used: false },
    { id: "w3", kind: "are_you_there", text: "hello? did you fall asleep as well?", used: false },
  ],
  incoming: [
    { token: "k1", text: GOOD, actions: ["call_back", "offer"], offer: "video", mark: 75, ticked: [], suggested: [], covered: false },
    { token: "k2", text: "What did you do between step 5 and step 7? And is anything left in the bag?", actions: [], offer: null, mark: null, ticked: [], suggested: ["step-six"], covered: false },
    { token: "k3", text: "", actions: [], offer: null, mark: null, ticked: [], suggested: [], covered: true },
  ],
  need: null,
};

function evidence(criterion: Evidence["criterion"], words: string, polarity: Evidence["polarity"], reason: string): Evidence {
  const start = GOOD.indexOf(words);
  return { criterion, start, end: start + words.length, polarity, cue: words, reason, confidence: "cue" };
}

const marks: MarkView[] = [
  {
    criterion: "apology",
    level: 2,
    weight: 30,
    confidence: "cue",
    review: false,
    overruled: false,
    abstained: false,
    next: "Add the step that mends it, and when.",
    evidence: [evidence("apology", "I am sorry you had that", "earned", "A specific sorry, once.")],
  },
  {
    criterion: "empathy",
    level: 3,
    weight: 25,
    confidence: "cue",
    review: false,
    overruled: false,
    abstained: false,
    next: "",
    evidence: [evidence("empathy", "I would be beside myself too", "earned", "It names the feeling, and his three evenings as the reason.")],
  },
  {
    criterion: "listening",
    level: 3,
    weight: 25,
    confidence: "cue",
    review: false,
    overruled: false,
    abstained: false,
    next: "",
    evidence: [evidence("listening", "Tell me everything that bothers you", "earned", "It invites him to go on.")],
  },
  {
    criterion: "acknowledgement",
    level: 1,
    weight: 20,
    confidence: "none",
    review: true,
    overruled: false,
    abstained: false,
    next: "Say in your own words what is wrong with the cot.",
    evidence: [evidence("acknowledgement", "the robot on top", "lost", "A side remark where the problem should stand.")],
  },
];

const points: ReplyPoints = { rubric: 74, peers: 81, customer: 75, weights: [50, 30, 20], deduction: 0, total: 76.3, comparisons: 5, settled: false, handover: 0 };

export const ownReply: OwnReply = {
  beat: 1,
  turn: 1,
  kind: "vent",
  token: "k1",
  text: GOOD,
  actions: ["call_back", "offer"],
  offer: "video",
  by_clock: false,
  interrupted: false,
  heard: true,
  signed: false,
  released: false,
  points,
  customer_mark: 75,
  marks,
  abstained: "",
  looks: [],
  provisional: true,
  cues_only: true,
  calmed: 0,
  stung: 0,
};

export const looked: OwnReply = {
  ...ownReply,
  cues_only: false,
  looks: [
    { criterion: "apology", state: "open", asked: "I did say what I am sorry for, and I promised the call.", before: 2, after: 2, answer: "" },
    { criterion: "empathy", state: "changed", asked: "", before: 1, after: 3, answer: "Three evenings before a night shift: that is his reason, and you said it." },
  ],
};

export const revealed: SceneDocument = {
  ...scene,
  phase: "reveal",
  clock: running(28, 40),
  heat: { value: 58, word: "annoyed" },
  waiting_for: ["s2", "s3"],
  reveal: {
    heard: {
      token: "k1",
      seat: "s4",
      name: RTL_NAME,
      text: GOOD,
      actions: ["call_back", "offer"],
      offer: "video",
      points,
      customer_mark: 75,
      marks,
      by_clock: false,
      provisional: true,
      calmed: 0,
      stung: 0,
    },
    others: [
      { token: "k2", text: FAIR, best: [[7, 40]], total: 48, covered: false, calmed: 0, stung: 0 },
      { token: "k3", text: "", best: [], total: null, covered: true, calmed: 0, stung: 0 },
    ],
    need: "heard",
    heat_before: 72,
    heat_after: 58,
    steps: [
      { reason: "heard", change: -18, sentence: "The heard reply calmed him." },
      { reason: "interruption", change: 4, sentence: "Somebody cut in while he was speaking." },
    ],
    disclosed: ["Salma and Noor come home from hospital on Thursday at noon."],
    silence: "",
  },
};

export const outcome: SceneDocument = {
  ...scene,
  phase: "outcome",
  clock: running(25, 30),
  beat: 3,
  heat: heat(18),
  outcome: {
    kind: "customer_for_life",
    line: "It stands. I leaned on it with my whole weight and it STANDS. When she is two she gets her big bed from you.",
    word_of_mouth: 'He writes under the product, "they stayed with me until it stood", and answers strangers\' questions about step 6.',
    heat: [72, 58, 40, 18],
    step_out: "",
    thanks: 2,
  },
};

export const standings: StandingsDocument = {
  round_teams: [],
  round_players: [],
  teams: [
    { rank: 1, name: "Calm Otters", points: 74.2, seat: null, team: "t1" },
    { rank: 2, name: "The Very Long Named Lighthouse Team", points: 70, seat: null, team: "t3" },
    { rank: 3, name: "Night Shift", points: 61.5, seat: null, team: "t2" },
  ],
  players: [],
  titles: [{ team: "t1", team_name: "Calm Otters", criterion: "empathy", title: "The Warm Ears" }],
  awards: [],
};

export const results: Partial<SeatDocument> = {
  role: "none",
  results: [
    {
      round: 1,
      scenario: "The cot that will not stand",
      role: "agent",
      points: 71.5,
      parts: [
        ["beat 1", 76.3],
        ["beat 2", 61.7],
        ["aim met", 5],
      ],
      aim_met: true,
      levels: [],
    },
  ],
  neighbours: [
    { rank: 4, name: "Priya", points: 73, seat: "s7", team: null },
    { rank: 5, name: "Ana", points: 71.5, seat: "s1", team: null },
    { rank: 5, name: LONG_NAME, points: 71.5, seat: "s3", team: null },
  ],
  badges: [{ seat: "s1", name: "Ana", badge: "warm-hands", badge_name: "Warm Hands", icon: "🧤" }],
};

export const paused = held(61, 120);

export const exchange: ExchangeView = { line: ["s3", "s1"], turns: 2, turns_left: 6, patience: running(17, 25), holding: false, tap_in_from: 0 };

export const exchanging: Partial<SceneDocument> = {
  phase: "live",
  mode: "live",
  clock: running(131, 180),
  exchange,
  lines: [
    ...scene.lines,
    { kind: "turn", text: GOOD, wildcard: null, beat: 1, name: RTL_NAME, token: "k1" },
    { kind: "said", text: "finally somebody who reads. yes, both times, and i have the photos.", wildcard: null, beat: 1, name: "", token: null },
    { kind: "hold", text: "I am looking that up for you right now. Please give me 30 seconds.", wildcard: null, beat: 1, name: LONG_NAME, token: null },
    { kind: "turn", text: FAIR, wildcard: null, beat: 1, name: LONG_NAME, token: "k2" },
    { kind: "said", text: "and now?", wildcard: null, beat: 1, name: "", token: null },
  ],
};
