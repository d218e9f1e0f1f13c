"""Builds any document by its key. Knows nothing of who asks for it."""

from game.core.documents import Document
from game.core.ids import Instant, SeatId, TeamId
from game.core.state import Round, Scene, Workshop
from game.core.views import desk, everyone, seat, team
from game.core.views.grants import DocumentKey


def render(state: Workshop, key: DocumentKey, at: Instant) -> Document:
    """The document behind `key` at `at`. Raises `KeyError` for one that does not exist now."""
    match key.name:
        case "lobby":
            return everyone.lobby(state)
        case "board":
            return everyone.board(state)
        case "standings":
            return everyone.standings_document(state)
        case "desk":
            return desk.desk_document(state, at)
        case "stage":
            return desk.stage_document(state)
        case "seat":
            return seat.seat_document(state, SeatId(key.of))
        case "scene":
            return team.scene_document(state, *_scene(state, key))
        case "case":
            return team.case_document(state, *_scene(state, key))
        case "card":
            return team.card_document(state, *_scene(state, key))


def _scene(state: Workshop, key: DocumentKey) -> tuple[Round, Scene]:
    if state.round is None:
        raise KeyError(key)
    return state.round, state.round.scenes[TeamId(key.of)]


def inputs(state: Workshop, key: DocumentKey) -> tuple[object, ...]:
    """What a document is made of: while these are the same objects, it cannot have changed.

    The desk is left out of this (it shows time itself), and so is whatever depends on the whole room.
    """
    match key.name:
        case "scene" | "case" | "card":
            now, scene = _scene(state, key)
            members = tuple(one for one in state.seats.values() if one.team == scene.team)
            return (scene, now.scenario, now.dropped, state.teams.get(scene.team), state.settings, *members)
        case _:
            return (state,)
