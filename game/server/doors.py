"""What the server needs from the rest of the program, as protocols, and one object that holds them all.

Knows nothing of who stands behind them.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from game.core.badges import Badge
from game.core.commands import Command, Draft
from game.core.documents import Document
from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.scenario import PracticeReply, Scenario
from game.core.settings import Settings
from game.core.state import Workshop, WorkshopPhase
from game.core.views.grants import DocumentKey
from game.runtime.ports import Assessor, Clockwork
from game.server.addresses import Addresses
from game.server.publisher import SocketPublisher

Actor = Literal["player", "desk", "system"]


# --- the runtime


class Accepted(Protocol):
    """Carried out and durable; `version` is the workshop's version after it."""

    @property
    def version(self) -> int: ...


class Snapshot(Protocol):
    """One workshop at one version: its state, every current document, and what each seat may see."""

    @property
    def version(self) -> int: ...
    @property
    def state(self) -> Workshop: ...
    @property
    def documents(self) -> Mapping[DocumentKey, Document]: ...
    @property
    def grants(self) -> Mapping[SeatId, frozenset[DocumentKey]]: ...


class Tables(Protocol):
    """The open workshops."""

    async def submit(
        self, workshop: WorkshopId, role: Actor, actor: SeatId | None, command_id: str, command: Command
    ) -> Accepted | Refusal:
        """Return once the command is durable, or why it was not carried out. The same id is carried out once."""

    async def open_workshop(self, settings: Settings) -> tuple[WorkshopId, str]:
        """A new workshop, and the code to join it."""

    async def find(self, code: str) -> WorkshopId | None:
        """The workshop with this join code, in any letter case."""

    async def current(self, workshop: WorkshopId) -> Snapshot | None:
        """The workshop as it stands; None where it is no longer kept."""

    async def join(self, workshop: WorkshopId, player: PlayerId, name: str, avatar: str) -> SeatId | Refusal:
        """A seat for this player: the old one where they have one."""

    async def draft_of(self, workshop: WorkshopId, seat: SeatId) -> Draft | None: ...

    @property
    def practices(self) -> int:
        """How many people practise alone right now, or have only just gone."""

    async def rest_practices(self, before: Instant) -> int:
        """Put practices aside whose player has been away since before this moment; how many."""


# --- the store


class Account(Protocol):
    """A facilitator. `version` grows with every new password: cookies of an older one are no longer good."""

    @property
    def id(self) -> int | str: ...
    @property
    def name(self) -> str: ...
    @property
    def password_hash(self) -> str: ...
    @property
    def version(self) -> int: ...


class Accounts(Protocol):
    """Facilitators, their invitations, and the passes of players. Tokens and passes arrive as hashes only."""

    async def count(self) -> int: ...

    async def create(self, name: str, password_hash: str) -> int | str:
        """The id of the new account. The name (in any letter case) must be free."""

    async def find(self, name: str) -> Account | None:
        """The account with this name, in any letter case."""

    async def create_invitation(self, token_hash: str, expires: Instant) -> None: ...

    async def use_invitation(self, token_hash: str, now: Instant) -> bool:
        """Whether this invitation was still good; from now on it is not."""

    async def player_of_pass(self, pass_hash: str) -> PlayerId | None: ...

    async def remember_pass(self, pass_hash: str, player: PlayerId) -> None: ...


class WorkshopRow(Protocol):
    """One workshop in a facilitator's list."""

    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def opened_at(self) -> Instant: ...
    @property
    def phase(self) -> WorkshopPhase: ...
    @property
    def players(self) -> int: ...


class Workshops(Protocol):
    """Every workshop that is kept."""

    async def workshops(self) -> Sequence[WorkshopRow]:
        """The newest first; bots do not count as players."""


class Exports(Protocol):
    """Workshops as files."""

    def csv(self, workshop: WorkshopId) -> AsyncIterator[str]:
        """Everything of one workshop, in pieces of any length."""

    def labels(self, workshop: WorkshopId) -> AsyncIterator[str]:
        """Its overruled replies as labelled lines of JSON, in pieces of any length."""


# --- the library


class Tip(Protocol):
    @property
    def technique(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def tip(self) -> str: ...
    @property
    def say(self) -> str: ...
    @property
    def avoid(self) -> str: ...


class WarmUp(Protocol):
    @property
    def situation(self) -> str: ...
    @property
    def customer(self) -> str: ...
    @property
    def replies(self) -> tuple[PracticeReply, ...]: ...
    @property
    def worst(self) -> str: ...


class NameLists(Protocol):
    @property
    def adjectives(self) -> tuple[str, ...]: ...
    @property
    def nouns(self) -> tuple[str, ...]: ...
    @property
    def avatars(self) -> tuple[str, ...]: ...


class Library(Protocol):
    """The authored content."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]: ...
    @property
    def badges(self) -> tuple[Badge, ...]: ...
    @property
    def tips(self) -> "tuple[Tip, ...]": ...
    @property
    def warmup(self) -> WarmUp: ...
    @property
    def names(self) -> NameLists: ...
    @property
    def breather(self) -> tuple[str, ...]: ...

    def scenario(self, slug: str) -> Scenario | None: ...


class Fault(Protocol):
    """One thing that the author of a pack has to mend; `line` is 0 for a file as a whole."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def field(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def remedy(self) -> str: ...


class Pack(Protocol):
    """Scenarios that a facilitator added. One that has faults by now offers none."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def scenarios(self) -> tuple[Scenario, ...]: ...
    @property
    def faults(self) -> Sequence[Fault]: ...


@dataclass(frozen=True, slots=True)
class PackAdded:
    """A pack that can be played now; `replaced` says that an older version of it was there before."""

    pack: Pack
    replaced: bool


@dataclass(frozen=True, slots=True)
class PackRejected:
    """Why a pack was not added. Nothing has changed."""

    sentence: str
    faults: Sequence[Fault] = ()


class Packs(Protocol):
    """The added packs, whose scenarios the library offers too."""

    @property
    def largest(self) -> int:
        """The most bytes that are looked at."""

    async def every(self) -> Sequence[Pack]: ...

    async def add(self, raw: bytes, filename: str) -> PackAdded | PackRejected:
        """The file `raw`, called `filename`, as a pack: whole or not at all."""

    async def remove(self, pack: str) -> Refusal | None:
        """Take this pack away; rounds that play it go on."""


class NameCheck(Protocol):
    """Whether names, and texts between players, are fit to be read by a room."""

    def check(self, name: str) -> str | None:
        """None, or a sentence that asks for another name."""

    def check_text(self, text: str) -> str | None:
        """None, or a sentence that asks to change what was written to other players, or to throw it away."""


# --- the bots


class Hosts(Protocol):
    """Whoever can seat bots."""

    async def seat_bots(self, workshop: WorkshopId, code: str, players: int) -> Refusal | None:
        """Seat this many; return once they are on their way."""


class Erasing(Protocol):
    """Whoever can erase a player beyond one workshop."""

    async def elsewhere(self, player: PlayerId, here: WorkshopId) -> Refusal | None:
        """Erase this player from every workshop but this one, and forget their passes. Repeated, it goes on where it was."""


# --- all of it


@dataclass(frozen=True, slots=True)
class SetUp:
    """The one-time token for the first facilitator, of which only the hash (`tickets.hash_of`) is kept."""

    token_hash: str


@dataclass(frozen=True, slots=True)
class PracticeRooms:
    """How many may practise alone at a time (0: nobody), and for how many days a practice is kept (0: for good)."""

    most: int = 40
    keep_days: int = 7


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything that the server is given.

    `secret` signs tickets and cookies. `new_token` returns an unguessable text at each call. `behind_proxy` says that a
    reverse proxy is in front, whose word on the client's address counts.
    """

    tables: Tables
    publisher: SocketPublisher
    accounts: Accounts
    workshops: Workshops
    exports: Exports
    assessor: Assessor
    hosts: Hosts
    erasing: Erasing
    library: Library
    packs: Packs
    names: NameCheck
    clock: Clockwork
    addresses: Addresses
    secret: str | bytes
    new_token: Callable[[], str]
    web_folder: Path
    version: str
    set_up: SetUp | None = None
    practice: PracticeRooms = PracticeRooms()
    behind_proxy: bool = False
