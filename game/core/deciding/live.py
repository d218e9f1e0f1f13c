"""What is asked for in a live exchange besides words: the line, a hold, a moment, the end. Knows nothing of votes."""

from game.core import events as e
from game.core.commands import EndExchange, HandOver, HoldLine, MarkMoment, TapIn
from game.core.deciding.checks import UNKNOWN_REPLY, customer_scene, playing_scene, running_beat
from game.core.flow import live, scenes
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.rules import line
from game.core.settings import TAP_IN_AFTER
from game.core.state import Beat, Scene, ScenePhase
from game.core.turn import Turn

_NOT_LIVE = Refusal("wrong_phase", "This round is not played live: everybody writes their own reply.")


def _exchange(turn: Turn, actor: SeatId | None, *phases: ScenePhase) -> tuple[Scene, Beat, SeatId] | Refusal:
    """The live beat in which this seat sits."""
    scene = playing_scene(turn, actor, *phases)
    if isinstance(scene, Refusal):
        return scene
    beat = running_beat(scene)
    return (scene, beat, actor) if beat.live and actor is not None else _NOT_LIVE


def _name(turn: Turn, beat: Beat) -> str:
    return turn.state.seats[beat.on_line].name.text if beat.on_line else "Nobody"


def tap_in(turn: Turn, actor: SeatId | None, command: TapIn) -> Refusal | None:
    found = _exchange(turn, actor, "floor", "live")
    if isinstance(found, Refusal):
        return found
    scene, beat, seat = found
    if seat == beat.on_line:
        return Refusal("already_done", "You are on the line already.")
    if not line.may_answer(turn.state, scene, beat, seat):
        return Refusal("not_agent", "You can take the line from the next beat on.")
    present = beat.on_line is not None and line.may_answer(turn.state, scene, beat, beat.on_line)
    if present and turn.at < beat.line_since + TAP_IN_AFTER:
        return Refusal("too_early", f"{_name(turn, beat)} has only just begun. Give them ten seconds, then tap in.")
    turn.emit(e.LineTaken(scene.team, seat, "tap_in", turn.at))
    return None


def hand_over(turn: Turn, actor: SeatId | None, command: HandOver) -> Refusal | None:
    found = _exchange(turn, actor, "floor", "live")
    if isinstance(found, Refusal):
        return found
    scene, beat, seat = found
    if seat != beat.on_line:
        return Refusal("not_on_line", "You are not on the line, so there is nothing to hand over.")
    if not live.take_line(turn, scene.team, "hand_over"):
        return Refusal("nobody_here", "Nobody else of your team can take over right now. You are doing fine.")
    return None


def hold_line(turn: Turn, actor: SeatId | None, command: HoldLine) -> Refusal | None:
    found = _exchange(turn, actor, "live")
    if isinstance(found, Refusal):
        return found
    scene, beat, seat = found
    if seat != beat.on_line:
        return Refusal("not_on_line", f"{_name(turn, beat)} is on the line.")
    if beat.holding:
        return Refusal("already_done", "They know that they have to wait. Come back to them before you ask for more time.")
    live.hold(turn, scene, seat, command.notice, command.seconds)
    return None


def mark_moment(turn: Turn, actor: SeatId | None, command: MarkMoment) -> Refusal | None:
    found = _exchange(turn, actor, "floor", "live")
    if isinstance(found, Refusal):
        return found
    scene, beat, seat = found
    reply = next((reply for reply in beat.replies if reply.token == command.token), None)
    if reply is None:
        return UNKNOWN_REPLY
    if seat not in beat.eligible or seat in (beat.on_line, reply.seat) or seat in scene.watchers:
        return Refusal("not_watching", "Moments are for team-mates who watch: the agents who are not on the line.")
    if any((one.seat, one.token, one.kind) == (seat, reply.token, command.kind) for one in beat.moments):
        return Refusal("already_done", "You have marked that moment.")
    turn.emit(e.MomentMarked(scene.team, beat.number, reply.token, seat, command.kind))
    return None


def end_exchange(turn: Turn, actor: SeatId | None, command: EndExchange) -> Refusal | None:
    scene = customer_scene(turn, actor, "live")
    if isinstance(scene, Refusal):
        return scene
    if not running_beat(scene).replies:
        return Refusal("too_early", "Nobody has answered you yet. Give them one turn at least.")
    scenes.open_vote(turn, scene.team)
    return None
