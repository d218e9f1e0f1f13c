from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import SeatId, Token
from game.core.rules.pairing import plan
from game.core.settings import MOST_DUELS
from game.core.state import Pair

SEATS = tuple(SeatId(f"s{number}") for number in range(1, 9))


def authors(number: int) -> dict[Token, SeatId]:
    return {Token(f"token-{seat}"): seat for seat in SEATS[:number]}


@st.composite
def votes(drawn: st.DrawFn) -> tuple[str, tuple[SeatId, ...], dict[Token, SeatId]]:
    """Some agents, some of whom have replied."""
    agents = SEATS[: drawn(st.integers(1, 8))]
    wrote = drawn(st.sets(st.sampled_from(agents)))
    return drawn(st.text(max_size=5)), agents, {Token(f"token-{seat}"): seat for seat in sorted(wrote)}


@given(votes())
def test_nobody_judges_their_own_reply_nor_a_pair_twice_nor_more_than_five(
    vote: tuple[str, tuple[SeatId, ...], dict[Token, SeatId]],
) -> None:
    seed, voters, written = vote
    for voter, pairs in plan(seed, voters, written).items():
        assert 1 <= len(pairs) <= MOST_DUELS
        assert len({frozenset((pair.left, pair.right)) for pair in pairs}) == len(pairs)
        for pair in pairs:
            assert pair.left != pair.right
            assert voter not in (written[pair.left], written[pair.right])


@given(votes())
def test_one_of_the_two_stays_on_its_side_for_the_next_duel(
    vote: tuple[str, tuple[SeatId, ...], dict[Token, SeatId]],
) -> None:
    for pairs in plan(*vote).values():
        for one, two in pairwise(pairs):
            assert (one.left == two.left) != (one.right == two.right)


@given(votes())
def test_whoever_has_two_replies_of_others_before_them_gets_a_duel(
    vote: tuple[str, tuple[SeatId, ...], dict[Token, SeatId]],
) -> None:
    seed, voters, written = vote
    able = {voter for voter in voters if sum(author != voter for author in written.values()) >= 2}
    assert set(plan(seed, voters, written)) == able


@given(st.text(max_size=5), st.integers(3, 8))
def test_pairs_and_replies_are_compared_about_equally_often(seed: str, agents: int) -> None:
    written = authors(agents)
    pairs = [pair for pairs in plan(seed, SEATS[:agents], written).values() for pair in pairs]
    met = Counter(frozenset((pair.left, pair.right)) for pair in pairs)
    counts = [met[frozenset(two)] for two in combinations(written, 2)]
    assert max(counts) - min(counts) <= 2
    shown = Counter(token for pair in pairs for token in (pair.left, pair.right))
    assert max(shown.values()) - min(shown.values()) <= 4


@pytest.mark.parametrize(("agents", "duels"), [(3, 1), (4, 3), (5, 5), (8, 5)])
def test_each_of_a_team_judges_every_pair_of_others_up_to_five(agents: int, duels: int) -> None:
    assert {len(pairs) for pairs in plan("seed", SEATS[:agents], authors(agents)).values()} == {duels}


def test_the_same_seed_gives_the_same_plan_and_sides_differ_between_seeds() -> None:
    assert plan("a", SEATS[:5], authors(5)) == plan("a", SEATS[:5], authors(5))
    firsts = {plan(seed, SEATS[:3], authors(3))[SEATS[2]] for seed in "abcdefgh"}
    assert firsts == {
        (Pair(Token("token-s1"), Token("token-s2")),),
        (Pair(Token("token-s2"), Token("token-s1")),),
    }
