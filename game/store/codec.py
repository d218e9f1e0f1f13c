"""Turns events into JSON and back, keeping what people wrote apart. Knows nothing of tables or of what events mean.

The log holds an event without its texts: of each `Words` only the ref and the seat. Whoever loads it brings the texts; a
text that is not there any more comes back empty.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from game.core.events import Event
from game.core.words import Words
from game.store.upcasters import UPCASTERS, Upcasters

Place = bool | dict[str, Any]
"""Where texts lie inside a value: True is a `Words` itself, a dict leads on by field name (`EACH` for every item)."""
EACH: Final = "__all__"


@dataclass(frozen=True, slots=True)
class Encoded:
    """An event as it goes into the log, and the texts that go beside it."""

    kind: str
    shape: int
    body: str
    words: tuple[Words, ...]


class Codec:
    """Encodes and decodes every event type. Raises `TypeError` when made for a type that it could not keep apart."""

    def __init__(self, upcasters: Upcasters = UPCASTERS) -> None:
        self._upcasters = upcasters
        self._types: dict[str, type] = {kind_of(event_type): event_type for event_type in get_args(Event)}
        self._adapters: dict[str, TypeAdapter[Event]] = {kind: TypeAdapter(found) for kind, found in self._types.items()}
        self._places: dict[str, Place] = {kind: _place(found) for kind, found in self._types.items()}
        self._left_out = {kind: _without_text(place) for kind, place in self._places.items()}

    def encode(self, event: Event) -> Encoded:
        """The event as JSON and its texts, without empty ones. Raises `ValueError` for a text that no database keeps."""
        kind = kind_of(type(event))
        body = self._adapters[kind].dump_json(event, exclude=self._left_out[kind]).decode()
        words = {found.ref: found for found in _words(event, self._places[kind]) if found.text}
        for found in words.values():
            check_text(found.text)
        return Encoded(kind, self._upcasters.shape(kind), body, tuple(words.values()))

    def decode(self, kind: str, shape: int, body: str, texts: Mapping[str, str]) -> Event:
        """The event again, with its texts by ref. Raises `ValueError` for what no version of this program has written."""
        kind = self._upcasters.kind_now(kind)
        if kind not in self._adapters:
            raise ValueError(f"This log was written by a newer version: it holds {kind}, which is not known here.")
        if shape == self._upcasters.shape(kind) and not self._places[kind]:
            return self._adapters[kind].validate_json(body, strict=True)
        value = self._upcasters.upcast(kind, shape, json.loads(body))
        _fill(value, self._places[kind], texts)
        return self._adapters[kind].validate_python(value)


def kind_of(event_type: type) -> str:
    """The name of an event in the log: `BallotCast` is `ballot_cast`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", event_type.__name__).lower()


def check_text(text: str) -> None:
    """Raises `ValueError` for NUL and lone surrogates, which are no text to a database."""
    if "\x00" in text:
        raise ValueError("A text with a NUL character cannot be stored.")
    text.encode()


def _place(found: Any) -> Place:
    """Where a value of this type holds texts; False where it holds none."""
    if found is Words:
        return True
    arguments = get_args(found)
    if get_origin(found) in (Union, UnionType):
        inside = [place for argument in arguments if argument is not NoneType and (place := _place(argument))]
        if len(inside) > 1 or (inside and len(arguments) > 2):
            raise TypeError(f"Which of {found} holds the text?")
        return inside[0] if inside else False
    if get_origin(found) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        place = _place(arguments[0])
        return {EACH: place} if place else False
    if any(_place(argument) for argument in arguments):
        raise TypeError(f"A text inside {found} could not be kept apart from the log.")
    if not is_dataclass(found):
        return False
    hints = get_type_hints(found)
    return {field.name: place for field in fields(found) if (place := _place(hints[field.name]))}


def _without_text(place: Place) -> Any:
    """What pydantic leaves out of the JSON."""
    if isinstance(place, dict):
        return {name: _without_text(inner) for name, inner in place.items()}
    return {"text"} if place else set()


def _words(value: Any, place: Place) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(place, dict) and value is not None:
        for name, inner in place.items():
            for item in value if name == EACH else (getattr(value, name),):
                yield from _words(item, inner)


def _fill(value: Any, place: Place, texts: Mapping[str, str]) -> None:
    """Put the texts back into decoded JSON, in place."""
    if value is None or not place:
        return
    if isinstance(place, dict):
        for name, inner in place.items():
            for item in value if name == EACH else (value.get(name),):
                _fill(item, inner, texts)
    else:
        value["text"] = texts.get(value["ref"], "")
