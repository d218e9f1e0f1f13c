"""Finds, opens and restores the tables of workshops. Knows nothing of what happens at one."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from game.core.badges import Badge
from game.core.commands import Command, Draft, OpenWorkshop, Resume, SetPresence, TakeSeat
from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.seating import humans, present_seats
from game.core.settings import Settings
from game.runtime.batch import Accepted, Actor
from game.runtime.ports import Assessor, BotHost, Clockwork, EventLog, Publisher, StoreUnavailable
from game.runtime.table import Snapshot, Table

__all__ = ["Accepted", "Actor", "Chances", "Snapshot", "Tables"]

_UNKNOWN = Refusal("unknown_workshop", "There is no such workshop. Check the code on the screen.")
_RESTS = Refusal("already_done", "Nobody is there.")
_OUTAGE = 6_000  # milliseconds without a sign of life that mean an outage where other processes may hold the table


@dataclass(frozen=True, slots=True)
class Chances:
    """Where unguessable things come from: workshop ids, join codes and seeds."""

    new_id: Callable[[], str]
    new_code: Callable[[], str]
    new_seed: Callable[[], str]


class Tables:
    """All open workshops of this process. `solo` says that no other process shares the store."""

    def __init__(
        self,
        *,
        events: EventLog,
        publisher: Publisher,
        assessor: Assessor,
        clock: Clockwork,
        bots: BotHost,
        badges: tuple[Badge, ...],
        chances: Chances,
        solo: bool,
    ) -> None:
        self._events, self._publisher, self._assessor, self._clock, self._bots = events, publisher, assessor, clock, bots
        self._badges, self._chances, self._solo = badges, chances, solo
        self._tables: dict[WorkshopId, Table] = {}
        self._opening: dict[WorkshopId, asyncio.Lock] = {}

    @property
    def open_count(self) -> int:
        return len(self._tables)

    async def submit(
        self, workshop: WorkshopId, role: Actor, actor: SeatId | None, command_id: str, command: Command
    ) -> Accepted | Refusal:
        """Return once the command is durable, or why it was not carried out. The same id is carried out once."""
        if isinstance(command, SetPresence) and not command.here and workshop not in self._tables:
            return _RESTS  # whoever goes last does not wake it up: nobody is there until they come back
        table = await self._table(workshop)
        return await table.submit(role, actor, command_id, command) if table else _UNKNOWN

    async def open_workshop(self, settings: Settings) -> tuple[WorkshopId, str]:
        """A new workshop with a join code that no other has. Raises `StoreUnavailable` if it cannot be stored."""
        workshop = WorkshopId(self._chances.new_id())
        code = self._chances.new_code()
        while await self._events.find(code) is not None:
            code = self._chances.new_code()
        table = self._new_table(workshop)
        self._tables[workshop] = table
        table.start()
        opened = await table.submit(
            "system", None, "open", OpenWorkshop(workshop, code, self._chances.new_seed(), settings, self._badges)
        )
        if isinstance(opened, Refusal):
            del self._tables[workshop]
            await table.stop()
            raise StoreUnavailable(opened.sentence)
        return workshop, code

    async def find(self, code: str) -> WorkshopId | None:
        """The workshop with this join code, in any letter case."""
        return await self._events.find(code)

    async def current(self, workshop: WorkshopId) -> Snapshot | None:
        """The workshop as it stands; ``None`` where it is no longer kept."""
        table = await self._table(workshop)
        return table.snapshot() if table else None

    async def join(self, workshop: WorkshopId, player: PlayerId, name: str, avatar: str) -> SeatId | Refusal:
        """A seat for this player: the old one where they have one."""
        table = await self._table(workshop)
        if table is None:
            return _UNKNOWN
        taken = await table.submit("system", None, "", TakeSeat(player, name, avatar))
        if isinstance(taken, Refusal):
            return taken
        seats = table.state.seats.values() if table.state else ()
        return next(seat.id for seat in seats if seat.player == player and not seat.gone)

    @property
    def practices(self) -> int:
        """How many people practise alone right now, or have only just gone."""
        return sum(_practises(table) for table in self._tables.values())

    async def rest_practices(self, before: Instant) -> int:
        """Put practices aside whose player has been away since before this moment; how many. Each comes back with its
        player, as it was left.
        """
        resting = [(workshop, table) for workshop, table in self._tables.items() if _is_left(table, before)]
        for workshop, table in resting:
            del self._tables[workshop]
            await table.stop()
            for seat in table.state.seats.values() if table.state else ():
                if seat.bot:
                    self._bots.host(workshop, seat.id, here=False)
        return len(resting)

    async def draft_of(self, workshop: WorkshopId, seat: SeatId) -> Draft | None:
        """What this agent has typed in the running beat and not sent."""
        table = await self._table(workshop)
        return table.draft_of(seat) if table else None

    async def close(self) -> None:
        """Stop every table; what is durable stays."""
        await asyncio.gather(*(table.stop() for table in self._tables.values()))
        self._tables.clear()

    def _new_table(self, workshop: WorkshopId) -> Table:
        return Table(
            workshop,
            events=self._events,
            publisher=self._publisher,
            assessor=self._assessor,
            clock=self._clock,
            bots=self._bots,
        )

    async def _table(self, workshop: WorkshopId) -> Table | None:
        if workshop in self._tables:
            return self._tables[workshop]
        async with self._opening.setdefault(workshop, asyncio.Lock()):
            if workshop not in self._tables:
                table = await self._restore(workshop)
                if table is None:
                    return None
                self._tables[workshop] = table
        return self._tables[workshop]

    async def _restore(self, workshop: WorkshopId) -> Table | None:
        """Load a workshop; after an outage its clocks get the time back, and nobody counts as here until they are."""
        stored = await self._events.load(workshop)
        if not stored.entries:
            return None
        table = self._new_table(workshop)
        table.restore(stored)
        now = self._clock.now()
        since = stored.alive_at if stored.alive_at is not None else stored.entries[-1].at
        if not self._solo and now - since <= _OUTAGE:
            table.start()
            return table
        resumed = asyncio.ensure_future(table.submit("system", None, "", Resume(since)))
        await asyncio.sleep(0)  # the resumption is first in the queue, ahead of the alarm of a clock that seems to have ended
        table.start()
        await resumed
        if table.state is not None:
            for seat in table.state.seats.values():
                if not seat.bot and not seat.gone and seat.presence == "here":
                    await table.submit("system", None, "", SetPresence(seat.id, here=False))
        return table


def _practises(table: Table) -> bool:
    return table.state is not None and table.state.settings.practice


def _is_left(table: Table, before: Instant) -> bool:
    """Whether nobody has been at this practice since before this moment."""
    state = table.state
    return (
        state is not None
        and _practises(table)
        and table.last_at < before
        and not any(seat.presence == "here" for seat in humans(present_seats(state)))
    )
