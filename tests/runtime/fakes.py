"""Fakes of the runtime's ports: a log in memory, a clock that is set by hand, a publisher that remembers."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.core.commands import Draft
from game.core.documents import Document
from game.core.ids import CRITERIA, Instant, Millis, SeatId, WorkshopId
from game.core.marks import Assessment, Context, Mark
from game.core.views.grants import DocumentKey
from game.runtime.ports import Batch, Conflict, Entry, Receipt, Stored, StoreUnavailable


class HandClock:
    """Time moves only by `move`; sleepers whose time has come wake up."""

    def __init__(self, start: int = 1_000_000) -> None:
        self._now = start
        self._sleepers: list[tuple[int, asyncio.Event]] = []

    def now(self) -> Instant:
        return Instant(self._now)

    async def sleep_until(self, at: Instant) -> None:
        if at <= self._now:
            return
        woken = asyncio.Event()
        self._sleepers.append((at, woken))
        await woken.wait()

    async def pause(self, length: Millis) -> None:
        await self.sleep_until(Instant(self._now + length))

    async def move(self, seconds: float) -> None:
        """Move on, second by second, letting everything that wakes up finish its work."""
        end = self._now + int(seconds * 1000)
        while self._now < end:
            self._now = min(end, self._now + 1000)
            for at, woken in [sleeper for sleeper in self._sleepers if sleeper[0] <= self._now]:
                self._sleepers.remove((at, woken))
                woken.set()
            await settle()


async def settle() -> None:
    """Let every task that can run do so."""
    for _ in range(60):
        await asyncio.sleep(0)


@dataclass
class MemoryLog:
    """An event log without a disk. `fail` makes the next appends raise; `hold` keeps them waiting until it is set."""

    entries: dict[WorkshopId, list[Entry]] = field(default_factory=dict)
    receipts: dict[WorkshopId, list[Receipt]] = field(default_factory=dict)
    drafts: dict[tuple[WorkshopId, SeatId], Draft] = field(default_factory=dict)
    alive: dict[WorkshopId, Instant] = field(default_factory=dict)
    fail: int = 0
    hold: asyncio.Event | None = None
    appended: int = 0

    async def load(self, workshop: WorkshopId, after: int = 0) -> Stored:
        entries = tuple(entry for entry in self.entries.get(workshop, []) if entry.version > after)
        drafts = tuple(draft for (where, _), draft in self.drafts.items() if where == workshop)
        return Stored(entries, tuple(self.receipts.get(workshop, [])), drafts, self.alive.get(workshop))

    async def append(self, batch: Batch) -> None:
        if self.hold is not None:
            await self.hold.wait()
        if self.fail:
            self.fail -= 1
            raise StoreUnavailable("no room")
        mine = self.entries.setdefault(batch.workshop, [])
        if len(mine) != batch.after:
            raise Conflict(batch.workshop)
        mine.extend(batch.entries)
        self.receipts.setdefault(batch.workshop, []).extend(batch.receipts)
        self.appended += 1

    async def find(self, code: str) -> WorkshopId | None:
        return None

    async def save_draft(self, workshop: WorkshopId, draft: Draft) -> None:
        self.drafts[workshop, draft.seat] = draft

    async def drop_drafts(self, workshop: WorkshopId, seats: Iterable[SeatId]) -> None:
        for seat in seats:
            self.drafts.pop((workshop, seat), None)

    async def touch(self, workshop: WorkshopId, at: Instant) -> None:
        self.alive[workshop] = at


@dataclass
class Memory:
    """A publisher that remembers what each document looked like last, and what was granted and parted."""

    documents: dict[DocumentKey, Document] = field(default_factory=dict)
    versions: dict[DocumentKey, list[int]] = field(default_factory=dict)
    granted: dict[SeatId, frozenset[DocumentKey]] = field(default_factory=dict)
    parted: list[tuple[SeatId, str]] = field(default_factory=list)

    async def grant(
        self,
        workshop: WorkshopId,
        seat: SeatId,
        keys: frozenset[DocumentKey],
        documents: Mapping[DocumentKey, Document],
        version: int,
    ) -> None:
        self.granted[seat] = keys

    async def publish(self, workshop: WorkshopId, documents: Mapping[DocumentKey, Document], version: int) -> None:
        self.documents.update(documents)
        for key in documents:
            self.versions.setdefault(key, []).append(version)

    async def part(self, workshop: WorkshopId, seat: SeatId, sentence: str) -> None:
        self.parted.append((seat, sentence))


@dataclass
class EvenRubric:
    """Gives every reply the same level; `broken` makes it raise, `gate` keeps it waiting until it is set."""

    level: int = 2
    broken: bool = False
    gate: asyncio.Event | None = None
    asked: list[str] = field(default_factory=list)

    async def assess(self, reply: str, context: Context) -> Assessment:
        self.asked.append(reply)
        if self.gate is not None:
            await self.gate.wait()
        if self.broken:
            raise RuntimeError("the rubric is broken")
        return Assessment(tuple(Mark(one, 2, "cue", review=False, next_level="") for one in CRITERIA), (), "even")


@dataclass
class NoBots:
    """Remembers which seats want a bot."""

    wanted: dict[SeatId, bool] = field(default_factory=dict)

    def host(self, workshop: WorkshopId, seat: SeatId, *, here: bool) -> None:
        self.wanted[seat] = here
