// English messages of the phone and of what all pages share: short, warm, concrete, second person, present tense.
import { after } from "./after.en";
import { before } from "./before.en";
import { count } from "./grammar.en";
import { live } from "./live.en";
import { play } from "./play.en";
import { practice } from "./practice.en";
import { actions, aims, channels, criteria, kinds, marks, needs, outcomes, paces, phases, wildcards } from "./words.en";

export const en = {
  language: "en",
  criteria,
  kinds,
  phases,
  channels,
  needs,
  marks,
  outcomes,
  actions,
  wildcards,
  aims,
  paces,

  link: {
    connecting: "Finding the room.",
    reconnecting: "Reconnecting. What you typed is kept.",
    offline: "This phone is offline. What you typed is kept.",
    refused: "This phone could not take its seat.",
    joinAgain: "Join again",
  },
  api: {
    failed: "The server could not do that. Try once more.",
    unreachable: "The server does not answer. Check that you are on the same Wi-Fi, then try again.",
  },
  common: {
    back: "Back",
    cancel: "Cancel",
    close: "Close",
    copied: "Copied",
    copy: "Copy",
    done: "Done",
    left: (characters: number) => `${characters} left`,
    of: (one: number, all: number) => `${one} of ${all}`,
    send: "Send",
    skip: "Skip",
    you: "you",
  },
  heatWords: { calm: "calm", uneasy: "uneasy", annoyed: "annoyed", angry: "angry", boiling: "boiling" },
  beat: (one: number, all: number) => `Beat ${one} of ${all}`,
  round: (one: number, all: number) => (all > 1 ? `Round ${one} of ${all}` : `Round ${one}`),
  timeLeft: "Time left",
  secondsLeft: (seconds: number) => `${seconds} seconds left`,

  stop: {
    button: "Stop",
    label: "Stop this scene for everyone in your team",
    aside: "Stop for a moment, for yourself",
    title: "Paused",
    lead: "All clocks stand still. Nothing is lost.",
    asideLead: "Take your time. The others go on, and your seat stays yours.",
    goOn: "Go on",
    going: (ready: number) => (ready === 0 ? "" : `${count(ready, "person is", "people are")} ready to go on.`),
    waiting: "You are ready to go on.",
    swap: "Swap my part",
    leave: "Leave",
    gatherTitle: "Look up",
    gather: "Your facilitator has something to say. It goes on in a moment.",
  },
  menu: {
    title: "Menu",
    open: "Menu",
    pass: "Your pass",
    passHint: "Open this link on any phone to get your seat back, here or in the next workshop. Keep it to yourself.",
    share: "Send it to myself",
    select: "Press and hold the link to copy it.",
    leave: "Leave the room",
    leaveHint: "Your results stay. Your pass brings you back.",
    leaveSure: "Leave now?",
    erase: "Erase me",
    eraseHint: "Your name and everything you wrote are deleted for good, in earlier workshops too.",
    eraseSure: "Erase everything you wrote?",
    eraseGo: "Yes, erase it",
    left: "You have left the room.",
    erased: "You are erased. Nothing of yours is kept.",
    theme: "Light or dark",
    themes: { auto: "as the phone", light: "light", dark: "dark" },
  },
  practice,
  ...before,
  ...play,
  live,
  ...after,
};
