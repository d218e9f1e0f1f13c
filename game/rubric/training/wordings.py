"""Chooses the wordings that the head names when it says what a reply is like. Knows no bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

COUNT: Final = 48  # of each criterion
_WORDS: Final = range(4, 15)  # of a wording that is shown
_SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that somebody quoted as the reason of a mark, what the network gathered from their reply, and how sure it was."""

    text: str
    gathered: "Vector"
    sure: float

    @property
    def can_stand_alone(self) -> bool:
        """Whether it reads well without the reply around it."""
        return self.sure >= _SURE and self.text[0].isupper() and len(self.text.split()) in _WORDS


def choose(offered: Sequence[Wording], count: int = COUNT) -> list[Wording]:
    """Wordings that together are like as many others as can be; where there are few, they come several times.

    Greedy choice for facility location (Nemhauser, Wolsey and Fisher 1978): each next one adds most to what is covered.
    """
    left = {item.text: item for item in offered if item.can_stand_alone} or {item.text: item for item in offered}
    if not left:
        raise ValueError("there is no wording to choose from")
    pool = list(left.values())
    directions = np.stack([direction(item.gathered) for item in pool])
    alike = np.maximum(directions @ directions.T, 0.0)
    covered = np.zeros(len(pool), dtype=np.float32)
    taken: list[int] = []
    while len(taken) < min(count, len(pool)):
        gains = np.maximum(alike, covered).sum(axis=1)
        gains[taken] = -1.0
        taken.append(int(np.argmax(gains)))
        covered = np.maximum(covered, alike[taken[-1]])
    return [pool[taken[place % len(taken)]] for place in range(count)]


def direction(vector: "Vector") -> "Vector":
    """The vector with length one."""
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
