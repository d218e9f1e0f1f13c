"""Seats for the bots that fill a scene. Knows nothing of how a bot plays."""

from typing import Final

from game.core import events as e
from game.core.ids import PlayerId, SeatId, TeamId
from game.core.seating import team_seats
from game.core.turn import Turn

_NAMES: Final = ("Robin", "Kit", "Sasha", "Noor", "Jules", "Ariel", "Bo", "Remy")


def next_seat(turn: Turn) -> SeatId:
    """The next free seat id; seats are never used twice."""
    return SeatId(f"s{len(turn.state.seats) + 1}")


def seat_bot(turn: Turn, team: TeamId) -> SeatId:
    """Seat a new bot in this team; it is away until its client connects."""
    seat = next_seat(turn)
    used = {other.name.text for other in team_seats(turn.state, team)}
    name = next((f"{name} (bot)" for name in _NAMES if f"{name} (bot)" not in used), f"Bot {seat}")
    turn.emit(e.SeatTaken(seat, PlayerId(f"bot:{seat}"), "🤖", True, turn.write(seat, name)))
    turn.emit(e.SeatMoved(seat, team, by_hand=False))
    turn.emit(e.PresenceChanged(seat, "here", turn.at))
    return seat


def bot_customer(turn: Turn, team: TeamId) -> SeatId:
    """A bot of this team that neither answers in the running beat nor only watches, or a new one."""
    scene = turn.scene(team)
    busy = scene.watchers | frozenset(scene.beat.eligible if scene.beat else ())
    free = [seat.id for seat in team_seats(turn.state, team) if seat.bot and seat.id not in busy]
    return free[0] if free else seat_bot(turn, team)
