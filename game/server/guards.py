"""What holds for every request: headers, origin, and an answer that says no more than it should. Knows no page."""

from typing import Final

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from game.core.refusal import Refusal
from game.runtime.ports import StoreUnavailable
from game.server.origins import HEADERS, content_policy, same_origin
from game.server.requests import BROKEN, NOT_STORED, Handler, refuse

LARGEST_BODY: Final = 64 * 1024  # bytes
FRAMED: Final = "/preview/"  # pages that the desk shows inside itself
SAFE: Final = ("GET", "HEAD", "OPTIONS")

log = structlog.get_logger(__name__)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Signal for `on_response_prepare`: security headers on every answer, files and errors included."""
    framed = request.path.startswith(FRAMED)
    response.headers.update(HEADERS)
    response.headers["Content-Security-Policy"] = content_policy(request.host, framed=framed)
    if framed:
        response.headers["X-Frame-Options"] = "SAMEORIGIN"


@web.middleware
async def explain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns what went wrong into a code and a sentence; keeps the rest for the log."""
    try:
        return await handler(request)
    except web.HTTPRequestEntityTooLarge:
        return refuse(Refusal("too_long", "That is too large to send."))
    except web.HTTPNotFound:
        return refuse(Refusal("not_found", "There is nothing at this address."))
    except web.HTTPMethodNotAllowed:
        return refuse(Refusal("not_found", "This address does not work that way."))
    except web.HTTPException as other:
        if other.status < 400:
            raise
        return refuse(Refusal("bad_payload", "The server could not make sense of this request."))
    except StoreUnavailable:
        return refuse(NOT_STORED)
    except Exception:
        log.exception("request failed", method=request.method, path=request.path)
        return refuse(BROKEN)


def check_origin(public_url: str | None) -> Middleware:
    """A middleware that takes changes only from pages of ours (or from programs, which carry no one's cookie)."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        safe = request.method in SAFE
        foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        if not safe and (foreign or not same_origin(request.headers.get("Origin"), request.host, public_url)):
            return refuse(Refusal("bad_origin", "This request came from another site."))
        return await handler(request)

    return check
