"""Small fittings between parts that must not know each other. Knows no more of each than its public face."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

import structlog

from game.core.commands import EraseMe
from game.core.ids import PlayerId, WorkshopId
from game.core.refusal import Refusal
from game.exports.csv_export import workshop_csv
from game.exports.labelled import labelled_jsonl
from game.library import MAX_UPLOAD, Added, Library, Pack, Packs, Rejected, has_slur, is_rude
from game.runtime.tables import Tables
from game.server.doors import PackAdded, PackRejected
from game.store import EventLog, Retention

log = structlog.get_logger(__name__)

_PIECE = 500  # lines of an export at a time, so that a large one never holds the loop for long


class Exports:
    """The server's `Exports`, from the event log."""

    def __init__(self, events: EventLog) -> None:
        self._events = events

    async def csv(self, workshop: WorkshopId) -> AsyncIterator[str]:
        """Everything of one workshop, piece by piece."""
        stored = await self._events.load(workshop)
        piece: list[str] = []
        for line in workshop_csv(stored.entries):
            piece.append(line)
            if len(piece) == _PIECE:
                yield "".join(piece)
                piece.clear()
                await asyncio.sleep(0)
        yield "".join(piece)

    async def labels(self, workshop: WorkshopId) -> AsyncIterator[str]:
        """Its overruled replies as labelled lines of JSON, at once: the whole log is folded for them, off the loop."""
        stored = await self._events.load(workshop)
        yield await asyncio.to_thread(lambda: "".join(labelled_jsonl(stored.entries)))


class Erasing:
    """The server's `Erasing`: through the tables, so that everybody who is looking at one sees it at once."""

    def __init__(self, retention: Retention, tables: Tables) -> None:
        self._retention, self._tables = retention, tables

    async def elsewhere(self, player: PlayerId, here: WorkshopId) -> Refusal | None:
        """Every other seat of this player, then their passes; stops at the first workshop that could not be written."""
        for workshop, seat in await self._retention.seats_of(player):
            answer = None if workshop == here else await self._tables.submit(workshop, "system", seat, "", EraseMe())
            if isinstance(answer, Refusal) and answer.code != "no_seat":  # that one was erased meanwhile
                return answer
        await self._retention.forget_passes(player)
        return None


class Names:
    """The server's `NameCheck`, from the library's word lists."""

    def __init__(self, library: Library) -> None:
        self._lists = library.names

    def check(self, name: str) -> str | None:
        """A sentence that asks for another name, or ``None``."""
        return "Please choose a name that everyone in the room can read with a smile." if is_rude(name, self._lists) else None

    def check_text(self, text: str) -> str | None:
        """The same for what one player writes to another: anger has a target, and it is the company."""
        if not has_slur(text, self._lists):
            return None
        return "This would hit a person, so it stays with you. Change it or shred it: the anger is for the company."


class AddedPacks:
    """The server's `Packs`: the library's, in threads, with one change at a time."""

    largest = MAX_UPLOAD

    def __init__(self, packs: Packs, library: Library) -> None:
        self._packs = packs
        self._shipped = library.scenarios
        self._changing = asyncio.Lock()

    async def every(self) -> Sequence[Pack]:
        return await asyncio.to_thread(self._packs.all)

    async def add(self, raw: bytes, filename: str) -> PackAdded | PackRejected:
        """The file as a pack: whole or not at all."""
        async with self._changing:
            answer = await asyncio.to_thread(self._packs.add, raw, filename, self._shipped)
        match answer:
            case Added(pack, replaced):
                return PackAdded(pack, replaced)
            case Rejected(sentence, faults):
                return PackRejected(sentence, faults)

    async def remove(self, pack: str) -> Refusal | None:
        """Take this pack away."""
        try:
            async with self._changing:
                found = await asyncio.to_thread(self._packs.remove, pack)
        except OSError as error:
            log.warning("pack not removed", pack=pack, error=str(error))
            return Refusal("not_saved", "The server cannot remove this pack from its disk right now. Please try again.")
        return None if found else Refusal("not_found", "This pack is gone already.")


@asynccontextmanager
async def every_so_often(work: Callable[[], Awaitable[object]], seconds: float) -> AsyncIterator[None]:
    """Repeat some work in the background until the block is left; a failure is logged, and the work tried again."""

    async def repeat() -> None:
        while True:
            try:
                await work()
            except Exception:
                log.exception("housekeeping failed")
            await asyncio.sleep(seconds)

    task = asyncio.create_task(repeat(), name="housekeeping")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
