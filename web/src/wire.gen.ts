// Generated from game/server/wire.py by scripts/wire_types.py. Do not edit.

export type ActionKind = "look_up" | "offer" | "call_back" | "record" | "set_limit" | "escalate" | "close";
export type Token = string;
export type CustomerMark = 0 | 25 | 50 | 75 | 100;
export type Need = "heard" | "respect" | "explanation" | "way_out";
export type HoldNotice = "look_up" | "ask_colleague" | "read_back";
export type MomentKind = "calmed" | "stung";
export type Criterion =
  | "listening"
  | "composure"
  | "empathy"
  | "acknowledgement"
  | "apology"
  | "inquiry"
  | "informing"
  | "limits"
  | "solution"
  | "follow_through"
  | "rapport"
  | "closing";
export type Form = "short" | "long";
export type SeatId = string;
export type TeamId = string;
export type RoundStage = "playing" | "second_take" | "debrief" | "breather" | "done";
export type ScenePhase = "casting" | "briefing" | "ready" | "floor" | "reply" | "live" | "vote" | "reveal" | "outcome";
export type Level = 0 | 1 | 2 | 3;
export type WorkshopPhase = "lobby" | "round" | "ceremony" | "closed";
export type WarmUpKind = "judge" | "worse";
export type Presence = "here" | "away" | "absent";
export type Channel = "chat" | "phone" | "email";
export type Mode = "together" | "live";
export type Millis = number;
export type Instant = number;
export type HeatWord = "calm" | "uneasy" | "annoyed" | "angry" | "boiling";
export type OutcomeKind =
  "hung_up" | "walked_away" | "customer_for_life" | "resolved" | "calm_but_unresolved" | "stopped";
export type BeatKind = "vent" | "explore" | "resolve";
export type LineKind =
  "opening" | "said" | "suggested" | "wildcard" | "fact" | "reaction" | "silence" | "heard" | "turn" | "hold";
export type WildcardKind = "repeat" | "threaten_to_leave" | "are_you_there" | "over_the_line" | "skip_a_step";
export type Confidence = "cue" | "semantic" | "none";
export type Polarity = "earned" | "lost";
export type HeatReason =
  | "heard"
  | "interruption"
  | "broken_promise"
  | "silent_wait"
  | "silence"
  | "unanswered"
  | "omission_found"
  | "fair_offer";
export type Tone = "heard" | "argued" | "ignored";
export type Mood = "any" | "hot" | "soft";
export type Role = "customer" | "agent" | "watcher" | "gallery" | "none";

/**
 * Everything on the wire, by name.
 */
export interface Wire {
  Commands: Commands;
  PlayerCommands: PlayerCommands;
  DeskCommands: DeskCommands;
  Documents: Documents;
}
/**
 * The body of each command, by the command's name.
 */
export interface Commands {
  leave_workshop: LeaveWorkshopIn;
  set_switches: SetSwitchesIn;
  set_pace: SetPaceIn;
  erase_me: EraseMeIn;
  volunteer: VolunteerIn;
  open_card: OpenCardIn;
  pass_card: PassCardIn;
  ready: ReadyIn;
  say: SayIn;
  say_line: SayLineIn;
  play_wildcard: PlayWildcardIn;
  yield_floor: YieldFloorIn;
  save_draft: SaveDraftIn;
  send_reply: SendReplyIn;
  mark_reply: MarkReplyIn;
  tick_facts: TickFactsIn;
  seal_need: SealNeedIn;
  tap_in: TapInIn;
  hand_over: HandOverIn;
  hold_line: HoldLineIn;
  mark_moment: MarkMomentIn;
  end_exchange: EndExchangeIn;
  ask_duel: AskDuelIn;
  cast_ballot: CastBallotIn;
  report_reply: ReportReplyIn;
  thank_customer: ThankCustomerIn;
  step_out: StepOutIn;
  sign_reply: SignReplyIn;
  appeal_mark: AppealMarkIn;
  take_again: TakeAgainIn;
  set_aim: SetAimIn;
  check_stress: CheckStressIn;
  press_stop: PressStopIn;
  go_on: GoOnIn;
  swap_role: SwapRoleIn;
  change_settings: ChangeSettingsIn;
  move_seat: MoveSeatIn;
  deal_teams: DealTeamsIn;
  rename_seat: RenameSeatIn;
  rename_team: RenameTeamIn;
  remove_seat: RemoveSeatIn;
  unban_all: UnbanAllIn;
  set_lock: SetLockIn;
  set_time_factor: SetTimeFactorIn;
  start_round: StartRoundIn;
  pause_all: PauseAllIn;
  pause_team: PauseTeamIn;
  resume_all: ResumeAllIn;
  resume_team: ResumeTeamIn;
  gather: GatherIn;
  add_time: AddTimeIn;
  set_timed: SetTimedIn;
  skip_phase: SkipPhaseIn;
  drop_beat: DropBeatIn;
  end_round: EndRoundIn;
  recast: RecastIn;
  release_reply: ReleaseReplyIn;
  clear_stage: ClearStageIn;
  uncover_reply: UncoverReplyIn;
  keep_covered: KeepCoveredIn;
  overrule_mark: OverruleMarkIn;
  keep_mark: KeepMarkIn;
  set_stage_sound: SetStageSoundIn;
  start_ceremony: StartCeremonyIn;
  close_workshop: CloseWorkshopIn;
}
/**
 * The player goes home; their results stay.
 */
export interface LeaveWorkshopIn {}
/**
 * Private wishes: `not_today` (never cast me), `no_abuse` (no over-the-line cards near me).
 */
export interface SetSwitchesIn {
  not_today: boolean;
  no_abuse: boolean;
}
/**
 * The player's own time factor in percent, 100 to 150.
 */
export interface SetPaceIn {
  time_factor: number;
}
/**
 * Remove everything this player wrote, and their name.
 */
export interface EraseMeIn {}
/**
 * Answer to "Who would like to be angry?".
 */
export interface VolunteerIn {
  willing: boolean;
}
/**
 * The customer reads the role card; from now on it cannot be passed.
 */
export interface OpenCardIn {}
/**
 * The customer hands the unopened card on.
 */
export interface PassCardIn {}
/**
 * Done with this page: briefing, the pause before a beat, the reveal, the debrief.
 */
export interface ReadyIn {}
/**
 * The customer types a message, up to 400 characters.
 */
export interface SayIn {
  text: string;
}
/**
 * The customer taps a suggested line.
 */
export interface SayLineIn {
  line: string;
}
export interface PlayWildcardIn {
  card: string;
}
/**
 * The customer is done speaking.
 */
export interface YieldFloorIn {}
/**
 * What an agent has typed so far. Never an event; seen by their seat only.
 */
export interface SaveDraftIn {
  text: string;
  /**
   * @maxItems 7
   */
  actions?: ActionKind[];
  offer?: string | null;
}
/**
 * An agent's answer, up to 1200 characters. `anyway` confirms that it interrupts the customer.
 */
export interface SendReplyIn {
  text: string;
  /**
   * @maxItems 7
   */
  actions?: ActionKind[];
  offer?: string | null;
  anyway?: boolean;
}
/**
 * The customer's mark: 0 much worse, 25 worse, 50 no change, 75 better, 100 much better.
 */
export interface MarkReplyIn {
  token: Token;
  mark: CustomerMark;
}
/**
 * The facts that this reply asked about, as the customer sees it (replaces earlier ticks).
 */
export interface TickFactsIn {
  token: Token;
  /**
   * @maxItems 64
   */
  facts: string[];
}
export interface SealNeedIn {
  need: Need;
}
/**
 * A team-mate takes the line.
 */
export interface TapInIn {}
/**
 * Whoever is on the line passes it to the next in turn.
 */
export interface HandOverIn {}
/**
 * Ask the customer to wait for so many seconds, and say why.
 */
export interface HoldLineIn {
  notice: HoldNotice;
  seconds: 30 | 60;
}
/**
 * A team-mate notices what this turn did. One for each seat and turn; the latest counts.
 */
export interface MarkMomentIn {
  token: Token;
  kind: MomentKind;
}
/**
 * The customer has said where they stand; the vote begins.
 */
export interface EndExchangeIn {}
/**
 * A waiting seat would like something to judge.
 */
export interface AskDuelIn {}
/**
 * A choice between two replies; ``chosen`` None is "neither".
 */
export interface CastBallotIn {
  left: Token;
  right: Token;
  chosen: Token | null;
}
/**
 * Cover this text at once and tell the desk.
 */
export interface ReportReplyIn {
  token: Token;
}
/**
 * An agent thanks whoever played the customer.
 */
export interface ThankCustomerIn {}
/**
 * "You are Mia again": one thing the customer needed.
 */
export interface StepOutIn {
  text: string;
}
/**
 * The author agrees to be named when this reply is shown to the room.
 */
export interface SignReplyIn {
  token: Token;
}
/**
 * The author asks a facilitator for a second look at one mark; once in a round, with a reason of up to 200 characters.
 */
export interface AppealMarkIn {
  token: Token;
  criterion: Criterion;
  reason: string;
}
/**
 * A sentence of one's own, before and after.
 */
export interface TakeAgainIn {
  before: string;
  after: string;
}
export interface SetAimIn {
  criterion: Criterion;
  when: string;
  will: string;
}
/**
 * One tap, 1 (calm) to 5 (tense). No seat is kept with it.
 */
export interface CheckStressIn {
  moment: "before" | "after";
  level: number;
}
/**
 * Stop this scene now; where none of one's own is running, step aside alone. Nobody learns who pressed.
 */
export interface PressStopIn {}
/**
 * Ready to go on after a stop.
 */
export interface GoOnIn {}
/**
 * Rather not play this part: the customer's part goes to the bot, an agent watches.
 */
export interface SwapRoleIn {}
export interface ChangeSettingsIn {
  settings: SettingsIn;
}
/**
 * What a facilitator chooses for a workshop. `playlist` holds scenario slugs, one a round.
 *
 * `keep_days` 0 keeps records until they are erased by hand. A `rehearsal` leaves no records. A `practice` has one seat,
 * whose player answers alone while a bot plays the customer. The `warm_up` is to judge three replies, or to make it worse:
 * to write the worst one and be told what it broke.
 */
export interface SettingsIn {
  title: string;
  season: string;
  /**
   * @maxItems 12
   */
  playlist: string[];
  /**
   * @maxItems 12
   */
  forms: Form[];
  team_size?: number;
  weights?: ScoreWeightsIn;
  timed?: boolean;
  rehearsal?: boolean;
  keep_days?: number;
  minutes?: number;
  sound?: boolean;
  practice?: boolean;
  warm_up?: "judge" | "worse";
}
/**
 * How a reply's points are put together; any positive numbers, their sum is 100 %.
 */
export interface ScoreWeightsIn {
  rubric?: number;
  peers?: number;
  customer?: number;
}
/**
 * Put a seat into a team; ``None`` makes a new one.
 */
export interface MoveSeatIn {
  seat: SeatId;
  team: TeamId | null;
}
/**
 * Spread everybody evenly over teams of the chosen size.
 */
export interface DealTeamsIn {}
export interface RenameSeatIn {
  seat: SeatId;
  name: string;
}
export interface RenameTeamIn {
  team: TeamId;
  name: string;
}
/**
 * Take someone out; they may join again unless `ban`.
 */
export interface RemoveSeatIn {
  seat: SeatId;
  ban?: boolean;
}
/**
 * Let everybody who was banned join again.
 */
export interface UnbanAllIn {}
export interface SetLockIn {
  locked: boolean;
}
/**
 * Percent, 100 to 150.
 */
export interface SetTimeFactorIn {
  seat: SeatId;
  time_factor: number;
}
/**
 * Start a round of this scenario, named by its slug.
 */
export interface StartRoundIn {
  scenario: string;
  form: "short" | "long";
  mode?: "together" | "live";
}
export interface PauseAllIn {}
/**
 * One team's clocks stand still until it is resumed.
 */
export interface PauseTeamIn {
  team: TeamId;
}
/**
 * Take pause and gathering away; where there is neither, the stops of all teams.
 */
export interface ResumeAllIn {}
/**
 * Let one team go on after a stop or a pause of its own.
 */
export interface ResumeTeamIn {
  team: TeamId;
}
/**
 * Every team stops at its next reveal.
 */
export interface GatherIn {}
/**
 * Thirty seconds more: for one team, or for everybody.
 */
export interface AddTimeIn {
  team?: TeamId | null;
}
/**
 * Play with or without clocks.
 */
export interface SetTimedIn {
  timed: boolean;
}
/**
 * End the present phase: of one team, or (without a team) the round's stage, or every team's phase while playing.
 *
 * `stage` and `phase` are what the desk saw when it asked: where things have moved on since, nothing is skipped.
 */
export interface SkipPhaseIn {
  team?: TeamId | null;
  stage?: RoundStage | null;
  phase?: ScenePhase | null;
}
/**
 * The scenes that still have a beat before the last one leave it out; nobody loses the closing beat.
 */
export interface DropBeatIn {}
/**
 * Every scene goes to its outcome now.
 */
export interface EndRoundIn {}
/**
 * Choose another customer for one team; whoever has read the card only watches.
 */
export interface RecastIn {
  team: TeamId;
}
/**
 * Let the room read this reply, unsigned unless its author signs; puts it on the stage.
 */
export interface ReleaseReplyIn {
  token: Token;
}
/**
 * Take the released reply off the stage.
 */
export interface ClearStageIn {}
/**
 * A reported text was all right after all.
 */
export interface UncoverReplyIn {
  token: Token;
}
/**
 * A reported text stays covered: no desk is asked about it again.
 */
export interface KeepCoveredIn {
  token: Token;
}
/**
 * Change one mark with a reason: points follow, heat does not.
 */
export interface OverruleMarkIn {
  token: Token;
  criterion: Criterion;
  level: Level | null;
  reason: string;
}
/**
 * Leave the mark that this reply's author wants looked at again as it is, with a reason.
 */
export interface KeepMarkIn {
  token: Token;
  reason: string;
}
export interface SetStageSoundIn {
  on: boolean;
}
export interface StartCeremonyIn {}
/**
 * Send everybody home. A round that is still being played ends first, with the results of what was revealed.
 */
export interface CloseWorkshopIn {}
/**
 * The commands of a seat.
 */
export interface PlayerCommands {
  leave_workshop: LeaveWorkshopIn;
  set_switches: SetSwitchesIn;
  set_pace: SetPaceIn;
  erase_me: EraseMeIn;
  volunteer: VolunteerIn;
  open_card: OpenCardIn;
  pass_card: PassCardIn;
  ready: ReadyIn;
  say: SayIn;
  say_line: SayLineIn;
  play_wildcard: PlayWildcardIn;
  yield_floor: YieldFloorIn;
  save_draft: SaveDraftIn;
  send_reply: SendReplyIn;
  mark_reply: MarkReplyIn;
  tick_facts: TickFactsIn;
  seal_need: SealNeedIn;
  tap_in: TapInIn;
  hand_over: HandOverIn;
  hold_line: HoldLineIn;
  mark_moment: MarkMomentIn;
  end_exchange: EndExchangeIn;
  ask_duel: AskDuelIn;
  cast_ballot: CastBallotIn;
  report_reply: ReportReplyIn;
  thank_customer: ThankCustomerIn;
  step_out: StepOutIn;
  sign_reply: SignReplyIn;
  appeal_mark: AppealMarkIn;
  take_again: TakeAgainIn;
  set_aim: SetAimIn;
  check_stress: CheckStressIn;
  press_stop: PressStopIn;
  go_on: GoOnIn;
  swap_role: SwapRoleIn;
}
/**
 * The commands of a desk.
 */
export interface DeskCommands {
  change_settings: ChangeSettingsIn;
  move_seat: MoveSeatIn;
  deal_teams: DealTeamsIn;
  rename_seat: RenameSeatIn;
  rename_team: RenameTeamIn;
  remove_seat: RemoveSeatIn;
  unban_all: UnbanAllIn;
  set_lock: SetLockIn;
  set_time_factor: SetTimeFactorIn;
  start_round: StartRoundIn;
  pause_all: PauseAllIn;
  pause_team: PauseTeamIn;
  resume_all: ResumeAllIn;
  resume_team: ResumeTeamIn;
  gather: GatherIn;
  add_time: AddTimeIn;
  set_timed: SetTimedIn;
  skip_phase: SkipPhaseIn;
  drop_beat: DropBeatIn;
  end_round: EndRoundIn;
  recast: RecastIn;
  release_reply: ReleaseReplyIn;
  clear_stage: ClearStageIn;
  uncover_reply: UncoverReplyIn;
  keep_covered: KeepCoveredIn;
  overrule_mark: OverruleMarkIn;
  keep_mark: KeepMarkIn;
  set_stage_sound: SetStageSoundIn;
  start_ceremony: StartCeremonyIn;
  close_workshop: CloseWorkshopIn;
}
/**
 * Each document, by its name.
 */
export interface Documents {
  lobby: LobbyDocument;
  board: BoardDocument;
  standings: StandingsDocument;
  scene: SceneDocument;
  case: CaseDocument;
  card: CardDocument;
  seat: SeatDocument;
  desk: DeskDocument;
  stage: StageDocument;
}
/**
 * Who is here. Sent to everyone.
 */
export interface LobbyDocument {
  code: string;
  title: string;
  season: string;
  phase: WorkshopPhase;
  locked: boolean;
  rehearsal: boolean;
  keep_days: number;
  practice: boolean;
  warm_up: WarmUpKind;
  rounds: number;
  seats: SeatCard[];
  teams: TeamCard[];
}
export interface SeatCard {
  id: SeatId;
  name: string;
  avatar: string;
  team: TeamId | null;
  presence: Presence;
  bot: boolean;
}
export interface TeamCard {
  id: TeamId;
  name: string;
}
/**
 * The round as everyone may see it: phases, clocks, heat. `held` says that clocks stand still, not why.
 */
export interface BoardDocument {
  phase: WorkshopPhase;
  round: number;
  rounds: number;
  scenario: string;
  industry: string;
  company: string;
  channel: Channel | null;
  mode: Mode;
  stage: RoundStage | null;
  clock: ClockView | null;
  held: boolean;
  gathering: boolean;
  timed: boolean;
  teams: BoardTeam[];
  debrief: DebriefView | null;
}
/**
 * `deadline` while running, `left` while held, neither when untimed.
 */
export interface ClockView {
  total: Millis | null;
  deadline: Instant | null;
  left: Millis | null;
  held: boolean;
}
/**
 * One team's progress. `waiting` counts the seats it waits for; `heat` is None before the first beat.
 */
export interface BoardTeam {
  id: TeamId;
  name: string;
  phase: ScenePhase;
  beat: number;
  beats: number;
  clock: ClockView;
  heat: HeatView | null;
  waiting: number;
  outcome: OutcomeKind | null;
  title: string;
}
/**
 * Heat 0 to 100 and its word.
 */
export interface HeatView {
  value: number;
  word: HeatWord;
}
/**
 * The room's look back. `fall` and `rise` are the beats (1-based) in which the mean heat moved most.
 *
 * `stress_before`/`stress_after` are means of at least five answers. `aims_met` and `aims_set` count last round's aims.
 * `calmed` and `stung` are what team-mates noticed in live exchanges.
 */
export interface DebriefView {
  curves: HeatCurve[];
  mean: number[];
  fall: number | null;
  rise: number | null;
  needs: [Need, number][];
  step_outs: string[];
  aims_met: number;
  aims_set: number;
  calmed: number;
  stung: number;
  stress_before: number | null;
  stress_after: number | null;
}
export interface HeatCurve {
  team: TeamId;
  name: string;
  heat: number[];
}
/**
 * Upper part of the boards: `round` is the last finished round, `workshop` the mean over rounds so far.
 */
export interface StandingsDocument {
  round_teams: StandingRow[];
  round_players: StandingRow[];
  teams: StandingRow[];
  players: StandingRow[];
  titles: TitleView[];
  awards: AwardView[];
}
/**
 * Ties share a rank; rank 0 is left unsaid. `points` is rounded to a tenth.
 */
export interface StandingRow {
  rank: number;
  name: string;
  points: number;
  seat: SeatId | null;
  team: TeamId | null;
}
export interface TitleView {
  team: TeamId;
  team_name: string;
  criterion: Criterion;
  title: string;
}
export interface AwardView {
  seat: SeatId;
  name: string;
  badge: string;
  badge_name: string;
  icon: string;
}
/**
 * One team's play, for everyone in the team. `waiting_for` are seats; `sent` counts the replies that are in.
 *
 * Who still writes is in the case file, for the agents only: the customer, who reads replies as they arrive, could
 * otherwise tell their authors.
 *
 * `customer_seat` is who plays (a bot's seat where a bot does), None until the card is open. During casting nobody is
 * named in `waiting_for`: who is not asked at all has a private reason. `breaths` asks for the three-breath cue, `light`
 * says that they have calmed enough for a light word. `language` is that of the authored texts, a tag such as en or pt-BR.
 */
export interface SceneDocument {
  team: TeamId;
  name: string;
  phase: ScenePhase;
  clock: ClockView;
  mode: Mode;
  exchange: ExchangeView | null;
  round: number;
  beat: number;
  beats: number;
  kind: BeatKind | null;
  goal: string;
  closing: boolean;
  channel: Channel;
  company: string;
  scenario: string;
  language: string;
  summary: string;
  persona: string;
  persona_avatar: string;
  customer_seat: SeatId | null;
  heat: HeatView;
  breaths: boolean;
  light: boolean;
  yielded: boolean;
  focus: FocusView[];
  lines: LineView[];
  facts: string[];
  promises: PromiseView[];
  eligible: SeatId[];
  sent: number;
  waiting_for: SeatId[];
  replies: BlindReply[];
  reveal: RevealView | null;
  outcome: OutcomeView | null;
  going_on: number;
}
/**
 * A live beat as it runs. `line` is who was on the line, in order; the last is on it now.
 *
 * `patience` runs while the customer waits for an answer; at its end they ask whether anybody is there. While `holding`
 * it is the wait that they were asked for. `tap_in_from` is when a team-mate may take the line.
 */
export interface ExchangeView {
  line: SeatId[];
  turns: number;
  turns_left: number;
  patience: ClockView | null;
  holding: boolean;
  tap_in_from: Instant;
}
export interface FocusView {
  criterion: Criterion;
  weight: number;
  example: string;
}
/**
 * Something the customer said. `name` is set where an agent speaks: in the reply that was `heard`, or live.
 *
 * A `turn` of a live beat has its token, so that it can be marked; one that was reported has no text.
 */
export interface LineView {
  kind: LineKind;
  text: string;
  wildcard: WildcardKind | null;
  beat: number;
  name: string;
  token: Token | null;
}
export interface PromiseView {
  action: ActionKind;
  made: number;
  due: number;
  state: "open" | "kept" | "broken";
}
/**
 * A reply under its token, without an author; a `covered` one has no text. `offer` is its label.
 */
export interface BlindReply {
  token: Token;
  text: string;
  actions: ActionKind[];
  offer: string | null;
  covered: boolean;
}
export interface RevealView {
  heard: HeardView | null;
  others: OtherView[];
  need: Need | null;
  heat_before: number;
  heat_after: number;
  steps: StepView[];
  disclosed: string[];
  silence: string;
}
/**
 * The heard reply, signed, with what it earned. `provisional`: peers may still move its points.
 */
export interface HeardView {
  token: Token;
  seat: SeatId;
  name: string;
  text: string;
  actions: ActionKind[];
  offer: string | null;
  points: ReplyPoints | null;
  customer_mark: CustomerMark | null;
  marks: MarkView[];
  by_clock: boolean;
  provisional: boolean;
  calmed: number;
  stung: number;
}
/**
 * A reply's points with their breakdown, each 0 to 100; ``None`` is a part that nobody could give.
 *
 * `weights` are the effective percentages of rubric, peers and customer (they sum to 100). `deduction` is for an
 * offer beyond authority and for handing over too easily; `handover` is the latter's share of it. `total` = weighted
 * mean less the deduction, never below 0.
 */
export interface ReplyPoints {
  rubric: number | null;
  peers: number | null;
  customer: number | null;
  /**
   * @minItems 3
   * @maxItems 3
   */
  weights: [number, number, number];
  deduction: number;
  total: number;
  comparisons: number;
  settled: boolean;
  handover: number;
}
/**
 * One mark with its evidence; ``level`` None is n/a; `next` is what the next level takes (empty
 * where a person changed the level).
 *
 * `abstained`: the rubric could not read the reply, so peers decide.
 */
export interface MarkView {
  criterion: Criterion;
  level: Level | null;
  weight: number;
  confidence: Confidence;
  review: boolean;
  overruled: boolean;
  abstained: boolean;
  next: string;
  evidence: Evidence[];
}
/**
 * Why a mark was given: characters `start` to `end` of the reply as it was written, and the reason in plain words.
 */
export interface Evidence {
  criterion: Criterion;
  start: number;
  end: number;
  polarity: Polarity;
  cue: string;
  reason: string;
  confidence: Confidence;
}
/**
 * An unheard reply, unsigned, with its best words (character spans), or another turn of a live beat.
 *
 * `total` is whole points.
 */
export interface OtherView {
  token: Token;
  text: string;
  best: [number, number][];
  total: number | null;
  covered: boolean;
  calmed: number;
  stung: number;
}
export interface StepView {
  reason: HeatReason;
  change: number;
  sentence: string;
}
export interface OutcomeView {
  kind: OutcomeKind;
  line: string;
  word_of_mouth: string;
  heat: number[];
  step_out: string;
  thanks: number;
}
/**
 * What only the agents read. `beyond` offers cost more than the authority limit; `writing` are who still writes.
 */
export interface CaseDocument {
  team: TeamId;
  company: string;
  case: string;
  policy: string[];
  currency: string;
  authority: number;
  actions: ActionKind[];
  offers: OfferView[];
  results: ActionView[];
  writing: SeatId[];
}
export interface OfferView {
  id: string;
  label: string;
  cost: number;
  beyond: boolean;
}
export interface ActionView {
  action: ActionKind;
  result: string;
}
/**
 * What only the scene's acting customer reads. Before the card is `opened` it holds the persona only.
 *
 * `echoes` answer the tone of what the customer heard last; none before that.
 */
export interface CardDocument {
  team: TeamId;
  opened: boolean;
  persona: string;
  avatar: string;
  voice: string;
  story: string;
  triggers: string[];
  softeners: string[];
  facts: FactView[];
  echoes: EchoChoice[];
  lines: LineChoice[];
  wildcards: WildcardChoice[];
  incoming: IncomingReply[];
  need: Need | null;
}
export interface FactView {
  id: string;
  text: string;
  hidden: boolean;
  omission: boolean;
  disclosed: boolean;
}
export interface EchoChoice {
  id: string;
  text: string;
  tone: Tone;
  used: boolean;
}
export interface LineChoice {
  id: string;
  text: string;
  mood: Mood;
  used: boolean;
}
export interface WildcardChoice {
  id: string;
  kind: WildcardKind;
  text: string;
  used: boolean;
}
/**
 * A reply as the customer reads it, unnamed. `suggested` are facts it seems to ask about.
 */
export interface IncomingReply {
  token: Token;
  text: string;
  actions: ActionKind[];
  offer: string | null;
  mark: CustomerMark | null;
  ticked: string[];
  suggested: string[];
  covered: boolean;
}
/**
 * What one player alone may see. `asked` opens the casting question; `reply_clock` is their own; `can_appeal` says
 * that they may still ask for a second look in this round.
 *
 * `moments` are what this seat noticed in the running live beat, which nobody else is told before the reveal.
 * `neighbours` is "me and my neighbours" in the workshop's players.
 */
export interface SeatDocument {
  seat: SeatId;
  name: string;
  avatar: string;
  team: TeamId | null;
  role: Role;
  switches: SwitchesView;
  asked: boolean;
  volunteered: boolean | null;
  can_pass: boolean;
  ready: boolean;
  going_on: boolean;
  thanked: boolean;
  reply_clock: ClockView | null;
  can_reply: boolean;
  on_line: boolean;
  moments: MomentView[];
  replies: OwnReply[];
  can_appeal: boolean;
  duels: DuelView[];
  gallery: GalleryDuelView | null;
  can_judge: boolean;
  take: TakeView | null;
  aim: AimView | null;
  next_aim: AimView | null;
  results: OwnResult[];
  neighbours: StandingRow[];
  badges: AwardView[];
}
export interface SwitchesView {
  not_today: boolean;
  no_abuse: boolean;
  time_factor: number;
}
/**
 * What this seat noticed at a turn.
 */
export interface MomentView {
  token: Token;
  kind: MomentKind;
}
/**
 * One's own reply; marks, points, what team-mates noticed and second looks from the reveal on.
 *
 * `turn` counts those of a live beat. `provisional`: peers may still move the points. `cues_only`: the rubric judged
 * without its head.
 */
export interface OwnReply {
  beat: number;
  turn: number;
  kind: BeatKind;
  token: Token;
  text: string;
  actions: ActionKind[];
  offer: string | null;
  by_clock: boolean;
  interrupted: boolean;
  heard: boolean;
  signed: boolean;
  released: boolean;
  points: ReplyPoints | null;
  customer_mark: CustomerMark | null;
  marks: MarkView[];
  abstained: string;
  looks: SecondLookView[];
  provisional: boolean;
  cues_only: boolean;
  calmed: number;
  stung: number;
}
/**
 * A second look at one mark, between its author and the desk. `asked` is empty where a facilitator looked unasked.
 *
 * `before` is the level at first, `after` the level now; `answer` is the facilitator's sentence, empty while `open`.
 */
export interface SecondLookView {
  criterion: Criterion;
  state: "open" | "kept" | "changed";
  asked: string;
  before: Level | null;
  after: Level | null;
  answer: string;
}
/**
 * A pair of tokens of this voter's own team, in order; the texts are in the scene document.
 */
export interface DuelView {
  left: Token;
  right: Token;
  done: boolean;
}
/**
 * A duel of another team, with what its customer said.
 */
export interface GalleryDuelView {
  team_name: string;
  lines: string[];
  left: BlindReply;
  right: BlindReply;
}
export interface TakeView {
  before: string;
  after: string;
}
export interface AimView {
  criterion: Criterion;
  when: string;
  will: string;
}
/**
 * One's own round: points and where they come from.
 */
export interface OwnResult {
  round: number;
  scenario: string;
  role: "customer" | "agent";
  points: number;
  parts: [string, number][];
  aim_met: boolean | null;
  levels: [Criterion, number][];
}
/**
 * Everything a facilitator steers by. `projected_end` is when the workshop ends at this pace, debriefs included.
 *
 * `asides` counts the stops that were pressed outside a running scene. `scenario` is the slug of the one that is being
 * played, "" between rounds.
 */
export interface DeskDocument {
  settings: Settings;
  phase: WorkshopPhase;
  scenario: string;
  round: number;
  mode: Mode;
  stage: RoundStage | null;
  clock: ClockView | null;
  paused: boolean;
  gathering: boolean;
  timed: boolean;
  locked: boolean;
  stage_sound: boolean;
  asides: number;
  seats: DeskSeat[];
  teams: DeskTeam[];
  replies: DeskReply[];
  playlist: string[];
  played: string[];
  projected_end: Instant | null;
  can_drop_beat: boolean;
  banned: number;
  full_standings: StandingRow[];
  full_teams: StandingRow[];
}
/**
 * What a facilitator chooses for a workshop. `playlist` holds scenario slugs, one a round.
 *
 * `keep_days` 0 keeps records until they are erased by hand. A `rehearsal` leaves no records. A `practice` has one seat,
 * whose player answers alone while a bot plays the customer. The `warm_up` is to judge three replies, or to make it worse:
 * to write the worst one and be told what it broke.
 */
export interface Settings {
  title: string;
  season: string;
  playlist: string[];
  forms: Form[];
  team_size: number;
  weights: ScoreWeights;
  timed: boolean;
  rehearsal: boolean;
  keep_days: number;
  minutes: number;
  sound: boolean;
  practice: boolean;
  warm_up: "judge" | "worse";
}
/**
 * How a reply's points are put together; any positive numbers, their sum is 100 %.
 */
export interface ScoreWeights {
  rubric: number;
  peers: number;
  customer: number;
}
export interface DeskSeat {
  id: SeatId;
  name: string;
  avatar: string;
  team: TeamId | null;
  presence: Presence;
  bot: boolean;
  time_factor: number;
  role: Role;
  missing: boolean;
}
/**
 * A team as the desk sees it. `stops` counts stop presses, never who. `stopped` waits for someone to go on.
 */
export interface DeskTeam {
  id: TeamId;
  name: string;
  phase: ScenePhase | null;
  beat: number;
  beats: number;
  clock: ClockView | null;
  heat: HeatView | null;
  outcome: OutcomeKind | null;
  waiting_for: SeatId[];
  stops: number;
  stopped: boolean;
  going_on: number;
  on_line: SeatId | null;
}
/**
 * A reply that the desk may release. `total` is whole points. A reported one may be `kept_covered`: that is decided.
 *
 * Its marks are many words: here are how many there are (`marked`), how many are worth a second look (`doubtful`), and the
 * one that its author asks about. All of them are told on demand, by `views.desk.reply_marks`.
 */
export interface DeskReply {
  token: Token;
  team: TeamId;
  team_name: string;
  round: number;
  beat: number;
  seat: SeatId;
  name: string;
  text: string;
  heard: boolean;
  reported: boolean;
  kept_covered: boolean;
  released: boolean;
  signed: boolean;
  on_stage: boolean;
  total: number | null;
  marked: number;
  doubtful: number;
  asked: MarkView | null;
  looks: SecondLookView[];
}
/**
 * What only the projector needs: the released reply, unsigned unless its author signs.
 */
export interface StageDocument {
  quote: string;
  quote_by: string;
  quote_team: string;
  sound: boolean;
}
/**
 * Carried out, and durable by now. `version` is the workshop's version after it.
 */
export interface AcceptedOut {
  ok: true;
  version: number;
}
/**
 * One command. `id` is unique for this page; the same id again is the same command, carried out once.
 */
export interface CommandIn {
  id: string;
  name: string;
  body?: {
    [k: string]: unknown;
  };
}
/**
 * How a page says who it is. Exactly one of the three; a desk also needs its cookie.
 */
export interface ConnectIn {
  ticket?: string | null;
  desk?: string | null;
  stage?: string | null;
}
/**
 * One document as of `version`. A `body` of null: this document is no longer yours, drop it.
 *
 * `of` is the team or seat that it is about, empty for everyone's.
 */
export interface DocumentOut {
  name: "lobby" | "board" | "standings" | "scene" | "case" | "card" | "seat" | "desk" | "stage";
  of: string;
  version: number;
  at: number;
  body: {
    [k: string]: unknown;
  } | null;
}
/**
 * What this agent had typed, kept through a reload.
 */
export interface DraftOut {
  text: string;
  actions: ("look_up" | "offer" | "call_back" | "record" | "set_limit" | "escalate" | "close")[];
  offer: string | null;
}
/**
 * The server is about to go away; connect again.
 */
export interface GoingOut {
  sentence: string;
}
/**
 * Who the server takes this connection for. `at` is the server's clock, in milliseconds since the epoch.
 */
export interface HelloOut {
  audience: "seat" | "desk" | "stage";
  seat: string | null;
  code: string;
  at: number;
  draft: DraftOut | null;
}
/**
 * Why this seat is no longer here.
 */
export interface PartedOut {
  sentence: string;
}
/**
 * Not carried out: a stable `code`, and a `sentence` for whoever asked.
 */
export interface RefusedOut {
  ok: false;
  code: string;
  sentence: string;
}
/**
 * One more facilitator, with the token of an invitation link.
 */
export interface AcceptInvitationIn {
  token: string;
  name: string;
  password: string;
}
/**
 * The addresses that the QR can carry, and how many distinct phones have reached this server in the workshop.
 */
export interface AddressesOut {
  chosen: string;
  candidates: string[];
  phones: number;
}
export interface BadgeOut {
  id: string;
  name: string;
  icon: string;
  description: string;
  tier: "bronze" | "silver" | "gold";
}
export interface ChooseAddressIn {
  url: string;
}
/**
 * What the pages show of the content packs. `tips` go by technique.
 */
export interface ContentOut {
  avatars: string[];
  nickname_parts: NicknamePartsOut;
  tips: {
    [k: string]: TipOut;
  };
  warmup: WarmUpOut;
  breather: string[];
  badges: BadgeOut[];
}
export interface NicknamePartsOut {
  adjectives: string[];
  nouns: string[];
}
/**
 * What to do, a phrase to say, and one to avoid.
 */
export interface TipOut {
  title: string;
  tip: string;
  say: string;
  avoid: string;
}
/**
 * Known replies to judge while the room fills. `worst` is the customer's line in *make it worse*.
 */
export interface WarmUpOut {
  situation: string;
  customer: string;
  replies: WarmUpReplyOut[];
  worst: string;
}
export interface WarmUpReplyOut {
  quality: "poor" | "fair" | "good";
  text: string;
  actions: ("look_up" | "offer" | "call_back" | "record" | "set_limit" | "escalate" | "close")[];
  offer: string | null;
  why: string;
}
export interface DoneOut {
  ok: true;
}
/**
 * One thing to mend in a pack. `line` counts from 1; 0 and an empty `field` mean the file as a whole.
 */
export interface FaultOut {
  file: string;
  line: number;
  field: string;
  sentence: string;
  remedy: string;
}
/**
 * What one phone is sent at one moment: before the beats (`beat` 0) or in one of them. `documents` go by their names.
 */
export interface FrameOut {
  moment: "card" | "case" | "floor" | "reply";
  beat: number;
  documents: {
    [k: string]: unknown;
  };
}
export interface HealthOut {
  ok: true;
  version: string;
  workshops: number;
  connections: number;
}
/**
 * A link that makes one more facilitator, once.
 */
export interface InvitationOut {
  link: string;
}
/**
 * Take a seat. `pass` is the player's private key from an earlier workshop: the same person again.
 *
 * `key` is unguessable and the page's own: with the same one, a newcomer whose answer was lost on its way gets the same seat.
 */
export interface JoinIn {
  code: string;
  nickname: string;
  avatar: string;
  pass?: string | null;
  key?: string | null;
}
/**
 * The link that the QR holds, as public as the QR.
 */
export interface JoinLinkOut {
  link: string;
}
/**
 * `ticket` opens the socket; `pass` is for this player's next workshop, and for nobody else.
 */
export interface JoinedOut {
  ticket: string;
  seat: string;
  code: string;
  pass: string;
}
/**
 * All marks of one reply, with their evidence.
 */
export interface MarksOut {
  marks: MarkView[];
}
/**
 * `set_up`: a first facilitator exists.
 */
export interface MeOut {
  signed_in: boolean;
  name: string;
  set_up: boolean;
}
/**
 * What a facilitator may choose; every field that is missing gets a good default.
 */
export interface OpenWorkshopIn {
  title?: string | null;
  season?: string | null;
  playlist?: string[] | null;
  forms?: ("short" | "long")[] | null;
  minutes?: number;
  team_size?: number;
  rehearsal?: boolean;
  weights?: WeightsIn | null;
  timed?: boolean;
  keep_days?: number;
  warm_up?: "judge" | "worse";
}
/**
 * How a reply's points are put together. Any numbers of which one is above zero; their sum is 100 %.
 */
export interface WeightsIn {
  rubric?: number;
  peers?: number;
  customer?: number;
}
export interface OpenedOut {
  code: string;
}
/**
 * `replaced`: an older version of this pack was there before.
 */
export interface PackAddedOut {
  pack: PackOut;
  replaced: boolean;
}
/**
 * An added pack with the slugs of its scenarios. One that has `faults` by now cannot be played.
 */
export interface PackOut {
  id: string;
  name: string;
  languages: string[];
  scenarios: string[];
  faults: FaultOut[];
}
/**
 * Why a pack was not added, with everything that its author has to mend.
 */
export interface PackProblemOut {
  code: string;
  sentence: string;
  faults: FaultOut[];
}
/**
 * Every added pack, and the most bytes that one may have as a file.
 */
export interface PacksOut {
  packs: PackOut[];
  largest: number;
}
/**
 * A scenario as somebody chooses it who plays alone. `trains` are its criteria in focus, the heaviest first.
 */
export interface PracticeCardOut {
  slug: string;
  title: string;
  summary: string;
  industry: string;
  company: string;
  channel: "chat" | "phone" | "email";
  difficulty: number;
  trains: (
    | "listening"
    | "composure"
    | "empathy"
    | "acknowledgement"
    | "apology"
    | "inquiry"
    | "informing"
    | "limits"
    | "solution"
    | "follow_through"
    | "rapport"
    | "closing"
  )[];
  sequel_of: string;
}
/**
 * Begin to practise. With the `ticket` of a practice it goes on there, else a new one is opened.
 */
export interface PracticeIn {
  scenario: string;
  timed?: boolean;
  nickname?: string | null;
  avatar?: string | null;
  ticket?: string | null;
}
/**
 * What can be practised, the gentlest first; nothing where this server has no practice. `keep_days` 0 is for good.
 */
export interface PracticeOut {
  scenarios: PracticeCardOut[];
  keep_days: number;
}
/**
 * A scenario as phones show it.
 */
export interface PreviewOut {
  title: string;
  frames: FrameOut[];
}
/**
 * Every answer with a status of 400 and above: a stable `code`, and a `sentence` to show.
 */
export interface ProblemOut {
  code: string;
  sentence: string;
}
/**
 * A scenario as a facilitator chooses it. `abusive`: it holds an over-the-line card. `difficulty` is 1 to 4.
 *
 * `language` is a tag such as en or pt-BR; `pack` is the name of the pack that added it, "" for what ships.
 */
export interface ScenarioCardOut {
  slug: string;
  title: string;
  summary: string;
  industry: string;
  channel: "chat" | "phone" | "email";
  difficulty: number;
  company_at_fault: boolean;
  abusive: boolean;
  beats: number;
  language: string;
  pack: string;
}
export interface SeatBotsIn {
  players: number;
}
/**
 * The first facilitator, with the token that the server printed when it first started.
 */
export interface SetUpIn {
  token: string;
  name: string;
  password: string;
}
export interface SignInIn {
  name: string;
  password: string;
}
/**
 * What a phone may know of a workshop before it joins.
 */
export interface WorkshopCardOut {
  code: string;
  title: string;
  season: string;
  locked: boolean;
  rehearsal: boolean;
  keep_days: number;
  players: number;
}
/**
 * `opened_at` is in milliseconds since the epoch.
 */
export interface WorkshopRowOut {
  code: string;
  title: string;
  opened_at: number;
  phase: "lobby" | "round" | "ceremony" | "closed";
  players: number;
}
/**
 * The worst reply that somebody can think of.
 */
export interface WorstIn {
  text: string;
}
/**
 * What it broke most: the criterion (null where nothing is wrong with it), why, and the characters that did it.
 *
 * `reason` is empty, and `start` and `end` are 0, where it is what the reply lacks.
 */
export interface WorstOut {
  criterion:
    | (
        | "listening"
        | "composure"
        | "empathy"
        | "acknowledgement"
        | "apology"
        | "inquiry"
        | "informing"
        | "limits"
        | "solution"
        | "follow_through"
        | "rapport"
        | "closing"
      )
    | null;
  reason: string;
  start: number;
  end: number;
}
