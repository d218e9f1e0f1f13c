"""The store opens whole or says in a sentence why not, and loses nothing that it said it had."""

import asyncio
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from game.core.events import LockSet
from game.runtime.ports import Conflict, StoreUnavailable
from game.store import Store, StoreRefused, open_store
from game.store.database import SqliteDatabase
from tests.store.events import W1, batch, opened, replied

NOBODY = 65534


async def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    async with open_store(tmp_path):
        with pytest.raises(StoreRefused, match=r"Another Simmerdown server is using the data folder .* Stop it first"):
            async with open_store(tmp_path):
                pass
    async with open_store(tmp_path):
        pass


async def test_a_second_server_in_another_process_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    program = "import sys, time\nfrom pathlib import Path\nfrom game.store.lock import only_server\n"
    program += "with only_server(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(600)\n"
    holder = await asyncio.create_subprocess_exec(sys.executable, "-c", program, tmp_path, stdout=asyncio.subprocess.PIPE)
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    with pytest.raises(StoreRefused, match="Another Simmerdown server"):
        async with open_store(tmp_path):
            pass
    holder.kill()
    await holder.wait()
    async with open_store(tmp_path):
        pass


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder in which this process can read but not write, root or not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    shutil.rmtree(folder)


async def test_a_folder_that_cannot_be_written_is_named(read_only_folder: Path) -> None:
    for folder in (read_only_folder, read_only_folder / "new"):
        with pytest.raises(StoreRefused, match=r"Cannot write to the data folder .*\(Permission denied\)"):
            async with open_store(folder):
                pass


async def test_a_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    async with open_store(tmp_path / "new" / "data"):
        assert (tmp_path / "new" / "data" / "simmerdown.sqlite3").is_file()


async def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "simmerdown.sqlite3"
    file.write_text("Dear diary, " * 100)
    with pytest.raises(StoreRefused, match=r"Cannot open the database .*file is not a database"):
        async with open_store(tmp_path):
            pass
    assert file.read_text() == "Dear diary, " * 100


async def test_a_database_from_a_newer_version_is_named(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.database.write(
            lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        )
    with pytest.raises(StoreRefused, match="written by a newer version"):
        async with open_store(tmp_path):
            pass


@pytest.mark.parametrize("place", ["mysql://somewhere/game", "sqlite://", "sqlite:///:memory:", "://"])
async def test_only_files_and_postgresql_will_do(place: str) -> None:
    with pytest.raises(StoreRefused, match=r"PostgreSQL|database URL"):
        async with open_store(place):
            pass


async def test_a_database_out_of_reach_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match=r"Cannot open the database postgresql") as refused:
        async with open_store(f"postgresql://game:secret@/game?host={tmp_path}"):
            pass
    assert "secret" not in str(refused.value)


async def test_commits_wait_for_the_disk(store: Store) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")

    def read(connection: Any) -> list[Any]:
        return [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]

    assert await store.database.write(read) == ["wal", 2, 1, 1]


async def test_a_full_disk_is_said_and_the_game_goes_on_once_there_is_room(store: Store) -> None:
    await store.log.append(batch(opened()))
    assert isinstance(store.database, SqliteDatabase)
    pages = [1]  # SQLite answers a limit on its pages exactly as it answers a full disk

    def limit(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages[0]}").close()

    event.listen(store.database._engine, "checkout", limit)
    long = "sorry " * 20_000
    with pytest.raises(StoreUnavailable, match="full") as refused:
        await store.log.append(batch(replied(long), after=1))
    told = "".join(traceback.format_exception(refused.value))  # as it is logged
    assert "INSERT INTO words" in told
    assert "sorry sorry" not in told
    assert len((await store.log.load(W1)).entries) == 1
    pages[0] = 1_000_000
    await store.log.append(batch(replied(long), after=1))
    assert len((await store.log.load(W1)).entries) == 2


async def test_a_full_disk_and_a_conflict_are_told_apart(store: Store) -> None:
    await store.log.append(batch(opened()))
    with pytest.raises(Conflict):
        await store.log.append(batch(LockSet(True), after=7))


async def test_a_closed_store_takes_nothing_more(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.log.append(batch(opened()))
    with pytest.raises(StoreUnavailable, match="closed"):
        await store.log.append(batch(LockSet(True), after=1))
