"""How a player gets a seat, and what they may know before. Knows nothing of the rules that give or refuse one."""

from typing import Final

from aiohttp import web

from game.core.ids import PlayerId, WorkshopId
from game.core.refusal import Refusal
from game.server import nicknames
from game.server.doors import Doors, Snapshot
from game.server.limits import Window
from game.server.requests import address_of, answer, read, refuse
from game.server.tickets import Signer, hash_of
from game.server.wire_http import JoinedOut, JoinIn, WorkshopCardOut

MOST_WRONG_CODES: Final = 600  # in a minute from one address: no room behind it is shut out, and trying all codes takes weeks
MINUTE: Final = 60_000


class JoinApi:
    """Codes, nicknames, avatars and passes."""

    def __init__(self, doors: Doors, signer: Signer) -> None:
        self._doors = doors
        self._signer = signer
        self._wrong_codes = Window(MOST_WRONG_CODES, MINUTE)

    async def look_up(self, request: web.Request) -> web.Response:
        """GET /api/workshops/{code}."""
        found = await self._find(request, request.match_info["code"])
        if isinstance(found, Refusal):
            return refuse(found)
        workshop, snapshot = found
        self._doors.addresses.note_phone(workshop, address_of(request, self._doors.behind_proxy))
        return answer(card_of(snapshot))

    async def join(self, request: web.Request) -> web.Response:
        """POST /api/join."""
        asked = await read(request, JoinIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        joined = await self._join(request, asked)
        return refuse(joined) if isinstance(joined, Refusal) else answer(joined)

    async def _join(self, request: web.Request, asked: JoinIn) -> JoinedOut | Refusal:
        found = await self._find(request, asked.code)
        if isinstance(found, Refusal):
            return found
        name = nicknames.fit(asked.nickname, self._doors.names)
        if isinstance(name, Refusal):
            return name
        if asked.avatar not in self._doors.library.names.avatars:
            return Refusal("bad_avatar", "Please choose one of the pictures.")
        workshop, snapshot = found
        private_pass = asked.private_pass or ""
        known = await self._doors.accounts.player_of_pass(hash_of(private_pass)) if private_pass else None
        player = known or (self._signer.player_of(asked.key) if asked.key else PlayerId(self._doors.new_token()))
        seat = await self._doors.tables.join(workshop, player, name, asked.avatar)
        if isinstance(seat, Refusal):
            return seat
        if known is None:
            private_pass = self._doors.new_token()
            await self._doors.accounts.remember_pass(hash_of(private_pass), player)
        ticket = self._signer.ticket(workshop, seat)
        return JoinedOut(ticket=ticket, seat=seat, code=snapshot.state.code, private_pass=private_pass)

    async def _find(self, request: web.Request, code: str) -> tuple[WorkshopId, Snapshot] | Refusal:
        address, now = address_of(request, self._doors.behind_proxy), self._doors.clock.now()
        if self._wrong_codes.is_full(address, now):
            return Refusal("too_many_tries", "Too many wrong codes. Please wait a minute.")
        workshop = await self._doors.tables.find(code.strip())
        snapshot = None if workshop is None else await self._doors.tables.current(workshop)
        if workshop is None or snapshot is None or snapshot.state.settings.practice:  # that has one seat, and it is taken
            self._wrong_codes.note(address, now)
            return Refusal("unknown_code", "No workshop has this code. Please check the letters on the screen.")
        return workshop, snapshot


def card_of(snapshot: Snapshot) -> WorkshopCardOut:
    """What anybody with the code may know."""
    state = snapshot.state
    return WorkshopCardOut(
        code=state.code,
        title=state.settings.title,
        season=state.settings.season,
        locked=state.locked,
        rehearsal=state.settings.rehearsal,
        keep_days=state.settings.keep_days,
        players=sum(not seat.gone and not seat.bot for seat in state.seats.values()),
    )
