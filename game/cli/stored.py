"""Reads a workshop's log from the store of a server that is not running. Knows nothing of what it is read for."""

import asyncio
from pathlib import Path

from game.cli.speaking import WRONG, give_up
from game.runtime.ports import Entry
from game.settings import default_folder
from game.store import StoreRefused, open_store


def load_log(code: str, data: Path | None) -> tuple[Entry, ...]:
    """The whole log of the workshop with this join code; ends the program with a sentence where there is none."""
    try:
        entries = asyncio.run(_load(data or default_folder(), code))
    except StoreRefused as refused:
        give_up([str(refused)])
    if not entries:
        give_up([f"No workshop has the code {code}."], WRONG)
    return entries


async def _load(place: Path, code: str) -> tuple[Entry, ...]:
    async with open_store(place) as store:
        workshop = await store.log.find(code)
        return (await store.log.load(workshop)).entries if workshop else ()
