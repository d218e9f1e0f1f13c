from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.rules import heat
from game.core.rules.heat import Deeds
from game.core.state import HeatStep
from tests.core.pieces import points


@pytest.mark.parametrize(("earned", "change"), [(0, 25), (50, 0), (100, -25), (60, -5), (40, 5), (75.4, -13)])
def test_heat_falls_by_half_of_what_the_heard_reply_has_above_fifty(earned: float, change: int) -> None:
    (step,) = heat.steps(points(earned), Deeds())
    assert (step.reason, step.change) == ("heard", change)


def test_the_sentence_rounds_points_as_the_pages_do() -> None:
    assert heat.steps(points(50.5), Deeds())[0].sentence == "The reply they heard (51 points) changed nothing."


def test_silence_makes_it_worse_by_five() -> None:
    assert [(step.reason, step.change) for step in heat.steps(None, Deeds())] == [("silence", 5)]


def test_a_reply_that_nobody_could_score_leaves_them_as_they_are() -> None:
    unscored = replace(points(0), rubric=None, weights=(0.0, 0.0, 0.0))
    found = heat.steps(unscored, Deeds(interruptions=1))
    assert [(step.reason, step.change) for step in found] == [("heard", 0), ("interruption", 4)]


@pytest.mark.parametrize(("times", "change"), [(1, 4), (2, 8), (3, 8), (7, 8)])
def test_each_interruption_costs_four_and_all_together_eight_at_most(times: int, change: int) -> None:
    step = heat.steps(points(50), Deeds(interruptions=times))[1]
    assert (step.reason, step.change) == ("interruption", change)


def test_each_broken_promise_costs_ten_and_a_wait_without_notice_five() -> None:
    found = heat.steps(points(50), Deeds(broken=2, silent_wait=True))
    assert [(step.reason, step.change) for step in found] == [("heard", 0), ("broken_promise", 20), ("silent_wait", 5)]


@pytest.mark.parametrize(("times", "change", "word"), [(1, 5, "once"), (2, 10, "twice")])
def test_each_time_a_live_customer_was_left_unanswered_costs_five_and_is_said(times: int, change: int, word: str) -> None:
    turns = (points(80), points(44))
    heard, step = heat.steps(turns[0], Deeds(unanswered=times), turns=turns)
    assert (heard.sentence, heard.change) == ("What was said (62 points on average) calmed them.", -6)
    assert (step.reason, step.change) == ("unanswered", change)
    assert word in step.sentence


def test_of_an_exchange_only_what_somebody_could_score_counts() -> None:
    nothing = replace(points(0), rubric=None, weights=(0.0, 0.0, 0.0))
    (step,) = heat.steps(points(70), Deeds(), turns=(points(70), nothing))
    assert step.change == -10
    (step,) = heat.steps(nothing, Deeds(), turns=(nothing,))
    assert (step.change, step.sentence) == (0, "Nobody could score what was said, so it changed nothing.")


def test_the_right_question_and_the_first_fair_offer_take_ten_each() -> None:
    found = heat.steps(points(50), Deeds(omission_found=True, fair_offer=True))
    assert [(step.reason, step.change) for step in found] == [("heard", 0), ("omission_found", -10), ("fair_offer", -10)]


def test_every_step_is_listed_with_a_sentence() -> None:
    found = heat.steps(points(80), Deeds(1, 1, silent_wait=True, omission_found=True, fair_offer=True))
    assert len(found) == 6
    assert all(step.sentence.endswith(".") for step in found)


@given(st.integers(0, 100), st.one_of(st.none(), st.floats(0, 105)), st.integers(0, 8), st.integers(0, 3), st.booleans())
def test_heat_stays_within_its_scale_and_moves_by_its_steps(
    before: int, earned: float | None, interruptions: int, broken: int, silent: bool
) -> None:
    steps = heat.steps(None if earned is None else points(earned), Deeds(interruptions, broken, silent_wait=silent))
    after = heat.after(before, steps)
    assert 0 <= after <= 100
    assert after == min(100, max(0, before + sum(step.change for step in steps)))


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_better_reply_never_leaves_them_angrier(one: float, two: float) -> None:
    worse, better = sorted((one, two))
    calmer, angrier = (heat.steps(points(one), Deeds())[0].change for one in (better, worse))
    assert calmer <= angrier


@pytest.mark.parametrize(
    ("value", "word"),
    [(0, "calm"), (20, "calm"), (21, "uneasy"), (45, "uneasy"), (46, "annoyed"), (69, "annoyed"), (70, "angry"), (89, "angry"),
     (90, "boiling"), (100, "boiling")],
)  # fmt: skip
def test_heat_has_a_word_that_changes_where_the_outcome_does(value: int, word: str) -> None:
    assert heat.word(value) == word


def test_nothing_happened_leaves_heat_where_it_was() -> None:
    assert heat.after(60, (HeatStep("heard", 0, "."),)) == 60
