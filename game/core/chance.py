"""Deterministic chance: the same seed and path always draw the same. Knows nothing of what is drawn for."""

from hashlib import sha256


def draw(seed: str, *path: object) -> int:
    """A number from 0 to 2**64 - 1 that nobody without the seed can foretell."""
    text = "\x1f".join((seed, *map(str, path)))
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")


def token(seed: str, *path: object) -> str:
    """Ten hexadecimal characters that tell nothing of the path they were drawn for."""
    return sha256("\x1f".join((seed, "token", *map(str, path))).encode()).hexdigest()[:10]
