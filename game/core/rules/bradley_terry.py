"""A regularised Bradley-Terry model for duels. Knows nothing of replies, voters or points.

Source: Bradley & Terry (1952), "Rank analysis of incomplete block designs"; maximum a posteriori with a normal prior.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final, Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)
_STEPS: Final = 200
_CLOSE: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Item]):
    """One duel: `winner` was preferred to `loser` with this weight (above 0)."""

    winner: Item
    loser: Item
    weight: float = 1.0


def chance(strength: float) -> float:
    """The chance, 0 to 1, to win against an average item (strength 0)."""
    return 1.0 / (1.0 + exp(-strength))


def fit(items: Sequence[Item], duels: Iterable[Comparison[Item]]) -> dict[Item, float]:
    """Strengths by maximum a posteriori, each with the prior N(0, 1). Items without a duel have strength 0.

    Newton steps one coordinate at a time: the posterior is concave, so this converges from anywhere, and the order of
    `items` makes it the same on every machine.
    """
    index = {item: number for number, item in enumerate(items)}
    met: list[list[tuple[int, bool, float]]] = [[] for _ in items]
    for duel in duels:
        winner, loser = index[duel.winner], index[duel.loser]
        met[winner].append((loser, True, duel.weight))
        met[loser].append((winner, False, duel.weight))
    strengths = [0.0] * len(items)
    for _ in range(_STEPS):
        moved = 0.0
        for item, against in enumerate(met):
            if not against:
                continue
            step = _newton_step(strengths, item, against)
            strengths[item] += step
            moved = max(moved, abs(step))
        if moved < _CLOSE:
            break
    return dict(zip(items, strengths, strict=True))


def _newton_step(strengths: Sequence[float], item: int, against: Sequence[tuple[int, bool, float]]) -> float:
    gradient, curvature = -strengths[item], 1.0
    for other, won, weight in against:
        expected = chance(strengths[item] - strengths[other])
        gradient += weight * ((1.0 if won else 0.0) - expected)
        curvature += weight * expected * (1.0 - expected)
    return gradient / curvature


def peer_points(strengths: Mapping[Item, float]) -> dict[Item, float]:
    """Points 0 to 100: the chance to win against an average reply."""
    return {item: 100.0 * chance(strength) for item, strength in strengths.items()}
