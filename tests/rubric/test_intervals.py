"""The intervals that stand beside every measured number."""

import random
import statistics

from hypothesis import given
from hypothesis import strategies as st

from tests.rubric.intervals import bootstrap, wilson


def test_wilson_gives_the_textbook_interval() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


@given(of=st.integers(1, 500), data=st.data())
def test_a_share_lies_within_its_interval_and_more_replies_narrow_it(of: int, data: st.DataObject) -> None:
    passed = data.draw(st.integers(0, of))
    low, high = wilson(passed, of)
    assert 0 <= low <= passed / of + 1e-9
    assert passed / of - 1e-9 <= high <= 1
    wider = wilson(passed * 10, of * 10)
    assert wider[1] - wider[0] < high - low


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert bootstrap([], statistics.fmean, random.Random(1)) == (0.0, 0.0)


def test_the_bootstrap_is_the_same_every_time_and_holds_the_mean() -> None:
    values = [float(number % 7) for number in range(60)]
    first = bootstrap(values, statistics.fmean, random.Random(1))
    assert first == bootstrap(values, statistics.fmean, random.Random(1))
    assert first[0] < statistics.fmean(values) < first[1]
