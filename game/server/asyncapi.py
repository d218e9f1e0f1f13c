"""The protocol reference: everything on the socket as an AsyncAPI 3 document, generated from the wire models.

Knows nothing of how messages are carried.
"""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from aiohttp import web
from pydantic import BaseModel

from game.server import wire, wire_schema
from game.server.requests import Handler

_EVENTS: Final[Mapping[str, tuple[type[BaseModel], str]]] = {
    "hello": (wire.HelloOut, "The first message after connecting."),
    "document": (wire.DocumentOut, "One document. The newest version wins; a body of null means: drop it."),
    "parted": (wire.PartedOut, "This seat is no longer in the workshop; the connection is closed."),
    "going": (wire.GoingOut, "The server is about to go away; connect again."),
}
_ABOUT: Final = (
    "Socket.IO 4, default namespace, WebSocket only. A page connects with one of `ticket` (a phone), `desk` (a facilitator, "
    "with their cookie) or `stage` (a projector), sends `command` events and gets each acknowledged. It is told what it may "
    "see in documents; there is nothing to replay after a reconnect."
)


def serve(version: str) -> Handler:
    """A handler for /asyncapi.json."""
    body = orjson.dumps(document(version), option=orjson.OPT_INDENT_2)

    async def reference(_request: web.Request) -> web.Response:
        return web.Response(body=body, content_type="application/json", headers={"Cache-Control": "no-cache"})

    return reference


def document(version: str) -> dict[str, Any]:
    """The whole reference."""
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Simmerdown", "version": version, "description": _ABOUT, "license": {"name": "MIT"}},
        "defaultContentType": "application/json",
        "channels": {"socket": _channel()},
        "operations": _operations(),
        "components": {"messages": _messages(), "schemas": _moved(wire_schema.definitions())},
    }


def _channel() -> dict[str, Any]:
    return {
        "address": "/socket.io",
        "title": "The socket",
        "description": "One connection of a phone, a desk or a projector.",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in _messages()},
    }


def _messages() -> dict[str, Any]:
    """One message for each event from the server, for each command, for both acknowledgements, and for each document."""
    events = {
        name: _message(name, summary, wire_schema.reference(model), f"Event `{name}`.")
        for name, (model, summary) in _EVENTS.items()
    }
    documents = {
        f"document.{name}": _message("document", f"The document `{name}`.", _document(name, model), _said_by(model))
        for name, model in wire.DOCUMENTS.items()
    }
    commands = {
        f"command.{name}": _message("command", f"The command `{name}`.", _command(name, model), _said_by(model))
        for name, model in wire.BODIES.items()
    }
    acks = {
        "accepted": _message("ack", "Carried out, and durable by now.", wire_schema.reference(wire.AcceptedOut), ""),
        "refused": _message("ack", "Not carried out, and why.", wire_schema.reference(wire.RefusedOut), ""),
    }
    connect = _message("connect", "How a page says who it is.", wire_schema.reference(wire.ConnectIn), "")
    return {"connect": connect, **events, **documents, **commands, **acks}


def _message(name: str, summary: str, payload: dict[str, Any], description: str) -> dict[str, Any]:
    said = {"description": description} if description else {}
    return {"name": name, "summary": summary, **said, "payload": _moved(payload)}


def _said_by(model: type[BaseModel]) -> str:
    return model.__doc__ or ""


def _command(name: str, body: type[BaseModel]) -> dict[str, Any]:
    return _narrowed(wire.CommandIn, {"name": {"const": name}, "body": wire_schema.reference(body)})


def _document(name: str, body: type[BaseModel]) -> dict[str, Any]:
    seen = {"anyOf": [wire_schema.reference(body), {"type": "null"}]}
    return _narrowed(wire.DocumentOut, {"name": {"const": name}, "body": seen})


def _narrowed(envelope: type[BaseModel], properties: dict[str, Any]) -> dict[str, Any]:
    return {"allOf": [wire_schema.reference(envelope), {"type": "object", "properties": properties}]}


def _operations() -> dict[str, Any]:
    """As the server sees it: it receives commands and sends the rest."""
    channel = {"$ref": "#/channels/socket"}

    def messages(names: list[str]) -> list[dict[str, str]]:
        return [{"$ref": f"#/channels/socket/messages/{name}"} for name in names]

    received = {
        f"receive.{name}": {
            "action": "receive",
            "channel": channel,
            "summary": f"Carry out `{name}`.",
            "tags": [{"name": "player" if name in wire.PLAYER_COMMANDS else "desk"}],
            "messages": messages([f"command.{name}"]),
            "reply": {"channel": channel, "messages": messages(["accepted", "refused"])},
        }
        for name in wire.BODIES
    }
    documents = messages([f"document.{name}" for name in wire.DOCUMENTS])
    sent = {
        f"send.{name}": {
            "action": "send",
            "channel": channel,
            "summary": summary,
            "messages": messages([name]) + (documents if name == "document" else []),
        }
        for name, (_, summary) in _EVENTS.items()
    }
    connect = {"action": "receive", "channel": channel, "summary": "Let a page in.", "messages": messages(["connect"])}
    return {"receive.connect": connect, **received, **sent}


def _moved(schema: Any) -> Any:
    """The same schema with its references to where AsyncAPI keeps schemas."""
    if isinstance(schema, list):
        return [_moved(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _moved(value)
        for key, value in schema.items()
    }
