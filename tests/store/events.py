"""Events for the store's tests: some by hand, all kinds by chance. Knows nothing of the store."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from hypothesis import strategies as st

from game.core.events import Event, ReplySent, SeatErased, SeatTaken, WorkshopOpened
from game.core.ids import Instant, PlayerId, Ref, SeatId, TeamId, Token, WorkshopId
from game.core.settings import Settings
from game.core.words import Words
from game.runtime.ports import Batch, Entry, Receipt

W1 = WorkshopId("w1")

# What a database keeps as text: everything but NUL and halves of surrogate pairs.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(str, texts)
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def _mapping(found: Any) -> st.SearchStrategy[Any]:
    key, value = get_args(found)
    return st.dictionaries(st.from_type(key), st.from_type(value), max_size=3)


def _tuple(found: Any) -> st.SearchStrategy[Any]:
    arguments = get_args(found)
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return st.lists(st.from_type(arguments[0]), max_size=3).map(tuple)
    return st.tuples(*map(st.from_type, arguments))


st.register_type_strategy(Mapping, _mapping)
st.register_type_strategy(tuple, _tuple)

EVENT_TYPES: tuple[type[Event], ...] = get_args(Event)


def of_type(event_type: type[Event]) -> st.SearchStrategy[Event]:
    """Any event of one kind, whose texts each have a ref of their own."""
    return st.from_type(event_type)


def opened(workshop: WorkshopId = W1, code: str | None = None, at: int = 1_000, **settings: Any) -> WorkshopOpened:
    """The opening of a workshop, by default one whose code is its id."""
    chosen = Settings(**{"title": "Tuesday", "season": "Spring", "playlist": (), "forms": (), **settings})
    return WorkshopOpened(workshop, code or workshop.upper(), "seed", Instant(at), chosen, ())


def words(ref: str, text: str, seat: str | None = "s1") -> Words:
    return Words(Ref(ref), None if seat is None else SeatId(seat), text)


def taken(seat: str = "s1", name: str = "Ada", player: str = "p1", bot: bool = False) -> SeatTaken:
    return SeatTaken(SeatId(seat), PlayerId(player), "🦊", bot, words(f"name-{seat}", name, seat))


def replied(text: str, seat: str = "s1", ref: str = "r1") -> ReplySent:
    said = words(ref, text, seat)
    return ReplySent(TeamId("t1"), Token(ref), SeatId(seat), (), None, Instant(2_000), False, False, said)


def erased(seat: str = "s1") -> SeatErased:
    return SeatErased(SeatId(seat))


def batch(
    *events: Event,
    workshop: WorkshopId = W1,
    after: int = 0,
    receipts: Iterable[tuple[str, str]] = (),
    at: int = 1_000,
) -> Batch:
    """These events after version `after`, a second apart, with receipts of (actor, command)."""
    entries = tuple(
        Entry(version, Instant(at + 1_000 * version), event) for version, event in enumerate(events, start=after + 1)
    )
    version = after + len(entries)
    return Batch(workshop, after, entries, tuple(Receipt(actor, command, version) for actor, command in receipts))
