"""The documents that audiences may see: what is sent, and nothing else. Knows nothing of how they are built or sent.

Times are milliseconds since the epoch by the server's clock; a held clock has `left` instead of `deadline`.
"""

from dataclasses import dataclass
from typing import Literal

from game.core.ids import Criterion, Instant, Millis, SeatId, TeamId, Token
from game.core.marks import Evidence, Level
from game.core.scenario import ActionKind, BeatKind, Channel, Form, Mood, Need, OutcomeKind, Tone, WildcardKind
from game.core.settings import Settings, WarmUpKind
from game.core.state import (
    CustomerMark,
    HeatReason,
    LineKind,
    Mode,
    MomentKind,
    Presence,
    ReplyPoints,
    RoundStage,
    ScenePhase,
    WorkshopPhase,
)

Role = Literal["customer", "agent", "watcher", "gallery", "none"]
HeatWord = Literal["calm", "uneasy", "annoyed", "angry", "boiling"]


@dataclass(frozen=True, slots=True)
class ClockView:
    """`deadline` while running, `left` while held, neither when untimed."""

    total: Millis | None
    deadline: Instant | None
    left: Millis | None
    held: bool


@dataclass(frozen=True, slots=True)
class HeatView:
    """Heat 0 to 100 and its word."""

    value: int
    word: HeatWord


# --- lobby: everyone


@dataclass(frozen=True, slots=True)
class SeatCard:
    id: SeatId
    name: str
    avatar: str
    team: TeamId | None
    presence: Presence
    bot: bool


@dataclass(frozen=True, slots=True)
class TeamCard:
    id: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class LobbyDocument:
    """Who is here. Sent to everyone."""

    code: str
    title: str
    season: str
    phase: WorkshopPhase
    locked: bool
    rehearsal: bool
    keep_days: int
    practice: bool
    warm_up: WarmUpKind
    rounds: int
    seats: tuple[SeatCard, ...]
    teams: tuple[TeamCard, ...]


# --- board: everyone


@dataclass(frozen=True, slots=True)
class BoardTeam:
    """One team's progress. `waiting` counts the seats it waits for; `heat` is None before the first beat."""

    id: TeamId
    name: str
    phase: ScenePhase
    beat: int
    beats: int
    clock: ClockView
    heat: HeatView | None
    waiting: int
    outcome: OutcomeKind | None
    title: str


@dataclass(frozen=True, slots=True)
class HeatCurve:
    team: TeamId
    name: str
    heat: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DebriefView:
    """The room's look back. `fall` and `rise` are the beats (1-based) in which the mean heat moved most.

    `stress_before`/`stress_after` are means of at least five answers. `aims_met` and `aims_set` count last round's aims.
    `calmed` and `stung` are what team-mates noticed in live exchanges.
    """

    curves: tuple[HeatCurve, ...]
    mean: tuple[float, ...]
    fall: int | None
    rise: int | None
    needs: tuple[tuple[Need, int], ...]
    step_outs: tuple[str, ...]
    aims_met: int
    aims_set: int
    calmed: int
    stung: int
    stress_before: float | None
    stress_after: float | None


@dataclass(frozen=True, slots=True)
class BoardDocument:
    """The round as everyone may see it: phases, clocks, heat. `held` says that clocks stand still, not why."""

    phase: WorkshopPhase
    round: int
    rounds: int
    scenario: str
    industry: str
    company: str
    channel: Channel | None
    mode: Mode
    stage: RoundStage | None
    clock: ClockView | None
    held: bool
    gathering: bool
    timed: bool
    teams: tuple[BoardTeam, ...]
    debrief: DebriefView | None


# --- standings: everyone (upper part only)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Ties share a rank; rank 0 is left unsaid. `points` is rounded to a tenth."""

    rank: int
    name: str
    points: float
    seat: SeatId | None = None
    team: TeamId | None = None


@dataclass(frozen=True, slots=True)
class TitleView:
    team: TeamId
    team_name: str
    criterion: Criterion
    title: str


@dataclass(frozen=True, slots=True)
class AwardView:
    seat: SeatId
    name: str
    badge: str
    badge_name: str
    icon: str


@dataclass(frozen=True, slots=True)
class StandingsDocument:
    """Upper part of the boards: `round` is the last finished round, `workshop` the mean over rounds so far."""

    round_teams: tuple[StandingRow, ...]
    round_players: tuple[StandingRow, ...]
    teams: tuple[StandingRow, ...]
    players: tuple[StandingRow, ...]
    titles: tuple[TitleView, ...]
    awards: tuple[AwardView, ...]


# --- scene: one team


@dataclass(frozen=True, slots=True)
class LineView:
    """Something the customer said. `name` is set where an agent speaks: in the reply that was `heard`, or live.

    A `turn` of a live beat has its token, so that it can be marked; one that was reported has no text.
    """

    kind: LineKind
    text: str
    wildcard: WildcardKind | None
    beat: int
    name: str = ""
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class FocusView:
    criterion: Criterion
    weight: int
    example: str


@dataclass(frozen=True, slots=True)
class BlindReply:
    """A reply under its token, without an author; a `covered` one has no text. `offer` is its label."""

    token: Token
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    covered: bool


@dataclass(frozen=True, slots=True)
class MarkView:
    """One mark with its evidence; ``level`` None is n/a; `next` is what the next level takes (empty
    where a person changed the level).

    `abstained`: the rubric could not read the reply, so peers decide.
    """

    criterion: Criterion
    level: Level | None
    weight: int
    confidence: Literal["cue", "semantic", "none"]
    review: bool
    overruled: bool
    abstained: bool
    next: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SecondLookView:
    """A second look at one mark, between its author and the desk. `asked` is empty where a facilitator looked unasked.

    `before` is the level at first, `after` the level now; `answer` is the facilitator's sentence, empty while `open`.
    """

    criterion: Criterion
    state: Literal["open", "kept", "changed"]
    asked: str
    before: Level | None
    after: Level | None
    answer: str


@dataclass(frozen=True, slots=True)
class HeardView:
    """The heard reply, signed, with what it earned. `provisional`: peers may still move its points."""

    token: Token
    seat: SeatId
    name: str
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    points: ReplyPoints | None
    customer_mark: CustomerMark | None
    marks: tuple[MarkView, ...]
    by_clock: bool
    provisional: bool
    calmed: int = 0
    stung: int = 0


@dataclass(frozen=True, slots=True)
class OtherView:
    """An unheard reply, unsigned, with its best words (character spans), or another turn of a live beat.

    `total` is whole points.
    """

    token: Token
    text: str
    best: tuple[tuple[int, int], ...]
    total: int | None
    covered: bool
    calmed: int = 0
    stung: int = 0


@dataclass(frozen=True, slots=True)
class StepView:
    reason: HeatReason
    change: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PromiseView:
    action: ActionKind
    made: int
    due: int
    state: Literal["open", "kept", "broken"]


@dataclass(frozen=True, slots=True)
class RevealView:
    heard: HeardView | None
    others: tuple[OtherView, ...]
    need: Need | None
    heat_before: int
    heat_after: int
    steps: tuple[StepView, ...]
    disclosed: tuple[str, ...]
    silence: str


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """A live beat as it runs. `line` is who was on the line, in order; the last is on it now.

    `patience` runs while the customer waits for an answer; at its end they ask whether anybody is there. While `holding`
    it is the wait that they were asked for. `tap_in_from` is when a team-mate may take the line.
    """

    line: tuple[SeatId, ...]
    turns: int
    turns_left: int
    patience: ClockView | None
    holding: bool
    tap_in_from: Instant


@dataclass(frozen=True, slots=True)
class OutcomeView:
    kind: OutcomeKind
    line: str
    word_of_mouth: str
    heat: tuple[int, ...]
    step_out: str
    thanks: int


@dataclass(frozen=True, slots=True)
class SceneDocument:
    """One team's play, for everyone in the team. `waiting_for` are seats; `sent` counts the replies that are in.

    Who still writes is in the case file, for the agents only: the customer, who reads replies as they arrive, could
    otherwise tell their authors.

    `customer_seat` is who plays (a bot's seat where a bot does), None until the card is open. During casting nobody is
    named in `waiting_for`: who is not asked at all has a private reason. `breaths` asks for the three-breath cue, `light`
    says that they have calmed enough for a light word. `language` is that of the authored texts, a tag such as en or pt-BR.
    """

    team: TeamId
    name: str
    phase: ScenePhase
    clock: ClockView
    mode: Mode
    exchange: ExchangeView | None
    round: int
    beat: int
    beats: int
    kind: BeatKind | None
    goal: str
    closing: bool
    channel: Channel
    company: str
    scenario: str
    language: str
    summary: str
    persona: str
    persona_avatar: str
    customer_seat: SeatId | None
    heat: HeatView
    breaths: bool
    light: bool
    yielded: bool
    focus: tuple[FocusView, ...]
    lines: tuple[LineView, ...]
    facts: tuple[str, ...]
    promises: tuple[PromiseView, ...]
    eligible: tuple[SeatId, ...]
    sent: int
    waiting_for: tuple[SeatId, ...]
    replies: tuple[BlindReply, ...]
    reveal: RevealView | None
    outcome: OutcomeView | None
    going_on: int


# --- case: a team's agents; card: a scene's customer


@dataclass(frozen=True, slots=True)
class OfferView:
    id: str
    label: str
    cost: int
    beyond: bool


@dataclass(frozen=True, slots=True)
class ActionView:
    action: ActionKind
    result: str


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """What only the agents read. `beyond` offers cost more than the authority limit; `writing` are who still writes."""

    team: TeamId
    company: str
    case: str
    policy: tuple[str, ...]
    currency: str
    authority: int
    actions: tuple[ActionKind, ...]
    offers: tuple[OfferView, ...]
    results: tuple[ActionView, ...]
    writing: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class LineChoice:
    id: str
    text: str
    mood: Mood
    used: bool


@dataclass(frozen=True, slots=True)
class EchoChoice:
    id: str
    text: str
    tone: Tone
    used: bool


@dataclass(frozen=True, slots=True)
class WildcardChoice:
    id: str
    kind: WildcardKind
    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class FactView:
    id: str
    text: str
    hidden: bool
    omission: bool
    disclosed: bool


@dataclass(frozen=True, slots=True)
class IncomingReply:
    """A reply as the customer reads it, unnamed. `suggested` are facts it seems to ask about."""

    token: Token
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    mark: CustomerMark | None
    ticked: tuple[str, ...]
    suggested: tuple[str, ...]
    covered: bool


@dataclass(frozen=True, slots=True)
class CardDocument:
    """What only the scene's acting customer reads. Before the card is `opened` it holds the persona only.

    `echoes` answer the tone of what the customer heard last; none before that.
    """

    team: TeamId
    opened: bool
    persona: str
    avatar: str
    voice: str
    story: str
    triggers: tuple[str, ...]
    softeners: tuple[str, ...]
    facts: tuple[FactView, ...]
    echoes: tuple[EchoChoice, ...]
    lines: tuple[LineChoice, ...]
    wildcards: tuple[WildcardChoice, ...]
    incoming: tuple[IncomingReply, ...]
    need: Need | None


# --- seat: one player


@dataclass(frozen=True, slots=True)
class SwitchesView:
    not_today: bool
    no_abuse: bool
    time_factor: int


@dataclass(frozen=True, slots=True)
class OwnReply:
    """One's own reply; marks, points, what team-mates noticed and second looks from the reveal on.

    `turn` counts those of a live beat. `provisional`: peers may still move the points. `cues_only`: the rubric judged
    without its head.
    """

    beat: int
    turn: int
    kind: BeatKind
    token: Token
    text: str
    actions: tuple[ActionKind, ...]
    offer: str | None
    by_clock: bool
    interrupted: bool
    heard: bool
    signed: bool
    released: bool
    points: ReplyPoints | None
    customer_mark: CustomerMark | None
    marks: tuple[MarkView, ...]
    abstained: str
    looks: tuple[SecondLookView, ...]
    provisional: bool
    cues_only: bool
    calmed: int
    stung: int


@dataclass(frozen=True, slots=True)
class MomentView:
    """What this seat noticed at a turn."""

    token: Token
    kind: MomentKind


@dataclass(frozen=True, slots=True)
class DuelView:
    """A pair of tokens of this voter's own team, in order; the texts are in the scene document."""

    left: Token
    right: Token
    done: bool


@dataclass(frozen=True, slots=True)
class GalleryDuelView:
    """A duel of another team, with what its customer said."""

    team_name: str
    lines: tuple[str, ...]
    left: BlindReply
    right: BlindReply


@dataclass(frozen=True, slots=True)
class AimView:
    criterion: Criterion
    when: str
    will: str


@dataclass(frozen=True, slots=True)
class TakeView:
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OwnResult:
    """One's own round: points and where they come from."""

    round: int
    scenario: str
    role: Literal["customer", "agent"]
    points: float
    parts: tuple[tuple[str, float], ...]
    aim_met: bool | None
    levels: tuple[tuple[Criterion, float], ...]


@dataclass(frozen=True, slots=True)
class SeatDocument:
    """What one player alone may see. `asked` opens the casting question; `reply_clock` is their own; `can_appeal` says
    that they may still ask for a second look in this round.

    `moments` are what this seat noticed in the running live beat, which nobody else is told before the reveal.
    `neighbours` is "me and my neighbours" in the workshop's players.
    """

    seat: SeatId
    name: str
    avatar: str
    team: TeamId | None
    role: Role
    switches: SwitchesView
    asked: bool
    volunteered: bool | None
    can_pass: bool
    ready: bool
    going_on: bool
    thanked: bool
    reply_clock: ClockView | None
    can_reply: bool
    on_line: bool
    moments: tuple[MomentView, ...]
    replies: tuple[OwnReply, ...]
    can_appeal: bool
    duels: tuple[DuelView, ...]
    gallery: GalleryDuelView | None
    can_judge: bool
    take: TakeView | None
    aim: AimView | None
    next_aim: AimView | None
    results: tuple[OwnResult, ...]
    neighbours: tuple[StandingRow, ...]
    badges: tuple[AwardView, ...]


# --- desk: facilitators


@dataclass(frozen=True, slots=True)
class DeskSeat:
    id: SeatId
    name: str
    avatar: str
    team: TeamId | None
    presence: Presence
    bot: bool
    time_factor: int
    role: Role
    missing: bool


@dataclass(frozen=True, slots=True)
class DeskReply:
    """A reply that the desk may release. `total` is whole points. A reported one may be `kept_covered`: that is decided.

    Its marks are many words: here are how many there are (`marked`), how many are worth a second look (`doubtful`), and the
    one that its author asks about. All of them are told on demand, by `views.desk.reply_marks`.
    """

    token: Token
    team: TeamId
    team_name: str
    round: int
    beat: int
    seat: SeatId
    name: str
    text: str
    heard: bool
    reported: bool
    kept_covered: bool
    released: bool
    signed: bool
    on_stage: bool
    total: int | None
    marked: int
    doubtful: int
    asked: MarkView | None
    looks: tuple[SecondLookView, ...]


@dataclass(frozen=True, slots=True)
class DeskTeam:
    """A team as the desk sees it. `stops` counts stop presses, never who. `stopped` waits for someone to go on."""

    id: TeamId
    name: str
    phase: ScenePhase | None
    beat: int
    beats: int
    clock: ClockView | None
    heat: HeatView | None
    outcome: OutcomeKind | None
    waiting_for: tuple[SeatId, ...]
    stops: int
    stopped: bool
    going_on: int
    on_line: SeatId | None = None


@dataclass(frozen=True, slots=True)
class PlannedRound:
    number: int
    scenario: str
    title: str
    form: Form
    done: bool


@dataclass(frozen=True, slots=True)
class DeskDocument:
    """Everything a facilitator steers by. `projected_end` is when the workshop ends at this pace, debriefs included.

    `asides` counts the stops that were pressed outside a running scene. `scenario` is the slug of the one that is being
    played, "" between rounds.
    """

    settings: Settings
    phase: WorkshopPhase
    scenario: str
    round: int
    mode: Mode
    stage: RoundStage | None
    clock: ClockView | None
    paused: bool
    gathering: bool
    timed: bool
    locked: bool
    stage_sound: bool
    asides: int
    seats: tuple[DeskSeat, ...]
    teams: tuple[DeskTeam, ...]
    replies: tuple[DeskReply, ...]
    playlist: tuple[str, ...]
    played: tuple[str, ...]
    projected_end: Instant | None
    can_drop_beat: bool
    banned: int
    full_standings: tuple[StandingRow, ...]
    full_teams: tuple[StandingRow, ...]


# --- stage: projectors


@dataclass(frozen=True, slots=True)
class StageDocument:
    """What only the projector needs: the released reply, unsigned unless its author signs."""

    quote: str
    quote_by: str
    quote_team: str
    sound: bool


Document = (
    LobbyDocument
    | BoardDocument
    | StandingsDocument
    | SceneDocument
    | CaseDocument
    | CardDocument
    | SeatDocument
    | DeskDocument
    | StageDocument
)
