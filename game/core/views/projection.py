"""When the workshop will end at this pace. Knows nothing of who is shown it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from game.core import clock as clocks
from game.core.flow.scenes import beats_planned
from game.core.ids import Instant
from game.core.scenario import Form
from game.core.seating import agents, humans, team_seats
from game.core.settings import (
    AFTER_MEDIAN,
    BREATHER,
    BRIEFING,
    CASTING,
    DEBRIEF,
    LEAST_AGENTS,
    SECOND,
    SECOND_TAKE,
    STEP_OUT,
    TRANSITION,
    beat_times,
    live_time,
    reply_time,
)
from game.core.state import Mode, Round, RoundStage, Scene, Seat, Workshop

CEREMONY: Final = 120 * SECOND


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a team plays: the number of its agents, the largest time factor among them in percent, and the mode."""

    agents: int
    slowest: int = 100
    mode: Mode = "together"

    @property
    def talk(self) -> int:
        """From the floor to the end of the reveal, in milliseconds, when every clock runs out."""
        times = beat_times(self.agents)
        return times.floor + self.reply + times.vote + times.reveal

    @property
    def reply(self) -> int:
        """Writing, or the live exchange."""
        return (live_time if self.mode == "live" else reply_time)(self.agents, self.slowest)

    @property
    def beat(self) -> int:
        return TRANSITION + self.talk


def projected_end(state: Workshop, at: Instant) -> Instant | None:
    """The end of the whole playlist and a short ceremony, in milliseconds since the epoch; ``None`` untimed or when over.

    The running round counts with what its clocks still have, later ones with their full length.
    """
    if not state.settings.timed or state.phase in ("ceremony", "closed"):
        return None
    left = 0
    done = len(state.past)
    if state.phase == "round" and state.round is not None and state.round.stage != "done":
        left += _round_left(state, state.round, at)
        done = max(done, state.round.number)
    teams = [_pace(humans(team_seats(state, team)), 1) for team in state.teams if humans(team_seats(state, team))]
    for number in range(done, len(state.settings.playlist)):
        form: Form = state.settings.forms[number] if number < len(state.settings.forms) else "short"
        left += round_length(teams or [Pace(state.settings.team_size - 1)], 2 if form == "short" else 3)
    return Instant(at + left + CEREMONY)


def round_length(teams: Iterable[Pace], beats: int) -> int:
    """A whole round in milliseconds when every clock runs out."""
    return _barrier([CASTING + BRIEFING + beats * pace.beat + STEP_OUT for pace in teams]) + _after("playing")


def _pace(players: Iterable[Seat], customers: int = 0) -> Pace:
    """The pace of these players, of whom so many will be customers."""
    found = list(players)
    return Pace(max(LEAST_AGENTS, len(found) - customers), max((seat.time_factor for seat in found), default=100))


def _barrier(scenes: list[int]) -> int:
    """When the scenes are over: with the last one, or once the others have had their time after the median one."""
    ordered = sorted(scenes)
    return min(ordered[-1], ordered[(len(ordered) - 1) // 2] + AFTER_MEDIAN)


def _after(stage: RoundStage) -> int:
    """What follows a stage, at full length."""
    lengths: tuple[tuple[RoundStage, int], ...] = (("second_take", SECOND_TAKE), ("debrief", DEBRIEF), ("breather", BREATHER))
    order: tuple[RoundStage, ...] = ("playing", "second_take", "debrief", "breather", "done")
    return sum(length for name, length in lengths if order.index(name) > order.index(stage))


def _round_left(state: Workshop, now: Round, at: Instant) -> int:
    if now.stage != "playing":
        return (clocks.time_left(now.clock, at) or 0) + _after(now.stage)
    scenes = [_scene_left(state, now, scene, at) for scene in now.scenes.values()]
    barrier = clocks.time_left(now.clock, at)
    if not scenes:
        return _after("playing")
    left = _barrier(scenes) if barrier is None else min(max(scenes), barrier + STEP_OUT)
    return left + _after("playing")


def _scene_left(state: Workshop, now: Round, scene: Scene, at: Instant) -> int:
    left = clocks.time_left(scene.clock, at) or 0
    if scene.phase == "outcome":
        return left
    pace = replace(_scene_pace(state, scene), mode=now.mode)
    times = beat_times(pace.agents)
    rest: dict[str, int] = {
        "casting": BRIEFING,
        "briefing": 0,
        "ready": pace.talk,
        "floor": pace.talk - times.floor,
        "reply": times.vote + times.reveal,
        "live": times.vote + times.reveal,
        "vote": times.reveal,
        "reveal": 0,
    }
    beats = beats_planned(now, scene) - len(scene.beats)
    return left + rest[scene.phase] + beats * pace.beat + STEP_OUT


def _scene_pace(state: Workshop, scene: Scene) -> Pace:
    """The pace of the running beat where there is one, else of those who will answer."""
    if scene.phase == "casting":
        return _pace(team_seats(state, scene.team), 1)
    running = scene.beat is not None and scene.phase not in ("ready", "reveal")
    seats = scene.beat.eligible if scene.beat is not None and running else agents(state, scene)
    return _pace(state.seats[seat] for seat in seats)
