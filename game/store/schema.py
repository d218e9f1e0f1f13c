"""Brings a database to the tables that this version needs. Knows nothing of what is in them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from game.store.database import Database, open_database

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 0x51EEDED0  # any number of our own: several servers may start on one PostgreSQL database at once


async def upgrade(url: URL) -> None:
    """Apply the migrations that are missing. One transaction: after a failure the database is as it was before."""
    database = open_database(url)
    try:
        await upgrade_database(database)
    finally:
        await database.close()


async def upgrade_database(database: Database) -> None:
    """As `upgrade`, for a database that is open already."""
    await database.write(_upgrade)


def config_for(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    command.upgrade(config_for(connection), "head")
