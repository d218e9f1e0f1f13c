"""Actions and amounts: facts that come with a reply and count beside its words."""

from dataclasses import replace

import pytest

from game.core.marks import Context
from game.core.scenario import ActionKind
from game.rubric import Rubric
from game.rubric.money import amounts
from game.rubric.reading import read

PLAIN = "I understand, that is really annoying."
FAIR = Context(fair_min=0, fair_max=40, authority=60, currency="EUR")


def level(rubric: Rubric, reply: str, context: Context, criterion: str) -> int | None:
    return rubric.assess(reply, context).level(criterion)  # type: ignore[arg-type]


def test_an_attached_offer_is_a_step_even_without_words(rubric: Rubric) -> None:
    assert level(rubric, PLAIN, FAIR, "solution") == 0
    assert level(rubric, PLAIN, replace(FAIR, actions=("offer",), offered=20), "solution") == 2


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ("I can give you 30 euro back today.", 2),
        ("I can give you 90 euro back today.", 1),
        ("I will refund \u20ac1,200 today.", 1),
        ("I will refund 50% of it today.", 2),
        ("You paid 168 euro, I will refund 30 euro today.", 2),
    ],
)
def test_amounts_in_words_are_held_against_the_fair_range(rubric: Rubric, reply: str, wanted: int) -> None:
    assert level(rubric, reply, FAIR, "solution") == wanted


def test_amounts_are_not_judged_where_no_range_is_known(rubric: Rubric) -> None:
    assert level(rubric, "I can give you 90 euro back today.", Context(), "solution") == 2


@pytest.mark.parametrize("action", ["call_back", "escalate", "record"])
def test_an_action_that_commits_somebody_is_a_promise(rubric: Rubric, action: ActionKind) -> None:
    assert level(rubric, PLAIN, Context(), "follow_through") == 0
    assert level(rubric, PLAIN, Context(actions=(action,)), "follow_through") == 2


def test_a_call_back_with_its_time_is_a_whole_promise(rubric: Rubric) -> None:
    reply = "That is really annoying, expect news within two hours."
    assert level(rubric, reply, Context(actions=("call_back",)), "follow_through") == 3


def test_a_limit_may_be_set_by_action(rubric: Rubric) -> None:
    assert level(rubric, PLAIN, Context(abusive=True), "limits") == 0
    assert level(rubric, PLAIN, Context(abusive=True, actions=("set_limit",)), "limits") == 2


def test_closing_the_contact_makes_the_close_count(rubric: Rubric) -> None:
    reply = "All the best to you and your wife."
    assert level(rubric, reply, Context(), "closing") is None
    assert level(rubric, reply, Context(actions=("close",)), "closing") == 2
    assert level(rubric, "We will refund it. Bye.", Context(), "closing") == 0


def test_recording_with_permission_takes_the_problem_seriously(rubric: Rubric) -> None:
    reply = "May I write this down, so that it does not happen to anybody else?"
    assert level(rubric, reply, Context(actions=("record",)), "acknowledgement") == 2


def test_paying_more_than_allowed_counts_against_the_solution_not_the_kindness(rubric: Rubric) -> None:
    context = replace(FAIR, actions=("offer",), offered=80)
    said = "That must have been awful for you, all those hours alone in the cold. I will refund it."
    assert level(rubric, said, context, "solution") == 1
    assert (level(rubric, said, context, "empathy") or 0) >= 2


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ("I refund 40 euro", [40]),
        ("I refund \u20ac40.50 and 12 EUR", [40, 12]),
        ("1,349 EUR or 1.349 euro", [1349, 1349]),
        ("call me at 10.30 or on 0555", []),
        ("30 off your next bill", [30]),
        ("half of it, 50%", []),
    ],
)
def test_amounts_are_numbers_with_a_currency_or_a_word_of_giving(rubric: Rubric, reply: str, wanted: list[int]) -> None:
    reading = read(reply, rubric.data.spelling)
    assert amounts(reading, 0, len(reading.pieces)) == wanted
