"""What a person wrote, kept apart from the shape of the game. Knows nothing of where either is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from game.core.ids import Ref, SeatId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its author. Stored beside the log under `ref`; `text` is empty once its author was erased."""

    ref: Ref
    seat: SeatId | None
    text: str


def blank_words_of(value: T, seat: SeatId) -> T:
    """The same value with every text of one seat emptied, however deep it lies."""
    return cast(T, _blank(value, seat))


def _blank(value: Any, seat: SeatId) -> Any:
    if isinstance(value, Words):
        return replace(value, text="") if value.seat == seat else value
    if isinstance(value, tuple):
        return tuple(_blank(item, seat) for item in value)
    if isinstance(value, Mapping):
        return {key: _blank(item, seat) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: _blank(item, seat) for name, item in old.items()}
        return replace(value, **new) if any(new[name] is not old[name] for name in old) else value
    return value
