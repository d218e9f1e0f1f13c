"""Inserts rows that may be there already, in SQLite's and PostgreSQL's common tongue. Knows nothing of any table."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]


def insert_or_skip(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert these rows, leaving alone those whose key is there already."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def insert_or_replace(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert these rows, or give those whose primary key is there already the new values. All have the same columns."""
    if rows:
        key = [column.name for column in table.primary_key]
        statement = _insert(connection, table)
        new = {name: statement.excluded[name] for name in rows[0] if name not in key}
        connection.execute(statement.on_conflict_do_update(index_elements=key, set_=new), rows)


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
