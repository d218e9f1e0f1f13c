"""The wordings that are shown are few, sure and unlike each other."""

import numpy as np
import pytest

from game.rubric.training.wordings import Wording, choose, direction


def wording(text: str, angle: float, sure: float = 0.9) -> Wording:
    return Wording(text, np.array([np.cos(angle), np.sin(angle)], dtype=np.float32), sure)


def test_the_sure_ones_that_lie_furthest_apart_are_taken() -> None:
    offered = [
        wording("the first of all", 0.0, 0.99),
        wording("almost the first one", 0.1),
        wording("quite another thing said", 3.0),
    ]
    assert [item.text for item in choose(offered, 2)] == ["the first of all", "quite another thing said"]


def test_what_is_unsure_too_short_or_too_long_is_not_shown() -> None:
    offered = [
        wording("fit to be shown", 0.0),
        wording("not sure at all", 1.0, 0.3),
        wording("short", 2.0),
        wording("long " * 40, 3.0),
    ]
    assert {item.text for item in choose(offered, 3)} == {"fit to be shown"}


def test_where_there_are_few_they_come_several_times() -> None:
    found = choose([wording("one of two wordings", 0.0), wording("two of two wordings", 2.0)], 5)
    assert len(found) == 5


def test_without_any_there_is_nothing_to_choose() -> None:
    with pytest.raises(ValueError, match="no wording"):
        choose([])


def test_a_direction_has_length_one() -> None:
    assert np.linalg.norm(direction(np.array([3.0, 4.0], dtype=np.float32))) == pytest.approx(1)
