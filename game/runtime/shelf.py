"""The current documents of one workshop, rendered again only when what they are made of has changed.

Knows nothing of who is connected.
"""

from collections.abc import Mapping

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
        self._state: Workshop | None = None  # what was rendered last, and whether for the whole room
        self._whole = False
        self._names: tuple[object, ...] = ()
        self._owed: set[DocumentKey] = set()  # changed since `refresh` last gave them out

    def regrant(self, state: Workshop) -> dict[SeatId, frozenset[DocumentKey]]:
        """The seats whose grants have changed, with what they may see now; whoever has left may see nothing."""
        before, now = self.grants, all_grants(state)
        self.grants = now
        changed = {seat: keys for seat, keys in now.items() if before.get(seat) != keys}
        changed.update({seat: frozenset() for seat in before if seat not in now})
        return changed

    def refresh(self, state: Workshop, at: Instant, *, room: bool) -> dict[DocumentKey, Document]:
        """The documents that have changed since they were last returned here: teams' and players' always, the whole room's
        only with `room`.
        """
        self._render(state, at, room=room)
        given = {key for key in self._owed if room or not room_wide(key)}
        self._owed -= given
        return {key: self._documents[key] for key in given}

    def all(self, state: Workshop, at: Instant) -> Mapping[DocumentKey, Document]:
        """Every current document, up to date. What has changed is still owed to everybody else by `refresh`."""
        self._render(state, at, room=True)
        return dict(self._documents)

    def kept(self) -> Mapping[DocumentKey, Document]:
        """What was rendered last, stale or not."""
        return dict(self._documents)

    def _render(self, state: Workshop, at: Instant, *, room: bool) -> None:
        if state is self._state and (self._whole or not room):
            return
        self._state, self._whole = state, room
        keys = all_keys(state)
        names = tuple(seat.name for seat in state.seats.values())
        renamed, self._names = names != self._names, names
        for gone in self._documents.keys() - keys:
            del self._documents[gone]
            self._sources.pop(gone, None)
            self._owed.discard(gone)
        for key in keys:
            if room or not room_wide(key):
                self._render_one(state, key, at, renamed=renamed)

    def _render_one(self, state: Workshop, key: DocumentKey, at: Instant, *, renamed: bool) -> None:
        made_of = sources(state, key)
        if not renamed and _same(made_of, self._sources.get(key)):
            return
        self._sources[key] = made_of
        document = render(state, key, at)
        if document != self._documents.get(key):
            self._documents[key] = document
            self._owed.add(key)


def _same(one: tuple[object, ...], other: tuple[object, ...] | None) -> bool:
    return other is not None and len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
