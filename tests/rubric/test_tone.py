"""How loud, how long, and whose fault: what the rubric hears beside the words of a cue."""

import pytest

from game.core.marks import Context
from game.rubric import Rubric

QUIET = "I am sorry about your floor. I am sending somebody today to dry it."


@pytest.mark.parametrize("loud", [QUIET.upper(), QUIET.replace(".", "!!!")])
def test_shouting_costs_composure_and_says_where(rubric: Rubric, loud: str) -> None:
    calm, shouted = rubric.assess(QUIET, Context()), rubric.assess(loud, Context())
    assert (calm.level("composure") or 0) >= 2
    assert shouted.level("composure") == 1
    (heard,) = [piece for piece in shouted.evidence if piece.cue == "composure.shouting"]
    assert heard.polarity == "lost"
    assert loud[heard.start : heard.end]


@pytest.mark.parametrize("said", ["OK!", "Your order NW-20418-XL is on its way!", "Great! Thank you! See you! Bye!"])
def test_a_code_and_a_cheerful_mark_are_no_shouting(rubric: Rubric, said: str) -> None:
    assert not [piece for piece in rubric.assess(said, Context()).evidence if piece.cue == "composure.shouting"]


def test_a_feeling_that_is_denied_is_not_named(rubric: Rubric) -> None:
    assert rubric.assess("I don't see why you're upset.", Context()).level("empathy") == 0
    assert (rubric.assess("I see why you're upset.", Context()).level("empathy") or 0) >= 1


def test_admitting_a_fault_costs_only_where_there_is_none(rubric: Rubric) -> None:
    said = "I am so sorry, that was our fault. We made a mistake, and I am sending you a new one today."
    ours, not_ours = rubric.assess(said, Context()), rubric.assess(said, Context(company_at_fault=False))
    assert (ours.level("apology") or 0) >= 2
    assert not_ours.level("apology") == 1
    assert next(mark for mark in not_ours.marks if mark.criterion == "apology").review
