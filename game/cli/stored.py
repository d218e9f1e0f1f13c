"""Reaches what a server that is not running has stored. Knows nothing of what it is read for."""

import asyncio
from pathlib import Path

from game.cli.speaking import WRONG, give_up
from game.runtime.ports import Entry
from game.settings import default_folder
from game.store import DATABASE_NAME, StoreRefused, open_store


def data_folder(data: Path | None) -> Path:
    """The folder with a server's data; ends the program with a sentence where there is none, and makes nothing."""
    folder = data or default_folder()
    if not (folder / DATABASE_NAME).is_file():
        give_up([f"There is no Simmerdown data in {folder}. Name its folder with --data."])
    return folder


def load_log(code: str, data: Path | None) -> tuple[Entry, ...]:
    """The whole log of the workshop with this join code; ends the program with a sentence where there is none."""
    if not code.strip():
        give_up(["Name the workshop's join code."])
    try:
        entries = asyncio.run(_load(data_folder(data), code))
    except StoreRefused as refused:
        give_up([str(refused)])
    if not entries:
        give_up([f"No workshop has the code {code}."], WRONG)
    return entries


async def _load(place: Path, code: str) -> tuple[Entry, ...]:
    async with open_store(place) as store:
        workshop = await store.log.find(code)
        return (await store.log.load(workshop)).entries if workshop else ()
