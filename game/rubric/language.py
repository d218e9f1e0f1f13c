"""Tells whether a reply can be read at all. Knows small words of several languages, and no criteria."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.rubric.reading import Reading

_FEW: Final = 3  # words; fewer tell no language
_LEAST_LATIN: Final = 0.6  # share of letters


@dataclass(frozen=True, slots=True)
class Languages:
    """Small words of the rubric's own language and of others, and what is said when the rubric abstains."""

    language: str
    own: frozenset[str]
    others: Mapping[str, frozenset[str]]
    abstentions: Mapping[str, str]

    def abstention(self, reading: Reading, hidden: frozenset[int], language: str) -> str:
        """Why the reply cannot be judged, as a sentence; empty where it can."""
        if not reading.reply.strip():
            return self.abstentions["empty"]
        if language.split("-")[0].lower() != self.language:
            return self.abstentions["scenario"]
        if not reading.sentences:
            letters = any(char.isalpha() for char in reading.reply)
            return self.abstentions["unreadable" if letters else "wordless"]
        words = [piece for piece in reading.pieces if piece[0].isalpha()]
        if not words:
            return self.abstentions["wordless"]
        if self._is_foreign(words):
            return self.abstentions["language"]
        if hidden and all(at in hidden or not piece[0].isalnum() for at, piece in enumerate(reading.pieces)):
            return self.abstentions["quoted"]
        return self.abstentions["unreadable"] if _is_code(reading) else ""

    def _is_foreign(self, words: list[str]) -> bool:
        letters = "".join(words)
        latin = sum("a" <= letter <= "z" or 0xC0 <= ord(letter) < 0x250 for letter in letters)
        if latin < _LEAST_LATIN * len(letters):
            return True
        own = sum(word in self.own for word in words)
        foreign = max((sum(word in small for word in words) for small in self.others.values()), default=0)
        accented = sum(any(ord(letter) > 127 for letter in word) for word in words)
        if len(words) < _FEW:
            return own == 0 and foreign + accented == len(words)
        return foreign + accented >= 2 and foreign + accented > own


def _is_code(reading: Reading) -> bool:
    """More brackets, slashes and equals signs than words: code or a bare address, not a sentence to a customer."""
    words = sum(piece.isalpha() for piece in reading.pieces)
    signs = sum(piece in "{}[]()<>=;/\\_@#$%^&*+~" for piece in reading.pieces)
    return signs > 3 and signs >= words * 0.6
