"""How replies feel to a bot that plays the customer: honest about words, remedies and questions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots.feeling import Heard, asked_for, customer_marks, feeling, need_of
from game.bots.judging import Impression
from game.core.ids import Token
from game.core.scenario import ActionKind, BeatKind, Need
from tests.core.scenarios import scenario

KETTLE = scenario()
A, B, C = Token("a"), Token("b"), Token("c")
FELT = st.dictionaries(st.sampled_from([A, B, C, Token("d")]), st.none() | st.floats(0, 100), min_size=1)


def feels(
    strength: float | None = 50,
    *,
    offer: str = "",
    actions: tuple[ActionKind, ...] = (),
    asked: tuple[str, ...] = (),
    composure: int = 2,
    closing: bool = False,
    offered_before: bool = False,
    limit_was_due: bool = False,
) -> float | None:
    levels = {"composure": composure}
    heard = Heard(Impression(strength, levels), actions, KETTLE.offer(offer), asked, limit_was_due)  # type: ignore[arg-type]
    return feeling(heard, KETTLE, closing=closing, offered_before=offered_before)


def test_words_alone_feel_as_strong_as_they_are() -> None:
    assert [feels(strength) for strength in (0, 40, 90)] == [0, 40, 90]


def test_what_nobody_can_judge_feels_like_nothing() -> None:
    assert feels(None, offer="refund") is None


@pytest.mark.parametrize("offer", ["refund", "lesson"])
def test_a_fair_offer_feels_better_even_in_plain_words(offer: str) -> None:
    assert (feels(10, offer=offer) or 0) >= 58
    assert (feels(70, offer=offer) or 0) > 70


def test_crumbs_feel_worse_and_a_yacht_is_no_deed_at_all() -> None:
    assert (feels(offer="voucher") or 0) < 50
    assert feels(offer="yacht") == 50


def test_the_right_question_feels_better() -> None:
    assert (feels(20, asked=("lid",)) or 0) >= 58
    assert feels(20, asked=("order",)) == 20


def test_an_insult_feels_much_worse_whatever_comes_with_it() -> None:
    assert (feels(90, offer="refund", asked=("lid",), composure=0) or 0) < 18


def test_an_argument_feels_worse_where_nothing_helps() -> None:
    assert (feels(90, composure=1) or 0) < 40
    assert (feels(90, composure=1, offer="refund") or 0) > 58


def test_the_last_word_without_any_way_out_feels_worse() -> None:
    assert (feels(closing=True) or 0) < 50
    assert feels(closing=True, offered_before=True) == 50


def test_a_limit_that_was_not_due_accuses_them() -> None:
    assert (feels(actions=("set_limit",)) or 0) < 50
    assert feels(actions=("set_limit",), limit_was_due=True) == 50


def test_without_the_scenario_only_words_count() -> None:
    heard = Heard(Impression(50, {}), ("set_limit",), None, ("lid",))
    assert feeling(heard, None, closing=True, offered_before=False) == 50


# --- marks


def test_the_customer_tells_good_from_poor_in_five_steps() -> None:
    assert customer_marks({A: 100.0, B: 50.0, C: 0.0}) == {A: 100, B: 50, C: 0}
    assert customer_marks({A: 100.0, B: 0.0}) == {A: 100, B: 0}


def test_among_equals_a_reply_counts_for_what_it_is() -> None:
    assert customer_marks({A: 100.0, B: 100.0}) == {A: 75, B: 75}
    assert customer_marks({A: 10.0, B: 10.0}) == {A: 25, B: 25}


@pytest.mark.parametrize(("felt", "mark"), [(0, 0), (17, 0), (30, 25), (50, 50), (60, 75), (80, 100), (100, 100)])
def test_whoever_answers_alone_is_compared_with_nobody(felt: float, mark: int) -> None:
    assert customer_marks({A: felt}, alone=True) == {A: mark}


def test_an_unreadable_reply_changes_nothing() -> None:
    assert customer_marks({A: None, B: 90.0})[A] == 50


@given(FELT, st.booleans())
def test_what_feels_better_never_gets_a_lower_mark(felt: dict[Token, float | None], alone: bool) -> None:
    marks = customer_marks(felt, alone=alone)
    known = sorted((value, marks[token]) for token, value in felt.items() if value is not None)
    assert [mark for _, mark in known] == sorted(mark for _, mark in known)
    assert set(marks.values()) <= {0, 25, 50, 75, 100}


# --- questions


@pytest.mark.parametrize(
    "text",
    [
        "Was the lid on when it boiled?",
        "lid\uff1f",
        "Please tell me how the lid sat.",
        "I'd like to know about the lid.",
        "lid? was it on",
    ],
)
def test_a_fact_is_told_to_whoever_asks_for_it(text: str) -> None:
    assert asked_for(text, Impression(50), KETTLE.facts) == ("lid",)


@pytest.mark.parametrize(
    "text", ["The lid is not our business.", "Sorry about the lid. Anything else?", "A lid, a leak, an order."]
)
def test_a_word_that_only_occurs_is_no_question(text: str) -> None:
    assert asked_for(text, Impression(50), KETTLE.facts) == ()


def test_what_the_rubric_finds_to_be_a_question_is_one() -> None:
    assert asked_for("So, the lid.", Impression(50, {}, ((0, 12),)), KETTLE.facts) == ("lid",)


def test_whoever_insults_is_told_nothing() -> None:
    assert asked_for("Was the lid on, genius?", Impression(50, {"composure": 0}), KETTLE.facts) == ()


# --- needs


@pytest.mark.parametrize(("kind", "need"), [("vent", "heard"), ("explore", "explanation"), ("resolve", "way_out")])
def test_where_nothing_is_authored_the_need_is_that_of_most_people(kind: BeatKind, need: Need) -> None:
    assert need_of(KETTLE, kind) == need_of(None, kind) == need


def test_an_authored_need_is_the_one_that_is_sealed() -> None:
    beats = tuple(replace(beat, need="respect") for beat in KETTLE.beats)
    assert need_of(replace(KETTLE, beats=beats), "vent") == "respect"
