"""Turns written patterns into compiled ones. Knows nothing of what a pattern is for.

A pattern is a regular expression over the pieces of a reading with three additions: ``@name`` stands for a word class,
``@w3`` for up to three more words, each with the space before it, and ``@g3`` for up to three, each with the space after it.
It always begins and ends at the edge of a piece.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.rubric.literals import Needs, needs

_NAME: Final = re.compile(r"@([a-z_]+[0-9]?)")
_GAP: Final = re.compile(r"([gw])([1-9])")
_WORD: Final = r"[^\s|,;:()\u2592?!.\"\-][^\s|\u2592]*"  # a gap crosses no mark of punctuation


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; a text that lacks the letters it needs is not searched."""

    regex: re.Pattern[str]
    needs: Needs

    def find(self, text: str, runs: frozenset[str]) -> Iterator[re.Match[str]]:
        """Every match in a text whose `runs` are given."""
        for need in self.needs:
            if need.isdisjoint(runs):
                return iter(())
        return self.regex.finditer(text)


class BadPattern(ValueError):
    """A pattern that cannot be compiled; the message says why."""


class Lexicons:
    """Word classes by name, each written out once."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self._written: dict[str, str] = {}

    def compiled(self, pattern: str) -> Pattern:
        """The pattern ready to search a reading's text. Raises BadPattern."""
        written = self.written_out(pattern)
        try:
            return Pattern(re.compile(rf"(?<![^ ])(?:{written})(?![^ ])"), needs(written))
        except re.error as error:
            raise BadPattern(f"it is not a regular expression ({error})") from error

    def written_out(self, pattern: str, within: tuple[str, ...] = ()) -> str:
        """The pattern with every word class written out. Raises BadPattern for an unknown or circular class."""
        return _NAME.sub(lambda found: self._class(found.group(1), within), pattern)

    def _class(self, name: str, within: tuple[str, ...]) -> str:
        if gap := _GAP.fullmatch(name):
            side, most = gap.groups()
            return rf"(?:{_WORD}+ ){{0,{most}}}" if side == "g" else rf"(?: {_WORD}+){{0,{most}}}"
        if name not in self._classes:
            raise BadPattern(f"there is no word class @{name}")
        if name in within:
            raise BadPattern(f"the word class @{name} names itself")
        if name not in self._written:
            entries = sorted(self._classes[name], key=len, reverse=True)  # the longest entry wins
            self._written[name] = "(?:" + "|".join(self.written_out(entry, (*within, name)) for entry in entries) + ")"
        return self._written[name]
