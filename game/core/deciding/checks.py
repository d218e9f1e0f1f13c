"""Refusals that more than one area gives. Knows no command."""

from game.core.ids import SeatId, Token
from game.core.legible import is_visible
from game.core.refusal import Refusal
from game.core.seating import scene_of
from game.core.state import Beat, Reply, Scene, ScenePhase, Seat
from game.core.turn import Turn

NO_SEAT = Refusal("no_seat", "You have no seat in this workshop any more. Join again with the code.")
NO_SCENE = Refusal("wrong_phase", "Your team is not playing right now.")
UNKNOWN_REPLY = Refusal("unknown_reply", "That reply is not here any more.")
NOT_CUSTOMER = Refusal("not_customer", "Only the customer of this scene can do that.")


def seat_of(turn: Turn, actor: SeatId | None) -> Seat | Refusal:
    """The seat that acts, unless it has left."""
    seat = turn.state.seats.get(actor) if actor else None
    return seat if seat and not seat.gone else NO_SEAT


def playing_scene(turn: Turn, actor: SeatId | None, *phases: ScenePhase) -> Scene | Refusal:
    """The scene in which this seat plays, in one of these phases (any where none is named)."""
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    scene = scene_of(turn.state, seat.id)
    if scene is None or turn.round.stage != "playing":
        return NO_SCENE
    if phases and scene.phase not in phases:
        return Refusal("wrong_phase", f"That is over, or not yet: your team is at “{PHASES[scene.phase]}”.")
    return scene


def customer_scene(turn: Turn, actor: SeatId | None, *phases: ScenePhase) -> Scene | Refusal:
    """The same, where this seat is the acting customer."""
    scene = playing_scene(turn, actor, *phases)
    if isinstance(scene, Refusal) or scene.acting_customer == actor:
        return scene
    return NOT_CUSTOMER


def running_beat(scene: Scene) -> Beat:
    """The beat that is being played. Raises `ValueError` outside a beat, which the phases above rule out."""
    if scene.beat is None:
        raise ValueError("this scene has no beat yet")
    return scene.beat


def find_reply(turn: Turn, token: Token) -> tuple[Scene, Beat, Reply] | None:
    """The reply with this token, wherever in the running round it was sent."""
    for scene in turn.state.round.scenes.values() if turn.state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.token == token:
                    return scene, beat, reply
    return None


def too_long(text: str, most: int, what: str) -> Refusal | None:
    """A refusal that says how long the text is and may be."""
    if len(text) <= most:
        return None
    return Refusal(
        "too_long", f"{what} has {len(text)} characters; {most} is the most. It is still here: shorten it and send it again."
    )


def empty(text: str, sentence: str) -> Refusal | None:
    return None if is_visible(text) else Refusal("empty", sentence)


PHASES: dict[ScenePhase, str] = {
    "casting": "who plays the customer",
    "briefing": "reading the cards",
    "ready": "getting ready",
    "floor": "the customer speaks",
    "reply": "writing replies",
    "live": "the live exchange",
    "vote": "comparing replies",
    "reveal": "the reveal",
    "outcome": "how it ended",
}
