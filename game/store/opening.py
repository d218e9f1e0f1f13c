"""Opens the store as one thing and closes it in order. Knows nothing of the parts but how they fit."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import DatabaseError

from alembic.util import CommandError
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from game.store.accounts import Accounts
from game.store.codec import Codec
from game.store.committer import Committer
from game.store.database import Database, database_url, open_database
from game.store.event_log import EventLog
from game.store.faults import StoreRefused
from game.store.history import History
from game.store.lock import only_server
from game.store.records import Records
from game.store.retention import Retention
from game.store.schema import upgrade_database


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `database` is for tests and tools; the game uses the rest."""

    log: EventLog
    accounts: Accounts
    records: Records
    history: History
    retention: Retention
    database: Database


@asynccontextmanager
async def open_store(place: str | Path) -> AsyncIterator[Store]:
    """The store in a folder (SQLite, made where it is missing) or at a URL, with every table up to date.

    On leaving, what was still waiting to be written is written. Raises `StoreRefused` with a sentence for whoever starts
    the server: the folder is in use or cannot be written, the database cannot be reached or is no database of this game.
    """
    url = database_url(place)
    with only_server(Path(url.database or ".").parent) if url.get_backend_name() == "sqlite" else nullcontext():
        database = open_database(url)
        try:
            await _prepare(database, url)
            async with _opened(database) as store:
                yield store
        finally:
            await database.close()


@asynccontextmanager
async def _opened(database: Database) -> AsyncIterator[Store]:
    committer = Committer(database)
    codec = Codec()
    records = Records(database, committer, codec)
    log = EventLog(database, committer, codec, records)
    running = asyncio.create_task(committer.run(), name="committer")
    try:
        await records.catch_up()
        retention = Retention(database, committer, log)
        yield Store(log, Accounts(database, committer), records, History(database), retention, database)
    finally:
        committer.close()
        await running


async def _prepare(database: Database, url: URL) -> None:
    try:
        await upgrade_database(database)
    except CommandError as fault:
        raise StoreRefused(f"The database {url!r} was written by a newer version of Simmerdown. Use that version.") from fault
    except (DBAPIError, DatabaseError, OSError) as fault:
        cause = fault.orig if isinstance(fault, DBAPIError) else fault
        raise StoreRefused(f"Cannot open the database {url!r}: {cause}.") from fault
