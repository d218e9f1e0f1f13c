"""Carries documents to connected pages over Socket.IO rooms, one room for each document. Knows nothing of what is in them."""

from collections.abc import Mapping
from typing import Any, Final

import socketio

from game.core.documents import Document
from game.core.ids import SeatId, WorkshopId
from game.core.views.grants import DESK, EVERYONE, STAGE, DocumentKey
from game.runtime.ports import Clockwork
from game.server.origins import same_origin
from game.server.packets import LARGEST_FRAME, GamePacket
from game.server.roster import Audience, Roster

AUDIENCES: Final[Mapping[Audience, frozenset[DocumentKey]]] = {"seat": EVERYONE, "desk": DESK, "stage": STAGE}


def room_of(workshop: WorkshopId, key: DocumentKey) -> str:
    """The room of everyone who may see this document."""
    return f"{workshop}/{key.name}/{key.of}"


class SocketPublisher:
    """The runtime's `Publisher`. A document is encoded once and sent to its room."""

    def __init__(self, clock: Clockwork, public_url: str | None = None) -> None:
        self._clock = clock
        self._public_url = public_url
        self.roster = Roster()
        self.server = socketio.AsyncServer(
            async_mode="aiohttp",
            async_handlers=False,
            transports=["websocket"],
            http_compression=False,
            max_http_buffer_size=LARGEST_FRAME,
            serializer=GamePacket,
            cors_allowed_origins=self._is_ours,
            cors_credentials=False,
        )

    async def publish(self, workshop: WorkshopId, documents: Mapping[DocumentKey, Document], version: int) -> None:
        """Send each document to everyone who may see it."""
        for key, document in documents.items():
            await self._send(key, document, version, room_of(workshop, key))

    async def grant(
        self,
        workshop: WorkshopId,
        seat: SeatId,
        keys: frozenset[DocumentKey],
        documents: Mapping[DocumentKey, Document],
        version: int,
    ) -> None:
        """From now on this seat sees these documents and everyone's, and no others."""
        for sid in self.roster.of_seat(workshop, seat):
            if sid in self.roster.granted:
                await self.regrant(sid, EVERYONE | keys, documents, version)

    async def regrant(
        self, sid: str, keys: frozenset[DocumentKey], documents: Mapping[DocumentKey, Document], version: int
    ) -> None:
        """Let one connection see exactly `keys`: those that are new to it are sent, those that are gone are taken back."""
        workshop = self.roster.callers[sid].workshop
        before = self.roster.granted.get(sid, frozenset())
        self.roster.granted[sid] = keys
        # All rooms first, without a pause: what is published from here on reaches the right ones.
        for key in before - keys:
            await self.server.leave_room(sid, room_of(workshop, key))
        for key in keys - before:
            await self.server.enter_room(sid, room_of(workshop, key))
        for key in _in_order(before - keys):
            await self._send(key, None, version, sid)
        for key in _in_order(keys - before):
            if key in documents and self.roster.may_see(sid, key):
                await self._send(key, documents[key], version, sid)

    async def part(self, workshop: WorkshopId, seat: SeatId, sentence: str) -> None:
        """Tell a seat why it is no longer here, and close its connections."""
        for sid in self.roster.of_seat(workshop, seat):
            self.roster.remove(sid)
            await self.server.emit("parted", {"sentence": sentence}, to=sid)
            await self.server.disconnect(sid)

    async def part_desks(self, account: str) -> None:
        """Close every desk of a facilitator who has signed out; one that still has a good cookie comes back by itself."""
        for sid in self.roster.desks_of(account):
            self.roster.remove(sid)  # from here on no command of theirs is taken
            await self.server.disconnect(sid)

    async def say_going(self, sentence: str) -> None:
        """Tell everyone that the server is about to go away."""
        await self.server.emit("going", {"sentence": sentence})

    async def _send(self, key: DocumentKey, document: Document | None, version: int, to: str) -> None:
        now = self._clock.now()
        message = {"name": key.name, "of": key.of, "version": version, "at": now, "body": document}
        await self.server.emit("document", message, to=to)

    def _is_ours(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        return same_origin(origin, environ.get("HTTP_HOST", ""), self._public_url)


def _in_order(keys: frozenset[DocumentKey]) -> list[DocumentKey]:
    return sorted(keys, key=lambda key: (key.name, key.of))
