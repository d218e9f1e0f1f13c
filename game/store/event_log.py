"""The event log: what happened in each workshop, durable and without gaps. Knows nothing of what events mean.

A batch first claims its versions on the workshop's row, then writes events, receipts and texts, all in one savepoint.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from game.core.commands import Draft
from game.core.events import SeatErased, WorkshopOpened
from game.core.ids import Instant, SeatId, WorkshopId
from game.core.words import Words
from game.runtime.ports import Batch, Conflict, Entry, Receipt, Stored
from game.store.codec import Codec, Encoded, check_text
from game.store.committer import Committer
from game.store.database import Database
from game.store.directory import note, open_workshop
from game.store.records import Records
from game.store.tables import ALIVE, DRAFTS, EVENTS, RECEIPTS, WORDS, WORKSHOPS
from game.store.upsert import insert_or_replace, insert_or_skip


class EventLog:
    """Implements `game.runtime.ports.EventLog` on the tables of the store."""

    def __init__(self, database: Database, committer: Committer, codec: Codec, records: Records) -> None:
        self._database = database
        self._committer = committer
        self._codec = codec
        self._records = records

    async def load(self, workshop: WorkshopId, after: int = 0) -> Stored:
        """Everything above version `after`; empty for a workshop that does not exist."""

        def work(connection: Connection) -> Stored:
            events = connection.execute(
                select(EVENTS.c.version, EVENTS.c.at, EVENTS.c.kind, EVENTS.c.shape, EVENTS.c.body)
                .where(EVENTS.c.workshop == workshop, EVENTS.c.version > after)
                .order_by(EVENTS.c.version)
            ).all()
            return Stored(
                entries=self._decode(events, _texts(connection, workshop) if events else {}),
                receipts=_receipts(connection, workshop),
                drafts=_drafts(connection, workshop),
                alive_at=connection.scalar(select(ALIVE.c.at).where(ALIVE.c.workshop == workshop)),
            )

        return await self._database.read(work)

    async def append(self, batch: Batch) -> None:
        """Return once the batch is durable.

        Raises `Conflict` where the log is not at `batch.after` or a receipt is there already (and, for the first batch,
        where another workshop has this join code), `StoreUnavailable` where nothing could be written, and `ValueError`
        for a batch that no log could take: versions with a gap, no `WorkshopOpened` at the start, a text with NUL.
        """
        _check(batch)
        encoded = [self._codec.encode(entry.event) for entry in batch.entries]

        def work(connection: Connection) -> None:
            _claim(connection, batch)
            _write_events(connection, batch, encoded)
            _write_words(connection, batch, encoded)
            note(connection, batch.workshop, batch.entries)
            self._records.follow(connection, batch.workshop, encoded)

        await self._committer.write(batch.workshop, work)

    async def find(self, code: str) -> WorkshopId | None:
        """The workshop with this join code, in any letter case."""
        statement = select(WORKSHOPS.c.id).where(WORKSHOPS.c.code_key == code.casefold())
        found = await self._database.read(lambda connection: connection.scalar(statement))
        return None if found is None else WorkshopId(found)

    async def save_draft(self, workshop: WorkshopId, draft: Draft) -> None:
        """Keep an agent's draft, replacing the earlier one; an empty one is deleted. Errors as for `append`."""
        check_text(draft.text)
        if not (draft.text or draft.actions or draft.offer):
            await self.drop_drafts(workshop, (draft.seat,))
            return
        row = {
            "workshop": workshop,
            "seat": draft.seat,
            "text": draft.text,
            "actions": json.dumps(draft.actions),
            "offer": draft.offer,
        }

        def work(connection: Connection) -> None:
            insert_or_replace(connection, DRAFTS, [row])

        await self._committer.write(workshop, work)

    async def drop_drafts(self, workshop: WorkshopId, seats: Iterable[SeatId]) -> None:
        """Forget the drafts of these seats."""
        gone = list(seats)

        def work(connection: Connection) -> None:
            connection.execute(delete(DRAFTS).where(DRAFTS.c.workshop == workshop, DRAFTS.c.seat.in_(gone)))

        if gone:
            await self._committer.write(workshop, work)

    async def touch(self, workshop: WorkshopId, at: Instant) -> None:
        """Sign of life of an open table; for a workshop that is not there (any more) it does nothing."""

        def work(connection: Connection) -> None:
            if connection.scalar(select(WORKSHOPS.c.id).where(WORKSHOPS.c.id == workshop)):
                insert_or_replace(connection, ALIVE, [{"workshop": workshop, "at": at}])

        await self._committer.write(workshop, work)

    async def purge(self, workshop: WorkshopId) -> None:
        """Delete a workshop and everything in it, as a rehearsal is when it closes."""

        def work(connection: Connection) -> None:
            connection.execute(delete(WORKSHOPS).where(WORKSHOPS.c.id == workshop))

        await self._committer.write(workshop, work)

    def _decode(self, rows: Sequence[Any], texts: dict[str, str]) -> tuple[Entry, ...]:
        return tuple(
            Entry(version, Instant(at), self._codec.decode(kind, shape, body, texts)) for version, at, kind, shape, body in rows
        )


def _check(batch: Batch) -> None:
    """Raises `ValueError` for a batch that no log could take."""
    if [entry.version for entry in batch.entries] != [batch.after + step for step in range(1, len(batch.entries) + 1)]:
        raise ValueError(f"These versions do not follow version {batch.after} without a gap.")
    if batch.after == 0:
        first = batch.entries[0].event if batch.entries else None
        if not isinstance(first, WorkshopOpened) or first.id != batch.workshop:
            raise ValueError("A log begins with the opening of its workshop.")


def _claim(connection: Connection, batch: Batch) -> None:
    """Take the batch's versions, or raise `Conflict`. One statement, so that two servers cannot both succeed."""
    reached = batch.after + len(batch.entries)
    if batch.after == 0:
        open_workshop(connection, batch.entries[0].event, reached)
        return
    claim = update(WORKSHOPS).where(WORKSHOPS.c.id == batch.workshop, WORKSHOPS.c.version == batch.after)
    last = {"last_at": batch.entries[-1].at} if batch.entries else {}
    claimed = connection.execute(claim.values(version=reached, **last))
    if claimed.rowcount != 1:
        raise Conflict(f"The log of this workshop is not at version {batch.after}.")


def _write_events(connection: Connection, batch: Batch, encoded: Sequence[Encoded]) -> None:
    events = [
        {
            "workshop": batch.workshop,
            "version": entry.version,
            "at": entry.at,
            "kind": coded.kind,
            "shape": coded.shape,
            "body": coded.body,
        }
        for entry, coded in zip(batch.entries, encoded, strict=True)
    ]
    receipts = [
        {"workshop": batch.workshop, "actor": receipt.actor, "command": receipt.command, "version": receipt.version}
        for receipt in batch.receipts
    ]
    if events:
        connection.execute(insert(EVENTS), events)
    if receipts:
        connection.execute(insert(RECEIPTS), receipts)


def _write_words(connection: Connection, batch: Batch, encoded: Sequence[Encoded]) -> None:
    """Keep the texts, without those of seats that were erased: neither from earlier batches nor from this one."""
    kept: dict[str, Words] = {}
    erased: list[str] = []
    for entry, coded in zip(batch.entries, encoded, strict=True):
        kept.update((found.ref, found) for found in coded.words)
        if isinstance(entry.event, SeatErased):
            erased.append(entry.event.seat)
            kept = {ref: found for ref, found in kept.items() if found.seat != entry.event.seat}
    if erased:
        for table in (WORDS, DRAFTS):
            connection.execute(delete(table).where(table.c.workshop == batch.workshop, table.c.seat.in_(erased)))
    rows = [{"workshop": batch.workshop, "ref": found.ref, "seat": found.seat, "text": found.text} for found in kept.values()]
    insert_or_skip(connection, WORDS, rows)


def _texts(connection: Connection, workshop: WorkshopId) -> dict[str, str]:
    found = connection.execute(select(WORDS.c.ref, WORDS.c.text).where(WORDS.c.workshop == workshop))
    return {row.ref: row.text for row in found}


def _receipts(connection: Connection, workshop: WorkshopId) -> tuple[Receipt, ...]:
    found = connection.execute(
        select(RECEIPTS.c.actor, RECEIPTS.c.command, RECEIPTS.c.version)
        .where(RECEIPTS.c.workshop == workshop)
        .order_by(RECEIPTS.c.version, RECEIPTS.c.actor, RECEIPTS.c.command)
    )
    return tuple(Receipt(*row) for row in found)


def _drafts(connection: Connection, workshop: WorkshopId) -> tuple[Draft, ...]:
    found = connection.execute(
        select(DRAFTS.c.seat, DRAFTS.c.text, DRAFTS.c.actions, DRAFTS.c.offer)
        .where(DRAFTS.c.workshop == workshop)
        .order_by(DRAFTS.c.seat)
    )
    return tuple(Draft(SeatId(seat), text, tuple(json.loads(actions)), offer) for seat, text, actions, offer in found)
