"""How a live exchange goes on: who is on the line, how long the customer is patient, what comes out. Knows no votes."""

from collections.abc import Iterable
from dataclasses import replace

from game.core import clock as clocks
from game.core import events as e
from game.core.ids import Instant, Millis, SeatId, TeamId
from game.core.rules import line
from game.core.scenario import HoldNotice
from game.core.settings import ANSWER_WITHIN, MOST_SILENCES, SECOND
from game.core.state import Beat, Line, LineChange, Scene
from game.core.turn import Turn


def take_line(turn: Turn, team: TeamId, how: LineChange) -> bool:
    """Put the next agent in turn on the line; whether there was one."""
    scene = turn.scene(team)
    seat = line.next_on_line(turn.state, scene, scene.beat) if scene.beat else None
    if seat is None:
        return False
    turn.emit(e.LineTaken(team, seat, how, turn.at))
    return True


def keep_line(turn: Turn, scene: Scene) -> bool:
    """Replace an agent on the line who has left, is absent or plays no longer; whether that was needed and possible."""
    beat = scene.beat
    if beat is None or beat.on_line is None or scene.phase not in ("floor", "live"):
        return False
    return not line.may_answer(turn.state, scene, beat, beat.on_line) and take_line(turn, scene.team, "away")


def answer_by(turn: Turn, scene: Scene, beat: Beat) -> Millis | None:
    """What the scene's clock will have left when a customer who speaks now runs out of patience; ``None`` for never.

    Told as time left, it stands still, is given back and grows with the clock. A wait that they were asked for counts on.
    """
    left = clocks.time_left(scene.clock, turn.at)
    if left is None or beat.silences >= MOST_SILENCES or beat.on_line is None:
        return None
    wait = ANSWER_WITHIN * turn.state.seats[beat.on_line].time_factor // 100
    end = left - wait
    if beat.holding and beat.answer_by is not None:
        end = min(end, beat.answer_by)
    return Millis(end) if end > 0 else None


def silence_due(scene: Scene) -> Instant | None:
    """When the customer asks whether anybody is there; ``None`` while held or untimed, or where nobody keeps them waiting."""
    beat = scene.beat
    if scene.phase != "live" or beat is None or beat.answer_by is None or scene.clock.deadline is None:
        return None
    return Instant(scene.clock.deadline - beat.answer_by)


def notice_silence(turn: Turn, scene: Scene) -> bool:
    """Let a customer who has waited too long say so; whether they did."""
    beat, due = scene.beat, silence_due(scene)
    if beat is None or due is None or turn.at < max(due, turn.state.quiet_until):
        return False
    after = answer_by(turn, scene, replace(beat, silences=beat.silences + 1, holding=False))
    turn.emit(e.SilenceNoticed(scene.team, line.asking(scene, turn.round.scenario), after))
    return True


def hold(turn: Turn, scene: Scene, seat: SeatId, notice: HoldNotice, seconds: int) -> None:
    """Say that it takes so long, and why; the customer waits that long without being let down."""
    left = clocks.time_left(scene.clock, turn.at)
    counts = scene.beat is not None and scene.beat.silences < MOST_SILENCES
    end = Millis(left - seconds * SECOND) if counts and left is not None and left > seconds * SECOND else None
    sentence = line.HOLD_NOTICES[notice].format(seconds=seconds)
    turn.emit(e.LineHeld(scene.team, seat, Line("hold", sentence, by=seat), end))


def disclose(turn: Turn, team: TeamId, facts: Iterable[str]) -> tuple[str, ...]:
    """Let hidden facts come out now; those that were not known before."""
    wanted, known = set(facts), turn.scene(team).facts
    new = tuple(fact.id for fact in turn.round.scenario.facts if fact.hidden and fact.id in wanted and fact.id not in known)
    if new:
        turn.emit(e.FactsDisclosed(team, new))
    return new
