"""What a whole assessment looks like, and what context does to it."""

from dataclasses import replace

import pytest

from game.core.ids import CRITERIA
from game.core.marks import Context
from game.rubric import Rubric

GOOD = (
    "Two nights without heating with a newborn, that must have been exhausting. I am sorry that we cancelled on you. "
    "I will send our engineer Tom this evening between six and seven, or tomorrow at eight, which do you prefer?"
)


def test_an_assessment_marks_all_criteria_in_their_order_with_a_reason_and_the_next_step(rubric: Rubric) -> None:
    assessment = rubric.assess(
        GOOD, Context(customer=("Two nights now! No heating, with a newborn, and you cancelled on us.",))
    )
    assert tuple(mark.criterion for mark in assessment.marks) == CRITERIA
    for criterion in ("empathy", "apology", "solution", "follow_through"):
        assert (assessment.level(criterion) or 0) >= 2, criterion
    for mark in assessment.marks:
        assert bool(mark.next_level) == (mark.level is not None and mark.level < 3)
    for item in assessment.evidence:
        assert 0 <= item.start < item.end <= len(GOOD)
        assert item.reason
    assert assessment.rubric == rubric.version


def test_limits_are_judged_only_where_the_customer_was_abusive(rubric: Rubric) -> None:
    reply = "Please leave out the insults, then I can help you with the bill."
    assert rubric.assess(reply, Context()).level("limits") is None
    assert rubric.assess(reply, Context(abusive=True)).level("limits") == 3


def test_the_close_is_judged_only_where_the_contact_ends(rubric: Rubric) -> None:
    reply = "Is there anything else I can do for you? Hug the little one from me."
    assert rubric.assess(reply, Context()).level("closing") is None
    assert rubric.assess(reply, Context(closing=True)).level("closing") == 3


def test_speaking_before_the_floor_was_yielded_costs_listening(rubric: Rubric) -> None:
    reply = "Please tell me everything that happened, I am listening."
    assert rubric.assess(reply, Context(floor_yielded=True)).level("listening") == 3
    assert rubric.assess(reply, Context(floor_yielded=False)).level("listening") == 1
    assert rubric.assess("Which train was it?", Context(floor_yielded=False)).level("listening") == 0


def test_the_words_that_begin_a_specific_apology_are_not_called_an_apology_for_nothing(rubric: Rubric) -> None:
    def reasons(reply: str) -> set[str]:
        return {item.reason for item in rubric.assess(reply, Context()).evidence if item.criterion == "apology"}

    assert reasons("I am so sorry that you had to chase this for weeks.") == {"Says what the apology is for."}
    assert len(reasons("Sorry. I apologise for the wrong invoice.")) == 2


def test_the_third_apology_of_a_scene_is_worth_one(rubric: Rubric) -> None:
    reply = "I am sorry that the parcel got lost. I will send a new one tomorrow."
    assert rubric.assess(reply, Context()).level("apology") == 3
    assert rubric.assess(reply, Context(earlier_apologies=2)).level("apology") == 1


def test_an_offer_beyond_what_is_fair_or_allowed_is_worth_one(rubric: Rubric) -> None:
    reply = "I will refund the delivery fee today."
    fair = Context(actions=("offer",), offered=20, fair_min=0, fair_max=40, authority=50)
    assert rubric.assess(reply, fair).level("solution") == 2
    assert rubric.assess(reply, replace(fair, offered=45)).level("solution") == 1
    assert rubric.assess(reply, replace(fair, offered=30, authority=25)).level("solution") == 1


def test_paying_in_full_is_too_much_only_where_the_company_is_not_at_fault(rubric: Rubric) -> None:
    reply = "I will refund the full amount today."
    assert rubric.assess(reply, Context(company_at_fault=True)).level("solution") == 2
    assert rubric.assess(reply, Context(company_at_fault=False)).level("solution") == 1


@pytest.mark.parametrize("insult", ["You are an idiot.", "Calm down.", "Haha, sounds like fun."])
def test_rudeness_is_not_made_good_by_kind_words(rubric: Rubric, insult: str) -> None:
    assessment = rubric.assess(f"{GOOD} {insult}", Context())
    assert assessment.level("composure") == 0
    assert assessment.level("rapport") == 0


def test_a_polite_limit_is_no_insult(rubric: Rubric) -> None:
    reply = "The word idiot I'd ask you to keep out, please. Then I'm all yours."
    assert (rubric.assess(reply, Context(abusive=True)).level("composure") or 0) >= 2
