from dataclasses import dataclass

from game.core.ids import Ref, SeatId
from game.core.words import Words, blank_words_of

MINE = Words(Ref("w1"), SeatId("s1"), "mine")
YOURS = Words(Ref("w2"), SeatId("s2"), "yours")
NOBODYS = Words(Ref("w3"), None, "a reason")


@dataclass(frozen=True, slots=True)
class _Page:
    title: Words
    notes: tuple[Words, ...]
    more: dict[str, "_Page"]


def test_every_text_of_one_seat_is_emptied_however_deep_it_lies() -> None:
    page = _Page(YOURS, (MINE, YOURS), {"x": _Page(MINE, (NOBODYS,), {})})
    blank = Words(Ref("w1"), SeatId("s1"), "")
    assert blank_words_of(page, SeatId("s1")) == _Page(YOURS, (blank, YOURS), {"x": _Page(blank, (NOBODYS,), {})})


def test_what_holds_no_text_of_that_seat_stays_as_it_is() -> None:
    page = _Page(YOURS, (YOURS, NOBODYS), {})
    assert blank_words_of(page, SeatId("s1")) == page
    assert blank_words_of("mine", SeatId("s1")) == "mine"
