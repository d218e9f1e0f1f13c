"""What can be asked of a workshop, in the imperative. Knows nothing of who may ask (permissions) or what follows (rules)."""

from dataclasses import dataclass
from typing import Literal

from game.core.badges import Badge
from game.core.ids import Criterion, Instant, PlayerId, SeatId, TeamId, Token, WorkshopId
from game.core.marks import Assessment, Level
from game.core.scenario import ActionKind, Form, HoldNotice, Need, Scenario
from game.core.settings import Settings
from game.core.state import CustomerMark, Mode, MomentKind, RoundStage, ScenePhase

# --- opening and joining


@dataclass(frozen=True, slots=True)
class OpenWorkshop:
    """Sent once, by the server, with everything that chance or the library gives."""

    id: WorkshopId
    code: str
    seed: str
    settings: Settings
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """A newcomer joins. The server supplies `player`; a known player gets their old seat back."""

    player: PlayerId
    name: str
    avatar: str


@dataclass(frozen=True, slots=True)
class LeaveWorkshop:
    """The player goes home; their results stay."""


@dataclass(frozen=True, slots=True)
class SetSwitches:
    """Private wishes: `not_today` (never cast me), `no_abuse` (no over-the-line cards near me)."""

    not_today: bool
    no_abuse: bool


@dataclass(frozen=True, slots=True)
class SetPace:
    """The player's own time factor in percent, 100 to 150."""

    time_factor: int


@dataclass(frozen=True, slots=True)
class SetPresence:
    """What the server saw of a seat's connections, debounced."""

    seat: SeatId
    here: bool


@dataclass(frozen=True, slots=True)
class EraseMe:
    """Remove everything this player wrote, and their name."""


# --- casting and briefing


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Answer to "Who would like to be angry?"."""

    willing: bool


@dataclass(frozen=True, slots=True)
class OpenCard:
    """The customer reads the role card; from now on it cannot be passed."""


@dataclass(frozen=True, slots=True)
class PassCard:
    """The customer hands the unopened card on."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Done with this page: briefing, the pause before a beat, the reveal, the debrief."""


# --- the floor


@dataclass(frozen=True, slots=True)
class Say:
    """The customer types a message, up to 400 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class SayLine:
    """The customer taps a suggested line."""

    line: str


@dataclass(frozen=True, slots=True)
class PlayWildcard:
    card: str


@dataclass(frozen=True, slots=True)
class YieldFloor:
    """The customer is done speaking."""


# --- replies


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """What an agent has typed so far. Never an event; seen by their seat only."""

    text: str
    actions: tuple[ActionKind, ...] = ()
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class SendReply:
    """An agent's answer, up to 1200 characters. `anyway` confirms that it interrupts the customer."""

    text: str
    actions: tuple[ActionKind, ...] = ()
    offer: str | None = None
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class MarkReply:
    """The customer's mark: 0 much worse, 25 worse, 50 no change, 75 better, 100 much better."""

    token: Token
    mark: CustomerMark


@dataclass(frozen=True, slots=True)
class TickFacts:
    """The facts that this reply asked about, as the customer sees it (replaces earlier ticks)."""

    token: Token
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SealNeed:
    need: Need


# --- a live exchange


@dataclass(frozen=True, slots=True)
class TapIn:
    """A team-mate takes the line."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Whoever is on the line passes it to the next in turn."""


@dataclass(frozen=True, slots=True)
class HoldLine:
    """Ask the customer to wait for so many seconds, and say why."""

    notice: HoldNotice
    seconds: Literal[30, 60]


@dataclass(frozen=True, slots=True)
class MarkMoment:
    """A team-mate notices what this turn did. One for each seat and turn; the latest counts."""

    token: Token
    kind: MomentKind


@dataclass(frozen=True, slots=True)
class EndExchange:
    """The customer has said where they stand; the vote begins."""


# --- voting


@dataclass(frozen=True, slots=True)
class AskDuel:
    """A waiting seat would like something to judge."""


@dataclass(frozen=True, slots=True)
class CastBallot:
    """A choice between two replies; ``chosen`` None is "neither"."""

    left: Token
    right: Token
    chosen: Token | None


@dataclass(frozen=True, slots=True)
class ReportReply:
    """Cover this text at once and tell the desk."""

    token: Token


# --- after the scene


@dataclass(frozen=True, slots=True)
class ThankCustomer:
    """An agent thanks whoever played the customer."""


@dataclass(frozen=True, slots=True)
class StepOut:
    """ "You are Mia again": one thing the customer needed."""

    text: str


@dataclass(frozen=True, slots=True)
class SignReply:
    """The author agrees to be named when this reply is shown to the room."""

    token: Token


@dataclass(frozen=True, slots=True)
class AppealMark:
    """The author asks a facilitator for a second look at one mark; once in a round, with a reason of up to 200 characters."""

    token: Token
    criterion: Criterion
    reason: str


@dataclass(frozen=True, slots=True)
class TakeAgain:
    """A sentence of one's own, before and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SetAim:
    criterion: Criterion
    when: str
    will: str


@dataclass(frozen=True, slots=True)
class CheckStress:
    """One tap, 1 (calm) to 5 (tense). No seat is kept with it."""

    moment: Literal["before", "after"]
    level: int


# --- the stop button


@dataclass(frozen=True, slots=True)
class PressStop:
    """Stop this scene now; where none of one's own is running, step aside alone. Nobody learns who pressed."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Ready to go on after a stop."""


@dataclass(frozen=True, slots=True)
class SwapRole:
    """Rather not play this part: the customer's part goes to the bot, an agent watches."""


# --- the facilitator


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    settings: Settings


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """Put a seat into a team; ``None`` makes a new one."""

    seat: SeatId
    team: TeamId | None


@dataclass(frozen=True, slots=True)
class DealTeams:
    """Spread everybody evenly over teams of the chosen size."""


@dataclass(frozen=True, slots=True)
class RenameSeat:
    seat: SeatId
    name: str


@dataclass(frozen=True, slots=True)
class RenameTeam:
    team: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """Take someone out; they may join again unless `ban`."""

    seat: SeatId
    ban: bool = False


@dataclass(frozen=True, slots=True)
class UnbanAll:
    """Let everybody who was banned join again."""


@dataclass(frozen=True, slots=True)
class SetLock:
    locked: bool


@dataclass(frozen=True, slots=True)
class SetTimeFactor:
    """Percent, 100 to 150."""

    seat: SeatId
    time_factor: int


@dataclass(frozen=True, slots=True)
class StartRound:
    """The server adds the scenario's data to what the desk asked for."""

    scenario: Scenario
    form: Form
    mode: Mode = "together"


@dataclass(frozen=True, slots=True)
class PauseAll:
    pass


@dataclass(frozen=True, slots=True)
class PauseTeam:
    """One team's clocks stand still until it is resumed."""

    team: TeamId


@dataclass(frozen=True, slots=True)
class ResumeAll:
    """Take pause and gathering away; where there is neither, the stops of all teams."""


@dataclass(frozen=True, slots=True)
class ResumeTeam:
    """Let one team go on after a stop or a pause of its own."""

    team: TeamId


@dataclass(frozen=True, slots=True)
class Gather:
    """Every team stops at its next reveal."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """Thirty seconds more: for one team, or for everybody."""

    team: TeamId | None = None


@dataclass(frozen=True, slots=True)
class SetTimed:
    """Play with or without clocks."""

    timed: bool


@dataclass(frozen=True, slots=True)
class SkipPhase:
    """End the present phase: of one team, or (without a team) the round's stage, or every team's phase while playing.

    `stage` and `phase` are what the desk saw when it asked: where things have moved on since, nothing is skipped.
    """

    team: TeamId | None = None
    stage: RoundStage | None = None
    phase: ScenePhase | None = None


@dataclass(frozen=True, slots=True)
class DropBeat:
    """The scenes that still have a beat before the last one leave it out; nobody loses the closing beat."""


@dataclass(frozen=True, slots=True)
class EndRound:
    """Every scene goes to its outcome now."""


@dataclass(frozen=True, slots=True)
class Recast:
    """Choose another customer for one team; whoever has read the card only watches."""

    team: TeamId


@dataclass(frozen=True, slots=True)
class ReleaseReply:
    """Let the room read this reply, unsigned unless its author signs; puts it on the stage."""

    token: Token


@dataclass(frozen=True, slots=True)
class ClearStage:
    """Take the released reply off the stage."""


@dataclass(frozen=True, slots=True)
class UncoverReply:
    """A reported text was all right after all."""

    token: Token


@dataclass(frozen=True, slots=True)
class KeepCovered:
    """A reported text stays covered: no desk is asked about it again."""

    token: Token


@dataclass(frozen=True, slots=True)
class OverruleMark:
    """Change one mark with a reason: points follow, heat does not."""

    token: Token
    criterion: Criterion
    level: Level | None
    reason: str


@dataclass(frozen=True, slots=True)
class KeepMark:
    """Leave the mark that this reply's author wants looked at again as it is, with a reason."""

    token: Token
    reason: str


@dataclass(frozen=True, slots=True)
class SetStageSound:
    on: bool


@dataclass(frozen=True, slots=True)
class StartCeremony:
    pass


@dataclass(frozen=True, slots=True)
class CloseWorkshop:
    """Send everybody home. A round that is still being played ends first, with the results of what was revealed."""


# --- the system


@dataclass(frozen=True, slots=True)
class Draft:
    """What an agent has typed so far, as kept beside the log; handed to every decision, so that an ending clock sends it."""

    seat: SeatId
    text: str
    actions: tuple[ActionKind, ...] = ()
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class Elapse:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class RecordMarks:
    """The rubric's answer for one reply; the first one wins."""

    token: Token
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Resume:
    """The server was away since `since`; clocks give the time back."""

    since: Instant


PlayerCommand = (
    LeaveWorkshop
    | SetSwitches
    | SetPace
    | EraseMe
    | Volunteer
    | OpenCard
    | PassCard
    | Ready
    | Say
    | SayLine
    | PlayWildcard
    | YieldFloor
    | SaveDraft
    | SendReply
    | MarkReply
    | TickFacts
    | SealNeed
    | TapIn
    | HandOver
    | HoldLine
    | MarkMoment
    | EndExchange
    | AskDuel
    | CastBallot
    | ReportReply
    | ThankCustomer
    | StepOut
    | SignReply
    | AppealMark
    | TakeAgain
    | SetAim
    | CheckStress
    | PressStop
    | GoOn
    | SwapRole
)
DeskCommand = (
    ChangeSettings
    | MoveSeat
    | DealTeams
    | RenameSeat
    | RenameTeam
    | RemoveSeat
    | UnbanAll
    | SetLock
    | SetTimeFactor
    | StartRound
    | PauseAll
    | PauseTeam
    | ResumeAll
    | ResumeTeam
    | Gather
    | AddTime
    | SetTimed
    | SkipPhase
    | DropBeat
    | EndRound
    | Recast
    | ReleaseReply
    | ClearStage
    | UncoverReply
    | KeepCovered
    | OverruleMark
    | KeepMark
    | SetStageSound
    | StartCeremony
    | CloseWorkshop
)
SystemCommand = OpenWorkshop | TakeSeat | SetPresence | Elapse | RecordMarks | Resume
Command = PlayerCommand | DeskCommand | SystemCommand
