"""The words of a sentence as numbers: single words, pairs and triples that the corpus knows. Knows no criteria.

A companion of the sentence vectors: vectors hear what is meant, words hear "not", "who" and "by Friday".
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Places = NDArray[np.int64]

_LONGEST: Final = 3  # words in a gram
_LEAST_SENTENCES: Final = 2  # in which a gram must stand to be known


def grams(pieces: Sequence[str]) -> set[str]:
    """Runs of up to three pieces."""
    return {" ".join(pieces[at : at + length]) for length in range(1, _LONGEST + 1) for at in range(len(pieces) - length + 1)}


def known_grams(sentences: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Grams that several sentences share, sorted, each with its worth: the rarer, the more."""
    read = [grams(pieces) for pieces in sentences]
    counts = Counter(gram for found in read for gram in found)
    names = tuple(sorted(gram for gram, count in counts.items() if count >= _LEAST_SENTENCES))
    return names, tuple(math.sqrt(math.log(len(read) / counts[name])) for name in names)


@dataclass(frozen=True, slots=True)
class Wording:
    """Known grams by place, and what each is worth."""

    places: dict[str, int]
    worth: "Numbers"

    def of(self, pieces: Sequence[str], np: Any) -> tuple["Places", "Numbers"]:
        """Places of the grams in a sentence and their shares, which as a vector have length one."""
        places = np.array(sorted(at for gram in grams(pieces) if (at := self.places.get(gram)) is not None), dtype=np.int64)
        worth = self.worth[places]
        length = float(np.sqrt((worth * worth).sum()))
        return places, worth / length if length else worth
