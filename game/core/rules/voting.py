"""What ballots are worth and what they say. Knows nothing of who is shown which pair."""

from collections import Counter
from collections.abc import Mapping

from game.core.ids import SeatId, Token
from game.core.settings import VOTER_TRIAL
from game.core.state import Ballot, Beat, Seat


def counted(beat: Beat) -> tuple[Ballot, ...]:
    """The ballots that count: with a choice, and bots' only where no human has cast one."""
    chosen = tuple(ballot for ballot in beat.ballots if ballot.chosen is not None)
    by_people = tuple(ballot for ballot in chosen if not ballot.bot)
    return by_people or chosen


def comparisons(beat: Beat) -> Counter[Token]:
    """How many counted ballots each reply was part of."""
    return Counter(token for ballot in counted(beat) for token in (ballot.pair.left, ballot.pair.right))


def voter_weight(seat: Seat | None) -> float:
    """1 until twelve ballots, then 0.5 to 1.5 by how often the voter agreed with the room in earlier beats."""
    if seat is None or seat.ballots < VOTER_TRIAL:
        return 1.0
    return 0.5 + seat.agreed / seat.ballots


def duels(beat: Beat, seats: Mapping[SeatId, Seat]) -> tuple[tuple[Token, Token, float], ...]:
    """(winner, loser, weight) of every counted ballot."""
    found = []
    for ballot in counted(beat):
        if ballot.chosen is None:
            continue
        loser = ballot.pair.right if ballot.chosen == ballot.pair.left else ballot.pair.left
        found.append((ballot.chosen, loser, voter_weight(seats.get(ballot.voter))))
    return tuple(found)


def agreement(beat: Beat, strengths: Mapping[Token, float]) -> dict[SeatId, tuple[int, int]]:
    """For each voter with a choice: (ballots, how many preferred the reply that the room found stronger)."""
    tally: dict[SeatId, tuple[int, int]] = {}
    for ballot in beat.ballots:
        if ballot.chosen is None:
            continue
        loser = ballot.pair.right if ballot.chosen == ballot.pair.left else ballot.pair.left
        ballots, agreed = tally.get(ballot.voter, (0, 0))
        right = strengths.get(ballot.chosen, 0.0) >= strengths.get(loser, 0.0)
        tally[ballot.voter] = (ballots + 1, agreed + int(right))
    return tally
