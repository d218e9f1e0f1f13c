from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import Instant, SeatId, Token
from game.core.marks import Level, Overrule
from game.core.rules import scoring
from game.core.scenario import ActionKind
from game.core.settings import ScoreWeights
from game.core.state import Beat, CustomerMark, Reply, ReplyPoints
from tests.core.pieces import beat, marked, reply
from tests.core.scenarios import assessment, scenario

A, B = Token("a"), Token("b")
HOUSE = ScoreWeights()
TEAM = (SeatId("s-a"), SeatId("s-b"), SeatId("s-c"))


def score(
    one: Reply,
    *others: Reply,
    peers: dict[Token, float] | None = None,
    met: int = 3,
    weights: ScoreWeights = HOUSE,
) -> ReplyPoints:
    judged = peers or {}
    played = beat(one, *others, eligible=TEAM)
    return scoring.reply_points(one, played, scenario(), weights, judged, dict.fromkeys(judged, met), settled=False)


def test_fifty_thirty_twenty_with_the_breakdown() -> None:
    given = score(
        replace(marked("a", 3), customer_mark=75), replace(marked("b", 1), customer_mark=25), peers={A: 80.0, B: 20.0}
    )
    assert (given.rubric, given.peers, given.customer) == (100.0, 80.0, 75.0)
    assert given.weights == (50.0, 30.0, 20.0)
    assert given.total == pytest.approx(50 + 24 + 15)


def test_the_rubric_part_weighs_the_beats_criteria_only() -> None:
    # the first beat weighs listening 50, empathy 30, apology 20
    one = marked("a", 0, listening=3, empathy=0, apology=3, closing=3)
    assert scoring.rubric_part(one, beat(one)) == pytest.approx(70.0)


def test_what_does_not_apply_drops_out_of_the_mean() -> None:
    one = marked("a", 3, listening=None, empathy=1, apology=2)
    assert scoring.rubric_part(one, beat(one)) == pytest.approx((30 * 1 + 20 * 2) / 50 / 3 * 100)


def test_where_nothing_applies_or_the_rubric_abstained_there_is_no_rubric_part() -> None:
    for one in (marked("a", None), reply("a"), reply("a", marks=assessment(3, abstained="Written in emoji."))):
        assert scoring.rubric_part(one, beat(one)) is None


def test_an_overruled_mark_counts_as_overruled_even_where_the_rubric_abstained() -> None:
    overrules = (Overrule("listening", 1, 3, "heard it"), Overrule("empathy", 1, None, "not asked for"))
    one = replace(marked("a", 1), overrules=overrules)
    assert scoring.rubric_part(one, beat(one)) == pytest.approx((50 * 3 + 20 * 1) / 70 / 3 * 100)
    silent = replace(reply("a", marks=assessment(1, abstained="?")), overrules=overrules[:1])
    assert scoring.rubric_part(silent, beat(silent)) == 100.0


@pytest.mark.parametrize("met", [0, 1, 2])
def test_with_fewer_than_three_comparisons_the_rubric_takes_the_peers_weight(met: int) -> None:
    given = score(replace(marked("a", 3), customer_mark=0), peers={A: 90.0}, met=met)
    assert given.peers is None
    assert given.weights == (80.0, 0.0, 20.0)
    assert given.comparisons == met


def test_three_comparisons_are_enough() -> None:
    assert score(marked("a", 3), peers={A: 90.0}, met=3).peers == 90.0


def test_a_part_that_nobody_could_give_drops_out_and_the_others_take_its_weight() -> None:
    no_customer = score(marked("a", 3), peers={A: 90.0})
    assert no_customer.weights == pytest.approx((62.5, 37.5, 0.0))
    no_rubric = score(reply("a", customer_mark=75), peers={A: 90.0})
    assert no_rubric.weights == pytest.approx((0.0, 60.0, 40.0))
    only_customer = score(reply("a", customer_mark=75))
    assert only_customer.weights == (0.0, 0.0, 100.0)
    assert only_customer.total == 50.0


def test_without_any_part_there_are_no_points_and_no_weights() -> None:
    given = score(reply("a"))
    assert (given.weights, given.total) == ((0.0, 0.0, 0.0), 0.0)


@pytest.mark.parametrize(("low", "high"), [(0, 25), (75, 100)])
def test_only_differences_between_the_customers_marks_count(low: CustomerMark, high: CustomerMark) -> None:
    one, two = replace(marked("a"), customer_mark=low), replace(marked("b"), customer_mark=high)
    assert scoring.customer_part(one, beat(one, two)) == 37.5
    assert scoring.customer_part(two, beat(one, two)) == 62.5


def test_a_customer_who_marks_all_alike_or_only_one_gives_fifty() -> None:
    one, two = reply("a", customer_mark=100), reply("b", customer_mark=100)
    assert scoring.customer_part(one, beat(one, two)) == 50
    assert scoring.customer_part(one, beat(one, reply("b"))) == 50
    assert scoring.customer_part(reply("b"), beat(one, reply("b"))) is None


def test_the_customers_part_stays_within_its_scale() -> None:
    low, others = reply("a", customer_mark=0), [reply(name, customer_mark=100) for name in "bcdefg"]
    assert scoring.customer_part(low, beat(low, *others)) == 0


@pytest.mark.parametrize(("offer", "cost"), [(None, 0), ("refund", 0), ("yacht", 10), ("unknown", 0)])
def test_an_offer_beyond_authority_costs_ten(offer: str | None, cost: int) -> None:
    given = score(replace(marked("a", 3), offer=offer, actions=("offer",)))
    assert (given.deduction, given.total) == (cost, 100 - cost)


def test_an_offer_of_exactly_the_authority_is_within_it() -> None:
    exact = scenario(authority=500)
    assert scoring.over_authority(replace(marked("a"), offer="yacht"), exact) == 0


def test_the_deduction_never_takes_points_below_nothing() -> None:
    assert score(replace(marked("a", 0), offer="yacht", actions=("offer",))).total == 0


def heard(*given: tuple[str, float, CustomerMark | None]) -> Token | None:
    replies = [replace(reply(name), customer_mark=mark) for name, _, mark in given]
    totals = {Token(name): replace(score(reply(name)), total=total) for name, total, _ in given}
    return scoring.heard_reply(beat(*replies), totals)


def test_the_reply_with_most_points_is_heard() -> None:
    assert heard(("a", 60.0, 100), ("b", 61.0, 0)) == B


def test_a_tie_goes_to_the_customers_mark_and_then_to_the_lowest_token() -> None:
    assert heard(("a", 60.0, 50), ("b", 60.0, 75)) == B
    assert heard(("b", 60.0, 50), ("a", 60.0, 50)) == A
    assert heard(("a", 60.0, None), ("b", 60.0, 0)) == B


def test_noise_of_floating_point_is_no_difference() -> None:
    assert heard(("a", 60.00000000001, 50), ("b", 60.0, 75)) == B


def test_nobody_is_heard_where_nobody_replied() -> None:
    assert scoring.heard_reply(beat(), {}) is None


def test_a_covered_reply_is_not_what_the_customer_hears() -> None:
    best, other = replace(reply("a"), reported=True), reply("b")
    totals = {A: replace(score(best), total=90.0), B: replace(score(other), total=10.0)}
    assert scoring.heard_reply(beat(best, other), totals) == B
    assert scoring.heard_reply(beat(best), totals) is None


def test_a_reply_whose_author_was_erased_is_not_heard() -> None:
    best, other = reply("a"), reply("b")
    gone = replace(best, words=replace(best.words, text=""))
    totals = {A: replace(score(best), total=90.0), B: replace(score(other), total=10.0)}
    assert scoring.heard_reply(beat(gone, other), totals) == B
    assert scoring.heard_reply(beat(gone), totals) is None


levels = st.sampled_from((None, 0, 1, 2, 3))
marks = st.sampled_from((None, *get_args(CustomerMark)))


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), levels), marks, st.sampled_from((None, "refund", "yacht"))), min_size=1, max_size=7
    ),
    st.lists(st.floats(0, 100), min_size=7, max_size=7),
    st.integers(0, 5),
    st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)).filter(any),
)
def test_points_always_add_up_to_their_breakdown(
    given: list[tuple[Level | None, CustomerMark | None, str | None]],
    judged: list[float],
    met: int,
    weights: tuple[int, int, int],
) -> None:
    replies = [
        replace(marked(str(number), level), customer_mark=mark, offer=offer, at=Instant(number))
        for number, (level, mark, offer) in enumerate(given)
    ]
    played: Beat = beat(*replies)
    peers = {one.token: judged[number] for number, one in enumerate(replies)}
    for one in replies:
        got = scoring.reply_points(
            one, played, scenario(), ScoreWeights(*weights), peers, dict.fromkeys(peers, met), settled=True
        )
        parts = (got.rubric, got.peers, got.customer)
        assert sum(got.weights) == pytest.approx(100) or got.weights == (0, 0, 0)
        assert all(weight == 0 for part, weight in zip(parts, got.weights, strict=True) if part is None)
        mean = sum((part or 0) * weight / 100 for part, weight in zip(parts, got.weights, strict=True))
        assert got.total == pytest.approx(max(0, mean - got.deduction))
        assert 0 <= got.total <= 100 + 1e-9
        assert all(part is None or 0 <= part <= 100 + 1e-9 for part in parts)


# --- handing over


BARE = {"acknowledgement": 1, "empathy": 0, "inquiry": 0, "solution": 0}


def handed(own_work: str = "", *, limit_set: bool = False, actions: tuple[ActionKind, ...] = ("escalate",)) -> float:
    """What a hand-over costs that does well in this criterion alone."""
    levels: dict[str, Any] = {**BARE, **({own_work: 2} if own_work else {})}
    one = replace(marked("a", 1, **levels), actions=actions)
    return scoring.easy_handover(one, scenario(), limit_set=limit_set)


def test_a_bare_hand_over_costs_ten_and_is_told_apart_from_an_offer_beyond_authority() -> None:
    one = replace(marked("a", 1, **BARE), actions=("escalate", "offer"), offer="yacht")
    given = score(one)
    assert (given.deduction, given.handover) == (20, 10)
    assert given.total == pytest.approx(max(0, (given.rubric or 0) - 20))


def test_a_hand_over_that_was_called_for_or_takes_the_story_along_costs_nothing() -> None:
    assert handed() == 10
    assert handed(limit_set=True) == 0
    assert handed(actions=("escalate", "set_limit")) == 0
    assert handed(actions=("call_back",)) == 0
    for criterion in BARE:
        assert handed(criterion) == 0


def test_where_nothing_fair_is_within_authority_or_nobody_could_mark_it_a_hand_over_is_free() -> None:
    bare = replace(marked("a", 1, **BARE), actions=("escalate",))
    assert scoring.easy_handover(bare, scenario(authority=5), limit_set=False) == 0
    assert scoring.easy_handover(replace(bare, assessment=None), scenario(), limit_set=False) == 0
