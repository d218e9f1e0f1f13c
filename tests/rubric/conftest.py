"""The rubric as shipped, loaded once, and the labelled development set."""

import pytest

from game.rubric import Rubric, load_rubric
from tests.rubric import sets


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(sets.CONTENT)


@pytest.fixture(scope="session")
def gold() -> list[dict[str, object]]:
    return [*sets.gold()]
