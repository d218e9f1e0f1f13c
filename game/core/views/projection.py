"""When the workshop will end at this pace. Knows nothing of who is shown it."""

from game.core import clock as clocks
from game.core.flow.scenes import beats_planned
from game.core.ids import Instant
from game.core.scenario import Form
from game.core.seating import humans, present_seats
from game.core.settings import (
    AFTER_MEDIAN,
    BREATHER,
    BRIEFING,
    CASTING,
    DEBRIEF,
    SECOND,
    SECOND_TAKE,
    STEP_OUT,
    TRANSITION,
    beat_times,
)
from game.core.state import Round, RoundStage, Scene, Workshop

_CEREMONY = 120 * SECOND
_PHASES = ("casting", "briefing", "ready", "floor", "reply", "vote", "reveal", "outcome")


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
    agents = _usual_agents(state)
    for number in range(done, len(state.settings.playlist)):
        form: Form = state.settings.forms[number] if number < len(state.settings.forms) else "short"
        left += round_length(agents, 2 if form == "short" else 3)
    return Instant(at + left + _CEREMONY)


def round_length(agents: int, beats: int) -> int:
    """A whole round in milliseconds when every clock runs out."""
    return CASTING + BRIEFING + beats * _beat_length(agents) + STEP_OUT + _after("playing")


def _beat_length(agents: int) -> int:
    times = beat_times(agents)
    return TRANSITION + times.floor + times.reply + times.vote + times.reveal


def _after(stage: RoundStage) -> int:
    """What follows a stage, at full length."""
    lengths: tuple[tuple[RoundStage, int], ...] = (("second_take", SECOND_TAKE), ("debrief", DEBRIEF), ("breather", BREATHER))
    order: tuple[RoundStage, ...] = ("playing", "second_take", "debrief", "breather", "done")
    return sum(length for name, length in lengths if order.index(name) > order.index(stage))


def _usual_agents(state: Workshop) -> int:
    people = len(humans(present_seats(state)))
    teams = len(state.teams) or 1
    return max(2, round(people / teams) - 1) if people else max(2, state.settings.team_size - 1)


def _round_left(state: Workshop, now: Round, at: Instant) -> int:
    if now.stage != "playing":
        return (clocks.time_left(now.clock, at) or 0) + _after(now.stage)
    scenes = sorted(_scene_left(state, now, scene, at) for scene in now.scenes.values())
    if not scenes:
        return _after("playing")
    barrier = clocks.time_left(now.clock, at)
    limit = barrier if barrier is not None else scenes[(len(scenes) - 1) // 2] + AFTER_MEDIAN
    return min(scenes[-1], limit + STEP_OUT) + _after("playing")


def _scene_left(state: Workshop, now: Round, scene: Scene, at: Instant) -> int:
    left = clocks.time_left(scene.clock, at) or 0
    if scene.phase == "outcome":
        return left
    agents = len(scene.beat.eligible) if scene.beat and scene.beat.eligible else _usual_agents(state)
    times = beat_times(agents)
    beats = beats_planned(now, scene) - len(scene.beats)
    rest: dict[str, int] = {
        "casting": BRIEFING,
        "briefing": 0,
        "ready": times.floor + times.reply + times.vote + times.reveal,
        "floor": times.reply + times.vote + times.reveal,
        "reply": times.vote + times.reveal,
        "vote": times.reveal,
        "reveal": 0,
    }
    return left + rest[scene.phase] + beats * _beat_length(agents) + STEP_OUT
