"""Reads requests and writes answers of the HTTP API. Knows nothing of what is asked."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import orjson
from aiohttp import web
from pydantic import BaseModel

from game.core.refusal import Refusal
from game.server.wire import ModelT, read_body

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# What a refusal means to HTTP; whatever is not here is a conflict with how things stand.
STATUSES: Final = {
    "bad_payload": 400,
    "too_long": 400,
    "bad_name": 400,
    "name_too_long": 400,
    "rude_name": 400,
    "bad_avatar": 400,
    "bad_address": 400,
    "weak_password": 400,
    "unknown_scenario": 400,
    "bad_settings": 400,
    "not_signed_in": 401,
    "wrong_password": 401,
    "bad_token": 403,
    "bad_invitation": 403,
    "bad_origin": 403,
    "unknown_code": 404,
    "not_found": 404,
    "no_practice": 404,
    "too_many_tries": 429,
    "broken": 500,
    "not_saved": 503,
    "practice_full": 503,
}

BROKEN: Final = Refusal("broken", "Something went wrong on the server. Please try again.")
NOT_STORED: Final = Refusal("not_saved", "The server cannot reach its store right now. Please try again in a moment.")


def answer(value: BaseModel | list[Any], status: int = 200) -> web.Response:
    """A JSON answer that nobody keeps."""
    body = [item.model_dump(by_alias=True) for item in value] if isinstance(value, list) else value.model_dump(by_alias=True)
    return _json(body, status)


def refuse(refusal: Refusal) -> web.Response:
    """The code and sentence of a refusal, with the status that fits."""
    return _json({"code": refusal.code, "sentence": refusal.sentence}, STATUSES.get(refusal.code, 409))


async def read(request: web.Request, model: type[ModelT]) -> ModelT | Refusal:
    """The request's JSON as an instance of `model`, or a `Refusal`. Raises `HTTPRequestEntityTooLarge`."""
    if request.content_type != "application/json":
        return Refusal("bad_payload", "This has to be sent as JSON (application/json).")
    try:
        body = orjson.loads(await request.read())
    except ValueError:
        return Refusal("bad_payload", "This is not readable as JSON.")
    return read_body(model, body)


def address_of(request: web.Request, behind_proxy: bool) -> str:
    """The client's address; behind a reverse proxy the one that the proxy itself saw."""
    if behind_proxy:
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        if forwarded:
            return forwarded
    return request.remote or ""


def is_https(request: web.Request) -> bool:
    """Whether the browser speaks https, with us or with a reverse proxy in front."""
    return request.secure or request.headers.get("Origin", "").startswith("https://")


def _json(body: object, status: int) -> web.Response:
    return web.Response(
        body=orjson.dumps(body), status=status, content_type="application/json", headers={"Cache-Control": "no-store"}
    )
