"""Finds cues in a reading. Knows nothing of contexts and does not decide levels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.core.ids import Criterion
from game.core.marks import Confidence, Level, Polarity
from game.rubric.patterns import Pattern, Text, cut
from game.rubric.reading import MASKED, SENTENCE_MARK, Reading

_EDGES: Final = frozenset({SENTENCE_MARK, MASKED, *',;:-()/"\u2013\u2014', ".", "!", "?", "..", "..."})
_LOOK_BACK: Final = 4  # words between a negation and what it turns round


@dataclass(frozen=True, slots=True)
class Cue:
    """An authored cue, ready to match. `sign` names what the cue shows; several cues may show the same."""

    id: str
    criterion: Criterion
    sign: str
    polarity: Polarity
    level: Level
    article: str
    reason: str
    negatable: bool
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in a reading: pieces `first` to `last` (exclusive)."""

    cue: str
    criterion: Criterion
    sign: str
    polarity: Polarity
    level: Level
    reason: str
    first: int
    last: int
    sentence: int
    confidence: Confidence


def find(cues: Iterable[Cue], reading: Reading, negations: frozenset[str]) -> list[Hit]:
    """Every hit of every cue, in the order of the cues, then of the text; at most one per cue and sentence."""
    text = cut(reading.text)
    return [hit for cue in cues for hit in _hits(cue, reading, text, negations)]


def _hits(cue: Cue, reading: Reading, text: Text, negations: frozenset[str]) -> Iterator[Hit]:
    seen: set[int] = set()
    for pattern in cue.patterns:
        for found in pattern.find(text):
            first, last = reading.piece_at(found.start()), reading.piece_at(max(found.start(), found.end() - 1)) + 1
            sentence = reading.sentence_at(found.start())
            if sentence in seen or (cue.negatable and negated(reading, first, negations)):
                continue
            seen.add(sentence)
            yield Hit(cue.id, cue.criterion, cue.sign, cue.polarity, cue.level, cue.reason, first, last, sentence, "cue")


def negated(reading: Reading, piece: int, negations: frozenset[str]) -> bool:
    """Whether a negation stands shortly before a piece, in the same clause."""
    for at in range(piece - 1, max(0, piece - 1 - _LOOK_BACK), -1):
        word = reading.pieces[at]
        if word in _EDGES:
            return False
        if word in negations:
            return True
    return False


def clause(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The pieces of the clause around pieces `first` to `last`."""
    while first > 0 and reading.pieces[first - 1] not in _EDGES:
        first -= 1
    while last < len(reading.pieces) and reading.pieces[last] not in _EDGES:
        last += 1
    return first, last
