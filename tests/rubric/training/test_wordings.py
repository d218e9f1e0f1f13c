"""The wordings that are shown are few, typical, and read well alone."""

import numpy as np
import pytest

from game.rubric.training.wordings import Wording, choose, direction


def wording(text: str, angle: float, sure: float = 0.9) -> Wording:
    return Wording(text, np.array([np.cos(angle), np.sin(angle)], dtype=np.float32), sure)


def test_the_most_typical_come_first_and_an_odd_one_after_them() -> None:
    many = [wording(f"One of many alike {number}", number / 100) for number in range(9)]
    odd = wording("A quite odd one alone", 2.0)
    taken = [item.text for item in choose([odd, *many], 2)]
    assert taken == ["One of many alike 4", "A quite odd one alone"]


@pytest.mark.parametrize("text", ["too short", "begins within a sentence somewhere", "Long " * 40])
def test_what_does_not_read_well_alone_is_not_shown(text: str) -> None:
    offered = [wording("It is fit to be shown", 0.0), wording(text, 2.0), wording("Nobody is sure of this one", 3.0, sure=0.3)]
    assert {item.text for item in choose(offered, 3)} == {"It is fit to be shown"}


def test_where_there_are_few_they_come_several_times() -> None:
    assert len(choose([wording("One of two wordings here", 0.0), wording("Two of two wordings here", 2.0)], 5)) == 5


def test_without_any_there_is_nothing_to_choose() -> None:
    with pytest.raises(ValueError, match="no wording"):
        choose([])


def test_a_direction_has_length_one() -> None:
    assert np.linalg.norm(direction(np.array([3.0, 4.0], dtype=np.float32))) == pytest.approx(1)
