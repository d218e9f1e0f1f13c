"""Who is on the line of a live beat, and what their team hears while they wait. Knows nothing of what is written there."""

from collections.abc import Iterable
from typing import Final

from game.core.ids import SeatId
from game.core.scenario import HoldNotice, Scenario
from game.core.seating import counts, is_here
from game.core.state import Beat, Line, Scene, Workshop

HOLD_NOTICES: Final[dict[HoldNotice, str]] = {
    "look_up": "I am looking that up for you right now. Please give me {seconds} seconds.",
    "ask_colleague": "I want to get this right and am asking a colleague. Please give me {seconds} seconds.",
    "read_back": "I am reading everything you wrote once more. Please give me {seconds} seconds.",
}


def may_answer(state: Workshop, scene: Scene, beat: Beat, seat: SeatId) -> bool:
    """Whether this seat can be on the line now: an agent of this beat who still plays and is not absent."""
    playing = seat in beat.eligible and seat not in scene.watchers and seat not in (scene.customer, scene.standin)
    return playing and counts(state, seat)


def next_on_line(state: Workshop, scene: Scene, beat: Beat) -> SeatId | None:
    """Whoever was on the line least often in this scene, then in this workshop, then who sits first; never the present one.

    Bots come after people, and who is away after who is here. ``None``: there is nobody else.
    """
    free = [seat for seat in beat.eligible if seat != beat.on_line and may_answer(state, scene, beat, seat)]
    return min(free, key=lambda seat: _order(state, scene, beat, seat), default=None)


def _order(state: Workshop, scene: Scene, beat: Beat, seat: SeatId) -> tuple[bool, bool, int, int, int]:
    in_scene = sum(seat in played.line for played in scene.beats)
    found = state.seats[seat]
    return (found.bot, not is_here(state, seat), in_scene, found.times_on_line, beat.eligible.index(seat))


def asking(scene: Scene, scenario: Scenario) -> Line:
    """What a customer says who has waited too long: that they ask who is there, then their line for silence."""
    asked = next((card.text for card in scenario.wildcards if card.kind == "are_you_there"), scenario.silence)
    said = _said(scene.beats)
    return Line("silence", asked if asked not in said else scenario.silence)


def _said(beats: Iterable[Beat]) -> frozenset[str]:
    return frozenset(line.authored for beat in beats for line in beat.lines)
