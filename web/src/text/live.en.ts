// English messages of a live exchange: on the line, behind it, and on the other end. Knows nothing of the other phases.
import { count, names } from "./grammar.en";
import type { HoldNotice } from "../wire.gen";

/** As the customer reads them; the server has the same sentences. */
const notices: Readonly<Record<HoldNotice, { readonly name: string; readonly hint: string }>> = {
  look_up: { name: "You look something up", hint: "“I am looking that up for you right now.”" },
  ask_colleague: { name: "You ask a colleague", hint: "“I want to get this right and am asking a colleague.”" },
  read_back: { name: "You read it all again", hint: "“I am reading everything you wrote once more.”" },
};

export const live = {
  onLine: "You are on the line",
  isOnLine: (name: string) => `${names([name])} is on the line`,
  nobody: "The line is free",
  they: {
    waits: (persona: string) => `${persona} waits`,
    held: (persona: string) => `${persona} can wait`,
    turn: (persona: string) => `It is ${persona}’s turn`,
  },
  you: {
    waits: (_: string) => "You wait",
    held: (_: string) => "You were asked to wait",
    turn: (_: string) => "It is your turn",
  },
  silence: "Time until they ask who is there",
  turns: (left: number) => `${count(left, "turn", "turns")} left`,
  handOver: "Hand over",
  hold: "Ask for time",
  holdTitle: "Ask them to wait",
  holdHint: "Say why, say how long, and be back in time.",
  seconds: (seconds: number) => `${seconds} seconds`,
  notices,

  behind: "You are behind them",
  behindHint: "Mark what calms and what stings, as it happens. Nobody sees it before the reveal.",
  moment: "What did that do?",
  calmed: "That calmed them",
  stung: "That stung",
  tapIn: "Tap in",
  tapInSoon: (seconds: number) => `Tap in (${seconds})`,
  next: "You may take the line in this beat.",

  talk: "You are talking to them",
  feels: "How did that feel?",
  facts: "Facts",
  factsTitle: "What did they ask about?",
  factsHint: "Tick it and you say it.",
  factsNone: "Facts can be told once somebody has answered you.",
  factsAll: "You have told them everything there is to know.",
  end: "That is where I stand",
  endHint: "You can end it after their first answer.",
  lines: "Lines",

  turned: "The turn that turned it",
  others: "The other turns",
  best: "turned it",
  yours: (turn: number) => `Your turn ${turn}`,
  more: (turns: number) => `Your other ${count(turns, "turn", "turns")}`,
  noticed: "Your team noticed",
  calmedTimes: (times: number) => `calmed ${times}`,
  stungTimes: (times: number) => `stung ${times}`,
  debrief: (calmed: number, stung: number) =>
    `Team-mates noticed ${count(calmed, "moment", "moments")} that calmed and ${count(stung, "moment", "moments")} that stung.`,
};
