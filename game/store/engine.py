"""Opens the database, SQLite or PostgreSQL, so that what is committed is durable. Knows nothing of the tables in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

DATABASE_NAME = "simmerdown.sqlite3"
BUSY_MS = 10_000
WRITING = "simmerdown_writing"


def database_url(place: str | Path) -> URL:
    """The database that a folder or a URL (``sqlite:///...``, ``postgresql://...``) means, with the driver it needs."""
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite+aiosqlite", database=str(Path(place) / DATABASE_NAME))
    url = make_url(place)
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise ValueError(f"Simmerdown stores in SQLite or PostgreSQL, not in {other}.")


def make_engine(url: URL) -> AsyncEngine:
    """An engine whose commits are on disk when they return. Use `for_writing` of it for anything that writes."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True, connect_args={"timeout": 10})
    # sqlite3 would open transactions by its own rules; these two hooks open them by ours.
    engine = create_async_engine(url, connect_args={"isolation_level": None})
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def for_writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions take SQLite's write lock at once, so that none has to give up half-way."""
    return engine.execution_options(**{WRITING: True})


def for_reading(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions see one moment of the database throughout."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


async def insert_or_skip(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert these rows, leaving alone those whose key is there already."""
    if rows:
        await connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


async def insert_or_replace(
    connection: AsyncConnection, table: Table, key: Sequence[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Insert these rows, or give those whose `key` is there already the new values. Every row has the same columns."""
    if rows:
        statement = _insert(connection, table)
        new = {name: statement.excluded[name] for name in rows[0] if name not in key}
        await connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=new), rows)


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


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
