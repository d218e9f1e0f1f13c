"""Runs work on the database, SQLite or PostgreSQL, so that what is committed is durable. Knows nothing of the tables.

Faults are told without the values that a statement carried: they are what players wrote, and faults are logged.
Work is plain synchronous code on a connection. SQLite runs it in a thread of its own, which costs a tenth of awaiting
statement by statement; PostgreSQL runs it inside an asynchronous driver.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from game.store.faults import StoreRefused

DATABASE_NAME = "simmerdown.sqlite3"
BUSY_MS = 10_000
CONNECT_SECONDS = 10
READERS = 4
WRITING = "simmerdown_writing"

T = TypeVar("T")
Work = Callable[[Connection], T]


class Database(Protocol):
    """Where the store lies. Work must not keep its connection."""

    async def read(self, work: Work[T]) -> T:
        """What `work` returned; it sees one moment of the database throughout."""

    async def write(self, work: Work[T]) -> T:
        """What `work` returned, once everything it wrote is on disk. If it raises, nothing of it was kept."""

    async def close(self) -> None: ...


def database_url(place: str | Path) -> URL:
    """The database that a folder or a URL (``sqlite:///...``, ``postgresql://...``) means, with the driver it needs.

    Raises `StoreRefused` for anything else.
    """
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(Path(place) / DATABASE_NAME))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as fault:
        raise StoreRefused("This is no database URL. One looks like postgresql://name:password@host/database.") from fault
    match url.drivername.partition("+")[0]:
        case "sqlite" if url.database and url.database != ":memory:":
            return url.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise StoreRefused(f"Simmerdown stores in SQLite files or PostgreSQL, not in {other}.")


def open_database(url: URL) -> Database:
    """The database at a URL as `database_url` makes them. Nothing is connected before there is work."""
    if url.get_backend_name() == "sqlite":
        return SqliteDatabase(url)
    try:
        return PostgresDatabase(url)
    except ModuleNotFoundError as fault:
        raise StoreRefused(f"PostgreSQL needs the package {fault.name}: install simmerdown[postgres].") from fault


class SqliteDatabase:
    """One writer thread (SQLite has one write lock anyway) and a few that read beside it."""

    def __init__(self, url: URL) -> None:
        # sqlite3 would open transactions by its own rules; the hooks open them by ours.
        self._engine = create_engine(url, connect_args={"isolation_level": None}, hide_parameters=True)
        event.listen(self._engine, "connect", _set_up_sqlite)
        event.listen(self._engine, "begin", _begin_sqlite)
        # Taking the write lock at once, no transaction has to give up half-way.
        self._writing = self._engine.execution_options(**{WRITING: True})
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="store-reader")

    async def read(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, _in_transaction, self._engine, work)

    async def write(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, _in_transaction, self._writing, work)

    async def close(self) -> None:
        for threads in (self._readers, self._writer):
            await asyncio.to_thread(threads.shutdown)
        self._engine.dispose()


class PostgresDatabase:
    """A pool of connections; a commit returns when the server has it on disk (its `synchronous_commit` is left on)."""

    def __init__(self, url: URL) -> None:
        timeout = {"timeout": CONNECT_SECONDS}
        self._writing = create_async_engine(url, pool_pre_ping=True, connect_args=timeout, hide_parameters=True)
        self._reading = self._writing.execution_options(isolation_level="REPEATABLE READ")

    async def read(self, work: Work[T]) -> T:
        return await self._run(self._reading, work)

    async def write(self, work: Work[T]) -> T:
        return await self._run(self._writing, work)

    async def close(self) -> None:
        await self._writing.dispose()

    async def _run(self, engine: AsyncEngine, work: Work[T]) -> T:
        async with engine.begin() as connection:
            return await connection.run_sync(work)


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """A part of a transaction that can fail alone: what it raises undoes it and nothing else.

    A fault of the whole database undoes the whole transaction, so there is no savepoint to go back to any more.
    """
    nested = connection.begin_nested()
    try:
        yield
        nested.commit()
    except Exception as fault:
        if not is_of_whole_database(fault):
            nested.rollback()
        raise


def is_of_whole_database(fault: Exception) -> bool:
    """Whether this befalls every writer (a full disk, a lost connection) rather than the one whose data were refused."""
    return isinstance(fault, OperationalError | InterfaceError) or (
        isinstance(fault, DBAPIError) and fault.connection_invalidated
    )


def _in_transaction(engine: Engine, work: Work[T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",  # erased words are overwritten, not just unlinked
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
