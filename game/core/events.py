"""What happened in a workshop, in the past tense. Knows nothing of why it was allowed.

A text from a person is a field of type `Words` at the top of its event; the store keeps these texts apart from the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.core.badges import Badge
from game.core.clock import Clock, Hold
from game.core.ids import Criterion, Instant, Millis, PlayerId, SeatId, TeamId, Token, WorkshopId
from game.core.marks import Assessment, Level
from game.core.scenario import ActionKind, BeatPlan, Form, Need, OutcomeKind, Scenario
from game.core.settings import Settings
from game.core.state import (
    Award,
    CustomerMark,
    HeatStep,
    Line,
    LineChange,
    Mode,
    MomentKind,
    Pair,
    Presence,
    Promise,
    ReplyPoints,
    RoundResult,
    RoundStage,
    Title,
    YieldedBy,
)
from game.core.words import Words

# --- the workshop and its seats


@dataclass(frozen=True, slots=True)
class WorkshopOpened:
    id: WorkshopId
    code: str
    seed: str
    at: Instant
    settings: Settings
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    settings: Settings


@dataclass(frozen=True, slots=True)
class SeatTaken:
    seat: SeatId
    player: PlayerId
    avatar: str
    bot: bool
    words: Words


@dataclass(frozen=True, slots=True)
class SeatRetaken:
    """A player who had left is back in their old seat."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """Somebody has gone, or (`removed`) was taken out by the desk, which may have `banned` them."""

    seat: SeatId
    banned: bool
    removed: bool = False


@dataclass(frozen=True, slots=True)
class BansLifted:
    pass


@dataclass(frozen=True, slots=True)
class SeatErased:
    """Everything this seat wrote is gone from here on; the store deletes the texts."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatRenamed:
    seat: SeatId
    words: Words


@dataclass(frozen=True, slots=True)
class TeamFormed:
    team: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class TeamRenamed:
    team: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class TeamDissolved:
    team: TeamId


@dataclass(frozen=True, slots=True)
class SeatMoved:
    seat: SeatId
    team: TeamId | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    seat: SeatId
    presence: Presence
    at: Instant


@dataclass(frozen=True, slots=True)
class SwitchesSet:
    seat: SeatId
    not_today: bool
    no_abuse: bool


@dataclass(frozen=True, slots=True)
class TimeFactorSet:
    seat: SeatId
    time_factor: int


@dataclass(frozen=True, slots=True)
class LockSet:
    locked: bool


@dataclass(frozen=True, slots=True)
class StageSoundSet:
    on: bool


# --- a round and its clocks


@dataclass(frozen=True, slots=True)
class RoundStarted:
    """Carries the whole scenario, so that a running round keeps the version it began with and a log replays for ever."""

    number: int
    scenario: Scenario
    form: Form
    plan: tuple[BeatPlan, ...]
    at: Instant
    mode: Mode = "together"


@dataclass(frozen=True, slots=True)
class SceneStarted:
    team: TeamId
    heat: int
    clock: Clock


@dataclass(frozen=True, slots=True)
class StageEntered:
    """The round goes on to its next stage."""

    stage: RoundStage
    clock: Clock


@dataclass(frozen=True, slots=True)
class BarrierSet:
    """Half of the scenes have finished: the others have this long."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class ClocksHeld:
    """Every clock of the workshop (or of one team's scene) stands still for this reason."""

    hold: Hold
    team: TeamId | None
    at: Instant


@dataclass(frozen=True, slots=True)
class ClocksReleased:
    hold: Hold
    team: TeamId | None
    at: Instant


@dataclass(frozen=True, slots=True)
class OutageEnded:
    """The server was away for `lost` milliseconds; running clocks get them back. Nothing is "all in" before `quiet_until`."""

    quiet_until: Instant
    lost: Millis


@dataclass(frozen=True, slots=True)
class GatherCalled:
    """Every team stops at its next reveal; the barrier's clock stands still at once."""

    at: Instant


@dataclass(frozen=True, slots=True)
class GatherEnded:
    pass


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """To one team's clock, or (``None``) to every running one."""

    team: TeamId | None
    extra: Millis


@dataclass(frozen=True, slots=True)
class ClocksRemoved:
    """From now on this workshop plays untimed."""


@dataclass(frozen=True, slots=True)
class ClocksRestored:
    """From the next phase on this workshop plays by the clock again."""


@dataclass(frozen=True, slots=True)
class BeatDropped:
    pass


# --- casting and briefing


@dataclass(frozen=True, slots=True)
class VolunteerAnswered:
    team: TeamId
    seat: SeatId
    willing: bool


@dataclass(frozen=True, slots=True)
class CustomerCast:
    team: TeamId
    seat: SeatId
    clock: Clock


@dataclass(frozen=True, slots=True)
class CustomerRecast:
    """Another customer takes over in the middle of a scene; the scene stays where it is."""

    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CardOpened:
    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CardPassed:
    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CustomerReleased:
    """The customer was taken off the part (recast, swap); whoever has read the card only watches."""

    team: TeamId
    seat: SeatId
    watches: bool


@dataclass(frozen=True, slots=True)
class AgentStoodDown:
    """An agent only watches the rest of this scene."""

    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class StandinSet:
    """The bot plays an absent customer; ``None``: the customer has taken over again."""

    team: TeamId
    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class SeatReady:
    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class StageSeatReady:
    seat: SeatId


# --- a beat


@dataclass(frozen=True, slots=True)
class BeatReadied:
    """The pause before a beat, which shows what is in focus."""

    team: TeamId
    number: int
    plan: BeatPlan
    closing: bool
    lines: tuple[Line, ...]
    clock: Clock


@dataclass(frozen=True, slots=True)
class FloorOpened:
    team: TeamId
    eligible: tuple[SeatId, ...]
    clock: Clock


@dataclass(frozen=True, slots=True)
class CustomerSpoke:
    """`line` has no words of its own where the customer typed: they are in `words`.

    In a live exchange their patience ends when the scene's clock has `answer_by` milliseconds left.
    """

    team: TeamId
    line: Line
    card: str | None
    words: Words | None
    answer_by: Millis | None = None


@dataclass(frozen=True, slots=True)
class FloorYielded:
    team: TeamId
    by: YieldedBy
    clock: Clock
    allowances: Mapping[SeatId, Millis]
    answer_by: Millis | None = None


@dataclass(frozen=True, slots=True)
class LineTaken:
    """This agent is on the line of a live beat from now on."""

    team: TeamId
    seat: SeatId
    how: LineChange
    at: Instant


@dataclass(frozen=True, slots=True)
class LineHeld:
    """The agent on the line asked the customer to wait, until the scene's clock has `answer_by` milliseconds left."""

    team: TeamId
    seat: SeatId
    line: Line
    answer_by: Millis | None


@dataclass(frozen=True, slots=True)
class SilenceNoticed:
    """A live customer has waited too long and says so. The next time comes at `answer_by`, if there is one."""

    team: TeamId
    line: Line
    answer_by: Millis | None


@dataclass(frozen=True, slots=True)
class FactsDisclosed:
    """Hidden facts that came out in the middle of a live exchange."""

    team: TeamId
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MomentMarked:
    team: TeamId
    beat: int
    token: Token
    seat: SeatId
    kind: MomentKind


@dataclass(frozen=True, slots=True)
class ReplySent:
    team: TeamId
    token: Token
    seat: SeatId
    actions: tuple[ActionKind, ...]
    offer: str | None
    at: Instant
    interrupted: bool
    by_clock: bool
    words: Words
    turn: int = 1


@dataclass(frozen=True, slots=True)
class LastWriterGiven:
    """The last writer keeps at least twenty seconds."""

    team: TeamId
    clock: Clock


@dataclass(frozen=True, slots=True)
class ReplyMarked:
    team: TeamId
    token: Token
    mark: CustomerMark


@dataclass(frozen=True, slots=True)
class FactsTicked:
    team: TeamId
    token: Token
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedSealed:
    team: TeamId
    need: Need


@dataclass(frozen=True, slots=True)
class MarksRecorded:
    team: TeamId
    token: Token
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class VoteOpened:
    """`duelled` are the turns of a live beat that are compared; in any other beat it is empty, and all replies are."""

    team: TeamId
    plans: Mapping[SeatId, tuple[Pair, ...]]
    clock: Clock
    duelled: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class DuelDealt:
    seat: SeatId
    team: TeamId
    beat: int
    pair: Pair


@dataclass(frozen=True, slots=True)
class BallotCast:
    team: TeamId
    beat: int
    seat: SeatId
    pair: Pair
    chosen: Token | None
    gallery: bool
    bot: bool


@dataclass(frozen=True, slots=True)
class ReplyReported:
    team: TeamId
    token: Token


@dataclass(frozen=True, slots=True)
class ReplyUncovered:
    team: TeamId
    token: Token


@dataclass(frozen=True, slots=True)
class ReplyKeptCovered:
    """A facilitator has looked at a reported text and left it covered."""

    team: TeamId
    token: Token


@dataclass(frozen=True, slots=True)
class MarksAwaited:
    """The vote is over but marks are missing: the reveal waits a little."""

    team: TeamId
    clock: Clock


@dataclass(frozen=True, slots=True)
class BeatRevealed:
    """Everything the reveal fixed: points by token, the heard reply, heat with its reasons, facts, offers, promises."""

    team: TeamId
    points: tuple[tuple[Token, ReplyPoints], ...]
    heard: Token | None
    steps: tuple[HeatStep, ...]
    heat: int
    disclosed: tuple[str, ...]
    offer: str | None
    promises: tuple[Promise, ...]
    clock: Clock


@dataclass(frozen=True, slots=True)
class SceneEnded:
    team: TeamId
    outcome: OutcomeKind
    at: Instant
    clock: Clock


@dataclass(frozen=True, slots=True)
class CustomerThanked:
    team: TeamId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SteppedOut:
    team: TeamId
    words: Words


# --- stops (without a seat)


@dataclass(frozen=True, slots=True)
class StopPressed:
    team: TeamId


@dataclass(frozen=True, slots=True)
class SteppedAside:
    """Somebody pressed stop where no scene of theirs was running: nothing stands still, and the desk learns of it."""


@dataclass(frozen=True, slots=True)
class WentOn:
    team: TeamId
    seat: SeatId


# --- the round's end


@dataclass(frozen=True, slots=True)
class PeersSettled:
    """The fitted numbers of one team's beat, once the barrier has opened."""

    team: TeamId
    beat: int
    points: tuple[tuple[Token, ReplyPoints], ...]


@dataclass(frozen=True, slots=True)
class RoundSettled:
    """The round's results. `voters` are each voter's (ballots, agreed) in this round, `tallies` what counts for badges."""

    result: RoundResult
    voters: tuple[tuple[SeatId, int, int], ...]
    tallies: tuple[tuple[SeatId, str, int], ...]


@dataclass(frozen=True, slots=True)
class TakenAgain:
    seat: SeatId
    before: Words
    after: Words


@dataclass(frozen=True, slots=True)
class AimSet:
    seat: SeatId
    criterion: Criterion
    when: Words
    will: Words


@dataclass(frozen=True, slots=True)
class StressChecked:
    moment: Literal["before", "after"]
    level: int


@dataclass(frozen=True, slots=True)
class AwardGiven:
    award: Award


@dataclass(frozen=True, slots=True)
class ReplySigned:
    team: TeamId
    token: Token


@dataclass(frozen=True, slots=True)
class ReplyReleased:
    team: TeamId
    token: Token


@dataclass(frozen=True, slots=True)
class StageCleared:
    pass


@dataclass(frozen=True, slots=True)
class MarkAppealed:
    """The author of a reply wants a second look at one mark; `words` say why."""

    team: TeamId
    token: Token
    criterion: Criterion
    words: Words


@dataclass(frozen=True, slots=True)
class MarkKept:
    """A facilitator looked again and left the mark as it is; `words` say why."""

    team: TeamId
    token: Token
    criterion: Criterion
    words: Words


@dataclass(frozen=True, slots=True)
class MarkOverruled:
    """`words` is the reason. Points follow in `points`; heat does not."""

    team: TeamId
    token: Token
    criterion: Criterion
    before: Level | None
    after: Level | None
    points: ReplyPoints | None
    words: Words


@dataclass(frozen=True, slots=True)
class ResultRevised:
    """A finished round's result after an overrule."""

    result: RoundResult


@dataclass(frozen=True, slots=True)
class CeremonyStarted:
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class WorkshopClosed:
    pass


Event = (
    WorkshopOpened
    | SettingsChanged
    | SeatTaken
    | SeatRetaken
    | SeatLeft
    | BansLifted
    | SeatErased
    | SeatRenamed
    | TeamFormed
    | TeamRenamed
    | TeamDissolved
    | SeatMoved
    | PresenceChanged
    | SwitchesSet
    | TimeFactorSet
    | LockSet
    | StageSoundSet
    | RoundStarted
    | SceneStarted
    | StageEntered
    | BarrierSet
    | ClocksHeld
    | ClocksReleased
    | OutageEnded
    | GatherCalled
    | GatherEnded
    | TimeAdded
    | ClocksRemoved
    | ClocksRestored
    | BeatDropped
    | VolunteerAnswered
    | CustomerCast
    | CustomerRecast
    | CardOpened
    | CardPassed
    | CustomerReleased
    | AgentStoodDown
    | StandinSet
    | SeatReady
    | StageSeatReady
    | BeatReadied
    | FloorOpened
    | CustomerSpoke
    | FloorYielded
    | LineTaken
    | LineHeld
    | SilenceNoticed
    | FactsDisclosed
    | MomentMarked
    | ReplySent
    | LastWriterGiven
    | ReplyMarked
    | FactsTicked
    | NeedSealed
    | MarksRecorded
    | VoteOpened
    | DuelDealt
    | BallotCast
    | ReplyReported
    | ReplyUncovered
    | ReplyKeptCovered
    | MarksAwaited
    | BeatRevealed
    | SceneEnded
    | CustomerThanked
    | SteppedOut
    | StopPressed
    | SteppedAside
    | WentOn
    | PeersSettled
    | RoundSettled
    | TakenAgain
    | AimSet
    | StressChecked
    | AwardGiven
    | ReplySigned
    | ReplyReleased
    | StageCleared
    | MarkAppealed
    | MarkKept
    | MarkOverruled
    | ResultRevised
    | CeremonyStarted
    | WorkshopClosed
)
