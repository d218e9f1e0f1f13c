"""Chooses the wordings that the head names when it says what a reply is like. Knows no bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

COUNT: Final = 32  # of each criterion
_WORDS: Final = range(3, 17)  # of a wording that is shown
_SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that somebody quoted as the reason of a mark, what the network gathered from their reply, and how sure it was."""

    text: str
    gathered: "Vector"
    sure: float


def choose(offered: Sequence[Wording], count: int = COUNT) -> list[Wording]:
    """Wordings that the network is sure of and that lie far apart; where there are few, they come several times."""
    fit = [item for item in offered if item.sure >= _SURE and len(item.text.split()) in _WORDS]
    left = {item.text: item for item in (fit or offered)}
    if not left:
        raise ValueError("there is no wording to choose from")
    pool = list(left.values())
    directions = np.stack([direction(item.gathered) for item in pool])
    taken = [int(np.argmax([item.sure for item in pool]))]
    nearness = directions @ directions[taken[0]]
    while len(taken) < min(count, len(pool)):
        taken.append(int(np.argmin(nearness)))
        nearness = np.maximum(nearness, directions @ directions[taken[-1]])
        nearness[taken] = np.inf
    return [pool[taken[place % len(taken)]] for place in range(count)]


def direction(vector: "Vector") -> "Vector":
    """The vector with length one."""
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
