"""Lets go of what is no longer kept: old workshops, closed rehearsals, passes. Knows nothing of what it deletes.

A log keeps its shape, but of a rehearsal nothing stays.
"""

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, cast, delete, or_, select, update

from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.store.committer import Committer
from game.store.database import Database
from game.store.event_log import EventLog
from game.store.records import forget
from game.store.tables import DRAFTS, INVITATIONS, PASSES, POSITIONS, SEATS, WORDS, WORKSHOPS

DAY_MS = 24 * 60 * 60 * 1000


class Retention:
    """Deletes for good: what is gone here cannot be rebuilt from the log."""

    def __init__(self, database: Database, committer: Committer, log: EventLog) -> None:
        self._database = database
        self._committer = committer
        self._log = log

    async def expire(self, now: Instant) -> tuple[WorkshopId, ...]:
        """Forget records and words of workshops in which nothing has happened for longer than their `keep_days`.

        Rehearsals that have closed, or are as old, are purged; so are invitations that have run out. Returns the
        workshops that were let go.
        """
        kept_for = cast(WORKSHOPS.c.keep_days, BigInteger) * DAY_MS
        old = and_(WORKSHOPS.c.keep_days > 0, WORKSHOPS.c.last_at < now - kept_for)
        rehearsed = and_(WORKSHOPS.c.rehearsal.is_(True), or_(WORKSHOPS.c.phase == "closed", old))
        lasting = and_(WORKSHOPS.c.rehearsal.is_(False), old, WORKSHOPS.c.forgotten < WORKSHOPS.c.version)
        purged = await self._workshops(rehearsed)
        expired = await self._workshops(lasting)
        for workshop in purged:
            await self._log.purge(workshop)
        for workshop in expired:
            await self._expire(workshop)

        def work(connection: Connection) -> None:
            connection.execute(delete(INVITATIONS).where(INVITATIONS.c.expires_at <= now))

        await self._committer.write("", work)
        return (*purged, *expired)

    async def seats_of(self, player: PlayerId) -> tuple[tuple[WorkshopId, SeatId], ...]:
        """Every seat that this player has taken anywhere and that was not erased."""
        statement = (
            select(SEATS.c.workshop, SEATS.c.seat)
            .where(SEATS.c.player == player, SEATS.c.erased.is_(False))
            .order_by(SEATS.c.workshop, SEATS.c.seat)
        )
        rows = await self._database.read(lambda connection: connection.execute(statement).all())
        return tuple((WorkshopId(workshop), SeatId(seat)) for workshop, seat in rows)

    async def forget_passes(self, player: PlayerId) -> None:
        """From now on this player's passes mean nobody."""

        def work(connection: Connection) -> None:
            connection.execute(delete(PASSES).where(PASSES.c.player == player))

        await self._committer.write("", work)

    async def _expire(self, workshop: WorkshopId) -> None:
        def work(connection: Connection) -> None:
            forget(connection, workshop)
            for table in (WORDS, DRAFTS, POSITIONS):
                connection.execute(delete(table).where(table.c.workshop == workshop))
            here = update(WORKSHOPS).where(WORKSHOPS.c.id == workshop)
            connection.execute(here.values(forgotten=WORKSHOPS.c.version))

        await self._committer.write(workshop, work)

    async def _workshops(self, which: ColumnElement[bool]) -> list[WorkshopId]:
        statement = select(WORKSHOPS.c.id).where(which).order_by(WORKSHOPS.c.id)
        return [
            WorkshopId(found) for found in await self._database.read(lambda connection: connection.scalars(statement).all())
        ]
