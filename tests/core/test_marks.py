from game.core.ids import CRITERIA
from game.core.marks import levels
from tests.core.scenarios import assessment


def test_levels_come_in_the_order_of_the_criteria_with_overrules_on_top() -> None:
    given = levels(assessment(1, empathy=3, closing=None), {"empathy": 0, "apology": None})
    assert tuple(given) == CRITERIA
    assert (given["empathy"], given["apology"], given["closing"], given["listening"]) == (0, None, None, 1)


def test_an_assessment_knows_the_level_of_each_criterion() -> None:
    marked = assessment(2, closing=None)
    assert marked.level("empathy") == 2
    assert marked.level("closing") is None
