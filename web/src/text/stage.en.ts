// English messages of the stage: few words, read from ten metres away.
import { count } from "./grammar.en";
import type { ScenePhase } from "../wire.gen";

const phases: Readonly<Record<ScenePhase, string>> = {
  casting: "casting",
  briefing: "briefing",
  ready: "get ready",
  floor: "speaking",
  reply: "writing",
  live: "on the line",
  vote: "duels",
  reveal: "reveal",
  outcome: "done",
};

/** As short as a slim column is wide. */
const shortPhases: Readonly<Record<ScenePhase, string>> = {
  casting: "cast",
  briefing: "brief",
  ready: "ready",
  floor: "speak",
  reply: "write",
  live: "live",
  vote: "duels",
  reveal: "reveal",
  outcome: "done",
};

export const stage = {
  phases,
  shortPhases,
  link: {
    waiting: "Finding the room.",
    lost: (since: string) => `Reconnecting. What you see is from ${since}.`,
    refused: "This stage cannot be opened.",
  },
  tools: { theme: { auto: "Light or dark: as this screen", light: "Light", dark: "Dark" }, full: "Full screen", sound: "Click once to allow sound" },
  lobby: {
    join: "Scan it with your phone",
    open: "or open",
    code: "and type",
    here: (people: number) => (people === 0 ? "Who comes first?" : `${count(people, "person is", "people are")} here`),
    locked: "The doors are closed for now.",
    rehearsal: "Rehearsal",
    teams: (teams: number) => count(teams, "team", "teams"),
  },
  round: {
    number: (round: number, rounds: number) => (rounds >= round ? `Round ${round} of ${rounds}` : `Round ${round}`),
    sameBeat: (phase: string, beat: number) => (beat > 0 ? `Beat ${beat}: ${phase}` : phase),
    all: {
      casting: "Who would like to be angry?",
      briefing: "Reading their cards",
      ready: "Get ready",
      floor: "The customers have the floor",
      reply: "The agents are writing",
      live: "On the line",
      vote: "Which reply would calm them more?",
      reveal: "The reveal",
      outcome: "How it ended",
    } satisfies Record<ScenePhase, string>,
    floorAlone: "The customer has the floor",
    mixed: "Every team at its own pace",
    finished: (done: number, all: number) => `${done} of ${all} teams have finished`,
    paused: "Paused",
    pausedHint: "All clocks stand still. Nothing is lost.",
    lookUp: "Look up",
    gathering: (here: number, all: number) => (here === all ? "Everyone is here." : `${here} of ${all} teams are here. The others finish their sentence.`),
    beat: (beat: number, beats: number) => `· ${beat} of ${beats}`,
    clock: "Everyone meets in",
  },
  quote: { by: (name: string) => name, from: (team: string) => team, unsigned: "One of you" },
  take: { title: "Second take", lead: "Pick one sentence of yours. Say it again, better." },
  debrief: {
    title: "How hot was it?",
    fall: "fell most",
    rise: "rose most",
    customersFirst: "Customers first: what softened you?",
    needs: "What customers needed",
    aims: (met: number, set: number) => `${met} of ${count(set, "aim", "aims")} met`,
    start: "start",
    beat: "beat",
  },
  breather: {
    in: "Breathe in",
    out: "Breathe out",
    still: "In for four, out for six",
    tension: (before: string, after: string) => `Tension in the room: ${before} before, ${after} now`,
    tensionBefore: (before: string) => `Tension in the room: ${before} of 5`,
    lead: "Let it go before the next one.",
  },
  between: { title: (round: number) => `After round ${round}`, teams: "Teams this round", players: "Players this round", next: "The next round starts soon.", last: "That was the last round." },
  ceremony: { title: "That was it", titles: "You leave as", badges: "Badges won", points: "points", closed: "Thank you for playing.", closedHint: "Keep your pass: it brings you back as you." },
};
