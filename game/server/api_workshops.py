"""What a facilitator does with workshops outside the game itself. Knows nothing of rules, files or bots."""

import io
from collections.abc import AsyncIterator

import segno
import structlog
from aiohttp import web

from game.core.ids import Token, WorkshopId
from game.core.refusal import Refusal
from game.core.views.desk import reply_marks
from game.server.doors import Doors
from game.server.openings import settings_of
from game.server.requests import answer, read, refuse
from game.server.wire_http import (
    AddressesOut,
    ChooseAddressIn,
    DoneOut,
    JoinLinkOut,
    MarksOut,
    OpenedOut,
    OpenWorkshopIn,
    SeatBotsIn,
    WorkshopRowOut,
)

log = structlog.get_logger(__name__)


class WorkshopsApi:
    """Open, list, address, export, fill with bots."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    async def open(self, request: web.Request) -> web.Response:
        """POST /api/workshops."""
        asked = await read(request, OpenWorkshopIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        settings = settings_of(asked, self._doors.library, self._doors.clock.now())
        if isinstance(settings, Refusal):
            return refuse(settings)
        _, code = await self._doors.tables.open_workshop(settings)
        return answer(OpenedOut(code=code), status=201)

    async def list(self, _request: web.Request) -> web.Response:
        """GET /api/workshops."""
        rows = await self._doors.workshops.workshops()
        return answer(
            [
                WorkshopRowOut(code=row.code, title=row.title, opened_at=row.opened_at, phase=row.phase, players=row.players)
                for row in rows
            ]
        )

    async def addresses(self, request: web.Request) -> web.Response:
        """GET /api/workshops/{code}/address."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        await self._doors.addresses.look_again()
        return answer(self._addresses(workshop))

    async def choose_address(self, request: web.Request) -> web.Response:
        """POST /api/workshops/{code}/address."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        asked = await read(request, ChooseAddressIn)
        refused = asked if isinstance(asked, Refusal) else self._doors.addresses.choose(asked.url)
        return answer(self._addresses(workshop)) if refused is None else refuse(refused)

    async def join_link(self, request: web.Request) -> web.Response:
        """GET /api/workshops/{code}/join-link: for a projector that nobody has signed in."""
        workshop = await self._workshop(request)
        return refuse(workshop) if isinstance(workshop, Refusal) else answer(JoinLinkOut(link=self._link(request)))

    async def qr(self, request: web.Request) -> web.Response:
        """GET /api/workshops/{code}/qr.svg: the join link. As public as the code that it holds."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        drawn = io.BytesIO()
        segno.make(self._link(request), error="m", micro=False).save(drawn, kind="svg", scale=8, light="#fff", omitsize=True)
        return web.Response(body=drawn.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "no-store"})

    async def export(self, request: web.Request) -> web.StreamResponse:
        """GET /api/workshops/{code}/export.csv, piece by piece."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        return await _download(request, self._doors.exports.csv(workshop), "simmerdown-{code}.csv", "text/csv")

    async def labels(self, request: web.Request) -> web.StreamResponse:
        """GET /api/workshops/{code}/labelled.jsonl: overruled replies for `simmerdown rubric report`."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        labels = self._doors.exports.labels(workshop)
        return await _download(request, labels, "simmerdown-{code}-labelled.jsonl", "application/x-ndjson")

    async def marks(self, request: web.Request) -> web.Response:
        """GET /api/workshops/{code}/replies/{token}/marks: too many words to be sent to every desk all the time."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        snapshot = await self._doors.tables.current(workshop)
        marks = reply_marks(snapshot.state, Token(request.match_info["token"])) if snapshot else None
        if marks is None:
            return refuse(Refusal("not_found", "This reply belongs to a round that is over, or is not revealed yet."))
        return answer(MarksOut(marks=marks))

    async def seat_bots(self, request: web.Request) -> web.Response:
        """POST /api/workshops/{code}/bots."""
        workshop = await self._workshop(request)
        if isinstance(workshop, Refusal):
            return refuse(workshop)
        asked = await read(request, SeatBotsIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        refused = await self._doors.hosts.seat_bots(workshop, request.match_info["code"].strip().upper(), asked.players)
        return answer(DoneOut()) if refused is None else refuse(refused)

    async def _workshop(self, request: web.Request) -> WorkshopId | Refusal:
        found = await self._doors.tables.find(request.match_info["code"].strip())
        snapshot = await self._doors.tables.current(found) if found else None
        if found is None or (snapshot is not None and snapshot.state.settings.practice):  # that is its player's alone
            return Refusal("unknown_code", "No workshop has this code.")
        return found

    def _link(self, request: web.Request) -> str:
        return f"{self._doors.addresses.chosen}/j/{request.match_info['code'].strip().upper()}"

    def _addresses(self, workshop: WorkshopId) -> AddressesOut:
        addresses = self._doors.addresses
        return AddressesOut(chosen=addresses.chosen, candidates=addresses.candidates(), phones=addresses.phones(workshop))


async def _download(request: web.Request, pieces: AsyncIterator[str], name: str, kind: str) -> web.StreamResponse:
    """A file in pieces; what fails before the first of them still gets a sentence."""
    code = "".join(char for char in request.match_info["code"] if char.isalnum())
    response = web.StreamResponse(
        headers={
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Disposition": f'attachment; filename="{name.format(code=code)}"',
            "Cache-Control": "no-store",
        }
    )
    first = await anext(pieces, "")
    await response.prepare(request)
    await response.write(first.encode())
    async for piece in pieces:
        await response.write(piece.encode())
    await response.write_eof()
    return response
