"""What the runtime needs from the edges, as protocols. Knows none of the edges."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from game.core.commands import Draft
from game.core.documents import Document
from game.core.events import Event
from game.core.ids import Instant, Millis, SeatId, WorkshopId
from game.core.marks import Assessment, Context
from game.core.views.grants import DocumentKey


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in a workshop's log. Versions begin at 1 and have no gaps."""

    version: int
    at: Instant
    event: Event


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that a command was carried out: who sent it ("" where the log keeps no seat), its id, the version after it."""

    actor: str
    command: str
    version: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries and receipts of one workshop that must be stored together, after exactly `after` earlier versions."""

    workshop: WorkshopId
    after: int
    entries: tuple[Entry, ...]
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A workshop as it lies in the store. `alive_at` is when a table last touched it."""

    entries: tuple[Entry, ...]
    receipts: tuple[Receipt, ...]
    drafts: tuple[Draft, ...]
    alive_at: Instant | None


class Conflict(Exception):
    """Somebody else wrote to this workshop first: reload, look the command ids up, decide again."""


class StoreUnavailable(Exception):
    """The store could not write (full disk, read-only folder, lost connection). Nothing of the batch was kept."""


class EventLog(Protocol):
    """Durable, append-only, one gapless sequence of versions for each workshop."""

    async def load(self, workshop: WorkshopId, after: int = 0) -> Stored:
        """Entries with a version above `after`, all receipts and drafts, and the last sign of life."""

    async def append(self, batch: Batch) -> None:
        """Return once the batch is durable. Raises `Conflict` or `StoreUnavailable`; then nothing of it was kept."""

    async def find(self, code: str) -> WorkshopId | None:
        """The workshop with this join code, in any letter case."""

    async def save_draft(self, workshop: WorkshopId, draft: Draft) -> None:
        """Keep an agent's draft, replacing the earlier one; an empty one is deleted."""

    async def drop_drafts(self, workshop: WorkshopId, seats: Iterable[SeatId]) -> None: ...

    async def touch(self, workshop: WorkshopId, at: Instant) -> None:
        """Sign of life of an open table."""


class Publisher(Protocol):
    """Carries documents to connected phones, desks and stages."""

    async def grant(
        self,
        workshop: WorkshopId,
        seat: SeatId,
        keys: frozenset[DocumentKey],
        documents: Mapping[DocumentKey, Document],
        version: int,
    ) -> None:
        """From now on this seat may see exactly these documents: leave the others (telling the phone to drop them) and
        send the newly granted ones from `documents`. Nothing to do where the seat is not connected.
        """

    async def publish(self, workshop: WorkshopId, documents: Mapping[DocumentKey, Document], version: int) -> None:
        """Send each document to everyone who may see it."""

    async def part(self, workshop: WorkshopId, seat: SeatId, sentence: str) -> None:
        """Tell a seat why it is no longer here, and close its connections."""


class Assessor(Protocol):
    """The rubric, off the event loop."""

    async def assess(self, reply: str, context: Context) -> Assessment: ...


class Clockwork(Protocol):
    """The only source of time."""

    def now(self) -> Instant: ...

    async def sleep_until(self, at: Instant) -> None:
        """Return when `now()` has reached `at`."""

    async def pause(self, length: Millis) -> None:
        """Wait in real time, whatever the speed of `now()`: for breathing spaces that are not part of the game."""


class BotHost(Protocol):
    """Whoever plays the seats of bots."""

    def host(self, workshop: WorkshopId, seat: SeatId, *, here: bool) -> None:
        """This bot's seat is to be played from now on (or no longer). Called again and again; must be idempotent."""
