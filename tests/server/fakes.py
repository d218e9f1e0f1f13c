"""Fakes of the server's ports, and small made-up content. They keep what they are told and answer at once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace

from game.core.commands import Command, Draft
from game.core.documents import BoardDocument, CaseDocument, Document, LobbyDocument, StageDocument, StandingsDocument
from game.core.ids import CRITERIA, Instant, Millis, PlayerId, Ref, SeatId, TeamId, WorkshopId
from game.core.marks import Assessment, Context, Evidence, Mark
from game.core.refusal import Refusal
from game.core.scenario import BeatPlan, Persona, PracticeReply, Scenario, Wildcard
from game.core.settings import Settings
from game.core.state import Seat, Workshop, WorkshopPhase
from game.core.views.grants import EVERYONE, DocumentKey
from game.core.words import Words
from game.server.doors import Actor, PackAdded, PackRejected
from game.server.publisher import SocketPublisher


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self, at: int = 1_700_000_000_000) -> None:
        self._at = at
        self._changed = asyncio.Condition()
        self.sleeping = 0

    def now(self) -> Instant:
        return Instant(self._at)

    async def sleep_until(self, at: Instant) -> None:
        async with self._changed:
            self.sleeping += 1
            self._changed.notify_all()
            try:
                await self._changed.wait_for(lambda: self._at >= at)
            finally:
                self.sleeping -= 1
                self._changed.notify_all()

    async def pause(self, length: Millis) -> None:
        await asyncio.sleep(0)

    async def advance(self, milliseconds: int) -> None:
        async with self._changed:
            self._at += milliseconds
            self._changed.notify_all()

    async def until_asleep(self, sleepers: int) -> None:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: self.sleeping == sleepers), 10)


@dataclass(frozen=True)
class FakeAccepted:
    version: int


@dataclass(frozen=True)
class FakeSnapshot:
    version: int
    state: Workshop
    documents: Mapping[DocumentKey, Document]
    grants: Mapping[SeatId, frozenset[DocumentKey]]


@dataclass(frozen=True)
class Submitted:
    workshop: WorkshopId
    role: Actor
    actor: SeatId | None
    id: str
    command: Command


LOBBY = DocumentKey("lobby")


class FakeTables:
    """Workshops without rules: every command is accepted, and each raises the version by one."""

    def __init__(self, publisher: SocketPublisher) -> None:
        self.publisher = publisher
        self.workshops: dict[WorkshopId, Workshop] = {}
        self.versions: dict[WorkshopId, int] = {}
        self.documents: dict[WorkshopId, dict[DocumentKey, Document]] = {}
        self.extra: dict[tuple[WorkshopId, SeatId], frozenset[DocumentKey]] = {}
        self.drafts: dict[tuple[WorkshopId, SeatId], Draft] = {}
        self.submitted: list[Submitted] = []
        self.left: list[WorkshopId] = []  # practices whose player has gone
        self.refusal: Refusal | None = None
        self.fault: Exception | None = None
        self.join_fault: Exception | None = None
        self._said = asyncio.Condition()

    async def submit(
        self, workshop: WorkshopId, role: Actor, actor: SeatId | None, command_id: str, command: Command
    ) -> FakeAccepted | Refusal:
        if self.fault is not None:
            raise self.fault
        self.versions[workshop] += 1
        async with self._said:
            self.submitted.append(Submitted(workshop, role, actor, command_id, command))
            self._said.notify_all()
        return self.refusal or FakeAccepted(self.versions[workshop])

    @property
    def practices(self) -> int:
        return sum(workshop.settings.practice for workshop in self.workshops.values())

    async def rest_practices(self, before: Instant) -> int:
        resting = [workshop for workshop in self.left if self.workshops.pop(workshop, None)]
        self.left.clear()
        return len(resting)

    async def until(self, kind: type, count: int = 1) -> list[Submitted]:
        """The submissions of this kind, once there are so many."""
        async with self._said:
            await asyncio.wait_for(self._said.wait_for(lambda: len(self.of(kind)) >= count), 10)
        return self.of(kind)

    def of(self, kind: type) -> list[Submitted]:
        return [said for said in self.submitted if isinstance(said.command, kind)]

    async def open_workshop(self, settings: Settings) -> tuple[WorkshopId, str]:
        number = len(self.workshops) + 1
        workshop, code = WorkshopId(f"w{number}"), f"ROOM{number}"
        self.workshops[workshop] = Workshop(id=workshop, code=code, seed="", opened_at=Instant(0), settings=settings)
        self.versions[workshop] = 1
        self.documents[workshop] = {
            LOBBY: lobby(code),
            DocumentKey("board"): board(),
            DocumentKey("standings"): StandingsDocument((), (), (), (), (), ()),
            DocumentKey("stage"): StageDocument("", "", "", sound=False),
        }
        return workshop, code

    async def find(self, code: str) -> WorkshopId | None:
        return next((w.id for w in self.workshops.values() if w.code == code.upper()), None)

    async def current(self, workshop: WorkshopId) -> FakeSnapshot | None:
        state = self.workshops.get(workshop)
        if state is None:
            return None
        grants = {
            seat: EVERYONE | self.extra.get((workshop, seat), frozenset()) for seat, sat in state.seats.items() if not sat.gone
        }
        return FakeSnapshot(self.versions[workshop], state, self.documents[workshop], grants)

    async def join(self, workshop: WorkshopId, player: PlayerId, name: str, avatar: str) -> SeatId | Refusal:
        if self.join_fault is not None:
            raise self.join_fault
        if self.refusal is not None:
            return self.refusal
        state = self.workshops[workshop]
        old = next((seat for seat in state.seats.values() if seat.player == player), None)
        seat = old.id if old is not None else SeatId(f"s{len(state.seats) + 1}")
        sat = Seat(id=seat, player=player, name=Words(Ref(seat), seat, name), avatar=avatar, team=None)
        self.workshops[workshop] = replace(state, seats={**state.seats, seat: sat})
        return seat

    async def draft_of(self, workshop: WorkshopId, seat: SeatId) -> Draft | None:
        return self.drafts.get((workshop, seat))

    def unseat(self, workshop: WorkshopId, seat: SeatId) -> None:
        state = self.workshops[workshop]
        self.workshops[workshop] = replace(state, seats={**state.seats, seat: replace(state.seats[seat], gone=True)})

    async def change(self, workshop: WorkshopId, documents: Mapping[DocumentKey, Document]) -> int:
        """As after a command: the next version, stored and then published."""
        self.versions[workshop] += 1
        self.documents[workshop].update(documents)
        await self.publisher.publish(workshop, documents, self.versions[workshop])
        return self.versions[workshop]

    async def grant(self, workshop: WorkshopId, seat: SeatId, *keys: DocumentKey) -> int:
        """From now on this seat sees these, and what everyone sees."""
        self.versions[workshop] += 1
        self.extra[(workshop, seat)] = frozenset(keys)
        wanted = EVERYONE | frozenset(keys)
        await self.publisher.grant(workshop, seat, wanted, self.documents[workshop], self.versions[workshop])
        return self.versions[workshop]


@dataclass(frozen=True)
class FakeAccount:
    id: str
    name: str
    password_hash: str
    version: int = 1


@dataclass
class FakeAccounts:
    accounts: dict[str, FakeAccount] = field(default_factory=dict)
    invitations: dict[str, Instant] = field(default_factory=dict)
    passes: dict[str, PlayerId] = field(default_factory=dict)

    async def count(self) -> int:
        return len(self.accounts)

    async def create(self, name: str, password_hash: str) -> str:
        self.accounts[name.casefold()] = FakeAccount(f"a{len(self.accounts) + 1}", name, password_hash)
        return self.accounts[name.casefold()].id

    async def find(self, name: str) -> FakeAccount | None:
        return self.accounts.get(name.casefold())

    def change_password(self, name: str) -> None:
        old = self.accounts[name.casefold()]
        self.accounts[name.casefold()] = replace(old, version=old.version + 1)

    async def create_invitation(self, token_hash: str, expires: Instant) -> None:
        self.invitations[token_hash] = expires

    async def use_invitation(self, token_hash: str, now: Instant) -> bool:
        return self.invitations.pop(token_hash, Instant(0)) > now

    async def player_of_pass(self, pass_hash: str) -> PlayerId | None:
        return self.passes.get(pass_hash)

    async def remember_pass(self, pass_hash: str, player: PlayerId) -> None:
        self.passes[pass_hash] = player


@dataclass(frozen=True)
class FakeRow:
    code: str
    title: str
    opened_at: Instant
    phase: WorkshopPhase
    players: int


@dataclass
class FakeWorkshops:
    tables: FakeTables

    async def workshops(self) -> list[FakeRow]:
        return [FakeRow(w.code, w.settings.title, w.opened_at, w.phase, len(w.seats)) for w in self.tables.workshops.values()]


@dataclass
class FakeExports:
    fault: Exception | None = None

    async def csv(self, workshop: WorkshopId) -> AsyncIterator[str]:
        if self.fault is not None:
            raise self.fault
        yield "workshop,kind\n"
        yield f"{workshop},reply é\n"

    async def labels(self, workshop: WorkshopId) -> AsyncIterator[str]:
        if self.fault is not None:
            raise self.fault
        yield f'{{"id": "{workshop}"}}\n'


class FakeAssessor:
    """Takes everything that shouts for rude, and the rest for fine."""

    async def assess(self, reply: str, context: Context) -> Assessment:
        loud = reply.isupper()
        evidence = (Evidence("composure", 0, len(reply), "lost", "loud", f"Shouts at {context.customer[0]}", "cue"),)
        marks = tuple(Mark(criterion, 2, "none", review=False, next_level="") for criterion in CRITERIA)
        return Assessment(marks, evidence if loud else (), "fake")


@dataclass
class FakeErasing:
    asked: list[tuple[PlayerId, WorkshopId]] = field(default_factory=list)
    refusal: Refusal | None = None

    async def elsewhere(self, player: PlayerId, here: WorkshopId) -> Refusal | None:
        self.asked.append((player, here))
        return self.refusal


@dataclass
class FakeHosts:
    asked: list[tuple[WorkshopId, str, int]] = field(default_factory=list)
    refusal: Refusal | None = None

    async def seat_bots(self, workshop: WorkshopId, code: str, players: int) -> Refusal | None:
        self.asked.append((workshop, code, players))
        return self.refusal


@dataclass(frozen=True)
class FakeFault:
    file: str = "scenarios/late.yaml"
    line: int = 3
    field: str = "difficulty"
    sentence: str = "9 is too large."
    remedy: str = "Use 4 or less."


@dataclass(frozen=True)
class FakePack:
    id: str
    name: str
    scenarios: tuple[Scenario, ...]
    faults: tuple[FakeFault, ...] = ()


@dataclass
class FakePacks:
    """Takes whatever it is sent, unless `rejection` says otherwise."""

    largest: int = 3 * 1024 * 1024
    kept: list[FakePack] = field(default_factory=list)
    sent: list[tuple[bytes, str]] = field(default_factory=list)
    rejection: PackRejected | None = None

    async def every(self) -> list[FakePack]:
        return self.kept

    async def add(self, raw: bytes, filename: str) -> PackAdded | PackRejected:
        self.sent.append((raw, filename))
        if self.rejection is not None:
            return self.rejection
        pack = FakePack(filename.removesuffix(".zip"), "My pack", (scenario("late"),))
        before = len(self.kept)
        self.kept = [*(other for other in self.kept if other.id != pack.id), pack]
        return PackAdded(pack, replaced=len(self.kept) == before)

    async def remove(self, pack: str) -> Refusal | None:
        found = any(one.id == pack for one in self.kept)
        self.kept = [one for one in self.kept if one.id != pack]
        return None if found else Refusal("not_found", "This pack is gone already.")


class FakeNames:
    def check(self, name: str) -> str | None:
        return "Please choose a friendlier name." if "rude" in name.lower() else None

    def check_text(self, text: str) -> str | None:
        return "Change it or shred it." if "weasel" in text else None


@dataclass(frozen=True)
class FakeTip:
    technique: str = "T01"
    title: str = "Wait"
    tip: str = "Let them finish."
    say: str = "I am listening."
    avoid: str = "Calm down."


@dataclass(frozen=True)
class FakeWarmUp:
    situation: str = "A late parcel."
    customer: str = "Where is it?"
    replies: tuple[PracticeReply, ...] = (PracticeReply("good", "I will look.", (), None, "It acts."),)
    worst: str = "Well?"


@dataclass(frozen=True)
class FakeNameLists:
    adjectives: tuple[str, ...] = ("Mellow",)
    nouns: tuple[str, ...] = ("Otter",)
    avatars: tuple[str, ...] = ("🦊", "🐻")


@dataclass(frozen=True)
class FakeLibrary:
    scenarios: tuple[Scenario, ...]
    badges: tuple[()] = ()
    tips: tuple[FakeTip, ...] = (FakeTip(),)
    warmup: FakeWarmUp = FakeWarmUp()
    names: FakeNameLists = FakeNameLists()
    breather: tuple[str, ...] = ("Have some tea.",)

    def scenario(self, slug: str) -> Scenario | None:
        return next((scenario for scenario in self.scenarios if scenario.slug == slug), None)


def lobby(code: str, title: str = "Monday") -> LobbyDocument:
    return LobbyDocument(
        code=code,
        title=title,
        season="",
        phase="lobby",
        locked=False,
        rehearsal=False,
        keep_days=90,
        practice=False,
        warm_up="judge",
        rounds=2,
        seats=(),
        teams=(),
    )


def board() -> BoardDocument:
    return BoardDocument(
        phase="lobby",
        round=0,
        rounds=2,
        scenario="",
        industry="",
        company="",
        channel=None,
        mode="together",
        stage=None,
        clock=None,
        held=False,
        gathering=False,
        timed=True,
        teams=(),
        debrief=None,
    )


def case(team: str, secret: str) -> CaseDocument:
    return CaseDocument(
        team=TeamId(team),
        company="Parcel & Son",
        case=secret,
        policy=(),
        currency="EUR",
        authority=20,
        actions=("look_up",),
        offers=(),
        results=(),
        writing=(),
    )


def scenario(slug: str, difficulty: int = 1) -> Scenario:
    return Scenario(
        slug=slug,
        version="1",
        language="en",
        title=slug.title(),
        summary="Something is late.",
        industry="parcels",
        company="Parcel & Son",
        channel="chat",
        difficulty=difficulty,
        company_at_fault=True,
        persona=Persona("Ada", "🦊", "short"),
        opening="Where is it?",
        opening_heat=70,
        story="",
        triggers=(),
        softeners=(),
        case="",
        policy=(),
        currency="EUR",
        authority=20,
        fair_min=0,
        fair_max=10,
        facts=(),
        offers=(),
        effects=(),
        wildcards=(Wildcard("w1", "over_the_line", "!", abusive=True),),
        beats=(BeatPlan("vent", "listen", (), (), (), ()),),
        silence="",
        outcomes=(),
        word_of_mouth=(),
        techniques=(),
    )
