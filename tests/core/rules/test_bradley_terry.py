from collections.abc import Sequence
from itertools import pairwise
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.rules.bradley_terry import Comparison, chance, fit, peer_points

ITEMS = ("a", "b", "c", "d", "e")
Duels = list[Comparison[str]]

weights = st.floats(0.5, 1.5)
pairs = st.lists(st.sampled_from(ITEMS), min_size=2, max_size=2, unique=True)
duel_lists = st.lists(st.builds(lambda pair, weight: Comparison(pair[0], pair[1], weight), pairs, weights), max_size=25)


def posterior(strengths: dict[str, float], duels: Duels) -> float:
    """The logarithm of the posterior up to a constant, as in the definition."""
    prior = -sum(strength**2 for strength in strengths.values()) / 2
    return prior + sum(d.weight * log(1 / (1 + exp(strengths[d.loser] - strengths[d.winner]))) for d in duels)


def climb(items: Sequence[str], duels: Duels) -> dict[str, float]:
    """The optimum by brute force: try a step up and down for each item, and halve it when nothing gets better."""
    best = dict.fromkeys(items, 0.0)
    value, step = posterior(best, duels), 1.0
    while step > 1e-6:
        better = False
        for item in items:
            for change in (step, -step):
                tried = {**best, item: best[item] + change}
                found = posterior(tried, duels)
                if found > value:
                    best, value, better = tried, found, True
        if not better:
            step /= 2
    return best


@pytest.mark.parametrize(
    "results",
    ["ab", "ab ab ab", "ab bc ca", "ab ac ad ae", "ab ba ab cb dc", "ab cd", "ea ea eb ec ed ab"],
)
def test_the_fit_is_the_optimum_that_brute_force_finds(results: str) -> None:
    duels = [Comparison(result[0], result[1]) for result in results.split()]
    fitted, climbed = fit(ITEMS, duels), climb(ITEMS, duels)
    assert fitted == pytest.approx(climbed, abs=1e-4)


@given(duel_lists)
def test_no_small_step_away_from_the_fit_is_better(duels: Duels) -> None:
    fitted = fit(ITEMS, duels)
    value = posterior(fitted, duels)
    for item in ITEMS:
        for change in (0.001, -0.001):
            assert posterior({**fitted, item: fitted[item] + change}, duels) <= value + 1e-12


@given(duel_lists)
def test_swapping_winners_and_losers_swaps_the_signs(duels: Duels) -> None:
    turned = [Comparison(duel.loser, duel.winner, duel.weight) for duel in duels]
    fitted, mirrored = fit(ITEMS, duels), fit(ITEMS, turned)
    assert fitted == pytest.approx({item: -strength for item, strength in mirrored.items()}, abs=1e-6)


@given(duel_lists, st.permutations(ITEMS))
def test_the_order_of_items_and_of_duels_does_not_matter(duels: Duels, order: list[str]) -> None:
    assert fit(ITEMS, duels) == pytest.approx(fit(order, duels[::-1]), abs=1e-6)


@given(duel_lists, pairs)
def test_one_more_win_never_weakens_the_winner_nor_strengthens_the_loser(duels: Duels, pair: list[str]) -> None:
    winner, loser = pair
    before, after = fit(ITEMS, duels), fit(ITEMS, [*duels, Comparison(winner, loser)])
    assert after[winner] > before[winner]
    assert after[loser] < before[loser]


@given(duel_lists)
def test_strengths_balance_around_the_average_reply(duels: Duels) -> None:
    assert sum(fit(ITEMS, duels).values()) == pytest.approx(0, abs=1e-6)


def test_without_a_duel_a_reply_is_average() -> None:
    assert fit(ITEMS, []) == dict.fromkeys(ITEMS, 0.0)
    assert fit(("a", "b", "c"), [Comparison("a", "b")])["c"] == 0.0


def test_the_prior_keeps_a_clean_sweep_finite_and_more_wins_say_more() -> None:
    found = [fit(("a", "b"), [Comparison("a", "b")] * times)["a"] for times in (1, 2, 5, 20, 1000)]
    assert all(one < two for one, two in pairwise(found))
    assert found[0] == pytest.approx(1 - chance(2 * found[0]))  # where the prior pulls as hard as the duel
    assert found[-1] < 5


def test_a_duel_of_twice_the_weight_counts_like_two() -> None:
    assert fit(("a", "b"), [Comparison("a", "b", 2.0)]) == pytest.approx(fit(("a", "b"), [Comparison("a", "b")] * 2))


def test_teams_without_a_common_duel_are_fitted_as_if_alone() -> None:
    one, two = [Comparison("a", "b"), Comparison("a", "b")], [Comparison("c", "d")]
    assert fit(("a", "b", "c", "d"), one + two) == pytest.approx({**fit(("a", "b"), one), **fit(("c", "d"), two)})


def test_points_are_the_chance_to_beat_an_average_reply() -> None:
    assert peer_points({"a": 0.0}) == {"a": 50.0}
    assert chance(2.0) + chance(-2.0) == pytest.approx(1.0)
    assert peer_points({"a": 3.0})["a"] == pytest.approx(95.26, abs=0.01)
