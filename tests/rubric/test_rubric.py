"""What a whole assessment looks like, and what context does to it."""

from dataclasses import replace

import pytest

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Context
from game.rubric import Rubric, load_rubric
from tests.rubric.sets import CONTENT

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


@pytest.mark.parametrize(
    ("criterion", "reply", "context", "why", "instead"),
    [
        (
            "listening",
            "Tell me everything.",
            Context(floor_yielded=False),
            "Sent before they had finished.",
            "Let them finish first.",
        ),
        (
            "listening",
            "Which train was it?",
            Context(floor_yielded=False),
            "Sent before they had finished.",
            "Let them finish first.",
        ),
        (
            "apology",
            "I am sorry that the parcel got lost. I will send a new one tomorrow.",
            Context(earlier_apologies=2),
            "It has been said twice before, and one more weighs little.",
            "Mend what went wrong instead of saying sorry again.",
        ),
        (
            "apology",
            "I am sorry that the parcel got lost. Now calm down.",
            Context(),
            "What stands beside it takes most of it back.",
            "Leave out what takes it back.",
        ),
        (
            "empathy",
            "I understand your frustration. Now calm down.",
            Context(),
            "What stands beside it takes most of it back.",
            "Leave out what takes it back.",
        ),
        (
            "solution",
            "I will refund the delivery fee today.",
            Context(actions=("offer",), offered=45, fair_min=0, fair_max=40, authority=50),
            "It is more than is fair here.",
            "Offer what is in proportion to what went wrong.",
        ),
    ],
)
def test_what_holds_a_mark_down_is_told_and_what_would_help_instead(
    criterion: Criterion, reply: str, context: Context, why: str, instead: str
) -> None:
    found = load_rubric(CONTENT, semantic=False).assess(reply, context)
    mark = next(mark for mark in found.marks if mark.criterion == criterion)
    assert mark.next_level == instead
    assert any(item.reason.endswith(why) for item in found.evidence if item.criterion == criterion)


def test_what_scolds_is_no_credit_for_composure(rubric: Rubric) -> None:
    found = rubric.assess("Such a tone is not appropriate, I forbid it.", Context(abusive=True))
    assert found.level("composure") == 1
    assert {item.polarity for item in found.evidence if item.criterion == "composure"} == {"lost"}


def test_who_takes_the_blame_off_the_customer_does_not_put_it_on_them(rubric: Rubric) -> None:
    def blames(reply: str) -> bool:
        return any(item.cue == "composure.blame" for item in rubric.assess(reply, Context()).evidence)

    assert not blames("It is not your fault, it is our own mistake, and I will put it right.")
    assert not blames("That is not our problem.")
    assert blames("It is your own fault.")
    assert blames("That was entirely your mistake.")


def test_a_limit_on_abuse_cuts_nobody_off(rubric: Rubric) -> None:
    named = "Please stop insulting me. If it goes on I will end the chat. I do want to sort out your refund."
    assert rubric.assess(named, Context(abusive=True)).level("listening") == 1
    assert rubric.assess("I will end the chat.", Context()).level("listening") == 0


def test_what_overlaps_and_says_the_same_is_shown_once(rubric: Rubric) -> None:
    reply = "I am really sorry the sofa came in mustard instead of green."
    spans = [(item.start, item.end) for item in rubric.assess(reply, Context()).evidence if item.cue == "apology.specific"]
    assert len(spans) == 1


def test_the_words_that_begin_a_specific_apology_are_not_called_an_apology_for_nothing(rubric: Rubric) -> None:
    def cues(reply: str) -> set[str]:
        return {item.cue for item in rubric.assess(reply, Context()).evidence if item.criterion == "apology"}

    assert cues("I am so sorry that you had to chase this for weeks.") == {"apology.specific"}
    assert len(cues("Sorry. I apologise for the wrong invoice.")) == 2


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
