"""The committer writes in groups, in order, and outlives whatever its writers do."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from game.runtime.ports import Conflict, StoreUnavailable
from game.store import Store
from game.store.committer import Committer
from game.store.database import Database, T, Work, database_url, open_database
from game.store.schema import upgrade
from game.store.tables import PASSES


def add(pass_hash: str) -> Work[str]:
    def work(connection: Connection) -> str:
        connection.execute(insert(PASSES), {"pass_hash": pass_hash, "player": "p1"})
        return pass_hash

    return work


def names(connection: Connection) -> list[str]:
    return sorted(connection.scalars(select(PASSES.c.pass_hash)))


class Counted:
    """A real database that counts transactions and lets a test hold one back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.transactions = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.entered = asyncio.Event()

    async def read(self, work: Work[T]) -> T:
        return await self._database.read(work)

    async def write(self, work: Work[T]) -> T:
        self.transactions += 1
        self.entered.set()
        await self.gate.wait()
        return await self._database.write(work)

    async def close(self) -> None:
        await self._database.close()


async def test_the_next_group_gathers_while_one_is_written(tmp_path: Path) -> None:
    await upgrade(database_url(tmp_path))
    database = Counted(open_database(database_url(tmp_path)))
    committer = Committer(database)
    running = asyncio.create_task(committer.run())
    database.gate.clear()
    writing = [asyncio.create_task(committer.write("w1", add("first")))]
    await database.entered.wait()
    writing += [asyncio.create_task(committer.write(f"w{number}", add(f"later {number}"))) for number in range(50)]
    await asyncio.sleep(0)
    database.gate.set()
    assert len(await asyncio.gather(*writing)) == 51
    assert database.transactions == 2
    committer.close()
    await running
    await database.close()


async def test_one_writers_fault_is_theirs_alone(store: Store) -> None:
    def faulty(connection: Connection) -> str:
        add("undone")(connection)
        raise LookupError("a bug")

    writing = [store.log._committer.write("w", work) for work in (add("a"), faulty, add("a"), add("b"))]
    outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [str, LookupError, Conflict, str]
    assert await store.database.read(names) == ["a", "b"]


async def test_what_waits_at_closing_is_still_written(tmp_path: Path) -> None:
    await upgrade(database_url(tmp_path))
    database = open_database(database_url(tmp_path))
    committer = Committer(database)
    writing = [asyncio.create_task(committer.write("w", add(str(number)))) for number in range(3)]
    await asyncio.sleep(0)
    committer.close()
    await committer.run()
    assert await asyncio.gather(*writing) == ["0", "1", "2"]
    with pytest.raises(StoreUnavailable):
        await committer.write("w", add("3"))
    assert await database.read(names) == ["0", "1", "2"]
    await database.close()


async def test_a_database_that_is_away_is_said_to_every_writer_and_tried_again(tmp_path: Path) -> None:
    url = database_url(tmp_path / "later")  # the folder is not there yet
    database = open_database(url)
    committer = Committer(database)
    running = asyncio.create_task(committer.run())
    outcomes = await asyncio.gather(*(committer.write("w", add(name)) for name in "ab"), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable, StoreUnavailable]
    (tmp_path / "later").mkdir()
    await upgrade(url)
    assert await committer.write("w", add("c")) == "c"
    assert await database.read(names) == ["c"]
    committer.close()
    await running
    await database.close()
