"""A whole game over real sockets: the server as a process of its own, a facilitator, phones and bots. Knows no rule."""

import asyncio
import csv
import io
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import TypeVar

import aiohttp

from game.bots.client import Answer, Phone
from game.bots.crowd import Crowd
from game.bots.demo import connected
from game.bots.door import Door, Joined
from game.bots.judging import Judge
from game.bots.player import Wits
from game.bots.process import ServerProcess
from game.bots.tally import Tally
from game.bots.texts import PracticeTexts
from game.core.ids import CRITERIA
from game.core.marks import Assessment, Context, Level, Mark
from game.library import Library, load_library
from game.paths import content_folder

T = TypeVar("T")
NAME, PASSWORD = "Facilitator", "seven kettles on a shelf"
PATIENCE = 120.0  # real seconds until a test gives up waiting for what must come; says nothing about speed
AVATAR = "🦊"


@cache
def library() -> Library:
    """The shipped content."""
    return load_library(content_folder())


class QuickRubric:
    """What bots go by here: longer is better. The server has the real one."""

    async def assess(self, reply: str, context: Context) -> Assessment:
        level: Level = 3 if len(reply) > 300 else 2 if len(reply) > 150 else 1 if len(reply) > 60 else 0
        return Assessment(tuple(Mark(one, level, "cue", review=False, next_level="") for one in CRITERIA), (), "quick")


@dataclass
class Workshop:
    """An open workshop: its desk, its code, and ways for people to come in."""

    house: "House"
    code: str
    desk: Phone
    stack: AsyncExitStack
    seats: list[Joined] = field(default_factory=list)

    async def join(self, nickname: str) -> Phone:
        """A person's phone, connected and showing its seat."""
        joined = await self.house.door.join(self.code, nickname, AVATAR)
        self.seats.append(joined)
        phone = await self.phone(joined.ticket)
        await phone.until(lambda one: one.body("seat"), PATIENCE)
        return phone

    async def phone(self, ticket: str) -> Phone:
        """One more phone with this ticket."""
        return await self.stack.enter_async_context(
            connected(self.house.server.url, {"ticket": ticket}, speed=self.house.speed)
        )

    async def people(self, number: int) -> list[Phone]:
        """So many phones, in the order of their seats."""
        return [await self.join(f"Person {one}") for one in range(1, number + 1)]

    async def crowd(self, players: int) -> Crowd:
        """So many bots, joined as players and playing."""
        crowd = Crowd(
            self.house.server.url, self.code, self.house.wits, self.house.tally, seed=self.code, speed=self.house.speed
        )
        self.stack.push_async_callback(crowd.go_home)
        await crowd.join(self.house.door, players)
        await self.desk.until(lambda desk: here(desk) >= players or None, PATIENCE)
        return crowd

    async def do(self, name: str, **body: object) -> Answer:
        """The desk sends a command that must be carried out."""
        answer = await asyncio.wait_for(self.desk.send(name, body, self.house.new_id()), PATIENCE)
        assert answer.ok, (name, answer)
        return answer

    async def until_stage(self, stage: str, round_number: int = 1) -> None:
        """Wait until the round is at this stage."""
        await self.desk.until(lambda desk: stage_of(desk) == (round_number, stage) or None, PATIENCE)

    async def export(self) -> list[dict[str, str]]:
        """The workshop as exported, one dict a row."""
        text = await self.house.door.export(self.code)
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@dataclass
class House:
    """One server process with its data, and a facilitator who is signed in. Everything ends with the block."""

    folder: Path
    speed: float
    stack: AsyncExitStack
    server: ServerProcess
    door: Door
    tally: Tally = field(default_factory=Tally)
    _ids: Iterable[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.wits = Wits(Judge(QuickRubric()), PracticeTexts(library().titled))

    def new_id(self) -> str:
        """A command id that nobody has used."""
        return f"test-{next(iter(self._ids))}"

    async def open(self, team_size: int = 5, rounds: int = 1, **chosen: object) -> Workshop:
        """A new workshop with its desk connected."""
        playlist = ["cot-before-thursday"] * rounds
        forms = ["short"] * rounds
        code = await self.door.open_workshop(playlist=playlist, forms=forms, team_size=team_size, **chosen)
        return Workshop(self, code, await self.desk(code), self.stack)

    async def desk(self, code: str) -> Phone:
        """A desk of this workshop, showing it."""
        desk = await self.stack.enter_async_context(
            connected(self.server.url, {"desk": code}, speed=self.speed, cookie=self.door.cookie)
        )
        await desk.until(lambda one: one.body("desk"), PATIENCE)
        return desk

    async def restart(self) -> None:
        """Start the server again on the same data and the same port; phones find it by themselves."""
        await self.server.start()


@asynccontextmanager
async def a_house(folder: Path, speed: float = 1.0) -> AsyncIterator[House]:
    """A server of one's own in `folder`."""
    async with AsyncExitStack() as stack:
        server = ServerProcess(folder, speed=speed)
        stack.push_async_callback(server.stop)
        await server.start()
        session = await stack.enter_async_context(aiohttp.ClientSession())
        door = Door(session, server.url)
        await door.set_up(server.token, NAME, PASSWORD)
        await door.sign_in(NAME, PASSWORD)
        yield House(folder, speed, stack, server, door)


# --- what phones show


def here(phone: Phone) -> int:
    """How many people the lobby shows as connected."""
    lobby = phone.body("lobby")
    return sum(seat["presence"] == "here" and not seat["bot"] for seat in lobby["seats"]) if lobby else 0


def stage_of(phone: Phone) -> tuple[int, str | None]:
    """The round's number and stage."""
    board = phone.body("board") or {}
    return int(board.get("round", 0)), board.get("stage")


def phase_of(phone: Phone) -> str | None:
    """The phase of this phone's team."""
    return (phone.body("scene") or {}).get("phase")


async def all_at(phones: Iterable[Phone], phase: str) -> None:
    """Wait until every phone's team is in this phase."""
    await asyncio.gather(*(phone.until(lambda one: phase_of(one) == phase or None, PATIENCE) for phone in phones))


async def agents_who_may_reply(phones: Iterable[Phone]) -> list[Phone]:
    """Every phone that has no customer's card, as soon as all of them may reply."""
    agents = [phone for phone in phones if not phone.body("card")]
    await asyncio.gather(*(shown(phone, lambda one: (one.body("seat") or {}).get("can_reply") or None) for phone in agents))
    return agents


async def shown(phone: Phone, found: Callable[[Phone], T | None]) -> T:
    """What this phone shows sooner or later."""
    return await phone.until(found, PATIENCE)


def replies_sent(rows: Iterable[dict[str, str]]) -> Counter[str]:
    """How often each text was stored as a reply."""
    return Counter(row["text"] for row in rows if re.fullmatch(r"(?i)reply[ _]?sent", row["event"]))
