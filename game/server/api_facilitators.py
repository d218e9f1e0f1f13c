"""Sets up, signs in and invites facilitators over HTTP. Knows nothing of how passwords and tokens are checked."""

from aiohttp import web

from game.core.refusal import Refusal
from game.server.doors import Account, Doors
from game.server.facilitators import Facilitators
from game.server.requests import Handler, address_of, answer, is_https, read, refuse
from game.server.tickets import COOKIE, COOKIE_LIFE
from game.server.wire_http import AcceptInvitationIn, DoneOut, InvitationOut, MeOut, SetUpIn, SignInIn


class FacilitatorsApi:
    """The cookie's way in and out."""

    def __init__(self, doors: Doors, facilitators: Facilitators) -> None:
        self._doors = doors
        self._facilitators = facilitators

    def guarded(self, handler: Handler) -> Handler:
        """The same handler for signed-in facilitators only."""

        async def guard(request: web.Request) -> web.StreamResponse:
            if await self._facilitators.of_cookie(request.cookies.get(COOKIE)) is None:
                return refuse(Refusal("not_signed_in", "Please sign in first."))
            return await handler(request)

        return guard

    async def me(self, request: web.Request) -> web.Response:
        """GET /api/me."""
        account = await self._facilitators.of_cookie(request.cookies.get(COOKIE))
        set_up = await self._facilitators.is_set_up()
        return answer(MeOut(signed_in=account is not None, name="" if account is None else account.name, set_up=set_up))

    async def set_up(self, request: web.Request) -> web.Response:
        """POST /api/set-up."""
        asked = await read(request, SetUpIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        who = await self._facilitators.set_up(asked.token, asked.name, asked.password, self._address(request))
        return self._let_in(request, who)

    async def sign_in(self, request: web.Request) -> web.Response:
        """POST /api/sign-in."""
        asked = await read(request, SignInIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        return self._let_in(request, await self._facilitators.sign_in(asked.name, asked.password, self._address(request)))

    async def sign_out(self, request: web.Request) -> web.Response:
        """POST /api/sign-out. The facilitator's open desks close with it."""
        account = await self._facilitators.of_cookie(request.cookies.get(COOKIE))
        if account is not None:
            await self._doors.publisher.part_desks(str(account.id))
        out = answer(DoneOut())
        out.del_cookie(COOKIE, path="/")
        return out

    async def invite(self, _request: web.Request) -> web.Response:
        """POST /api/invitations, for facilitators. The token stands behind a # and so in no server's log."""
        token = self._doors.new_token()
        await self._facilitators.invite(token)
        return answer(InvitationOut(link=f"{self._doors.addresses.chosen}/desk#invitation={token}"))

    async def accept(self, request: web.Request) -> web.Response:
        """POST /api/accept-invitation."""
        asked = await read(request, AcceptInvitationIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        who = await self._facilitators.accept(asked.token, asked.name, asked.password, self._address(request))
        return self._let_in(request, who)

    def _let_in(self, request: web.Request, who: Account | Refusal) -> web.Response:
        if isinstance(who, Refusal):
            return refuse(who)
        welcome = answer(MeOut(signed_in=True, name=who.name, set_up=True))
        welcome.set_cookie(
            COOKIE,
            self._facilitators.cookie_of(who),
            max_age=COOKIE_LIFE,
            path="/",
            httponly=True,
            samesite="Strict",
            secure=is_https(request),
        )
        return welcome

    def _address(self, request: web.Request) -> str:
        return address_of(request, self._doors.behind_proxy)
