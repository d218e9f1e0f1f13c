"""Opens the store as one thing and closes it in order. Knows nothing of the parts but how they fit."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from game.store.accounts import Accounts
from game.store.codec import Codec
from game.store.committer import Committer
from game.store.engine import database_url, for_writing, make_engine
from game.store.event_log import EventLog
from game.store.faults import StoreRefused
from game.store.history import History
from game.store.lock import only_server
from game.store.records import Records
from game.store.retention import Retention
from game.store.schema import upgrade_engine


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `engine` is for tests and tools; the game uses the rest."""

    log: EventLog
    accounts: Accounts
    records: Records
    history: History
    retention: Retention
    engine: AsyncEngine


@asynccontextmanager
async def open_store(place: str | Path) -> AsyncIterator[Store]:
    """The store in a folder (SQLite, made where it is missing) or at a URL, with every table up to date.

    On leaving, what was still waiting to be written is written. Raises `StoreRefused` with a sentence for whoever starts
    the server: the folder is in use or cannot be written, the database cannot be reached or is no database of this game.
    """
    url = database_url(place)
    with only_server(Path(url.database or ".").parent) if url.get_backend_name() == "sqlite" else nullcontext():
        engine = make_engine(url)
        try:
            await _prepare(engine, url)
            async with _opened(engine) as store:
                yield store
        finally:
            await engine.dispose()


@asynccontextmanager
async def _opened(engine: AsyncEngine) -> AsyncIterator[Store]:
    committer = Committer(for_writing(engine))
    codec = Codec()
    records = Records(engine, committer, codec)
    log = EventLog(engine, committer, codec, records)
    running = asyncio.create_task(committer.run(), name="committer")
    try:
        await records.catch_up()
        retention = Retention(engine, committer, log)
        yield Store(log, Accounts(engine, committer), records, History(engine), retention, engine)
    finally:
        committer.close()
        await running


async def _prepare(engine: AsyncEngine, url: URL) -> None:
    try:
        await upgrade_engine(engine)
    except (DBAPIError, OSError) as fault:
        cause = fault.orig if isinstance(fault, DBAPIError) else fault
        raise StoreRefused(f"Cannot open the database {url.render_as_string(hide_password=True)}: {cause}") from fault
