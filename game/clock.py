"""The one source of time and chance: the machine's clock, real or sped up, and its unguessable numbers.

Knows nothing of what either is for.
"""

import asyncio
import secrets
import time
from typing import Final

from game.core.ids import Instant, Millis

# No letters and digits that are misread from the last row: 0 O, 1 I L, 2 Z, 5 S, 8 B.
_CODE_LETTERS: Final = "ACDEFGHJKMNPQRTUVWXY34679"
_CODE_LENGTH: Final = 5
_LONGEST_NAP: Final = 60.0  # seconds; a machine that slept wakes up to the right time at most this late


class WallClock:
    """Implements the runtime's `Clockwork`. With `speed` above 1 the game's time runs that much faster than the wall's."""

    def __init__(self, speed: float = 1.0) -> None:
        if speed <= 0:
            raise ValueError("speed must be above 0")
        self._speed = speed
        self._began = time.time()

    def now(self) -> Instant:
        """Milliseconds since the epoch (at speed 1)."""
        return Instant(int((self._began + (time.time() - self._began) * self._speed) * 1000))

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
