"""Runs migrations: on the connection it is given, or (by hand) on the database named with ``-x url=...``."""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString

from game.store.database import database_url, open_database
from game.store.tables import METADATA


def plain_strings(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """SQLModel's own string type needs no import in a migration."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


def follow_metadata(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        compare_type=True,
        compare_server_default=True,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=plain_strings,
    )
    with context.begin_transaction():
        context.run_migrations()


async def by_hand(url: str) -> None:
    database = open_database(database_url(url))
    try:
        await database.write(follow_metadata)
    finally:
        await database.close()


given: Any = context.config.attributes.get("connection")
if given is not None:
    follow_metadata(given)
else:
    asyncio.run(by_hand(context.get_x_argument(as_dictionary=True)["url"]))
