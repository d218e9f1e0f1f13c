"""What the facilitator does with replies: release and cover; and the rubric's marks. Knows nothing of second looks."""

from game.core import events as e
from game.core.commands import ClearStage, KeepCovered, RecordMarks, ReleaseReply, UncoverReply
from game.core.deciding.checks import UNKNOWN_REPLY, find_reply
from game.core.flow import settlement
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.turn import Turn


def release(turn: Turn, actor: SeatId | None, command: ReleaseReply) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    if not beat.revealed:
        return Refusal("wrong_phase", "That beat is still being judged. Release it after its reveal.")
    if reply.reported:
        return Refusal("reported", "Somebody reported this text. Uncover it first if it is all right.")
    turn.emit(e.ReplyReleased(scene.team, command.token))
    return None


def clear_stage(turn: Turn, actor: SeatId | None, command: ClearStage) -> Refusal | None:
    turn.emit(e.StageCleared())
    return None


def uncover(turn: Turn, actor: SeatId | None, command: UncoverReply) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    if not found[2].reported:
        return Refusal("already_done", "That text is not covered.")
    turn.emit(e.ReplyUncovered(found[0].team, command.token))
    return None


def keep_covered(turn: Turn, actor: SeatId | None, command: KeepCovered) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, _, reply = found
    if not reply.reported:
        return Refusal("already_done", "That text is not covered.")
    if reply.kept_covered:
        return Refusal("already_done", "Somebody has decided that already: it stays covered.")
    turn.emit(e.ReplyKeptCovered(scene.team, command.token))
    return None


def record_marks(turn: Turn, actor: SeatId | None, command: RecordMarks) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    if reply.assessment is not None:
        return Refusal("already_done", "This reply has its marks.")
    turn.emit(e.MarksRecorded(scene.team, command.token, command.assessment))
    if turn.round.result is not None:
        settlement.points_follow(turn, scene.team, beat, command.token)
    return None
