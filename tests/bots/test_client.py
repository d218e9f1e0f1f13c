"""A bot's phone against a real Socket.IO server that loses connections on purpose."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import socketio
from aiohttp import web
from aiohttp.test_utils import TestServer

from game.bots.client import UNSENT, Answer, Phone

PATIENCE = 20  # seconds until a test gives up waiting for what must come


class Server:
    """Greets everybody; `swallow` commands are not answered but cost the connection."""

    def __init__(self) -> None:
        self.io = socketio.AsyncServer(async_mode="aiohttp", transports=["websocket"])
        self.swallow = 0
        self.answers: list[dict[str, Any]] = []
        self.heard: list[dict[str, Any]] = []
        self.sids: list[str] = []
        self.refuse: dict[str, str] | None = None
        self.io.on("connect", self._connect)
        self.io.on("command", self._command)
        self.url = ""

    async def _connect(self, sid: str, _environ: object, _auth: object = None) -> None:
        if self.refuse is not None:
            raise socketio.exceptions.ConnectionRefusedError("no", self.refuse)
        self.sids.append(sid)
        self.io.start_background_task(self.io.emit, "hello", {"audience": "seat", "seat": "s1", "code": "C", "at": 5}, to=sid)

    async def _command(self, sid: str, message: dict[str, Any]) -> dict[str, Any] | None:
        self.heard.append(message)
        if self.swallow > 0:
            self.swallow -= 1
            await self.io.disconnect(sid)
            return None
        return self.answers.pop(0) if self.answers else {"ok": True, "version": len(self.heard)}

    async def show(self, name: str, version: int, body: object, of: str = "") -> None:
        await self.io.emit("document", {"name": name, "of": of, "version": version, "at": 9, "body": body})


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    there = Server()
    app = web.Application()
    there.io.attach(app)
    async with TestServer(app) as listening:
        there.url = str(listening.make_url("/")).rstrip("/")
        yield there
        await there.io.shutdown()


@pytest.fixture
async def phone(server: Server) -> AsyncIterator[Phone]:
    phone = Phone(server.url, {"ticket": "t"})
    staying = asyncio.create_task(phone.stay())
    await phone.until(lambda one: one.connected or None, PATIENCE)
    yield phone
    phone.close()
    await staying


async def test_a_command_that_cost_the_connection_is_sent_again_under_the_same_id(server: Server, phone: Phone) -> None:
    server.swallow = 2
    answer = await asyncio.wait_for(phone.send("ready", {}, "one"), PATIENCE)
    assert answer == Answer(ok=True, version=3)
    assert [message["id"] for message in server.heard] == ["one"] * 3
    assert phone.connections == 3


async def test_an_answer_that_asks_to_try_again_is_tried_again(server: Server, phone: Phone) -> None:
    server.answers = [
        {"ok": False, "code": "too_fast", "sentence": ""},
        {"ok": False, "code": "wrong_phase", "sentence": "Late."},
    ]
    answer = await asyncio.wait_for(phone.send("ready", {}, "one"), PATIENCE)
    assert answer == Answer(ok=False, code="wrong_phase", sentence="Late.")
    assert len(server.heard) == 2


async def test_the_newest_version_wins_and_null_drops(server: Server, phone: Phone) -> None:
    await server.show("scene", 4, {"n": 4}, of="t1")
    await server.show("scene", 3, {"n": 3}, of="t1")
    await server.show("board", 9, {})
    await phone.until(lambda one: one.held("board"), PATIENCE)
    assert phone.body("scene") == {"n": 4}
    await server.show("scene", 5, None, of="t2")
    await server.show("scene", 1, {"n": 1}, of="t2")
    await phone.until(lambda one: one.body("scene") == {"n": 1} or None, PATIENCE)
    await server.show("scene", 2, None, of="t2")
    await phone.until(lambda one: one.held("scene") is None or None, PATIENCE)


async def test_after_a_reconnect_only_what_is_sent_again_is_there(server: Server, phone: Phone) -> None:
    await server.show("card", 1, {"n": 1})
    await phone.until(lambda one: one.body("card"), PATIENCE)
    await phone.drop(0)
    await phone.until(lambda one: one.connections == 2 or None, PATIENCE)
    assert phone.body("card") is None


async def test_a_refusal_for_good_ends_it(server: Server) -> None:
    server.refuse = {"code": "bad_ticket", "sentence": "Join again."}
    phone = Phone(server.url, {"ticket": "t"})
    await asyncio.wait_for(phone.stay(), PATIENCE)
    assert phone.refused == "bad_ticket"


async def test_a_goodbye_ends_it_and_what_was_on_its_way_is_known_to_be_unsent(server: Server) -> None:
    phone = Phone(server.url, {"ticket": "t"})
    staying = asyncio.create_task(phone.stay())
    await phone.until(lambda one: one.connected or None, PATIENCE)
    await server.io.emit("parted", {"sentence": "Removed."})
    await asyncio.wait_for(staying, PATIENCE)
    assert phone.parted == "Removed."
    assert (await phone.send("ready", {}, "late")).code == UNSENT


async def test_a_server_that_is_not_there_is_waited_for() -> None:
    phone = Phone("http://127.0.0.1:9", {"ticket": "t"})
    staying = asyncio.create_task(phone.stay())
    with pytest.raises(TimeoutError):
        await phone.until(lambda one: one.connected or None, 1)
    assert not staying.done()
    phone.close()
    await asyncio.wait_for(staying, PATIENCE)
