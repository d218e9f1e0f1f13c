import pytest

from game.core.ids import SeatId, Token
from game.core.rules import voting
from tests.core.pieces import ballot, beat, reply, seat, seats

A, B, C = Token("a"), Token("b"), Token("c")


def test_neither_is_no_comparison() -> None:
    voted = beat(reply("a"), reply("b"), ballots=(ballot("v1", "a", "b", neither=True), ballot("v2", "b", "a")))
    assert voting.comparisons(voted) == {A: 1, B: 1}
    assert voting.duels(voted, {}) == ((B, A, 1.0),)


def test_bots_count_only_where_no_human_has_chosen() -> None:
    bots = (ballot("b1", "a", "b", bot=True), ballot("b2", "a", "b", bot=True))
    assert voting.comparisons(beat(ballots=bots)) == {A: 2, B: 2}
    assert voting.comparisons(beat(ballots=(*bots, ballot("v1", "b", "a")))) == {A: 1, B: 1}
    undecided = ballot("v1", "b", "a", neither=True)
    assert voting.comparisons(beat(ballots=(*bots, undecided))) == {A: 2, B: 2}


def test_the_loser_is_whoever_was_not_chosen_on_either_side() -> None:
    left, right = ballot("v1", "a", "b"), ballot("v2", "a", "b")
    turned = type(right)(right.voter, right.pair, B, gallery=True, bot=False)
    assert voting.duels(beat(ballots=(left, turned)), {}) == ((A, B, 1.0), (B, A, 1.0))


@pytest.mark.parametrize(
    ("given", "agreed", "weight"),
    [(0, 0, 1.0), (11, 0, 1.0), (11, 11, 1.0), (12, 0, 0.5), (12, 6, 1.0), (12, 12, 1.5), (40, 30, 1.25)],
)
def test_a_voter_weighs_one_until_twelve_ballots_and_then_by_agreement(given: int, agreed: int, weight: float) -> None:
    assert voting.voter_weight(seat(ballots=given, agreed=agreed)) == weight


def test_a_voter_who_is_not_known_weighs_one() -> None:
    assert voting.voter_weight(None) == 1.0


def test_a_ballot_carries_its_voters_weight() -> None:
    voted = beat(ballots=(ballot("v1", "a", "b"), ballot("v2", "a", "b")))
    assert [weight for _, _, weight in voting.duels(voted, seats(seat("v1", ballots=12, agreed=12)))] == [1.5, 1.0]


def test_agreement_is_with_the_reply_that_the_room_found_stronger() -> None:
    voted = beat(
        ballots=(ballot("v1", "a", "b"), ballot("v1", "c", "a"), ballot("v2", "b", "a"), ballot("v3", "a", "b", neither=True))
    )
    assert voting.agreement(voted, {A: 1.0, B: -1.0, C: 0.0}) == {SeatId("v1"): (2, 1), SeatId("v2"): (1, 0)}
