"""Keeps one client from taking everybody's share: a bucket for commands, a window for tries. Knows nothing of either."""

from collections import deque
from collections.abc import Hashable
from typing import Final

from game.core.ids import Instant

MOST_KEYS: Final = 10_000


class Bucket:
    """Tokens that refill at `rate` a second up to `burst`."""

    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: float, at: Instant) -> None:
        self._rate = rate
        self._burst = burst
        self._left = burst
        self._at = at

    def take(self, at: Instant) -> bool:
        """Whether there was a token left at this moment (milliseconds)."""
        self._left = min(self._burst, self._left + max(0, at - self._at) * self._rate / 1000)
        self._at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Window:
    """At most `most` noted tries for each key within the last `length` milliseconds."""

    def __init__(self, most: int, length: int) -> None:
        self._most = most
        self._length = length
        self._tries: dict[Hashable, deque[Instant]] = {}

    def is_full(self, key: Hashable, at: Instant) -> bool:
        """Whether this key has had all its tries for now."""
        tries = self._tries.get(key)
        while tries and tries[0] <= at - self._length:
            tries.popleft()
        return tries is not None and len(tries) >= self._most

    def note(self, key: Hashable, at: Instant) -> None:
        """One more try."""
        if key not in self._tries and len(self._tries) >= MOST_KEYS:
            self._tries = {other: tries for other, tries in self._tries.items() if tries and tries[-1] > at - self._length}
        self._tries.setdefault(key, deque(maxlen=self._most)).append(at)
