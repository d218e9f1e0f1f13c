// English messages of practising alone.
import { count } from "./grammar.en";

export const practice = {
  alone: "Practise alone",
  title: "Practice",
  lead: "You answer, a bot is angry. No code, no clock, nobody watching.",
  loading: "Fetching the customers.",
  off: "There is no practice on this server. Ask your facilitator for a code.",
  again: "Try again",
  toRoom: "I have a room code",
  levels: ["A gentle start", "A little harder", "For steady hands", "The hardest"],
  with: (company: string, industry: string) => `${company}, ${industry}`,
  trains: "Trains",
  second: "second part",
  goOn: (title: string) => `Go on: ${title}`,
  goOnHint: "It stands as you left it.",
  name: "What may the reveal call you?",
  nameHint: "Leave it empty if you like.",
  clocks: "Play with clocks",
  clocksHint: "As in a workshop: two minutes for each answer.",
  start: "Begin",
  keeps: (days: number) =>
    days === 0
      ? "What you write is kept on this server. You can erase it from the menu."
      : `What you write is kept on this server for ${count(days, "day", "days")}, in nobody's list. You can erase it from the menu.`,
  aside: "Put it aside",
  asideHint: "It stands still until you come back on this phone.",
  reading: (persona: string) => `${persona} is reading it.`,
  needs: "What your customer needed",
  onwards: "Go on",
  noAim: "Without an aim this time",
  breathed: "Done breathing",
  over: "That was it",
  playAgain: "Play it again",
  next: (title: string) => `Next: ${title}`,
  all: "All customers",
  history: "Your last rounds on this phone",
  entry: (points: number, from: number, to: number) => `${points} points, heat ${from} to ${to}`,
  best: (outcome: string) => `Your best so far: ${outcome}`,
};
