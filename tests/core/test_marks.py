from dataclasses import replace

from game.core.ids import CRITERIA
from game.core.marks import Breach, breach, levels
from tests.core.scenarios import assessment


def test_levels_come_in_the_order_of_the_criteria_with_overrules_on_top() -> None:
    given = levels(assessment(1, empathy=3, closing=None), {"empathy": 0, "apology": None})
    assert tuple(given) == CRITERIA
    assert (given["empathy"], given["apology"], given["closing"], given["listening"]) == (0, None, None, 1)


def test_an_assessment_knows_the_level_of_each_criterion() -> None:
    marked = assessment(2, closing=None)
    assert marked.level("empathy") == 2
    assert marked.level("closing") is None


def test_what_offends_comes_before_what_is_missing_and_an_insult_before_all() -> None:
    rude = assessment(2, composure=0, empathy=1)
    found = breach(rude)
    assert found is not None
    assert found.criterion == "composure"
    assert found.evidence is not None
    assert found.evidence.polarity == "lost"


def test_where_nothing_offends_the_breach_is_what_is_missing() -> None:
    bland = replace(assessment(2, rapport=0), evidence=())
    assert breach(bland) == Breach("rapport", None)
    assert breach(replace(assessment(2), evidence=())) is None
