"""The one socket of phones, desks and projectors: who connects, what they ask, what they are told first.

Identity comes from what the server signed, never from the payload. Knows no rule of the game.
"""

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any, Final

import structlog
from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as SocketRefused

from game.core import permissions
from game.core.commands import EraseMe
from game.core.ids import SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.views.grants import DocumentKey
from game.runtime.ports import StoreUnavailable
from game.server.doors import Actor, Doors, Snapshot
from game.server.facilitators import Facilitators
from game.server.limits import Bucket
from game.server.packets import COMMAND, GARBLED, OVERSIZED
from game.server.presence import PresenceKeeper
from game.server.publisher import AUDIENCES
from game.server.requests import BROKEN, NOT_STORED, address_of
from game.server.roster import Audience, Caller
from game.server.tickets import COOKIE, Signer
from game.server.wire import AcceptedOut, CommandIn, ConnectIn, DraftOut, HelloOut, RefusedOut, parse, read_body
from game.server.written import written

RATE: Final = 20  # commands a second from one connection
BURST: Final = 40
MOST_OF_SEAT: Final = 6  # connections of one seat
FLUSH: Final = 1.0  # seconds that a slow phone gets for its last messages
ROLES: Final[Mapping[Audience, permissions.Role]] = {"seat": "player", "desk": "desk", "stage": "stage"}

log = structlog.get_logger(__name__)

_GARBLED: Final = Refusal("bad_payload", "This did not arrive in a form that the server can read. Please reload the page.")
_OVERSIZED: Final = Refusal("too_long", "That is far too long to send.")
_TOO_FAST: Final = Refusal("too_fast", "That was a lot at once. Please wait a moment and try again.")


class Sockets:
    """The handlers of one Socket.IO server. Its state is the publisher's roster and a bucket for each connection."""

    def __init__(self, doors: Doors, signer: Signer, facilitators: Facilitators) -> None:
        self._doors = doors
        self._signer = signer
        self._facilitators = facilitators
        self._publisher = doors.publisher
        self._roster = doors.publisher.roster
        self._presence = PresenceKeeper(doors.tables, doors.clock, self._roster)
        self._buckets: dict[str, Bucket] = {}
        self._welcomes: set[asyncio.Task[None]] = set()
        self._closing = False
        server = self._publisher.server
        server.on("connect", self.connect)
        server.on("disconnect", self.disconnect)
        server.on(COMMAND, self.command)
        server.on(GARBLED, self.garbled)
        server.on(OVERSIZED, self.oversized)

    async def door(self, request: web.Request) -> web.StreamResponse:
        """The HTTP side of the socket. A frame that even the protocol's outer layer cannot read ends its connection."""
        server = self._publisher.server
        try:
            answer: web.StreamResponse = await server.handle_request(request)
            return answer
        except (ValueError, RecursionError):
            mine = [eio for eio, environ in server.environ.items() if environ["aiohttp.request"] is request]
            for eio in mine:
                await server.eio.disconnect(eio)
            return web.Response(status=400)

    async def connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        """Let a page in whose word on who it is can be believed. Raises `SocketRefused` with code and sentence."""
        request: web.Request = environ["aiohttp.request"]
        try:
            caller = await self._identify(request, auth)
        except StoreUnavailable:
            caller = NOT_STORED
        except Exception:
            log.exception("connect failed")
            caller = BROKEN
        if isinstance(caller, Refusal):
            raise SocketRefused(caller.sentence, {"code": caller.code, "sentence": caller.sentence})
        self._roster.add(sid, caller)
        self._buckets[sid] = Bucket(RATE, BURST, self._doors.clock.now())
        if caller.audience == "seat":
            self._doors.addresses.note_phone(caller.workshop, address_of(request, self._doors.behind_proxy))
        # As a task: it runs once this handler has returned and the client has been told that it is connected.
        welcome = asyncio.create_task(self._welcome(sid, caller))
        self._welcomes.add(welcome)
        welcome.add_done_callback(self._welcomes.discard)

    async def disconnect(self, sid: str, _reason: object = None) -> None:
        """A connection has ended."""
        caller = self._roster.remove(sid)
        self._buckets.pop(sid, None)
        if caller is not None and caller.seat is not None and not self._closing:
            self._presence.left(caller.workshop, caller.seat, sid)

    async def command(self, sid: str, *sent: object) -> dict[str, Any]:
        """One command; what this returns is its acknowledgement."""
        try:
            answer = await self._carry_out(sid, sent[0] if len(sent) == 1 else None)
        except StoreUnavailable:
            answer = NOT_STORED
        except Exception:
            log.exception("command failed")
            answer = BROKEN
        if isinstance(answer, Refusal):
            return RefusedOut(code=answer.code, sentence=answer.sentence).model_dump()
        return AcceptedOut(version=answer).model_dump()

    async def garbled(self, sid: str, *_: object) -> dict[str, Any]:
        """Something that is not a command at all."""
        return self._unread(sid, _GARBLED)

    async def oversized(self, sid: str, *_: object) -> dict[str, Any]:
        """Something too large to be read at all."""
        return self._unread(sid, _OVERSIZED)

    async def close(self) -> None:
        """Say goodbye and close every connection, so that the server can stop. Pages connect again by themselves."""
        if self._closing:
            return
        self._closing = True
        await self._presence.close()
        for welcome in tuple(self._welcomes):
            welcome.cancel()
        await self._publisher.say_going("The server is restarting. This page comes back by itself.")
        server = self._publisher.server
        await asyncio.gather(*(_hang_up(server.eio.sockets.get(eio), server.environ[eio]) for eio in tuple(server.environ)))
        if server.eio.service_task_handle is not None:
            await server.shutdown()

    # --- who is it?

    async def _identify(self, request: web.Request, auth: object) -> Caller | Refusal:
        said = read_body(ConnectIn, auth)
        match said:
            case ConnectIn(ticket=str(ticket), desk=None, stage=None):
                return await self._seat(ticket)
            case ConnectIn(ticket=None, desk=str(code), stage=None):
                account = await self._facilitators.of_cookie(request.cookies.get(COOKIE))
                if account is None:
                    return Refusal("not_signed_in", "Please sign in to steer a workshop.")
                return await self._onlooker("desk", code, str(account.id))
            case ConnectIn(ticket=None, desk=None, stage=str(code)):
                return await self._onlooker("stage", code)
        return Refusal("bad_payload", "This page did not say who it is. Please reload it.")

    async def _seat(self, ticket: str) -> Caller | Refusal:
        place = self._signer.seat_of(ticket)
        if place is None:
            return Refusal("bad_ticket", "This ticket is not from this server. Please join again with the code.")
        workshop, seat = place
        snapshot = await self._doors.tables.current(workshop)
        if snapshot is None:
            return Refusal("unknown_code", "This workshop is no longer here.")
        sitting = snapshot.state.seats.get(seat)
        if sitting is None or sitting.gone:
            return Refusal("no_seat", "You are no longer in this workshop. Join again with the code.")
        if len(self._roster.of_seat(workshop, seat)) >= MOST_OF_SEAT:
            return Refusal("too_many_connections", "This seat is open on too many devices. Close one of them first.")
        return Caller(workshop, snapshot.state.code, "seat", seat)

    async def _onlooker(self, audience: Audience, code: str, account: str = "") -> Caller | Refusal:
        workshop = await self._doors.tables.find(code.strip())
        snapshot = None if workshop is None else await self._doors.tables.current(workshop)
        if workshop is None or snapshot is None or snapshot.state.settings.practice:  # that is its player's alone
            return Refusal("unknown_code", "No workshop has this code.")
        return Caller(workshop, snapshot.state.code, audience, account=account)

    # --- what they are told first

    async def _welcome(self, sid: str, caller: Caller) -> None:
        try:
            draft = None if caller.seat is None else await self._draft(caller.workshop, caller.seat)
            hello = HelloOut(
                audience=caller.audience, seat=caller.seat, code=caller.code, at=self._doors.clock.now(), draft=draft
            )
            await self._publisher.server.emit("hello", hello.model_dump(), to=sid)
            snapshot = await self._doors.tables.current(caller.workshop)
            # No pause between the snapshot and the rooms: nothing published in between could be missed.
            if snapshot is not None and sid in self._roster.callers:
                await self._publisher.regrant(sid, _visible(caller, snapshot), snapshot.documents, snapshot.version)
            if caller.seat is not None and sid in self._roster.callers:
                await self._presence.arrived(caller.workshop, caller.seat, sid)
        except Exception:
            log.exception("welcome failed", workshop=caller.workshop)
            await self._publisher.server.disconnect(sid)  # the page connects again

    async def _draft(self, workshop: WorkshopId, seat: SeatId) -> DraftOut | None:
        kept = await self._doors.tables.draft_of(workshop, seat)
        return None if kept is None else DraftOut(text=kept.text, actions=kept.actions, offer=kept.offer)

    # --- what they ask

    def _unread(self, sid: str, refusal: Refusal) -> dict[str, Any]:
        bucket = self._buckets.get(sid)
        if bucket is not None and not bucket.take(self._doors.clock.now()):
            refusal = _TOO_FAST
        return RefusedOut(code=refusal.code, sentence=refusal.sentence).model_dump()

    async def _carry_out(self, sid: str, sent: object) -> int | Refusal:
        caller = self._roster.callers.get(sid)
        if caller is None:
            return Refusal("no_seat", "You are no longer in this workshop. Join again with the code.")
        if not self._buckets[sid].take(self._doors.clock.now()):
            return _TOO_FAST
        asked = read_body(CommandIn, sent)
        if isinstance(asked, Refusal):
            return asked
        command = parse(asked.name, asked.body, self._doors.library.scenario)
        if isinstance(command, Refusal):
            return command
        forbidden = permissions.may(ROLES[caller.audience], command)
        if forbidden is not None:
            return forbidden
        sentence = next((said for text in written(command) if (said := self._doors.names.check_text(text))), None)
        if sentence is not None:
            return Refusal("unkind", sentence)
        # Desks share one row of receipts: their ids must not meet.
        command_id = f"{caller.account}/{asked.id}" if caller.audience == "desk" else asked.id
        role: Actor = "desk" if caller.audience == "desk" else "player"
        if isinstance(command, EraseMe):
            refused = await self._erase_elsewhere(caller)
            if refused is not None:
                return refused
        done = await self._doors.tables.submit(caller.workshop, role, caller.seat, command_id, command)
        return done if isinstance(done, Refusal) else done.version

    async def _erase_elsewhere(self, caller: Caller) -> Refusal | None:
        """A phone forgets its pass once it is erased here: whatever has the same player must be gone by then."""
        snapshot = await self._doors.tables.current(caller.workshop)
        sitting = snapshot.state.seats.get(caller.seat) if snapshot and caller.seat else None
        return None if sitting is None else await self._doors.erasing.elsewhere(sitting.player, caller.workshop)


async def _hang_up(socket: Any, environ: Mapping[str, Any]) -> None:
    """Close the transport itself once what waits for it is written: a goodbye of the protocol would end reconnecting."""
    if socket is not None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(socket.queue.join(), FLUSH)
    transport = environ["aiohttp.request"].transport
    if transport is not None:
        transport.close()


def _visible(caller: Caller, snapshot: Snapshot) -> frozenset[DocumentKey]:
    keys = AUDIENCES[caller.audience]
    return keys if caller.seat is None else keys | snapshot.grants.get(caller.seat, frozenset())
