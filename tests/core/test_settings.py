import pytest

from game.core.settings import LONGEST_REPLY, beat_times


@pytest.mark.parametrize(
    ("seats", "floor", "reply", "vote", "reveal"),
    [(3, 40, 120, 30, 35), (4, 40, 120, 40, 35), (5, 40, 120, 60, 40), (6, 40, 120, 75, 40), (8, 40, 120, 75, 45)],
)
def test_a_beat_has_the_times_of_the_table(seats: int, floor: int, reply: int, vote: int, reveal: int) -> None:
    times = beat_times(seats - 1)
    assert (times.floor, times.reply, times.vote, times.reveal) == (
        floor * 1000,
        reply * 1000,
        vote * 1000,
        reveal * 1000,
    )


def test_between_the_rows_the_larger_team_counts_and_beyond_them_the_last() -> None:
    assert beat_times(6) == beat_times(7) == beat_times(12)
    assert beat_times(1) == beat_times(2)


def test_the_longest_reply_clock_is_half_as_long_again_as_the_usual_one() -> None:
    assert beat_times(4).reply * 3 // 2 == LONGEST_REPLY
