"""Puts the server together: routes, guards, the socket. Knows nothing of how each of them works."""

from aiohttp import web

from game.server import asyncapi
from game.server.api_content import ContentApi
from game.server.api_facilitators import FacilitatorsApi
from game.server.api_join import JoinApi
from game.server.api_packs import PacksApi
from game.server.api_practice import PracticeApi
from game.server.api_warmup import WarmUpApi
from game.server.api_workshops import WorkshopsApi
from game.server.doors import Doors
from game.server.facilitators import Facilitators
from game.server.guards import LARGEST_BODY, add_headers, check_origin, explain_errors
from game.server.pages import Pages
from game.server.requests import answer
from game.server.sockets import Sockets
from game.server.tickets import Signer
from game.server.wire_http import HealthOut

DOORS = web.AppKey("doors", Doors)


def create_app(doors: Doors) -> web.Application:
    """The whole server as one aiohttp application. Stopping it says goodbye to every connection first."""
    signer = Signer(doors.secret)
    facilitators = Facilitators(doors.accounts, signer, doors.clock, doors.set_up)
    sockets = Sockets(doors, signer, facilitators)
    app = web.Application(middlewares=[explain_errors, check_origin(doors.addresses.public_url)], client_max_size=LARGEST_BODY)
    app[DOORS] = doors
    app.on_response_prepare.append(add_headers)
    app.add_routes(
        [
            *Pages(doors.web_folder).routes(),
            *_api(doors, signer, facilitators),
            web.get("/healthz", _health),
            web.get("/asyncapi.json", asyncapi.serve(doors.version)),
            web.get("/socket.io/", sockets.door),
        ]
    )

    async def goodbye(_app: web.Application) -> None:
        await sockets.close()

    app.on_shutdown.append(goodbye)
    return app


def _api(doors: Doors, signer: Signer, facilitators: Facilitators) -> list[web.AbstractRouteDef]:
    joining = JoinApi(doors, signer)
    content = ContentApi(doors.library, doors.packs)
    packs = PacksApi(doors.packs)
    practice = PracticeApi(doors, signer)
    warm_up = WarmUpApi(doors)
    people = FacilitatorsApi(doors, facilitators)
    workshops = WorkshopsApi(doors)
    desk = people.guarded
    return [
        web.get("/api/content", content.content),
        web.get("/api/scenarios", desk(content.scenarios)),
        web.get("/api/scenarios/{slug}/preview", desk(content.preview)),
        web.get("/api/packs", desk(packs.list)),
        web.post("/api/packs", desk(packs.add)),
        web.delete("/api/packs/{pack}", desk(packs.remove)),
        web.post("/api/join", joining.join),
        web.post("/api/warm-up", warm_up.worst),
        web.get("/api/practice", practice.choices),
        web.post("/api/practice", practice.begin),
        web.get("/api/me", people.me),
        web.post("/api/set-up", people.set_up),
        web.post("/api/sign-in", people.sign_in),
        web.post("/api/sign-out", people.sign_out),
        web.post("/api/invitations", desk(people.invite)),
        web.post("/api/accept-invitation", people.accept),
        web.get("/api/workshops", desk(workshops.list)),
        web.post("/api/workshops", desk(workshops.open)),
        web.get("/api/workshops/{code}", joining.look_up),
        web.get("/api/workshops/{code}/qr.svg", workshops.qr),
        web.get("/api/workshops/{code}/join-link", workshops.join_link),
        web.get("/api/workshops/{code}/address", desk(workshops.addresses)),
        web.post("/api/workshops/{code}/address", desk(workshops.choose_address)),
        web.get("/api/workshops/{code}/replies/{token}/marks", desk(workshops.marks)),
        web.get("/api/workshops/{code}/export.csv", desk(workshops.export)),
        web.get("/api/workshops/{code}/labelled.jsonl", desk(workshops.labels)),
        web.post("/api/workshops/{code}/bots", desk(workshops.seat_bots)),
    ]


async def _health(request: web.Request) -> web.Response:
    doors = request.app[DOORS]
    roster = doors.publisher.roster
    return answer(HealthOut(version=doors.version, workshops=roster.workshops(), connections=len(roster.callers)))
