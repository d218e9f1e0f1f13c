"""A program that appends to four workshops without end and says so after each time. It is there to be killed.

Run with a folder; writes ``<workshop> <version>`` when a batch was acknowledged.
"""

import asyncio
import sys

from game.core.ids import WorkshopId
from game.store import Store, open_store
from tests.store.events import batch, opened, replied


async def append(store: Store, workshop: WorkshopId) -> None:
    """Batches of one, two, three, one, … replies with a receipt each; goes on where the log ends."""
    version = len((await store.log.load(workshop)).entries)
    if version == 0:
        await store.log.append(batch(opened(workshop), workshop=workshop, receipts=[("desk", "open")]))
        version = 1
        sys.stdout.write(f"{workshop} {version}\n")
        sys.stdout.flush()
    while True:
        said = [replied(f"reply {version + step}", ref=f"r{version + step}") for step in range(1, 2 + version % 3)]
        await store.log.append(batch(*said, workshop=workshop, after=version, receipts=[("s1", f"c{version}")]))
        version += len(said)
        sys.stdout.write(f"{workshop} {version}\n")
        sys.stdout.flush()


async def main(folder: str) -> None:
    async with open_store(folder) as store:
        await asyncio.gather(*(append(store, WorkshopId(f"w{number}")) for number in range(4)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
