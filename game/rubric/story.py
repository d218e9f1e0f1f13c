"""Compares a reply with what the customer told and with the facts of the case. Knows no cues and no levels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.rubric.reading import Reading

_TO_TWENTY: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_NUMBERS: Final = {word: str(number) for number, word in enumerate(_TO_TWENTY)} | {
    word: str(10 * number) for number, word in enumerate(_TENS, start=3)
}
_ENDINGS: Final = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s", "y", "e")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Words without content, and words that count as the same."""

    common: frozenset[str]
    same: Mapping[str, str]

    def contents(self, pieces: Iterable[str]) -> dict[int, str]:
        """Stems of the words that carry content, by their place."""
        found = {}
        for at, piece in enumerate(pieces):
            if piece in self.common or not piece[0].isalnum() or (len(piece) < 3 and not piece[0].isdigit()):
                continue
            found[at] = self._stem(piece)
        return found

    def _stem(self, word: str) -> str:
        if word in _NUMBERS:
            return _NUMBERS[word]
        word = self.same.get(word, word)
        if word[0].isdigit():
            return word.replace(",", "").rstrip(".")
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
        return word


@dataclass(frozen=True, slots=True)
class Story:
    """Stems of what the customer said and of what the case file holds."""

    told: frozenset[str]
    known: frozenset[str]


def story(words: StoryWords, told: Iterable[Reading], known: Iterable[Reading]) -> Story:
    """The story in what the customer said and what the case file holds."""
    return Story(
        frozenset(stem for reading in told for stem in words.contents(reading.pieces).values()),
        frozenset(stem for reading in known for stem in words.contents(reading.pieces).values()),
    )


@dataclass(frozen=True, slots=True)
class Echo:
    """What one sentence takes up of the story: stems of the customer's words by the piece where they stand, and facts only."""

    at: Mapping[int, str]
    known: frozenset[str]

    @property
    def told(self) -> frozenset[str]:
        return frozenset(self.at.values())


def echoes(words: StoryWords, tale: Story, reading: Reading, skipped: frozenset[int] = frozenset()) -> tuple[Echo, ...]:
    """One echo per sentence of the reply; skipped pieces take up nothing."""
    found = []
    for sentence in reading.sentences:
        pieces = reading.pieces[sentence.first : sentence.last]
        stems = {} if sentence.first in skipped else words.contents(pieces)
        places = ((sentence.first + at, stem) for at, stem in stems.items())
        told = {at: stem for at, stem in places if stem in tale.told and at not in skipped}
        known = frozenset(stem for stem in stems.values() if stem in tale.known and stem not in tale.told)
        found.append(Echo(told, known))
    return tuple(found)
