"""Hashes facilitators' passwords away from the event loop. Knows nothing of accounts."""

import asyncio
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from game.core.refusal import Refusal

SHORTEST: Final = 10  # characters
_AT_ONCE: Final = 2  # each takes tens of megabytes


class Passwords:
    """Argon2id with the library's own parameters."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._nobodys = ""

    async def hashed(self, password: str) -> str:
        """A salted hash."""
        async with self._room:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def is_right(self, password_hash: str | None, password: str) -> bool:
        """Whether the password fits. Without a hash (an unknown name) it takes as long, and does not."""
        if password_hash is None and not self._nobodys:
            self._nobodys = await self.hashed("")
        async with self._room:
            fits = await asyncio.to_thread(self._verify, password_hash or self._nobodys, password)
        return fits and password_hash is not None

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def too_weak(password: str) -> Refusal | None:
    """Why this cannot be a facilitator's password."""
    if len(password) < SHORTEST:
        return Refusal("weak_password", f"Please choose a longer password: at least {SHORTEST} characters.")
    if len(set(password)) < 4:
        return Refusal("weak_password", "Please choose a password with more different characters.")
    return None
