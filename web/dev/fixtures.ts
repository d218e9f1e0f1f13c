// Invented rooms for the gallery: documents as the server would send them. Not part of the build.
import type {
  BoardDocument,
  ClockView,
  DeskDocument,
  DeskReply,
  DeskSeat,
  HeatView,
  HeatWord,
  LobbyDocument,
  MarkView,
  ScenePhase,
  StandingRow,
  StandingsDocument,
} from "../src/wire.gen";

const NAMES = ["Ana", "Tom", "Mia", "Jonas", "Priya", "Olu", "Wei", "Fatima", "Luca", "Zoë", "ليلى", "Noah", "Ines", "Kofi", "Marguerite", "Bo", "Sanne", "Yusuf", "Elif", "Dmitri"];
const FACES = ["🦊", "🐻", "🐙", "🦉", "🐸", "🐝", "🦔", "🐢", "🦩", "🐳", "🦁", "🐼", "🐨", "🦦", "🐞", "🦜", "🐰", "🐧", "🦄", "🐌"];
const TEAMS = ["Calm Otters", "Kettles", "Night Shift", "Lighthouse", "Green Line", "Paper Boats", "Ninth Floor", "Teapots"];
const PHASES: ScenePhase[] = ["floor", "reply", "reply", "vote", "reveal", "reply", "briefing", "vote"];
export const NOW = Date.now();

export const SCENARIOS = [
  { slug: "cot-before-thursday", title: "The cot before Thursday", summary: "", industry: "furniture", channel: "chat", difficulty: 1, company_at_fault: true, abusive: false, beats: 3 },
  { slug: "no-room-at-midnight", title: "No room at midnight", summary: "", industry: "travel", channel: "phone", difficulty: 2, company_at_fault: true, abusive: true, beats: 3 },
  { slug: "the-fasting-morning", title: "The fasting morning", summary: "", industry: "health", channel: "phone", difficulty: 3, company_at_fault: false, abusive: false, beats: 3 },
  { slug: "two-parcels", title: "Two parcels, one door", summary: "", industry: "delivery", channel: "email", difficulty: 2, company_at_fault: false, abusive: false, beats: 3 },
] as const;

export function heat(value: number): HeatView {
  const word: HeatWord = value >= 85 ? "boiling" : value >= 65 ? "angry" : value >= 45 ? "annoyed" : value >= 25 ? "uneasy" : "calm";
  return { value, word };
}

export function running(left: number, total: number): ClockView {
  return { total: total * 1000, deadline: NOW + left * 1000, left: null, held: false };
}

export function held(left: number, total: number): ClockView {
  return { total: total * 1000, deadline: null, left: left * 1000, held: true };
}

const turn = (place: number, step: number, modulus: number): number => (place * step + 7) % modulus;
const pick = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item;
const teamName = (place: number): string => (place < TEAMS.length ? pick(TEAMS, place) : `Team ${place + 1}`);

export interface RoomShape {
  teams: number;
  perTeam: number;
  teamless?: number;
}

export function seats({ teams, perTeam, teamless = 0 }: RoomShape): DeskSeat[] {
  return Array.from({ length: teams * perTeam + teamless }, (_, place) => {
    const inTeam = place < teams * perTeam;
    const role = !inTeam ? "gallery" : place % perTeam === 0 ? "customer" : "agent";
    return {
      id: `s${place + 1}`,
      name: place < NAMES.length ? pick(NAMES, place) : `${pick(NAMES, place)} ${Math.floor(place / NAMES.length) + 1}`,
      avatar: pick(FACES, place),
      team: inTeam ? `t${Math.floor(place / perTeam) + 1}` : null,
      presence: place % 11 === 5 ? "away" : place % 37 === 20 ? "absent" : "here",
      bot: place % 13 === 9,
      time_factor: place % 17 === 3 ? 125 : 100,
      role,
      missing: place % 7 === 3,
    };
  });
}

export function lobby(shape: RoomShape, phase: LobbyDocument["phase"] = "round"): LobbyDocument {
  return {
    code: "KETTLE7",
    title: "Autumn service week",
    season: "2026",
    phase,
    locked: false,
    rehearsal: false,
    practice: false, warm_up: "judge",
    keep_days: 90,
    rounds: 2,
    seats: seats(shape).map(({ id, name, avatar, team, presence, bot }) => ({ id, name, avatar, team, presence, bot })),
    teams: Array.from({ length: shape.teams }, (_, place) => ({ id: `t${place + 1}`, name: teamName(place) })),
  };
}

const QUOTES = [
  "I can hear how worried you are: the baby comes on Thursday and the cot is still in a lorry. I am sorry that we told you Monday and then said nothing. I will ring the depot now and call you back by three with a time, or with a cot from our shop that I bring myself.",
  "Please tell me the rest of it. I am not going anywhere.",
  "You did everything right, and still stood there at midnight with two sleepy children. May I ask what the night desk told you when you showed the confirmation?",
];

function marks(): MarkView[] {
  const text = QUOTES[0] ?? "";
  const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return [
    {
      criterion: "empathy", level: 3, weight: 3, confidence: "cue", review: false, overruled: false, abstained: false, next: "",
      evidence: [{ criterion: "empathy", ...at("I can hear how worried you are"), polarity: "earned", cue: "e1", reason: "Names the feeling, and why this customer has it.", confidence: "cue" }],
    },
    {
      criterion: "apology", level: 2, weight: 2, confidence: "cue", review: true, overruled: false, abstained: false, next: "Say once what you will do so that it does not happen again.",
      evidence: [{ criterion: "apology", ...at("I am sorry that we told you Monday"), polarity: "earned", cue: "a1", reason: "Says what the apology is for.", confidence: "cue" }],
    },
    {
      criterion: "informing", level: 1, weight: 1, confidence: "semantic", review: false, overruled: true, abstained: false, next: "Give the reason for the wait as well.",
      evidence: [{ criterion: "informing", ...at("and then said nothing"), polarity: "lost", cue: "i1", reason: "The customer still does not know why.", confidence: "cue" }],
    },
    { criterion: "limits", level: null, weight: 0, confidence: "none", review: false, overruled: false, abstained: false, next: "", evidence: [] },
  ];
}

export function replies(): DeskReply[] {
  return QUOTES.map((text, place) => ({
    token: `k${place}`, team: `t${place + 1}`, team_name: teamName(place), round: 1, beat: 2 - (place % 2), seat: `s${place + 2}`, name: pick(NAMES, place + 1),
    text, heard: place !== 1, reported: place === 1, kept_covered: false, released: place === 0, signed: place === 0, on_stage: place === 0, total: 71 - place * 9, marked: 3, doubtful: place === 0 ? 1 : 0, asked: place === 2 ? (marks()[1] ?? null) : null,
    looks: place === 2 ? [{ criterion: "apology", state: "open", asked: "I said what I am sorry for, and that I ring the depot.", before: 2, after: 2, answer: "" }] : [],
  }));
}

const rows = (teams: boolean, most: number): StandingRow[] =>
  Array.from({ length: most }, (_, place) => ({
    rank: place === 3 ? 3 : place + 1,
    name: teams ? teamName(place) : pick(NAMES, place),
    points: Math.round((88.4 - place * 4.7) * 10) / 10,
    seat: teams ? null : `s${place + 1}`,
    team: teams ? `t${place + 1}` : null,
  }));

export function standings(teams = 8): StandingsDocument {
  return {
    round_teams: rows(true, Math.min(teams, 5)),
    round_players: rows(false, 5),
    teams: rows(true, Math.min(teams, 5)),
    players: rows(false, 8),
    titles: Array.from({ length: teams }, (_, place) => ({
      team: `t${place + 1}`, team_name: teamName(place), criterion: "empathy" as const,
      title: pick(["The Warm Hearts", "The Long Ears", "The Straight Talkers", "The Question Masters", "The Promise Keepers", "The Steady Hands"], place),
    })),
    awards: Array.from({ length: 14 }, (_, place) => ({
      seat: `s${place + 1}`, name: pick(NAMES, place), badge: `b${place}`,
      badge_name: pick(["Long Ears", "Warm Hands", "Kettle Whisperer", "Sorry, and Then"], place), icon: pick(["🐇", "🧤", "🫖", "🩹", "🔍", "🎁"], place),
    })),
  };
}

type DeskChange = Partial<DeskDocument>;

export function desk(shape: RoomShape, change: DeskChange = {}): DeskDocument {
  const people = seats(shape);
  const playing = (change.phase ?? "round") === "round" && (change.stage ?? "playing") !== "done";
  return {
    settings: {
      title: "Autumn service week", season: "2026", playlist: SCENARIOS.slice(0, 3).map(({ slug }) => slug), forms: ["short", "long", "long"],
      team_size: 5, weights: { rubric: 50, peers: 30, customer: 20 }, timed: true, rehearsal: false, practice: false, warm_up: "judge", keep_days: 90, minutes: 60, sound: false,
    },
    phase: "round", scenario: SCENARIOS[0]?.slug ?? "", round: 1, mode: "together", stage: "playing", clock: null, paused: false, gathering: false, timed: true, locked: false, stage_sound: false, asides: 0,
    seats: people,
    teams: Array.from({ length: shape.teams }, (_, place) => {
      const phase = pick(PHASES, place);
      const over = place % 9 === 8;
      return {
        id: `t${place + 1}`, name: teamName(place), phase: playing ? (over ? "outcome" : phase) : null, beat: playing ? 1 + (place % 2) : 0, beats: 2,
        clock: playing ? (place % 8 === 5 ? held(41, 120) : running(12 + turn(place, 17, 100), 120)) : null,
        heat: playing && phase !== "briefing" ? heat(turn(place, 29, 93)) : null,
        outcome: over ? ("resolved" as const) : null,
        waiting_for: people.filter(({ team, missing }) => team === `t${place + 1}` && missing).map(({ id }) => id),
        stops: place % 8 === 5 || place === 1 ? 1 : 0, stopped: place % 8 === 5 && playing, going_on: 2, on_line: null,
      };
    }),
    replies: playing ? replies() : [],
    playlist: SCENARIOS.slice(0, 3).map(({ slug }) => slug), played: [], projected_end: NOW + 38 * 60_000, can_drop_beat: true, banned: 0,
    full_standings: rows(false, 15), full_teams: rows(true, shape.teams),
    ...change,
  };
}

export function board(shape: RoomShape, change: Partial<BoardDocument> = {}): BoardDocument {
  const { teams } = desk(shape);
  return {
    phase: "round", round: 1, rounds: 2, scenario: SCENARIOS[0].title, industry: "furniture", company: "Birkwood", channel: "chat", mode: "together", stage: "playing",
    clock: null, held: false, gathering: false, timed: true,
    teams: teams.map((team) => ({
      id: team.id, name: team.name, phase: team.phase ?? "floor", beat: team.beat, beats: team.beats,
      clock: team.clock ?? { total: null, deadline: null, left: null, held: false }, heat: team.heat, waiting: team.waiting_for.length, outcome: team.outcome, title: "",
    })),
    debrief: null,
    ...change,
  };
}

export function debrief(shape: RoomShape): NonNullable<BoardDocument["debrief"]> {
  const curves = Array.from({ length: shape.teams }, (_, place) => ({
    team: `t${place + 1}`, name: teamName(place), heat: [78, 80 - turn(place, 13, 30), 74 - turn(place, 23, 50), 66 - turn(place, 31, 60)].map((value) => Math.max(4, value)),
  }));
  return {
    curves, mean: [78, 71, 48.4, 36.2], fall: 2, rise: 1,
    needs: [["heard", 9], ["respect", 4], ["explanation", 6], ["way_out", 2]],
    step_outs: ["I needed someone to say that it was not my fault."], aims_met: 14, aims_set: 22, calmed: 0, stung: 0, stress_before: 3.4, stress_after: 2.6,
  };
}
