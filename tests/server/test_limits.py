"""Buckets and windows."""

from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import Instant
from game.server.limits import MOST_KEYS, Bucket, Window


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    bucket = Bucket(20, 40, Instant(0))
    assert [bucket.take(Instant(0)) for _ in range(41)] == [True] * 40 + [False]
    assert bucket.take(Instant(49)) is False
    assert bucket.take(Instant(100)) is True


@given(st.lists(st.integers(0, 5000), max_size=300))
def test_no_pace_gets_more_out_of_a_bucket_than_burst_and_rate(gaps: list[int]) -> None:
    bucket, at, taken = Bucket(20, 40, Instant(0)), 0, 0
    for gap in gaps:
        at += gap
        taken += bucket.take(Instant(at))
        assert taken <= 40 + at * 20 / 1000


def test_a_clock_that_goes_back_gives_nothing() -> None:
    bucket = Bucket(20, 1, Instant(1000))
    assert bucket.take(Instant(1000)) is True
    assert bucket.take(Instant(0)) is False


def test_a_window_forgets_tries_as_they_grow_old() -> None:
    window = Window(2, 1000)
    window.note("a", Instant(0))
    window.note("a", Instant(500))
    assert window.is_full("a", Instant(999)) is True
    assert window.is_full("a", Instant(1000)) is False
    assert window.is_full("b", Instant(999)) is False


def test_a_window_does_not_remember_everybody() -> None:
    window = Window(2, 1000)
    for number in range(MOST_KEYS + 100):
        window.note(number, Instant(number))
    assert len(window._tries) <= MOST_KEYS
