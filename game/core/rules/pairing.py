"""Which two replies a voter sees side by side. Knows nothing of how their choice counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from game.core.chance import draw
from game.core.ids import SeatId, Token
from game.core.settings import MOST_DUELS
from game.core.state import Pair


def plan(seed: str, voters: Sequence[SeatId], authors: Mapping[Token, SeatId]) -> dict[SeatId, tuple[Pair, ...]]:
    """Duels for each voter of a team: never with their own reply, at most five, least compared pairs first.

    Consecutive duels of a voter share a reply on the same side where they can, so that only one new text is to be read.
    Deterministic for one seed. Voters without a pair are left out.
    """
    seen: Counter[frozenset[Token]] = Counter()
    shown: Counter[Token] = Counter()
    plans: dict[SeatId, tuple[Pair, ...]] = {}
    for voter in sorted(voters, key=lambda seat: draw(seed, "voter", seat)):
        tokens = sorted(token for token, author in authors.items() if author != voter)
        chosen: list[frozenset[Token]] = []
        for _ in range(MOST_DUELS):
            open_pairs = [frozenset(two) for two in combinations(tokens, 2) if frozenset(two) not in chosen]
            if not open_pairs:
                break
            best = min(
                open_pairs,
                key=lambda two: (seen[two], sum(shown[token] for token in two), draw(seed, voter, *sorted(two))),
            )
            chosen.append(best)
            seen[best] += 1
            shown.update(best)
        if chosen:
            plans[voter] = _in_order(seed, voter, chosen)
    return plans


def _in_order(seed: str, voter: SeatId, chosen: Sequence[frozenset[Token]]) -> tuple[Pair, ...]:
    """Chain the pairs so that one of the two stays, and stays on its side."""
    left_over = list(chosen)
    first = left_over.pop(0)
    one, two = sorted(first, key=lambda token: draw(seed, voter, "side", token))
    ordered = [Pair(one, two)]
    while left_over:
        last = ordered[-1]
        following = next((pair for pair in left_over if pair & {last.left, last.right}), left_over[0])
        left_over.remove(following)
        ordered.append(_beside(last, following))
    return tuple(ordered)


def _beside(last: Pair, following: frozenset[Token]) -> Pair:
    one, two = sorted(following)
    if last.left in following:
        return Pair(last.left, two if last.left == one else one)
    if last.right in following:
        return Pair(two if last.right == one else one, last.right)
    return Pair(one, two)
