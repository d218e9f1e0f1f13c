"""kill -9 at any moment: everything that was acknowledged is there, and nothing half."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from game.core.ids import WorkshopId
from game.store import open_store
from tests.store.events import opened, replied


async def run_and_kill(folder: Path, repository: Path, acknowledgements: int) -> dict[str, int]:
    """The last version of each workshop that a program had said was durable when it was killed."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.store.appending", str(folder), cwd=repository, stdout=asyncio.subprocess.PIPE
    )
    assert program.stdout is not None
    acknowledged: dict[str, int] = {}
    for _ in range(acknowledgements):
        workshop, version = (await program.stdout.readline()).decode().split()
        acknowledged[workshop] = int(version)
    os.kill(program.pid, signal.SIGKILL)
    for line in (await program.stdout.read()).decode().splitlines():  # said before it died
        workshop, version = line.split()
        acknowledged[workshop] = int(version)
    assert await program.wait() == -signal.SIGKILL
    return acknowledged


async def test_nothing_acknowledged_is_lost_by_kill_9(tmp_path: Path, repository: Path) -> None:
    for acknowledgements in (5, 40, 131):
        acknowledged = await run_and_kill(tmp_path, repository, acknowledgements)
        assert acknowledged
        async with open_store(tmp_path) as store:
            for workshop, version in acknowledged.items():
                stored = await store.log.load(WorkshopId(workshop))
                versions = [entry.version for entry in stored.entries]
                assert versions == list(range(1, len(versions) + 1))
                assert versions[-1] >= version
                assert stored.entries[0].event == opened(WorkshopId(workshop))
                for entry in stored.entries[1:]:
                    assert entry.event == replied(f"reply {entry.version}", ref=f"r{entry.version}")
                # Whole batches only: each has left its receipt, and each receipt its batch.
                ends = [receipt.version for receipt in stored.receipts]
                assert ends == sorted(set(ends))
                assert ends[-1] == versions[-1]
                assert len(set(stored.receipts)) == len(stored.receipts)
