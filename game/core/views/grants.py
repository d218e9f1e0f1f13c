"""Which documents there are and who may see which. The only place that decides it; knows nothing of their content."""

from dataclasses import dataclass
from typing import Literal

from game.core.ids import SeatId
from game.core.seating import present_seats
from game.core.state import Scene, Workshop

DocumentName = Literal["lobby", "board", "standings", "scene", "case", "card", "seat", "desk", "stage"]


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """One document: its name and whose it is (a team, a seat, or "" for everyone's)."""

    name: DocumentName
    of: str = ""


EVERYONE = frozenset({DocumentKey("lobby"), DocumentKey("board"), DocumentKey("standings")})
DESK = EVERYONE | {DocumentKey("desk")}
STAGE = EVERYONE | {DocumentKey("stage")}


def seat_keys(state: Workshop, seat: SeatId) -> frozenset[DocumentKey]:
    """What one seat may see now. Whoever has left sees nothing."""
    found = state.seats.get(seat)
    if found is None or found.gone:
        return frozenset()
    keys = EVERYONE | {DocumentKey("seat", seat)}
    scene = state.round.scenes.get(found.team) if state.round and state.phase == "round" and found.team else None
    return keys | _scene_keys(scene, seat) if scene else keys


def _scene_keys(scene: Scene, seat: SeatId) -> frozenset[DocumentKey]:
    """Everybody in the team sees the scene; then either the case file or the role card, or (watching) neither.

    During casting nobody holds either: it is not known yet who will be the customer.
    """
    keys = {DocumentKey("scene", scene.team)}
    if seat == scene.acting_customer:
        keys.add(DocumentKey("card", scene.team))
    elif scene.phase != "casting" and seat not in scene.watchers and seat != scene.customer:
        keys.add(DocumentKey("case", scene.team))
    return frozenset(keys)


def all_grants(state: Workshop) -> dict[SeatId, frozenset[DocumentKey]]:
    """What every seat may see now."""
    return {seat.id: seat_keys(state, seat.id) for seat in present_seats(state)}


def all_keys(state: Workshop) -> frozenset[DocumentKey]:
    """Every document that somebody may see now."""
    keys = set(DESK | STAGE)
    for granted in all_grants(state).values():
        keys |= granted
    return frozenset(keys)
