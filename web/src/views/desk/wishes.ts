// What a facilitator may choose for a workshop, as the form holds it. Knows nothing of how it is drawn.
import type { Form, Settings } from "../../wire.gen";
import type { Wishes } from "./calls";

export type Choices = Settings;

/** What the form begins with; the server has the same defaults. */
export const USUAL: Choices = {
  title: "",
  season: "",
  playlist: [],
  forms: [],
  team_size: 5,
  weights: { rubric: 50, peers: 30, customer: 20 },
  timed: true,
  rehearsal: false,
  practice: false,
  warm_up: "judge",
  keep_days: 90,
  minutes: 45,
  sound: false,
};

export interface PlannedRound {
  readonly slug: string;
  readonly form: Form;
}

export function rounds({ playlist, forms }: Pick<Choices, "playlist" | "forms">): PlannedRound[] {
  return playlist.map((slug, place) => ({ slug, form: forms[place] ?? "short" }));
}

export function withRounds(choices: Choices, planned: readonly PlannedRound[]): Choices {
  return { ...choices, playlist: planned.map(({ slug }) => slug), forms: planned.map(({ form }) => form) };
}

/** Only what differs from the usual: the server fills in the rest, for instance a playlist that fits the minutes. */
export function wishesOf(choices: Choices): Wishes {
  const { title, season, playlist, forms, minutes, team_size, rehearsal, weights, timed, keep_days, warm_up } = choices;
  return {
    ...(title.trim() && { title: title.trim() }),
    ...(season.trim() && { season: season.trim() }),
    ...(playlist.length > 0 && { playlist, forms }),
    minutes,
    team_size,
    rehearsal,
    weights,
    timed,
    keep_days,
    warm_up,
  };
}
