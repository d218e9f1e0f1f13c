"""Plays the seats of bots in this server's workshops, over the wire like everybody else. Knows nothing of how a bot plays."""

import asyncio
from collections.abc import Callable

import aiohttp
import structlog

from game.bots.client import Phone
from game.bots.crowd import Crowd
from game.bots.door import Door, DoorShut
from game.bots.judging import Judge
from game.bots.player import Player, Wits
from game.bots.tally import Tally
from game.bots.texts import Texts
from game.core.ids import SeatId, WorkshopId
from game.core.refusal import Refusal
from game.runtime.ports import Assessor

log = structlog.get_logger(__name__)


class Host:
    """Implements the runtime's `BotHost`, and seats whole groups of bots as ordinary players.

    `url` is where phones reach this server on its own machine; `ticket` signs a seat's ticket; `speed` is the game's.
    """

    def __init__(
        self, url: str, ticket: Callable[[WorkshopId, SeatId], str], assessor: Assessor, texts: Texts, *, speed: float = 1.0
    ) -> None:
        self._url, self._ticket, self._speed = url, ticket, speed
        self._wits = Wits(Judge(assessor), texts)
        self._fillers: dict[tuple[WorkshopId, SeatId], asyncio.Task[None]] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        self._crowds: list[Crowd] = []

    def host(self, workshop: WorkshopId, seat: SeatId, *, here: bool) -> None:
        """Play this bot's seat from now on, or no longer. Idempotent; never raises.

        A seat whose workshop is over stays over; one that was left comes back when it is asked for.
        """
        task = self._fillers.get((workshop, seat))
        if here and task is None:
            self._fillers[workshop, seat] = asyncio.create_task(self._fill(workshop, seat), name=f"bot {workshop}/{seat}")
        elif not here and task is not None:
            del self._fillers[workshop, seat]
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)
            task.cancel()

    async def seat_bots(self, workshop: WorkshopId, code: str, players: int) -> Refusal | None:
        """Let this many bots join as ordinary players; returns once each has its seat, or why one got none."""
        crowd = Crowd(self._url, code, self._wits, Tally(), seed=f"{workshop}/crowd {len(self._crowds)}", speed=self._speed)
        self._crowds.append(crowd)
        try:
            async with aiohttp.ClientSession() as session:
                await crowd.join(Door(session, self._url), players)
        except DoorShut as shut:
            return Refusal(shut.code, shut.sentence)
        except (aiohttp.ClientError, OSError, TimeoutError):
            log.exception("bots could not join", workshop=workshop)
            return Refusal("no_bots", "The bots could not find the door. Please try again.")
        return None

    async def close(self) -> None:
        """Send every bot home."""
        for task in self._fillers.values():
            task.cancel()
        await asyncio.gather(
            *self._fillers.values(), *self._leaving, *(crowd.go_home() for crowd in self._crowds), return_exceptions=True
        )
        self._fillers.clear()
        self._crowds.clear()

    async def _fill(self, workshop: WorkshopId, seat: SeatId) -> None:
        try:
            phone = Phone(self._url, {"ticket": self._ticket(workshop, seat)}, speed=self._speed)
            await Player(phone, self._wits, seed=f"{workshop}/{seat}", speed=self._speed, filler=True).play()
        except Exception:
            log.exception("bot gave up", workshop=workshop, seat=seat)
