from dataclasses import replace

import pytest

from game.core.marks import Level
from game.core.rules.tone import tone
from game.core.scenario import Tone
from tests.core.pieces import points


@pytest.mark.parametrize(
    ("earned", "composure", "expected"),
    [
        (90, 2, "heard"),
        (60, 1, "heard"),
        (59, 2, None),
        (45, 2, None),
        (44, 2, "ignored"),
        (10, 2, "ignored"),
        (9, 2, "argued"),
        (55, 1, "argued"),
        (90, 0, "argued"),
        (70, None, "heard"),
    ],
)
def test_points_and_composure_make_the_tone(earned: float, composure: Level | None, expected: Tone | None) -> None:
    assert tone(points(earned), {"composure": composure}) == expected


def test_what_nobody_could_score_had_no_tone() -> None:
    assert tone(None, {}) is None
    assert tone(replace(points(0), weights=(0.0, 0.0, 0.0)), {"composure": 0}) is None
