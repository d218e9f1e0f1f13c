"""Second looks at marks: an agent may ask for one in a round, a facilitator changes or keeps a mark. Knows no screens."""

from typing import Final

from game.core import events as e
from game.core.commands import AppealMark, KeepMark, OverruleMark
from game.core.deciding.checks import UNKNOWN_REPLY, empty, find_reply, seat_of, too_long
from game.core.flow import settlement
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.rules.scoring import reply_levels
from game.core.settings import NOTE_LENGTH
from game.core.state import Reply, RoundStage, Workshop
from game.core.turn import Turn

APPEAL_STAGES: Final[tuple[RoundStage, ...]] = ("playing", "second_take", "debrief")


def may_appeal(state: Workshop, seat: SeatId) -> bool:
    """Whether this seat may still ask for a second look in this round: marks are talked about until the debrief ends.

    In a practice there is no facilitator who could look.
    """
    now = state.round
    if now is None or now.stage not in APPEAL_STAGES or state.settings.practice:
        return False
    return not any(
        reply.seat == seat and reply.appeal is not None
        for scene in now.scenes.values()
        for beat in scene.beats
        for reply in beat.replies
    )


def appeal(turn: Turn, actor: SeatId | None, command: AppealMark) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    if reply.seat != seat.id:
        return Refusal("not_yours", "Only whoever wrote a reply can ask for a second look at its marks.")
    if not beat.revealed:
        return Refusal("wrong_phase", "Marks come with the reveal. You can ask then.")
    if turn.state.settings.practice:
        return Refusal(
            "no_facilitator", "You practise alone, so there is nobody to look again. Bring it to your next workshop."
        )
    if turn.round.stage not in APPEAL_STAGES:
        return Refusal("wrong_phase", "The debrief is over, so this round's marks stay as they are.")
    refused = (
        _nothing_to_look_at(reply, command)
        or (None if may_appeal(turn.state, seat.id) else _ONE_A_ROUND)
        or empty(command.reason, "Say in a sentence what was missed: your facilitator reads it.")
        or too_long(command.reason, NOTE_LENGTH, "Your reason")
    )
    if refused:
        return refused
    words = turn.write(seat.id, command.reason.strip())
    turn.emit(e.MarkAppealed(scene.team, command.token, command.criterion, words))
    return None


_ONE_A_ROUND: Final = Refusal("already_done", "You have asked for a second look in this round already. There is one a round.")


def _nothing_to_look_at(reply: Reply, command: AppealMark) -> Refusal | None:
    if any(one.criterion == command.criterion for one in reply.overrules):
        return Refusal("already_done", "Your facilitator has looked at this mark already.")
    if reply_levels(reply).get(command.criterion) is None:
        return Refusal("no_mark", "Nothing was marked there, so there is nothing to look at again.")
    return None


def keep(turn: Turn, actor: SeatId | None, command: KeepMark) -> Refusal | None:
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, _, reply = found
    if reply.appeal is None:
        return Refusal("no_appeal", "Nobody has asked for a second look at this reply.")
    if not reply.appeal_open:
        return Refusal("already_done", "This second look has its answer already.")
    refused = empty(command.reason, _SAY_WHY) or too_long(command.reason, NOTE_LENGTH, "The reason")
    if refused:
        return refused
    words = turn.write(None, command.reason.strip())
    turn.emit(e.MarkKept(scene.team, command.token, reply.appeal.criterion, words))
    return None


_SAY_WHY: Final = "Say why: the player reads it."


def overrule(turn: Turn, actor: SeatId | None, command: OverruleMark) -> Refusal | None:
    """Also the answer to an appeal against this mark."""
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    if not beat.revealed:
        return Refusal("wrong_phase", "Marks are overruled after the reveal.")
    refused = empty(command.reason, _SAY_WHY) or too_long(command.reason, NOTE_LENGTH, "The reason")
    if refused:
        return refused
    before = reply_levels(reply).get(command.criterion)
    if before == command.level:
        return Refusal("already_done", "That is the mark already.")
    words = turn.write(None, command.reason.strip())
    turn.emit(e.MarkOverruled(scene.team, command.token, command.criterion, before, command.level, None, words))
    settlement.points_follow(turn, scene.team, beat, command.token)
    return None
