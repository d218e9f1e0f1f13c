"""Joining, leaving, private wishes and presence. Knows nothing of scenes."""

from game.core import events as e
from game.core.commands import EraseMe, LeaveWorkshop, SetPace, SetPresence, SetSwitches, TakeSeat
from game.core.deciding.checks import NO_SEAT, seat_of
from game.core.flow.bots import next_seat
from game.core.flow.rounds import place
from game.core.ids import SeatId
from game.core.legible import is_visible, look
from game.core.refusal import Refusal
from game.core.seating import humans, present_seats, team_seats
from game.core.settings import MOST_SEATS, MOST_TEAM, NAME_LENGTH
from game.core.turn import Turn


def check_name(turn: Turn, name: str, own: SeatId | None = None) -> Refusal | None:
    """Whether somebody here may be called this: 1 to 24 characters, not what somebody else's name looks like."""
    if not is_visible(name):
        return Refusal("empty", "Choose a name that the others can call you by.")
    if len(name.strip()) > NAME_LENGTH:
        return Refusal("too_long", f"That name has {len(name.strip())} characters; {NAME_LENGTH} is the most.")
    taken = {look(seat.name.text) for seat in present_seats(turn.state) if seat.id != own}
    if look(name) in taken:
        return Refusal("name_taken", f"Somebody here is already called {name.strip()}. Add a letter, or choose another name.")
    return None


def take_seat(turn: Turn, actor: SeatId | None, command: TakeSeat) -> Refusal | None:
    state = turn.state
    if state.phase == "closed":
        return Refusal("closed", "This workshop is over.")
    if command.player in state.banned:
        return Refusal("banned", "The facilitator has closed this workshop to you. Talk to them if that is a mistake.")
    old = next((seat for seat in state.seats.values() if seat.player == command.player and not seat.erased), None)
    if old is not None and not old.gone:
        turn.emit(e.SeatRetaken(old.id))
        return None
    if state.settings.practice and humans(state.seats.values()):
        return Refusal("full", "Somebody practises alone here. Start your own practice, or ask for the code of a workshop.")
    if state.locked:
        return Refusal("locked", "The facilitator has locked this workshop. Ask them to let you in.")
    if len(humans(present_seats(state))) >= MOST_SEATS:
        return Refusal("full", "This workshop is full.")
    refused = check_name(turn, command.name)
    if refused:
        return refused
    seat = old.id if old else next_seat(turn)
    if old:
        turn.emit(e.SeatRetaken(seat))
        if old.name.text != command.name.strip():
            turn.emit(e.SeatRenamed(seat, turn.write(seat, command.name.strip())))
    else:
        turn.emit(e.SeatTaken(seat, command.player, command.avatar, False, turn.write(seat, command.name.strip())))
    _seat_in_team(turn, seat)
    turn.emit(e.PresenceChanged(seat, "away", turn.at))  # until their phone connects; absent if it never does
    return None


def _seat_in_team(turn: Turn, seat: SeatId) -> None:
    """Whoever comes back keeps their team while it exists and has room."""
    team = turn.state.seats[seat].team
    if team in turn.state.teams and team is not None:
        if len(humans(team_seats(turn.state, team))) <= MOST_TEAM:
            return
        turn.emit(e.SeatMoved(seat, None, by_hand=False))
    place(turn, seat)


def leave(turn: Turn, actor: SeatId | None, command: LeaveWorkshop) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    turn.emit(e.SeatLeft(seat.id, banned=False))
    return None


def erase(turn: Turn, actor: SeatId | None, command: EraseMe) -> Refusal | None:
    seat = turn.state.seats.get(actor) if actor else None
    if seat is None or seat.erased:
        return NO_SEAT
    turn.emit(e.SeatErased(seat.id))
    return None


def set_switches(turn: Turn, actor: SeatId | None, command: SetSwitches) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    turn.emit(e.SwitchesSet(seat.id, command.not_today, command.no_abuse))
    return None


def set_pace(turn: Turn, actor: SeatId | None, command: SetPace) -> Refusal | None:
    seat = seat_of(turn, actor)
    if isinstance(seat, Refusal):
        return seat
    return _time_factor(turn, seat.id, command.time_factor)


def _time_factor(turn: Turn, seat: SeatId, percent: int) -> Refusal | None:
    if not 100 <= percent <= 150:
        return Refusal("out_of_range", "Extra time goes from 100 to 150 percent.")
    turn.emit(e.TimeFactorSet(seat, percent))
    return None


def set_presence(turn: Turn, actor: SeatId | None, command: SetPresence) -> Refusal | None:
    seat = seat_of(turn, command.seat)
    if isinstance(seat, Refusal):
        return seat
    if command.here == (seat.presence == "here"):
        return Refusal("already_done", "That is known already.")
    turn.emit(e.PresenceChanged(seat.id, "here" if command.here else "away", turn.at))
    return None
