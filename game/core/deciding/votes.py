"""Ballots of a team and of the gallery, and reports. Knows nothing of how ballots count."""

from game.core import events as e
from game.core.commands import AskDuel, CastBallot, ReportReply
from game.core.deciding.checks import UNKNOWN_REPLY, find_reply, seat_of
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.rules import gallery
from game.core.seating import scene_of
from game.core.state import Pair
from game.core.turn import Turn


def ask_duel(turn: Turn, actor: SeatId | None, command: AskDuel) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    if not gallery.is_waiting(turn.state, seat.id):
        return Refusal("wrong_phase", "Your own team needs you first.")
    if gallery.still_open(turn.state, seat.id):
        return Refusal("already_done", "You have one to judge already.")
    duel = gallery.deal(turn.state, seat.id)
    if duel is None:
        return Refusal("nothing_to_judge", "No other team has replies to compare right now.")
    turn.emit(e.DuelDealt(seat.id, duel.team, duel.beat, duel.pair))
    return None


def cast_ballot(turn: Turn, actor: SeatId | None, command: CastBallot) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    if command.chosen not in (None, command.left, command.right):
        return Refusal("unknown_reply", "Choose one of the two, or neither.")
    pair = Pair(command.left, command.right)
    dealt = turn.state.gallery.get(seat.id)
    if dealt is not None and dealt.pair == pair:
        if not gallery.still_open(turn.state, seat.id):
            return Refusal("wrong_phase", "That vote is closed.")
        turn.emit(e.BallotCast(dealt.team, dealt.beat, seat.id, pair, command.chosen, gallery=True, bot=seat.bot))
        return None
    scene = scene_of(turn.state, seat.id)
    beat = scene.beat if scene else None
    if scene is None or beat is None or pair not in beat.plans.get(seat.id, ()):
        return Refusal("not_your_duel", "That pair is not yours to judge.")
    if scene.phase != "vote":
        return Refusal("wrong_phase", "That vote is closed.")
    if any(ballot.voter == seat.id and ballot.pair == pair for ballot in beat.ballots):
        return Refusal("already_done", "You have judged that pair.")
    turn.emit(e.BallotCast(scene.team, beat.number, seat.id, pair, command.chosen, gallery=False, bot=seat.bot))
    return None


def report(turn: Turn, actor: SeatId | None, command: ReportReply) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    found = find_reply(turn, command.token)
    if found is None:
        return UNKNOWN_REPLY
    scene, beat, reply = found
    dealt = turn.state.gallery.get(seat.id)
    in_duel = dealt is not None and command.token in (dealt.pair.left, dealt.pair.right)
    readable = beat.vote_opened or beat.revealed or beat.live or scene.acting_customer == seat.id
    if not in_duel and (seat.team != scene.team or not readable):
        return UNKNOWN_REPLY
    if reply.reported:
        return Refusal("already_done", "That text is covered already; the desk knows.")
    turn.emit(e.ReplyReported(scene.team, command.token))
    return None
