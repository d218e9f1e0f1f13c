"""One workshop at one moment, as folded from its events. Knows nothing of who may see which part of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.core.badges import Badge
from game.core.clock import Clock, Hold
from game.core.ids import Criterion, Instant, Millis, PlayerId, SeatId, TeamId, Token, WorkshopId
from game.core.marks import Assessment, Overrule
from game.core.scenario import ActionKind, BeatPlan, Form, Need, OutcomeKind, Scenario, WildcardKind
from game.core.settings import ScoreWeights, Settings
from game.core.words import Words

Presence = Literal["here", "away", "absent"]
WorkshopPhase = Literal["lobby", "round", "ceremony", "closed"]
RoundStage = Literal["playing", "second_take", "debrief", "breather", "done"]
ScenePhase = Literal["casting", "briefing", "ready", "floor", "reply", "live", "vote", "reveal", "outcome"]
Mode = Literal["together", "live"]
CustomerMark = Literal[0, 25, 50, 75, 100]
LineKind = Literal["opening", "said", "suggested", "wildcard", "fact", "reaction", "silence", "heard", "turn", "hold"]
YieldedBy = Literal["customer", "clock"]
HeatReason = Literal[
    "heard", "interruption", "broken_promise", "silent_wait", "silence", "unanswered", "omission_found", "fair_offer"
]
LineChange = Literal["opening", "tap_in", "hand_over", "away"]
MomentKind = Literal["calmed", "stung"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a player means to do next time: "When `when`, I will `will`", tied to a criterion so that it can be met."""

    criterion: Criterion
    when: Words
    will: Words


@dataclass(frozen=True, slots=True)
class Seat:
    """A player's place. `time_factor` in percent, 100 to 150. `agreed` of `ballots` were with the room's majority."""

    id: SeatId
    player: PlayerId
    name: Words
    avatar: str
    team: TeamId | None
    bot: bool = False
    presence: Presence = "away"
    away_since: Instant | None = None
    gone: bool = False
    erased: bool = False
    not_today: bool = False
    no_abuse: bool = False
    time_factor: int = 100
    times_customer: int = 0
    times_on_line: int = 0
    ballots: int = 0
    agreed: int = 0
    aim: Aim | None = None


@dataclass(frozen=True, slots=True)
class Team:
    id: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """Something the customer said (or, kind `heard`, what they heard). Authored lines have no `words`.

    A `hold` notice is the one line that an agent says: `by` is who. `after` turns of a live beat came before this line.
    """

    kind: LineKind
    authored: str = ""
    words: Words | None = None
    wildcard: WildcardKind | None = None
    abusive: bool = False
    by: SeatId | None = None
    after: int = 0

    @property
    def text(self) -> str:
        return self.words.text if self.words else self.authored


@dataclass(frozen=True, slots=True)
class ReplyPoints:
    """A reply's points with their breakdown, each 0 to 100; ``None`` is a part that nobody could give.

    `weights` are the effective percentages of rubric, peers and customer (they sum to 100). `deduction` is for an
    offer beyond authority and for handing over too easily; `handover` is the latter's share of it. `total` = weighted
    mean less the deduction, never below 0.
    """

    rubric: float | None
    peers: float | None
    customer: float | None
    weights: tuple[float, float, float]
    deduction: float
    total: float
    comparisons: int
    settled: bool
    handover: float = 0.0

    @property
    def scored(self) -> bool:
        """Whether anybody could give a part of it; what nobody could score counts neither for nor against its author."""
        return any(self.weights)


@dataclass(frozen=True, slots=True)
class Appeal:
    """An author's wish for a second look at one mark, and the sentence with which a facilitator kept it, if they did.

    A mark that was changed instead has its sentence among the reply's overrules.
    """

    criterion: Criterion
    words: Words
    kept: Words | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One agent's answer. In a live beat an agent has several: `turn` counts them, from 1."""

    token: Token
    seat: SeatId
    words: Words
    actions: tuple[ActionKind, ...]
    offer: str | None
    at: Instant
    interrupted: bool
    by_clock: bool
    assessment: Assessment | None = None
    overrules: tuple[Overrule, ...] = ()
    customer_mark: CustomerMark | None = None
    ticked: tuple[str, ...] = ()
    reported: bool = False
    kept_covered: bool = False
    released: bool = False
    signed: bool = False
    points: ReplyPoints | None = None
    appeal: Appeal | None = None
    turn: int = 1

    @property
    def readable(self) -> bool:
        """Whether it may be judged and heard: it is not covered, and its author has not been erased."""
        return not self.reported and bool(self.words.text)

    @property
    def appeal_open(self) -> bool:
        """Whether a second look was asked for and not taken yet."""
        if self.appeal is None or self.appeal.kept is not None:
            return False
        return all(one.criterion != self.appeal.criterion for one in self.overrules)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two replies side by side, in the order in which they are shown."""

    left: Token
    right: Token


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's choice; ``chosen`` None is "neither", which is no comparison."""

    voter: SeatId
    pair: Pair
    chosen: Token | None
    gallery: bool
    bot: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """What a team-mate noticed at a turn of a live beat: that it calmed the customer, or that it stung."""

    seat: SeatId
    token: Token
    kind: MomentKind


@dataclass(frozen=True, slots=True)
class HeatStep:
    """One reason why heat moved, in points of heat (positive is angrier)."""

    reason: HeatReason
    change: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What a heard reply committed the team to: `action`, made in beat `made`, due in beat `due` (1-based)."""

    action: ActionKind
    made: int
    due: int
    state: Literal["open", "kept", "broken"] = "open"


@dataclass(frozen=True, slots=True)
class Beat:
    """One exchange. `eligible` agents were there when it began. `allowances` are their reply clocks in milliseconds.

    `customer` is whoever played it to its reveal, in person or as a stand-in.

    Only a live beat has a `line`: who was on it, in order; the last is on it now, since `line_since`. The customer's
    patience ends when the scene's clock has `answer_by` milliseconds left (``None``: nobody keeps them waiting, or the beat
    is untimed); while `holding` that is the end of the wait they were asked for. `duelled` are the turns that were put to
    the vote.
    """

    number: int
    plan: BeatPlan
    eligible: tuple[SeatId, ...]
    lines: tuple[Line, ...]
    heat_before: int
    allowances: Mapping[SeatId, Millis] = field(default_factory=dict)
    yielded: YieldedBy | None = None
    abusive: bool = False
    replies: tuple[Reply, ...] = ()
    plans: Mapping[SeatId, tuple[Pair, ...]] = field(default_factory=dict)
    ballots: tuple[Ballot, ...] = ()
    vote_opened: bool = False
    marks_awaited: bool = False
    need: Need | None = None
    heard: Token | None = None
    revealed: bool = False
    steps: tuple[HeatStep, ...] = ()
    heat_after: int | None = None
    disclosed: tuple[str, ...] = ()
    closing: bool = False
    customer: SeatId | None = None
    line: tuple[SeatId, ...] = ()
    line_since: Instant = Instant(0)
    answer_by: Millis | None = None
    holding: bool = False
    silences: int = 0
    moments: tuple[Moment, ...] = ()
    duelled: tuple[Token, ...] = ()

    @property
    def live(self) -> bool:
        return bool(self.line)

    @property
    def on_line(self) -> SeatId | None:
        return self.line[-1] if self.line else None


@dataclass(frozen=True, slots=True)
class Scene:
    """One team's play of the round's scenario. `standin` is the bot that plays an absent customer."""

    team: TeamId
    phase: ScenePhase
    clock: Clock
    heat: int
    customer: SeatId | None = None
    standin: SeatId | None = None
    answered: Mapping[SeatId, bool] = field(default_factory=dict)
    passed: frozenset[SeatId] = frozenset()
    opened: frozenset[SeatId] = frozenset()
    watchers: frozenset[SeatId] = frozenset()
    ready: frozenset[SeatId] = frozenset()
    beats: tuple[Beat, ...] = ()
    facts: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    wildcards: tuple[str, ...] = ()
    stops: int = 0
    going_on: frozenset[SeatId] = frozenset()
    outcome: OutcomeKind | None = None
    finished_at: Instant | None = None
    thanks: frozenset[SeatId] = frozenset()
    step_out: Words | None = None

    @property
    def beat(self) -> Beat | None:
        return self.beats[-1] if self.beats else None

    @property
    def acting_customer(self) -> SeatId | None:
        return self.standin or self.customer


@dataclass(frozen=True, slots=True)
class Take:
    """A second take: one sentence of one's own, before and after."""

    seat: SeatId
    before: Words
    after: Words


@dataclass(frozen=True, slots=True)
class PlayerResult:
    """One seat's round. `points` 0 to 100 (plus what an aim earned); `parts` is the breakdown in words and numbers."""

    seat: SeatId
    team: TeamId | None
    role: Literal["customer", "agent"]
    points: float
    parts: tuple[tuple[str, float], ...]
    aim_met: bool | None
    levels: tuple[tuple[Criterion, float], ...]


@dataclass(frozen=True, slots=True)
class TeamResult:
    """One team's round. `points` is the mean of its active agents plus the bonus, with the breakdown in `parts`."""

    team: TeamId
    points: float
    parts: tuple[tuple[str, float], ...]
    outcome: OutcomeKind | None
    heat: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoundResult:
    number: int
    scenario: str
    title: str
    players: tuple[PlayerResult, ...]
    teams: tuple[TeamResult, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One scenario played by every team in one mode. `clock` times the stage; while playing it is the barrier's, once set.

    `weights` and `aims` are those the round began with: what is changed later holds from the next round on.
    """

    number: int
    scenario: Scenario
    form: Form
    plan: tuple[BeatPlan, ...]
    stage: RoundStage
    clock: Clock
    scenes: Mapping[TeamId, Scene]
    started_at: Instant
    weights: ScoreWeights
    gathering: bool = False
    takes: tuple[Take, ...] = ()
    aimed: frozenset[SeatId] = frozenset()
    stress_before: tuple[int, ...] = ()
    stress_after: tuple[int, ...] = ()
    ready: frozenset[SeatId] = frozenset()
    result: RoundResult | None = None
    dropped: bool = False
    aims: Mapping[SeatId, Aim] = field(default_factory=dict)
    mode: Mode = "together"


@dataclass(frozen=True, slots=True)
class Award:
    seat: SeatId
    badge: str
    round: int


@dataclass(frozen=True, slots=True)
class Title:
    """What a team leaves with: its best criterion among those that no stronger team took."""

    team: TeamId
    criterion: Criterion
    name: str


@dataclass(frozen=True, slots=True)
class GalleryDuel:
    """The duel that a waiting seat was dealt from another team's beat."""

    team: TeamId
    beat: int
    pair: Pair


@dataclass(frozen=True, slots=True)
class Workshop:
    """A lasting room with many rounds. `holds` are the reasons that stop every clock in it."""

    id: WorkshopId
    code: str
    seed: str
    opened_at: Instant
    settings: Settings
    badges: tuple[Badge, ...] = ()
    phase: WorkshopPhase = "lobby"
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    teams: Mapping[TeamId, Team] = field(default_factory=dict)
    teams_formed: int = 0
    banned: frozenset[PlayerId] = frozenset()
    locked: bool = False
    hand_dealt: bool = False
    holds: frozenset[Hold] = frozenset()
    quiet_until: Instant = Instant(0)
    round: Round | None = None
    past: tuple[RoundResult, ...] = ()
    awards: tuple[Award, ...] = ()
    tallies: Mapping[tuple[SeatId, str], int] = field(default_factory=dict)
    titles: tuple[Title, ...] = ()
    gallery: Mapping[SeatId, GalleryDuel] = field(default_factory=dict)
    quote: Token | None = None
    stage_sound: bool = False
    asides: int = 0  # stops pressed outside a running scene
    written: int = 0  # how many texts people have written; the next one's ref
