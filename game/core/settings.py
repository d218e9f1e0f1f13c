"""The numbers of the game in one place, and those of them that a facilitator may set. Knows no rule that uses them."""

from dataclasses import dataclass
from typing import Final, Literal

from game.core.ids import Millis
from game.core.scenario import Form

SECOND: Final = 1000

CASTING: Final = Millis(10 * SECOND)
BRIEFING: Final = Millis(80 * SECOND)
TRANSITION: Final = Millis(12 * SECOND)
STEP_OUT: Final = Millis(30 * SECOND)
SECOND_TAKE: Final = Millis(60 * SECOND)
DEBRIEF: Final = Millis(210 * SECOND)
BREATHER: Final = Millis(60 * SECOND)
AFTER_MEDIAN: Final = Millis(120 * SECOND)  # how long the barrier waits once half of the scenes have finished
MARKS_WAIT: Final = Millis(5 * SECOND)  # how long a reveal waits for marks
ABSENT_AFTER: Final = Millis(20 * SECOND)
QUIET_AFTER_OUTAGE: Final = Millis(30 * SECOND)
LAST_WRITER: Final = Millis(20 * SECOND)
LONGEST_REPLY: Final = Millis(180 * SECOND)
ADDED_TIME: Final = Millis(30 * SECOND)
ANSWER_WITHIN: Final = Millis(25 * SECOND)  # how long a live customer's last words may wait
TAP_IN_AFTER: Final = Millis(10 * SECOND)  # how long everybody is left on the line at least

MOST_SEATS: Final = 400
MOST_TEAM: Final = 8
LEAST_AGENTS: Final = 2
PRACTICE_AGENTS: Final = 1
MOST_DUELS: Final = 5
MOST_STOPS: Final = 2  # one more ends the scene
MOST_TURNS: Final = 8  # of a live beat
MOST_DUELLED: Final = 4  # turns of a live beat that are put to the vote
MOST_SILENCES: Final = 2  # of a live beat that are held against a team
LEAST_COMPARISONS: Final = 3
STRESS_ANSWERS: Final = 5  # fewer are never averaged in sight of anybody
VOTER_TRIAL: Final = 12  # ballots until a voter's agreement counts

NAME_LENGTH: Final = 24
LINE_LENGTH: Final = 400
REPLY_LENGTH: Final = 1200
NOTE_LENGTH: Final = 200
TITLE_LENGTH: Final = 80

EVEN_POINTS: Final = 50  # of the heard reply leave the heat where it is
EVEN_POINTS_ALONE: Final = 45  # where one agent answers, no best of several is heard
INTERRUPTION_HEAT: Final = 4
INTERRUPTION_HEAT_MOST: Final = 8
BROKEN_PROMISE_HEAT: Final = 10
SILENT_WAIT_HEAT: Final = 5
SILENCE_HEAT: Final = 5
UNANSWERED_HEAT: Final = 5
OMISSION_HEAT: Final = -10
FAIR_OFFER_HEAT: Final = -10
HUNG_UP_HEAT: Final = 95
WALKED_AWAY_HEAT: Final = 70
RESOLVED_HEAT: Final = 45
FOR_LIFE_HEAT: Final = 20
BREATHS_HEAT: Final = 70  # from here on the reply phase opens with the three-breath cue
OVER_AUTHORITY_POINTS: Final = 10
EASY_HANDOVER_POINTS: Final = 10
LIGHT_HEAT: Final = 45  # up to here a light word may fit
AIM_POINTS: Final = 5
TEAM_BONUS: Final = 10

CUSTOMER_YIELD_POINTS: Final = 40
CUSTOMER_MARKING_POINTS: Final = 40
CUSTOMER_THANKS_POINTS: Final = 20


@dataclass(frozen=True, slots=True)
class BeatTimes:
    """Lengths of a beat's phases in milliseconds."""

    floor: Millis
    reply: Millis
    vote: Millis
    reveal: Millis


_TIMES: Final[tuple[tuple[int, BeatTimes], ...]] = tuple(
    (agents, BeatTimes(*(Millis(seconds * SECOND) for seconds in lengths)))
    for agents, lengths in (
        (2, (40, 120, 30, 35)),
        (3, (40, 120, 40, 35)),
        (4, (40, 120, 60, 40)),
        (5, (40, 120, 75, 40)),
        (7, (40, 120, 75, 45)),
    )
)


def beat_times(agents: int) -> BeatTimes:
    """The table of `game.md` by number of agents (seats less the customer); between rows the larger team counts."""
    return next((times for most, times in _TIMES if agents <= most), _TIMES[-1][1])


def reply_time(agents: int, time_factor: int) -> Millis:
    """How long an agent may write: `time_factor` in percent of the table's reply clock, at most 180 s."""
    length = beat_times(agents).reply
    return Millis(min(max(LONGEST_REPLY, length), length * time_factor // 100))


def live_time(agents: int, time_factor: int) -> Millis:
    """How long a live exchange lasts: half as long again as a reply of the slowest agent may take."""
    return Millis(reply_time(agents, time_factor) * 3 // 2)


@dataclass(frozen=True, slots=True)
class ScoreWeights:
    """How a reply's points are put together; any positive numbers, their sum is 100 %."""

    rubric: int = 50
    peers: int = 30
    customer: int = 20


WarmUpKind = Literal["judge", "worse"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a facilitator chooses for a workshop. `playlist` holds scenario slugs, one a round.

    `keep_days` 0 keeps records until they are erased by hand. A `rehearsal` leaves no records. A `practice` has one seat,
    whose player answers alone while a bot plays the customer. The `warm_up` is to judge three replies, or to make it worse:
    to write the worst one and be told what it broke.
    """

    title: str
    season: str
    playlist: tuple[str, ...]
    forms: tuple[Form, ...]
    team_size: int = 5
    weights: ScoreWeights = ScoreWeights()
    timed: bool = True
    rehearsal: bool = False
    keep_days: int = 90
    minutes: int = 45
    sound: bool = False
    practice: bool = False
    warm_up: WarmUpKind = "judge"

    @property
    def least_agents(self) -> int:
        """How many agents a scene needs; bots make up what is missing."""
        return PRACTICE_AGENTS if self.practice else LEAST_AGENTS
