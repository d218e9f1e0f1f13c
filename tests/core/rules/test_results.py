from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import CRITERIA, Criterion, SeatId, TeamId
from game.core.rules import results, scoring
from game.core.settings import TEAM_BONUS
from game.core.state import Aim, Beat, PlayerResult, Promise, Reply, Scene, TeamResult
from tests.core.pieces import beat, marked, points, reply, scene
from tests.core.scenarios import scenario

A, CUSTOMER = SeatId("s-a"), SeatId("s-c")


def agent(played: Scene, aim: Criterion | None = None) -> PlayerResult | None:
    marks: dict[str, results.Levels] = {one.token: scoring.reply_levels(one) for part in played.beats for one in part.replies}
    words = reply("x").words
    return results.agent_result(played, A, Aim(aim, words, words) if aim else None, marks)


def answered(*totals: float | None, **levels: Any) -> Scene:
    """A scene in which s-a was eligible in every beat and got these points; None is a beat they missed."""

    def one(number: int, total: float | None) -> Beat:
        own = (replace(marked(f"a{number}", **levels), seat=A, points=points(total)),) if total is not None else ()
        return replace(beat(*own), number=number, eligible=(A,))

    return scene(*(one(number, total) for number, total in enumerate(totals, start=1)))


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ((80.0, 60.0), 70),
        ((80.0, 60.0, 20.0), 70),
        ((20.0, 60.0, 80.0), 70),
        ((80.0, None), 40),
        ((80.0, None, 60.0), 70),
        ((80.0, None, None), 40),
        ((None, None), 0),
        ((90.0,), 90),
    ],
)
def test_a_round_is_the_mean_of_the_best_two_and_a_missed_beat_counts_nothing(
    totals: tuple[float | None, ...], expected: float
) -> None:
    found = agent(answered(*totals))
    assert found is not None
    assert found.points == pytest.approx(expected)
    assert [value for _, value in found.parts] == [total or 0 for total in totals]


def test_beats_before_a_late_joiner_came_do_not_count_against_them() -> None:
    played = answered(80.0, 70.0)
    late = replace(played, beats=(replace(played.beats[0], eligible=(), replies=()), played.beats[1]))
    found = agent(late)
    assert found is not None
    assert found.points == 70


def test_a_beat_without_a_reveal_does_not_count() -> None:
    played = answered(80.0, 20.0)
    cut = replace(played, beats=(played.beats[0], replace(played.beats[1], revealed=False)))
    found = agent(cut)
    assert found is not None
    assert found.points == 80


def test_a_reply_that_nobody_could_score_counts_neither_for_nor_against_its_author() -> None:
    unscored = replace(points(0), rubric=None, weights=(0.0, 0.0, 0.0))
    played = answered(80.0, 60.0)
    own = replace(played.beats[1].replies[0], points=unscored)
    found = agent(replace(played, beats=(played.beats[0], replace(played.beats[1], replies=(own,)))))
    assert found is not None
    assert (found.points, [part for part, _ in found.parts]) == (80, ["Beat 1"])
    assert agent(scene(replace(played.beats[1], replies=(own,)))) is None


def test_whoever_was_eligible_for_no_beat_has_no_round() -> None:
    assert agent(scene(beat(reply("b")))) is None
    assert agent(scene()) is None


@pytest.mark.parametrize(("level", "met"), [(0, False), (1, False), (2, True), (3, True), (None, False)])
def test_an_aim_met_earns_five(level: int | None, met: bool) -> None:
    found = agent(answered(80.0, 60.0, inquiry=level), "inquiry")
    assert found is not None
    assert (found.aim_met, found.points) == (met, 75 if met else 70)
    assert sum(value for name, value in found.parts if name == "Aim met") == (5 if met else 0)


def test_without_an_aim_nothing_was_met_or_missed() -> None:
    found = agent(answered(80.0))
    assert found is not None
    assert found.aim_met is None


def test_levels_are_means_over_ones_replies_and_leave_out_what_never_applied() -> None:
    one, two = replace(marked("a1", 3, closing=None), seat=A), replace(marked("a2", 0, closing=None), seat=A)
    found = agent(scene(beat(one), replace(beat(two), number=2)))
    assert found is not None
    assert dict(found.levels) == {criterion: 1.5 for criterion in CRITERIA if criterion != "closing"}


# --- the customer


def customer(*beats: Beat, thanks: frozenset[SeatId] = frozenset()) -> PlayerResult:
    found = results.customer_result(scene(*beats, thanks=thanks), CUSTOMER)
    assert found is not None
    assert found.points == pytest.approx(sum(value for _, value in found.parts))
    return found


def judged(*names: str, marks: int = 99, **changes: Any) -> Beat:
    replies: list[Reply] = [reply(name, customer_mark=50 if n < marks else None) for n, name in enumerate(names)]
    return beat(*replies, **changes)


def test_a_customer_gets_forty_for_yielding_forty_for_marking_and_twenty_for_thanks() -> None:
    found = customer(judged("a", "b"), judged("a", "b"), thanks=frozenset({A, SeatId("s-b")}))
    assert [value for _, value in found.parts] == [40, 40, 20]


def test_each_part_is_given_in_proportion() -> None:
    found = customer(judged("a", "b", marks=1), judged("a", "b", yielded="clock"), thanks=frozenset({A}))
    assert [value for _, value in found.parts] == [20, 30, 10]


def test_only_thanks_of_those_who_answered_count() -> None:
    assert customer(judged("a", "b"), thanks=frozenset({A, SeatId("s-x"), CUSTOMER})).points == 40 + 40 + 10


def test_silence_is_not_the_customers_fault() -> None:
    assert customer(beat()).points == 80


def test_a_covered_reply_needs_no_mark() -> None:
    assert customer(beat(reply("a", customer_mark=0), reply("b", reported=True))).points == 80


def test_how_kindly_a_customer_marks_is_never_paid() -> None:
    kind, harsh = beat(reply("a", customer_mark=100)), beat(reply("a", customer_mark=0))
    assert customer(kind).points == customer(harsh).points


def test_a_customer_is_paid_for_the_beats_they_played_and_never_for_those_of_a_stand_in() -> None:
    bot = SeatId("s-bot")
    played = scene(judged("a", yielded="clock"), replace(judged("b"), customer=bot), thanks=frozenset({A, SeatId("s-b")}))
    assert results.customers(played) == (CUSTOMER, bot)
    found = results.customer_result(played, CUSTOMER)
    assert found is not None
    assert [value for _, value in found.parts] == [0, 40, 20]


def test_whoever_played_no_revealed_beat_has_no_customers_round() -> None:
    assert results.customer_result(scene(beat()), SeatId("s-b")) is None
    assert results.customer_result(scene(beat(revealed=False)), CUSTOMER) is None


# --- the team


def player(name: str, value: float) -> PlayerResult:
    return PlayerResult(SeatId(name), TeamId("t1"), "agent", value, (), None, ())


def team(played: Scene, *agents: PlayerResult, fair: bool = False, **eligible: int) -> TeamResult:
    beats = {SeatId(name): number for name, number in eligible.items()}
    return results.team_result(played, agents, scenario(), fair=fair, played=beats)


LEVEL = scene(beat(heat_before=60, heat_after=60), replace(beat(heat_before=60, heat_after=60), number=2), heat=60)


def test_a_team_has_the_mean_of_its_agents() -> None:
    found = team(LEVEL, player("a", 80), player("b", 60), a=2, b=2)
    assert found.points == 70
    assert found.parts[0] == ("Agents", 70)


def test_an_agent_counts_who_could_answer_at_least_half_of_the_beats() -> None:
    assert team(LEVEL, player("a", 80), player("b", 60), a=2, b=1).points == 70
    assert team(LEVEL, player("a", 80), player("b", 60), a=2, b=0).points == 80
    three = replace(LEVEL, beats=(*LEVEL.beats, replace(LEVEL.beats[1], number=3)))
    assert team(three, player("a", 80), player("b", 60), a=3, b=1).points == 80


def test_a_stopped_scene_is_unscored() -> None:
    found = team(replace(LEVEL, outcome="stopped"), player("a", 80), a=2)
    assert (found.points, found.parts, found.outcome) == (0, (), "stopped")


def bonus(played: Scene, *, fair: bool = False) -> dict[str, float]:
    return dict(results.team_bonus(played, scenario(), fair=fair))


def test_a_team_earns_up_to_ten_together() -> None:
    full = replace(
        LEVEL,
        facts=("leak", "order", "lid"),
        promises=(Promise("call_back", 1, 2, "kept"),),
        beats=(beat(heat_before=60, heat_after=0),),
    )
    assert bonus(full, fair=True) == {"Facts found": 3, "Promises kept": 2, "Fair resolution": 3, "Heat brought down": 2}
    assert sum(bonus(full, fair=True).values()) == TEAM_BONUS
    assert sum(bonus(LEVEL).values()) == 0


def test_each_share_is_given_in_proportion() -> None:
    half = replace(
        LEVEL,
        facts=("leak", "known"),
        promises=(Promise("call_back", 1, 2, "kept"), Promise("look_up", 1, 2, "broken"), Promise("record", 2, 3, "open")),
        beats=(beat(heat_before=60, heat_after=80), replace(beat(heat_before=80, heat_after=40), number=2)),
    )
    assert bonus(half) == pytest.approx({"Facts found": 1, "Promises kept": 1, "Fair resolution": 0, "Heat brought down": 1})


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=4), st.booleans())
def test_the_bonus_stays_between_nothing_and_ten(curve: list[tuple[int, int]], fair: bool) -> None:
    beats = (beat(number=n, heat_before=one, heat_after=two) for n, (one, two) in enumerate(curve, start=1))
    assert 0 <= sum(bonus(scene(*beats), fair=fair).values()) <= TEAM_BONUS


def test_the_curve_begins_before_the_first_beat_and_leaves_out_what_was_not_revealed() -> None:
    one, two = beat(heat_before=60, heat_after=50), replace(beat(revealed=False, heat_after=None), number=2)
    assert results.heat_curve(scene(one, two)) == (60, 50)
    assert results.heat_curve(scene(heat=72)) == (72,)


# --- titles


def test_the_strongest_claim_comes_first_and_the_next_team_gets_its_next_best() -> None:
    one: dict[Criterion, float] = {"empathy": 2.9, "listening": 1.0}
    two: dict[Criterion, float] = {"empathy": 2.8, "listening": 2.0}
    assert results.titles({TeamId("t1"): one, TeamId("t2"): two}) == {"t1": "empathy", "t2": "listening"}


means = st.dictionaries(
    st.integers(1, 12).map(lambda n: TeamId(f"t{n}")),
    st.fixed_dictionaries({criterion: st.sampled_from([0.0, 1.5, 2.0, 3.0]) for criterion in CRITERIA}),
    max_size=12,
)


@given(means)
def test_up_to_twelve_teams_each_leave_with_a_title_of_their_own(found: dict[TeamId, dict[Criterion, float]]) -> None:
    given_titles = results.titles(found)
    assert set(given_titles) == set(found)
    assert len(set(given_titles.values())) == len(found)


def test_beyond_twelve_teams_a_title_is_given_twice_rather_than_none() -> None:
    found: dict[TeamId, dict[Criterion, float]] = {TeamId(f"t{n}"): dict.fromkeys(CRITERIA, float(n % 3)) for n in range(20)}
    given_titles = results.titles(found)
    assert len(given_titles) == 20
    assert set(given_titles.values()) == set(CRITERIA)


def live(*turns: tuple[SeatId, float], line: tuple[SeatId, ...], number: int = 1) -> Beat:
    """A live beat in which these seats were on the line and wrote turns of these points."""
    found = tuple(
        replace(reply(f"{number}-{place}"), seat=by, points=points(total), turn=place)
        for place, (by, total) in enumerate(turns)
    )
    return replace(beat(*found), number=number, eligible=(A, B, C), line=line)


B, C = SeatId("s-b"), SeatId("s-x")


def test_of_a_live_beat_the_best_turn_counts() -> None:
    found = agent(scene(live((A, 40), (A, 90), line=(A,)), live((A, 50), line=(A,), number=2)))
    assert found is not None
    assert found.points == 70


def test_whoever_wrote_no_turn_has_no_result_while_somebody_did() -> None:
    assert agent(scene(live((B, 60), line=(A, B)), live((B, 60), line=(B,), number=2))) is None


def test_a_live_beat_in_which_nobody_wrote_counts_nothing_for_whoever_was_on_the_line() -> None:
    found = agent(scene(live(line=(A, B)), live((A, 80), line=(A,), number=2)))
    assert found is not None
    assert found.points == 40
