"""Brings a database to the tables that this version needs. Knows nothing of what is in them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from game.store.engine import for_writing, make_engine

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 0x51EEDED0  # any number of our own: several servers may start on one PostgreSQL database at once


async def upgrade(url: URL) -> None:
    """Apply the migrations that are missing. One transaction: after a failure the database is as it was before."""
    engine = make_engine(url)
    try:
        await upgrade_engine(engine)
    finally:
        await engine.dispose()


async def upgrade_engine(engine: AsyncEngine) -> None:
    """As `upgrade`, for an engine that is open already."""
    async with for_writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
        await connection.run_sync(_upgrade)


def config_for(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(config_for(connection), "head")
