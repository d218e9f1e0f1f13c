"""An expected failure as a value. Knows nothing of who is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out: a stable `code` and a `sentence` that a player can act on."""

    code: str
    sentence: str
