from hypothesis import given
from hypothesis import strategies as st

from game.core.rounding import whole


def test_a_half_goes_up_whether_its_neighbour_is_even_or_odd() -> None:
    assert [whole(points) for points in (0, 0.5, 49.4999, 49.5, 50.5, 51.5, 100)] == [0, 1, 49, 50, 51, 52, 100]


@given(st.floats(0, 100))
def test_what_people_read_is_never_further_than_a_half_from_what_is_true(points: float) -> None:
    assert abs(whole(points) - points) <= 0.5
