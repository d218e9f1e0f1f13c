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

    Each next duel keeps one of the two replies, on its side, so that only one new text is to be read; that comes before
    an even count. Deterministic for one seed. Voters without a pair are left out.
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
            near = [two for two in open_pairs if two & chosen[-1]] if chosen else []
            best = min(
                near or open_pairs,
                key=lambda two: (seen[two], sum(shown[token] for token in two), draw(seed, voter, *sorted(two))),
            )
            chosen.append(best)
            seen[best] += 1
            shown.update(best)
        if chosen:
            plans[voter] = _on_sides(seed, voter, chosen)
    return plans


def _on_sides(seed: str, voter: SeatId, chosen: Sequence[frozenset[Token]]) -> tuple[Pair, ...]:
    """The pairs in their order, each laid out beside the one before."""
    one, two = sorted(chosen[0], key=lambda token: draw(seed, voter, "side", token))
    ordered = [Pair(one, two)]
    for following in chosen[1:]:
        ordered.append(_beside(ordered[-1], following))
    return tuple(ordered)


def _beside(last: Pair, following: frozenset[Token]) -> Pair:
    one, two = sorted(following)
    if last.left in following:
        return Pair(last.left, two if last.left == one else one)
    if last.right in following:
        return Pair(two if last.right == one else one, last.right)
    return Pair(one, two)
