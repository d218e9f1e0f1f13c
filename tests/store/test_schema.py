"""The migrations lead from nothing to the tables of this version, and back."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect

from game.store.database import database_url, open_database
from game.store.schema import config_for, upgrade
from game.store.tables import METADATA


async def check_upgrade(place: str | Path) -> None:
    url = database_url(place)
    await upgrade(url)
    await upgrade(url)  # nothing left to do
    database = open_database(url)
    try:
        names = await database.read(lambda connection: set(inspect(connection).get_table_names()))
        assert names == set(METADATA.tables) | {"alembic_version"}
        await database.write(lambda connection: command.check(config_for(connection)))
        await database.write(lambda connection: command.downgrade(config_for(connection), "base"))
        assert await database.read(lambda connection: inspect(connection).get_table_names()) == ["alembic_version"]
    finally:
        await database.close()


async def test_migrations_make_the_tables_in_sqlite(tmp_path: Path) -> None:
    await check_upgrade(tmp_path)


@pytest.mark.postgres
async def test_migrations_make_the_tables_in_postgresql(postgres_url: str) -> None:
    await check_upgrade(postgres_url)
