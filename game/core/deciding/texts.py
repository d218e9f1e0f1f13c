"""What the facilitator does with replies: release, cover, overrule; and the rubric's marks. Knows no clocks."""

from game.core import events as e
from game.core.commands import ClearStage, OverruleMark, RecordMarks, ReleaseReply, UncoverReply
from game.core.deciding.checks import UNKNOWN_REPLY, empty, find_reply, too_long
from game.core.flow import reveal, settlement
from game.core.ids import SeatId, TeamId, Token
from game.core.refusal import Refusal
from game.core.rules.scoring import reply_levels
from game.core.settings import NOTE_LENGTH
from game.core.state import Beat
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


def record_marks(turn: Turn, actor: SeatId | None, command: RecordMarks) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    if reply.assessment is not None:
        return Refusal("already_done", "This reply has its marks.")
    turn.emit(e.MarksRecorded(scene.team, command.token, command.assessment))
    if turn.round.result is not None:
        _points_follow(turn, scene.team, beat, command.token)
    return None


def _points_follow(turn: Turn, team: TeamId, beat: Beat, token: Token) -> None:
    """New marks give this reply new points, and a finished round a new result."""
    if beat.revealed:
        changed = turn.scene(team).beats[beat.number - 1]
        reply = next(reply for reply in changed.replies if reply.token == token)
        turn.emit(e.PeersSettled(team, beat.number, ((token, reveal.points_anew(turn.round, changed, reply)),)))
    if turn.round.result is not None:
        turn.emit(e.ResultRevised(settlement.round_result(turn.state, turn.round)))


def overrule(turn: Turn, actor: SeatId | None, command: OverruleMark) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    team, beat, reply = found[0].team, found[1], found[2]
    if not beat.revealed:
        return Refusal("wrong_phase", "Marks are overruled after the reveal.")
    refused = empty(command.reason, "Say why: the player reads it.") or too_long(command.reason, NOTE_LENGTH, "The reason")
    if refused:
        return refused
    before = reply_levels(reply).get(command.criterion)
    if before == command.level:
        return Refusal("already_done", "That is the mark already.")
    words = turn.write(None, command.reason.strip())
    turn.emit(e.MarkOverruled(team, command.token, command.criterion, before, command.level, None, words))
    _points_follow(turn, team, beat, command.token)
    return None
