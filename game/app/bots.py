"""Puts bots into the seats that wait for one. Knows how to start a bot, not how it plays."""

from game.core.ids import SeatId, WorkshopId
from game.core.refusal import Refusal


class BotSeats:
    """The runtime's `BotHost` and the server's `Hosts`."""

    def __init__(self, *args: object) -> None:
        pass

    def host(self, workshop: WorkshopId, seat: SeatId, *, here: bool) -> None:
        """This bot's seat is to be played from now on (or no longer)."""

    async def seat_bots(self, workshop: WorkshopId, code: str, players: int) -> Refusal | None:
        """Seat this many players that are bots."""
        return Refusal("no_bots", "Not yet.")

    async def close(self) -> None:
        """Stop every bot."""
