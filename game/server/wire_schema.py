"""The wire as one JSON schema, for the generators of TypeScript types and of the protocol reference.

Knows nothing of TypeScript or of AsyncAPI.
"""

from collections.abc import Iterable
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from game.server import wire, wire_http

SENT: Final[tuple[type[BaseModel], ...]] = (
    wire.HelloOut,
    wire.DocumentOut,
    wire.PartedOut,
    wire.GoingOut,
    wire.AcceptedOut,
    wire.RefusedOut,
)
RECEIVED: Final[tuple[type[BaseModel], ...]] = (wire.ConnectIn, wire.CommandIn)

Directed = tuple[type[BaseModel], JsonSchemaMode]


def definitions() -> dict[str, Any]:
    """Every schema by name, with references to `#/$defs/<name>`.

    Envelopes and bodies of commands keep their `In` or `Out`; documents and their parts are called as in the core.
    """
    sent: list[Directed] = [(model, "serialization") for model in (*wire.DOCUMENTS.values(), *SENT)]
    received: list[Directed] = [(model, "validation") for model in (*wire.BODIES.values(), *RECEIVED)]
    return _schemas([*sent, *received])


def http_definitions() -> dict[str, Any]:
    """The same for the HTTP API, without what `definitions` holds."""
    models = [value for value in vars(wire_http).values() if isinstance(value, type) and value.__module__ == wire_http.__name__]
    made = _schemas([(model, "validation" if issubclass(model, wire.InModel) else "serialization") for model in models])
    return {name: schema for name, schema in made.items() if name not in definitions()}


def name_of(model: type[BaseModel]) -> str:
    """What a model is called in the schema."""
    return wire.sending.name_of(model) or model.__name__


def reference(model: type[BaseModel]) -> dict[str, str]:
    """A reference to a model's schema."""
    return {"$ref": f"#/$defs/{name_of(model)}"}


def _schemas(models: Iterable[Directed]) -> dict[str, Any]:
    _, whole = models_json_schema(list(models), ref_template="{model}")
    plain = {model.__name__: name_of(model) for model in wire.sending.models()}
    return {plain.get(name, name): _tidy(schema, plain) for name, schema in sorted(whole["$defs"].items())}


def _tidy(schema: Any, plain: dict[str, str]) -> Any:
    """Without the titles that pydantic makes from the names of fields, and with references to the plain names."""
    if isinstance(schema, list):
        return [_tidy(item, plain) for item in schema]
    if not isinstance(schema, dict):
        return schema
    tidied: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "$ref":
            tidied[key] = f"#/$defs/{plain.get(value, value)}"
        elif key == "properties":
            tidied[key] = {name: _tidy(part, plain) for name, part in value.items()}
        elif key != "title":
            tidied[key] = _tidy(value, plain)
    return tidied
