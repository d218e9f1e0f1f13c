"""Tells sentences from piles of words by which words usually follow which. Knows no criteria.

The table is learnt from the texts of this project (see `training/`); words outside its short list count by their ending.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.rubric.faults import Fault
from game.rubric.reading import MASKED, SENTENCE_MARK, Reading

FILE: Final = "grammar.json"
ENDINGS: Final = ("tion", "ing", "ed", "ly", "er", "s", "y", "e")
SCALE: Final = 100  # stored scores are hundredths of a natural logarithm
_FEW: Final = 5  # pairs; shorter sentences are not judged
# From so many pairs of words, a mean score below the bar is a pile: first for a whole reply, then for one sentence.
_REPLY_PILE: Final = ((60, 0.1), (35, 0.05), (20, -0.05), (10, -0.25))
_SENTENCE_PILE: Final = ((18, -0.25), (12, -0.4), (8, -0.55), (_FEW, -0.8))


@dataclass(frozen=True, slots=True)
class Grammar:
    """`pairs` scores two kinds of words in a row: above 0 they follow each other more often than chance would have it."""

    known: frozenset[str]
    pairs: Mapping[tuple[str, str], float]
    after: Mapping[str, float]

    def piled(self, reading: Reading) -> set[int]:
        """Pieces of the reply, or of single sentences of it, whose words are shuffled or piled up rather than said."""
        scores = [self._scores(reading.pieces[sentence.first : sentence.last]) for sentence in reading.sentences]
        flat = [score for sentence in scores if len(sentence) >= _FEW for score in sentence]
        if _is_pile(flat, _REPLY_PILE):
            return set(range(len(reading.pieces)))
        hidden: set[int] = set()
        for sentence, found in zip(reading.sentences, scores, strict=True):
            if _is_pile(found, _SENTENCE_PILE):
                hidden.update(range(sentence.first, sentence.last))
        return hidden

    def _scores(self, pieces: Sequence[str]) -> list[float]:
        kinds = [SENTENCE_MARK, *(kind(piece, self.known) for piece in pieces if piece != MASKED), SENTENCE_MARK]
        return [self.pairs.get((before, then), self.after.get(before, 0.0)) for before, then in pairwise(kinds)]


def _is_pile(scores: Sequence[float], bars: Sequence[tuple[int, float]]) -> bool:
    bar = next((bar for pairs, bar in bars if len(scores) >= pairs), None)
    return bar is not None and sum(scores) / len(scores) < bar


def kind(piece: str, known: frozenset[str]) -> str:
    """A frequent word is its own kind; others go by their ending, numbers and marks by their first character."""
    if piece in known or piece == SENTENCE_MARK:
        return piece
    if piece[0].isdigit():
        return "#"
    if not piece[0].isalnum():
        return piece[0]
    return next((f"~{ending}" for ending in ENDINGS if piece.endswith(ending) and len(piece) > len(ending) + 2), "~")


def read_grammar(folder: Path, faults: list[Fault]) -> Grammar | None:
    """The grammar of a folder, or None with a fault noted."""
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        pairs = {(before, then): score / SCALE for before, row in data["pairs"].items() for then, score in row.items()}
        after = {before: score / SCALE for before, score in data["unseen"].items()}
        return Grammar(frozenset(data["known"]), pairs, after)
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        faults.append(
            Fault(FILE, 0, "file", f"cannot be read ({error})", "Write it again: python -m game.rubric.training grammar")
        )
        return None
