"""Reads the core's documents back from JSON. Knows nothing of sockets and of what a document means."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def read(kind: type[T], body: Mapping[str, Any]) -> T:
    """`body` (parsed JSON) as an instance of the dataclass `kind`; fields that are unknown here are left out.

    Raises `KeyError` for a field that is missing and has no default.
    """
    made: T = _reader(cast(Hashable, kind))(body)
    return made


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, NewType):
        return _reader(kind.__supertype__)
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        inner = [_reader(choice) for choice in get_args(kind) if choice is not types.NoneType]
        return lambda value: None if value is None else inner[0](value)
    return lambda value: value


def _object(kind: type) -> Callable[[Mapping[str, Any]], Any]:
    hints = get_type_hints(kind)
    needed = [(field.name, _reader(hints[field.name])) for field in fields(kind) if field.default is MISSING]
    spare = [(field.name, _reader(hints[field.name])) for field in fields(kind) if field.default is not MISSING]

    def make(body: Mapping[str, Any]) -> Any:
        given = {name: reader(body[name]) for name, reader in needed}
        given.update((name, reader(body[name])) for name, reader in spare if name in body)
        return kind(**given)

    return make


def _tuple(inner: tuple[Any, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        item = _reader(inner[0])
        return lambda values: tuple(item(value) for value in values)
    items = [_reader(one) for one in inner]
    return lambda values: tuple(reader(value) for reader, value in zip(items, values, strict=True))
