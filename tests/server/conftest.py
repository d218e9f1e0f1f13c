"""A real server on a port of its own with fakes behind its doors, and real clients in front."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import socketio
from aiohttp.test_utils import TestServer

from game.core.ids import PlayerId, SeatId, WorkshopId
from game.core.settings import Settings
from game.server.addresses import Addresses
from game.server.doors import Doors, SetUp
from game.server.publisher import SocketPublisher
from game.server.tickets import COOKIE, Signer, hash_of
from game.server.web_app import create_app
from tests.server.fakes import (
    FakeAccounts,
    FakeAssessor,
    FakeClock,
    FakeErasing,
    FakeExports,
    FakeHosts,
    FakeLibrary,
    FakeNames,
    FakePacks,
    FakeTables,
    FakeWorkshops,
    scenario,
)

SECRET = "a secret of the tests"
TOKEN = "the set-up token"
PASSWORD = "correct horse battery"
PATIENCE = 10  # seconds until a test gives up waiting for what must come


@dataclass
class Page:
    """A connected page: a real Socket.IO client that keeps everything it is told."""

    client: socketio.AsyncClient
    told: "asyncio.Queue[tuple[str, Any]]" = field(default_factory=asyncio.Queue)

    async def next(self, event: str, name: str | None = None) -> Any:
        """The next message of this kind; others before it are skipped."""
        while True:
            said, data = await asyncio.wait_for(self.told.get(), PATIENCE)
            if said == event and (name is None or data["name"] == name):
                return data

    def waiting(self) -> list[tuple[str, Any]]:
        """What has come and was not read yet."""
        return [self.told.get_nowait() for _ in range(self.told.qsize())]

    async def send(self, name: str, body: object = None, command_id: str = "c1") -> Any:
        return await self.raw({"id": command_id, "name": name, "body": {} if body is None else body})

    async def raw(self, payload: object) -> Any:
        return await self.client.call("command", payload, timeout=PATIENCE)

    async def current(self) -> set[str]:
        """The names of the documents that come first, up to the standings (the last of everyone's)."""
        names: set[str] = set()
        while "standings" not in names:
            names.add((await self.next("document"))["name"])
        return names


@dataclass
class House:
    """The running server and what stands behind it."""

    url: str
    http: aiohttp.ClientSession
    doors: Doors
    tables: FakeTables
    accounts: FakeAccounts
    clock: FakeClock
    exports: FakeExports
    hosts: FakeHosts
    erasing: FakeErasing
    packs: FakePacks
    signer: Signer
    server: TestServer
    pages: list[Page] = field(default_factory=list)

    async def open(self) -> tuple[WorkshopId, str]:
        return await self.tables.open_workshop(Settings(title="Monday", season="", playlist=("late",), forms=("short",)))

    async def seat(self, workshop: WorkshopId, name: str = "Mia") -> tuple[SeatId, str]:
        seat = await self.tables.join(workshop, PlayerId(f"{workshop}-{name}"), name, "🦊")
        assert isinstance(seat, str)
        return seat, self.signer.ticket(workshop, seat)

    async def connect(self, auth: object, headers: dict[str, str] | None = None) -> Page:
        """A connected page; what refuses it raises `socketio.exceptions.ConnectionError`."""
        page = Page(socketio.AsyncClient(reconnection=False))
        for event in ("hello", "document", "parted", "going", "connect_error", "disconnect"):
            page.client.on(event, _keeper(page, event))
        self.pages.append(page)
        await page.client.connect(
            self.url, auth=auth, transports=["websocket"], headers=dict(headers or {}), wait_timeout=PATIENCE
        )
        return page

    async def phone(self, workshop: WorkshopId, name: str = "Mia") -> tuple[SeatId, Page]:
        seat, ticket = await self.seat(workshop, name)
        page = await self.connect({"ticket": ticket})
        await page.next("hello")
        return seat, page

    async def facilitator(self, name: str = "Fay") -> dict[str, str]:
        """The header of a signed-in facilitator."""
        if await self.accounts.find(name) is None:
            await self.accounts.create(name, "not a hash")
        return {"Cookie": f"{COOKIE}={self.signer.cookie(name, 1)}"}

    async def get(self, path: str, **more: Any) -> tuple[int, Any]:
        async with self.http.get(self.url + path, **more) as answer:
            return answer.status, await answer.json()

    async def post(self, path: str, body: object, **more: Any) -> tuple[int, Any]:
        async with self.http.post(self.url + path, json=body, **more) as answer:
            return answer.status, await answer.json()


def _keeper(page: Page, event: str) -> Callable[..., Awaitable[None]]:
    async def keep(*data: Any) -> None:
        page.told.put_nowait((event, data[0] if data else None))

    return keep


@pytest.fixture
def pages_folder(tmp_path: Path) -> Path:
    """Four built pages in a folder."""
    for name in ("index", "desk", "stage", "preview"):
        (tmp_path / f"{name}.html").write_text(f"<!doctype html><title>{name}</title>")
    (tmp_path / "icon.svg").write_text("<svg/>")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main-abc123.js").write_text("export {};")
    return tmp_path


@pytest.fixture
async def house(pages_folder: Path) -> AsyncIterator[House]:
    """A server with nobody in it."""
    async with serving(pages_folder) as running:
        yield running


@asynccontextmanager
async def serving(pages_folder: Path, **doors_changed: Any) -> AsyncIterator[House]:
    """The same, with other doors where some are named."""
    clock = FakeClock()
    publisher = SocketPublisher(clock)
    tables = FakeTables(publisher)
    accounts, exports, hosts, packs = FakeAccounts(), FakeExports(), FakeHosts(), FakePacks()
    erasing = FakeErasing()
    numbers = itertools.count(1)
    doors = Doors(
        tables=tables,
        publisher=publisher,
        accounts=accounts,
        workshops=FakeWorkshops(tables),
        exports=exports,
        assessor=FakeAssessor(),
        hosts=hosts,
        erasing=erasing,
        library=FakeLibrary((scenario("harder", 2), scenario("late"), scenario("lost"))),
        packs=packs,
        names=FakeNames(),
        clock=clock,
        addresses=Addresses(8080, find=lambda: ("192.168.1.20",)),
        secret=SECRET,
        new_token=lambda: f"token-{next(numbers)}",
        web_folder=pages_folder,
        version="1.2.3",
        set_up=SetUp(hash_of(TOKEN)),
    )
    doors = replace(doors, **doors_changed)
    server = TestServer(create_app(doors))
    await server.start_server()
    url = f"http://127.0.0.1:{server.port}"
    async with aiohttp.ClientSession() as http:
        running = House(url, http, doors, tables, accounts, clock, exports, hosts, erasing, packs, Signer(SECRET), server)
        yield running
        for page in running.pages:
            await page.client.disconnect()
    await server.close()
