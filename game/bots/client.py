"""A bot's phone: one seat's (or desk's, or stage's) connection, the documents on it, and commands until they are answered.

Knows nothing of what the documents say.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

import aiohttp
import orjson
import socketio
import structlog

from game.bots.reading import read

T = TypeVar("T")

FIRST_PAUSE: Final = 0.2  # real seconds before the first attempt to connect again; doubled up to the longest
LONGEST_PAUSE: Final = 5.0
CONNECTING: Final = 15.0  # real seconds that a connection may take
MOST_TRIES: Final = 40  # of a command that the server asks to send again
_AGAIN: Final = frozenset({"too_fast", "busy", "not_saved", "closing"})  # answers that ask to try again
_FINAL: Final = frozenset({"bad_ticket", "no_seat", "unknown_code", "not_signed_in", "bad_payload"})  # refused for good
UNSENT: Final = "unsent"

_QUIET: Final = logging.getLogger("simmerdown.bots.socket")  # a lost connection is no news: it is found again
_QUIET.setLevel(logging.CRITICAL)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's acknowledgement. `version` is the workshop's version after it; `code` and `sentence` say why not."""

    ok: bool
    version: int = 0
    code: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the phone holds it: whose it is, its version, its JSON."""

    of: str
    version: int
    body: Mapping[str, Any]


@dataclass(slots=True)
class _Pending:
    """A command on its way."""

    message: Mapping[str, Any]
    answer: "asyncio.Future[Answer]"


class _Json:
    """What the packets of python-socketio expect of a JSON module."""

    @staticmethod
    def dumps(value: object, **_: object) -> str:
        return orjson.dumps(value).decode()

    @staticmethod
    def loads(text: str) -> Any:
        return orjson.loads(text)


class _Packet(socketio.packet.Packet):  # type: ignore[misc]  # python-socketio publishes no types
    """A packet with the faster JSON, for these clients only."""

    json = _Json


class Phone:
    """`auth` is what the server asks for at the door: a ticket, a desk's or a stage's code. `cookie` goes with a desk.

    `speed` is how much faster than the wall's the game's clock runs. `stay` keeps it connected until `close`, until the
    server says goodbye to this seat (`parted`), or until it is refused for good (`refused`).
    """

    def __init__(self, url: str, auth: Mapping[str, str], *, speed: float = 1.0, cookie: str = "") -> None:
        self._url, self._auth, self._speed, self._cookie = url, dict(auth), speed, cookie
        self._documents: dict[str, Held] = {}
        self._pending: dict[str, _Pending] = {}
        self._readings: dict[str, tuple[Held, object]] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._client: Any = None
        self._welcomed = False
        self._closed = asyncio.Event()
        self._changed = asyncio.Event()
        self._time = (0, 0.0)
        self._away = 0.0
        self.hello: Mapping[str, Any] = {}
        self.parted = ""
        self.refused = ""
        self.connections = 0

    # --- what it shows

    @property
    def connected(self) -> bool:
        """Whether the server has greeted the present connection."""
        return self._welcomed

    def held(self, name: str) -> Held | None:
        """The newest document of this name."""
        return self._documents.get(name)

    def body(self, name: str) -> Mapping[str, Any] | None:
        """The JSON of the newest document of this name."""
        held = self._documents.get(name)
        return held.body if held else None

    def document(self, name: str, kind: type[T]) -> T | None:
        """The newest document of this name, read as the core's dataclass `kind`."""
        held = self._documents.get(name)
        if held is None:
            return None
        known = self._readings.get(name)
        if known is None or known[0] is not held:
            known = self._readings[name] = (held, read(kind, held.body))
        assert isinstance(known[1], kind)
        return known[1]

    def now(self) -> int:
        """The server's clock in milliseconds, as near as the last message tells."""
        at, heard = self._time
        return at + int((asyncio.get_running_loop().time() - heard) * 1000 * self._speed)

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with a document's name whenever it has changed, and with "" at every greeting and parting."""
        self._listeners.append(listener)

    async def until(self, found: Callable[["Phone"], T | None], seconds: float) -> T:
        """What `found` finds on this phone, as soon as it does. Raises `TimeoutError` after so many real seconds."""
        async with asyncio.timeout(seconds):
            while (there := found(self)) is None:
                changed = self._changed
                await changed.wait()
            return there

    # --- what it sends

    async def send(self, name: str, body: Mapping[str, Any], command_id: str) -> Answer:
        """Ask for a command; returns its answer, through any number of reconnects. The same id is carried out once.

        The code `unsent` means that the phone was closed before an answer came.
        """
        message = {"id": command_id, "name": name, "body": dict(body)}
        answer = Answer(ok=False, code=UNSENT)
        for tried in range(MOST_TRIES):
            if tried:
                await self._breathe(0.2)
            if self._closed.is_set():
                return Answer(ok=False, code=UNSENT, sentence="The phone is closed.")
            answer = await self._ask(message)
            if answer.code not in _AGAIN:
                break
        return answer

    async def _ask(self, message: Mapping[str, Any]) -> Answer:
        pending = _Pending(message, asyncio.get_running_loop().create_future())
        command_id = str(message["id"])
        self._pending[command_id] = pending
        try:
            if self._welcomed:
                await self._emit(pending)
            return await pending.answer
        finally:
            if self._pending.get(command_id) is pending:
                del self._pending[command_id]

    async def _emit(self, pending: _Pending) -> None:
        with contextlib.suppress(socketio.exceptions.SocketIOError):  # what is lost goes out after the next greeting
            await self._client.emit("command", pending.message, callback=partial(self._answered, pending))

    def _answered(self, pending: _Pending, ack: Mapping[str, Any] | None = None, *_: object) -> None:
        if pending.answer.done() or ack is None:
            return
        pending.answer.set_result(
            Answer(bool(ack["ok"]), int(ack.get("version", 0)), str(ack.get("code", "")), str(ack.get("sentence", "")))
        )

    # --- its connection

    async def stay(self) -> None:
        """Connect, and connect again whenever the connection is lost. Never raises for what the network does."""
        pause = FIRST_PAUSE
        headers = {"Cookie": self._cookie} if self._cookie else {}
        async with aiohttp.ClientSession(headers=headers, cookie_jar=aiohttp.DummyCookieJar()) as session:
            try:
                while not self._closed.is_set():
                    before = self.connections
                    await self._one_connection(session)
                    if self.refused or self.parted:
                        break
                    pause = FIRST_PAUSE if self.connections > before else min(2 * pause, LONGEST_PAUSE)
                    await self._breathe(max(pause, self._away))
                    self._away = 0.0
            finally:
                self._end()

    async def _one_connection(self, session: aiohttp.ClientSession) -> None:
        gone = asyncio.Event()
        client = socketio.AsyncClient(
            reconnection=False,
            handle_sigint=False,
            http_session=session,
            serializer=_Packet,
            ssl_verify=not self._own_server,
            logger=_QUIET,
            engineio_logger=_QUIET,
        )
        client.on("connect_error", self._refuse)
        client.on("disconnect", lambda *_: gone.set())
        client.on("hello", self._greet)
        client.on("document", self._take)
        client.on("parted", self._part)
        self._client = client
        closing = asyncio.ensure_future(self._closed.wait())
        ended = asyncio.ensure_future(gone.wait())
        try:
            await client.connect(self._url, auth=self._auth, transports=["websocket"], wait_timeout=CONNECTING)
            await asyncio.wait({closing, ended}, return_when=asyncio.FIRST_COMPLETED)
        except (socketio.exceptions.SocketIOError, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.debug("not connected", reason=str(error))
        finally:
            closing.cancel()
            ended.cancel()
            self._welcomed = False
            self._notify("")
            with contextlib.suppress(Exception):
                await client.eio.disconnect(abort=True)

    @property
    def _own_server(self) -> bool:
        """Whether it speaks to this very machine, whose certificate is made out to another name."""
        return self._url.startswith(("https://127.0.0.1", "https://localhost"))

    async def drop(self, seconds: float) -> None:
        """Lose the connection, as a phone does in a lift, and find it again after so many real seconds."""
        self._away = seconds
        if self._client is not None and self._welcomed:
            await self._client.eio.disconnect(abort=True)

    def close(self) -> None:
        """Leave for good; `stay` returns soon."""
        self._closed.set()

    async def _breathe(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closed.wait(), seconds)

    def _end(self) -> None:
        self._closed.set()
        for pending in list(self._pending.values()):
            if not pending.answer.done():
                pending.answer.set_result(Answer(ok=False, code=UNSENT, sentence="The phone was closed before an answer came."))
        self._notify("")

    # --- what it is told

    def _refuse(self, data: object = None, *_: object) -> None:
        match data:
            case {"data": {"code": str(code)}} if code in _FINAL:
                self.refused = code

    async def _greet(self, data: Mapping[str, Any]) -> None:
        self.hello = data
        self._set_time(data)
        self._documents.clear()  # what is still ours follows at once
        self._welcomed = True
        self.connections += 1
        self._notify("")
        for pending in list(self._pending.values()):
            await self._emit(pending)

    def _take(self, data: Mapping[str, Any]) -> None:
        self._set_time(data)
        name, of, version, body = str(data["name"]), str(data["of"]), int(data["version"]), data["body"]
        held = self._documents.get(name)
        if body is None:
            if held is None or held.of != of:
                return
            del self._documents[name]
        elif held is not None and held.of == of and held.version > version:
            return
        else:
            self._documents[name] = Held(of, version, body)
        self._notify(name)

    def _part(self, data: Mapping[str, Any]) -> None:
        self.parted = str(data.get("sentence", "")) or "Parted."
        self._closed.set()
        self._notify("")

    def _set_time(self, data: Mapping[str, Any]) -> None:
        self._time = (int(data["at"]), asyncio.get_running_loop().time())

    def _notify(self, name: str) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
        for listener in self._listeners:
            listener(name)
