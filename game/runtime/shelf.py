"""The current documents of one workshop, rendered again only when what they are made of has changed.

Knows nothing of who is connected.
"""

from collections.abc import Iterable, Mapping

from game.core.documents import Document
from game.core.ids import Instant, SeatId
from game.core.state import Workshop
from game.core.views.grants import DocumentKey, all_grants, all_keys
from game.core.views.render import render, room_wide, sources

Grants = Mapping[SeatId, frozenset[DocumentKey]]


class Shelf:
    """Keeps each document with the objects it was made from."""

    def __init__(self) -> None:
        self.grants: Grants = {}
        self._documents: dict[DocumentKey, Document] = {}
        self._sources: dict[DocumentKey, tuple[object, ...]] = {}
        self._names: tuple[object, ...] = ()

    def regrant(self, state: Workshop) -> dict[SeatId, frozenset[DocumentKey]]:
        """The seats whose grants have changed, with what they may see now; whoever has left may see nothing."""
        before, now = self.grants, all_grants(state)
        self.grants = now
        changed = {seat: keys for seat, keys in now.items() if before.get(seat) != keys}
        changed.update({seat: frozenset() for seat in before if seat not in now})
        return changed

    def refresh(self, state: Workshop, at: Instant, *, room: bool) -> dict[DocumentKey, Document]:
        """The documents that have changed: teams' and players' always, the whole room's only with `room`."""
        keys = all_keys(state)
        names = tuple(seat.name for seat in state.seats.values())
        renamed, self._names = names != self._names, names
        for gone in self._documents.keys() - keys:
            del self._documents[gone]
            self._sources.pop(gone, None)
        wanted = [key for key in keys if room or not room_wide(key)]
        return dict(self._changed(state, at, wanted, renamed=renamed))

    def all(self, state: Workshop, at: Instant) -> Mapping[DocumentKey, Document]:
        """Every current document, up to date."""
        self.refresh(state, at, room=True)
        return dict(self._documents)

    def kept(self) -> Mapping[DocumentKey, Document]:
        """What was rendered last, stale or not."""
        return dict(self._documents)

    def _changed(
        self, state: Workshop, at: Instant, keys: Iterable[DocumentKey], *, renamed: bool
    ) -> Iterable[tuple[DocumentKey, Document]]:
        for key in keys:
            made_of = sources(state, key)
            if not renamed and _same(made_of, self._sources.get(key)):
                continue
            self._sources[key] = made_of
            document = render(state, key, at)
            if document != self._documents.get(key):
                self._documents[key] = document
                yield key, document


def _same(one: tuple[object, ...], other: tuple[object, ...] | None) -> bool:
    return other is not None and len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
