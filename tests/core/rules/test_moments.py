"""Which turns of a live beat are put to the vote, and what was noticed at them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import SeatId, Token
from game.core.rules.moments import duelled, tally
from game.core.settings import MOST_DUELLED
from game.core.state import Beat, Moment
from tests.core.pieces import beat, reply


def live(lengths: dict[str, int], noticed: str = "") -> Beat:
    """A live beat with turns of so many letters; `noticed` names a turn for each moment."""
    turns = tuple(
        replace(reply(name, "s-a"), words=replace(reply(name).words, text="x" * length)) for name, length in lengths.items()
    )
    moments = tuple(Moment(SeatId(f"s{place}"), Token(name), "calmed") for place, name in enumerate(noticed))
    return replace(beat(*turns), line=(SeatId("s-a"),), moments=moments)


def test_up_to_four_turns_are_all_compared_in_the_order_they_came() -> None:
    assert duelled(live({"d": 1, "a": 9, "c": 5})) == ("d", "a", "c")


def test_of_more_those_with_most_moments_are_compared_then_the_longest_then_by_token() -> None:
    played = live({"f": 3, "e": 1, "d": 3, "c": 8, "b": 3, "a": 2}, noticed="eea")
    assert duelled(played) == ("e", "c", "b", "a")


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 9), max_size=8), st.text("abcdefgh", max_size=9))
def test_never_more_than_four_and_the_same_whatever_order_they_came_in(lengths: dict[str, int], noticed: str) -> None:
    played = live(lengths, noticed)
    chosen = duelled(played)
    assert len(chosen) == min(MOST_DUELLED, len(lengths))
    turned = replace(played, replies=tuple(reversed(played.replies)))
    assert set(duelled(turned)) == set(chosen)


def test_moments_are_counted_by_what_they_say() -> None:
    stung = Moment(SeatId("s9"), Token("a"), "stung")
    played = live({"a": 1, "b": 1}, noticed="aab")
    told = replace(played, moments=(*played.moments, stung))
    assert [tally(told, Token("a"), "calmed"), tally(told, Token("a"), "stung"), tally(told, Token("b"), "stung")] == [2, 1, 0]
