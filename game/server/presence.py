"""Tells the game which seats are here, without the flicker of single connections. Knows nothing of sockets."""

import asyncio
from typing import Final

import structlog

from game.core.commands import SetPresence
from game.core.ids import Instant, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.runtime.ports import Clockwork
from game.server.doors import Tables
from game.server.roster import Roster

PATIENCE: Final = 2_000  # milliseconds between a seat's last connection and "away", and between two tries to say so
PASSING: Final = ("not_saved", "busy")  # refusals that are over soon

log = structlog.get_logger(__name__)


class PresenceKeeper:
    """Here at once, away only after a while without a connection. Command ids come from connections, which never repeat."""

    def __init__(self, tables: Tables, clock: Clockwork, roster: Roster) -> None:
        self._tables = tables
        self._clock = clock
        self._roster = roster
        self._waiting: dict[tuple[WorkshopId, SeatId], asyncio.Task[None]] = {}

    async def arrived(self, workshop: WorkshopId, seat: SeatId, sid: str) -> None:
        """A connection of this seat has begun."""
        waiting = self._waiting.pop((workshop, seat), None)
        if waiting is not None:
            waiting.cancel()
        await self._say(workshop, seat, f"here-{sid}", here=True)

    def left(self, workshop: WorkshopId, seat: SeatId, sid: str) -> None:
        """A connection of this seat has ended."""
        place = (workshop, seat)
        if not self._roster.of_seat(workshop, seat) and place not in self._waiting:
            self._waiting[place] = asyncio.create_task(self._away(workshop, seat, sid))

    async def close(self) -> None:
        """Forget whoever was about to be away: the server is going, not the players."""
        waiting = list(self._waiting.values())
        self._waiting.clear()
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _away(self, workshop: WorkshopId, seat: SeatId, sid: str) -> None:
        await self._clock.sleep_until(Instant(self._clock.now() + PATIENCE))
        del self._waiting[(workshop, seat)]
        if not self._roster.of_seat(workshop, seat):
            await self._say(workshop, seat, f"away-{sid}", here=False)

    async def _say(self, workshop: WorkshopId, seat: SeatId, command_id: str, *, here: bool) -> None:
        """Say it until it is noted, or no longer true: nobody shall count as absent for a disk that was full for a moment."""
        while isinstance(
            said := await self._tables.submit(workshop, "system", None, command_id, SetPresence(seat, here)), Refusal
        ):
            log.info("presence not noted", workshop=workshop, seat=seat, here=here, code=said.code)
            if said.code not in PASSING:
                return
            await self._clock.sleep_until(Instant(self._clock.now() + PATIENCE))
            if here != bool(self._roster.of_seat(workshop, seat)):
                return
