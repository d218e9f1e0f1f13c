"""Carries events that were written by an earlier version into the shape they have now. Knows nothing of how they are stored.

A field with a default needs nothing here: old events load without it. For any other change of an event's JSON, append a
function to its kind in `UPCASTERS`; the event's shape number grows by one and old logs go on replaying.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

Body = dict[str, Any]
Upcaster = Callable[[Body], Body]


@dataclass(frozen=True, slots=True)
class Upcasters:
    """`steps` holds, for each kind as it is called now, the changes of its JSON in order; `renamed` the kinds of old."""

    steps: Mapping[str, tuple[Upcaster, ...]]
    renamed: Mapping[str, str]

    def kind_now(self, kind: str) -> str:
        """What this kind is called today."""
        return self.renamed.get(kind, kind)

    def shape(self, kind: str) -> int:
        """The shape number that events of this kind are written with today; the first one was 1."""
        return 1 + len(self.steps.get(kind, ()))

    def upcast(self, kind: str, shape: int, body: Body) -> Body:
        """The body in today's shape. Raises `ValueError` for a shape of the future: the log is newer than this program."""
        if not 1 <= shape <= self.shape(kind):
            raise ValueError(f"This log was written by a newer version: it holds {kind} in shape {shape}.")
        for step in self.steps.get(kind, ())[shape - 1 :]:
            body = step(body)
        return body


UPCASTERS: Final = Upcasters(steps={}, renamed={})
