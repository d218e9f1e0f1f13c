"""Builds any document by its key. Knows nothing of who asks for it."""

from game.core.documents import Document
from game.core.ids import Instant, SeatId, TeamId
from game.core.state import Round, Scene, Seat, Workshop
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


def room_wide(key: DocumentKey) -> bool:
    """Whether a document depends on the whole room, so that it changes with nearly every event."""
    return key.name in ("lobby", "board", "standings", "desk", "stage")


def sources(state: Workshop, key: DocumentKey) -> tuple[object, ...]:
    """What a document is made of: while these are the same objects (and nobody was renamed), it cannot have changed."""
    match key.name:
        case "scene" | "case" | "card":
            now, scene = _scene(state, key)
            return (scene, now.scenario, now.dropped, state.teams.get(scene.team), state.settings, *_members(state, scene.team))
        case "seat":
            return _seat_sources(state, SeatId(key.of))
        case _:
            return (state,)


def _members(state: Workshop, team: TeamId) -> tuple[Seat, ...]:
    return tuple(seat for seat in state.seats.values() if seat.team == team)


def _seat_sources(state: Workshop, seat_id: SeatId) -> tuple[object, ...]:
    own = state.seats[seat_id]
    now = state.round
    scene = now.scenes.get(own.team) if now and own.team else None
    duel = state.gallery.get(seat_id)
    judged = now.scenes.get(duel.team) if now and duel else None
    course = (now.stage, now.takes, now.ready, now.scenario) if now else ()
    return (own, scene, duel, judged, state.phase, state.past, state.awards, state.badges, *course)
