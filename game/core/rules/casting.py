"""Who plays the customer. Knows nothing of what happens once they are cast."""

from collections.abc import Collection

from game.core.chance import draw
from game.core.ids import SeatId
from game.core.seating import team_seats
from game.core.state import Scene, Seat, Workshop


def candidates(state: Workshop, scene: Scene) -> tuple[Seat, ...]:
    """Players of the team who could be asked: there, not switched off, and not tried before in this scene.

    In a practice nobody: whoever plays alone wants to answer.
    """
    if state.settings.practice:
        return ()
    return tuple(
        seat
        for seat in team_seats(state, scene.team)
        if not seat.bot
        and seat.presence == "here"
        and not seat.not_today
        and seat.id not in scene.passed
        and seat.id not in scene.watchers
    )


def choose(state: Workshop, scene: Scene, busy: Collection[SeatId] = ()) -> SeatId | None:
    """Volunteers first, among them whoever was customer least often; then everybody by that count. ``None``: the bot.

    Nobody who is `busy` (their reply is in) is chosen. Ties fall by chance.
    """
    willing = [seat for seat in candidates(state, scene) if seat.id not in busy]
    if not willing:
        return None
    number = state.round.number if state.round else 0

    def order(seat: Seat) -> tuple[bool, int, int]:
        return (not scene.answered.get(seat.id, False), seat.times_customer, draw(state.seed, "cast", number, seat.id))

    return min(willing, key=order).id


def all_answered(state: Workshop, scene: Scene) -> bool:
    """Whether everyone who could be asked has answered. True where nobody can be asked."""
    return all(seat.id in scene.answered for seat in candidates(state, scene))
