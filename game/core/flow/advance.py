"""Lets everything that can move on do so, until nothing can. Knows no rule of its own."""

from typing import Final

from game.core import events as e
from game.core.flow import live, rounds, scenes
from game.core.ids import Instant
from game.core.seating import humans, present_seats
from game.core.settings import ABSENT_AFTER
from game.core.state import Workshop
from game.core.turn import Turn

_MOST_STEPS: Final = 20_000


def advance(turn: Turn) -> None:
    """Emit every event that follows at `turn.at`. Raises `RuntimeError` if the rules never come to rest."""
    _mark_absent(turn)
    _wait_for_whoever_practises(turn)
    for _ in range(_MOST_STEPS):
        if turn.state.round is None or turn.state.phase != "round":
            return
        moved = [team for team in turn.round.scenes if scenes.step(turn, team)] if turn.round.stage == "playing" else []
        if not moved and not rounds.step(turn):
            return
    raise RuntimeError("the round never comes to rest")


def _mark_absent(turn: Turn) -> None:
    for seat in present_seats(turn.state):
        if seat.presence == "away" and seat.away_since is not None and turn.at >= seat.away_since + ABSENT_AFTER:
            turn.emit(e.PresenceChanged(seat.id, "absent", turn.at))


def _wait_for_whoever_practises(turn: Turn) -> None:
    """A practice stands still while its only player is away, and goes on with the time that was left."""
    if not turn.state.settings.practice:
        return
    missing = all(seat.presence == "absent" for seat in humans(present_seats(turn.state)))
    if missing and "pause" not in turn.state.holds:
        turn.emit(e.ClocksHeld("pause", None, turn.at))
    elif not missing and "pause" in turn.state.holds:
        turn.emit(e.ClocksReleased("pause", None, turn.at))


def next_alarm(state: Workshop, at: Instant) -> Instant | None:
    """The earliest moment after `at` at which time alone changes something; ``None`` where nothing is timed."""
    away = [seat.away_since for seat in present_seats(state) if seat.presence == "away" and seat.away_since is not None]
    moments: list[int] = [since + ABSENT_AFTER for since in away]
    now = state.round
    if now is not None and state.phase == "round" and now.stage != "done":
        if now.clock.deadline is not None:
            moments.append(now.clock.deadline)
        if now.stage == "playing":
            for scene in now.scenes.values():
                if scene.clock.deadline is None:
                    continue
                moments.append(scene.clock.deadline)
                moments.extend(scenes.own_deadlines(scene).values())
                moments.extend(due for due in [live.silence_due(scene)] if due is not None)
        moments.append(state.quiet_until)
    return Instant(min(later)) if (later := [moment for moment in moments if moment > at]) else None
