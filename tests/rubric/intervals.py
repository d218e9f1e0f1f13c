"""How far a number measured on a sample may be from the truth: 95 % intervals. Knows nothing of what is measured."""

import math
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeVar

Item = TypeVar("Item")
Interval = tuple[float, float]
_WIDE: Final = 1.959964  # standard deviations either side that hold 95 %
_DRAWS: Final = 200


def wilson(passed: int, of: int) -> Interval:
    """The interval of a share, each end 0 to 1; sound for small counts and for none or all. (0, 1) of nothing.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
    """
    if of == 0:
        return (0.0, 1.0)
    share, square = passed / of, _WIDE**2
    centre = share + square / (2 * of)
    reach = _WIDE * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return (max(0.0, (centre - reach) / (1 + square / of)), min(1.0, (centre + reach) / (1 + square / of)))


def bootstrap(items: Sequence[Item], measure: Callable[[Sequence[Item]], float], chance: Random) -> Interval:
    """The interval of any measure of a sample, by measuring samples drawn from it with replacement."""
    if not items:
        return (0.0, 0.0)
    found = sorted(measure(chance.choices(items, k=len(items))) for _ in range(_DRAWS))
    return found[round(0.025 * (_DRAWS - 1))], found[round(0.975 * (_DRAWS - 1))]
