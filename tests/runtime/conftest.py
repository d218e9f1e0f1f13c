"""A room: tables over fakes, with helpers to seat people and to play."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count

import pytest

from game.core.commands import Command, SetPresence, StartRound
from game.core.ids import PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.scenario import Scenario
from game.core.settings import Settings
from game.core.state import Workshop
from game.library import load_library
from game.paths import content_folder
from game.runtime.tables import Accepted, Chances, Tables
from tests.runtime.fakes import EvenRubric, HandClock, Memory, MemoryLog, NoBots, settle

LIBRARY = load_library(content_folder())
SCENARIO: Scenario = LIBRARY.scenarios[0]


@dataclass
class Room:
    """One process with its open workshop. `restart` is a new process on the same log."""

    log: MemoryLog = field(default_factory=MemoryLog)
    clock: HandClock = field(default_factory=HandClock)
    publisher: Memory = field(default_factory=Memory)
    rubric: EvenRubric = field(default_factory=EvenRubric)
    bots: NoBots = field(default_factory=NoBots)
    workshop: WorkshopId = field(default=WorkshopId(""))
    code: str = ""

    def __post_init__(self) -> None:
        self._ids = count(1)
        self.tables = self._tables()

    def _tables(self) -> Tables:
        numbers = count(1)
        return Tables(
            events=self.log,
            publisher=self.publisher,
            assessor=self.rubric,
            clock=self.clock,
            bots=self.bots,
            badges=LIBRARY.badges,
            chances=Chances(lambda: "w1", lambda: f"CODE{next(numbers)}", lambda: "seed"),
            solo=True,
        )

    async def open(self, players: int) -> "Room":
        settings = Settings("Test", "", (SCENARIO.slug,), ("short",))
        self.workshop, self.code = await self.tables.open_workshop(settings)
        for number in range(1, players + 1):
            seat = await self.tables.join(self.workshop, PlayerId(f"p{number}"), f"Player {number}", "x")
            assert not isinstance(seat, Refusal)
            await self.system(SetPresence(seat, here=True))
        return self

    async def restart(self, seconds: float) -> None:
        """The process is killed; a new one starts after this long."""
        await self.tables.close()
        await self.clock.move(seconds)
        self.tables = self._tables()

    async def player(self, seat: str, command: Command, command_id: str | None = None) -> Accepted | Refusal:
        return await self.tables.submit(self.workshop, "player", SeatId(seat), command_id or f"c{next(self._ids)}", command)

    async def desk(self, command: Command) -> Accepted | Refusal:
        return await self.tables.submit(self.workshop, "desk", None, f"d{next(self._ids)}", command)

    async def system(self, command: Command) -> Accepted | Refusal:
        return await self.tables.submit(self.workshop, "system", None, "", command)

    async def state(self) -> Workshop:
        snapshot = await self.tables.current(self.workshop)
        assert snapshot is not None
        return snapshot.state

    async def play_to(self, phase: str) -> None:
        """Start the round if need be and let clocks run out until the first team is in this phase."""
        if (await self.state()).round is None:
            await self.desk(StartRound(SCENARIO, "short"))
        for _ in range(400):
            now = (await self.state()).round
            assert now is not None
            if next(iter(now.scenes.values())).phase == phase:
                return
            await self.clock.move(1)
        raise AssertionError(f"never came to {phase}")


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.tables.close()
    await settle()
