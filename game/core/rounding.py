"""How points become the whole number that people read: the same half goes up on every page. Knows nothing of points."""

from math import floor


def whole(points: float) -> int:
    """The nearest whole number; a half goes up, as it does in the browser."""
    return floor(points + 0.5)
