"""The history of the store's tables, as Alembic migrations. Knows nothing of what is in them.

After changing `game/store/tables.py`, with a database that has all migrations so far::

    alembic -c game/store/migrations/alembic.ini -x url=sqlite:///scratch.sqlite3 upgrade head
    alembic -c game/store/migrations/alembic.ini -x url=sqlite:///scratch.sqlite3 revision --autogenerate -m "Add awards"
"""
