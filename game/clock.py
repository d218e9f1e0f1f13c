"""The one source of time and chance: the machine's clock, real or sped up, and its unguessable numbers.

Knows nothing of what either is for.
"""

import asyncio
import secrets
import time
from collections.abc import Callable
from typing import Final

from game.core.ids import Instant, Millis

# No letters and digits that are misread from the last row: 0 O, 1 I L, 2 Z, 5 S, 8 B.
_CODE_LETTERS: Final = "ACDEFGHJKMNPQRTUVWXY34679"
_CODE_LENGTH: Final = 5
_LONGEST_NAP: Final = 60.0  # seconds; a machine that slept wakes up to the right time at most this late
_JUMP: Final = 1.0  # seconds that the wall clock may lose against the machine's ticks before it counts as set back


class WallClock:
    """Implements the runtime's `Clockwork`. With `speed` above 1 the game's time runs that much faster than the wall's.

    Where the wall clock is set back, the game's time goes on from where it was: deadlines would else be far away, and every
    scene would stand still. `wall` and `ticks` tell seconds; nobody can set `ticks`.
    """

    def __init__(
        self, speed: float = 1.0, wall: Callable[[], float] = time.time, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        if speed <= 0:
            raise ValueError("speed must be above 0")
        self._speed, self._wall, self._ticks = speed, wall, ticks
        self._began = wall()
        self._seen = self._began, ticks()
        self._ahead = 0.0  # seconds that the wall clock was set back by so far

    def now(self) -> Instant:
        """Milliseconds since the epoch (at speed 1)."""
        wall, ticks = self._wall(), self._ticks()
        lost = self._seen[0] + ticks - self._seen[1] - wall
        if lost > _JUMP:
            self._ahead += lost
        self._seen = wall, ticks
        return Instant(int((self._began + (wall + self._ahead - self._began) * self._speed) * 1000))

    async def sleep_until(self, at: Instant) -> None:
        """Return when `now()` has reached `at`, also where the wall clock was set in the meantime."""
        while (left := (at - self.now()) / 1000 / self._speed) > 0:  # noqa: ASYNC110 - time is what is waited for
            await asyncio.sleep(min(left, _LONGEST_NAP))

    async def pause(self, length: Millis) -> None:
        """Wait in real time."""
        await asyncio.sleep(length / 1000)


def new_code() -> str:
    """A join code: five letters and digits that are told apart at a distance."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


def new_id() -> str:
    """Names a workshop."""
    return secrets.token_hex(8)


def new_token() -> str:
    """Unguessable, fit for a link: 32 bytes."""
    return secrets.token_urlsafe(32)
