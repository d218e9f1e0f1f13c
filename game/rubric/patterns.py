"""Turns written patterns into compiled ones. Knows nothing of what a pattern is for.

A pattern is a regular expression over the pieces of a reading with three additions: ``@name`` stands for a word class,
``@w3`` for up to three more words, each with the space before it, and ``@g3`` for up to three, each with the space after it.
It always begins and ends at the edge of a piece.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.rubric.literals import Needs, needs, runs_of
from game.rubric.reading import SENTENCE_MARK

_NAME: Final = re.compile(r"@([a-z_]+[0-9]?)")
_GAP: Final = re.compile(r"([gw])([1-9])")
_MARK: Final = re.compile(rf"(?<![^ ]){re.escape(SENTENCE_MARK)}(?![^ ])")
_ROUND_A_MARK: Final = re.compile(
    r"\[[^^\]|]+\]|\(\?(?:<=|=|<!|!)[^()]*\)|\[\^[^\]]*\|[^\]]*\]|\\\|$"
)  # looks at a mark, avoids it, or ends with it
_OVER_A_MARK: Final = re.compile(r"\\\||\[[^\]]*\||\[\^|(?<!\\)\.|\\[SWD]")
_WORD: Final = r"[^\s|,;:()\u2592?!.\"\-][^\s|\u2592]*"  # a gap crosses no mark of punctuation


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of a text, both marks of a sentence included, and the letter runs in it."""

    start: int
    end: int
    runs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A reading's text, cut at the marks between sentences, so that patterns are tried only where they can match."""

    text: str
    runs: frozenset[str]
    parts: tuple[Part, ...]


def cut(text: str) -> Text:
    """The text ready for patterns."""
    marks = [found.start() for found in _MARK.finditer(text)]
    parts = []
    for start, end in pairwise(marks):
        if found := runs_of(text[start : end + 1]):
            parts.append(Part(start, end + 1, found))
    return Text(text, frozenset[str]().union(*(part.runs for part in parts)), tuple(parts))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; a sentence that lacks the letters it needs is not searched.

    `crosses` says that a match may reach over the mark between two sentences, so that only the whole text will do.
    """

    regex: re.Pattern[str]
    needs: Needs
    crosses: bool = False

    def find(self, text: Text) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        for need in self.needs:
            if need.isdisjoint(text.runs):
                return iter(())
        if self.crosses or len(text.parts) < 2:
            return self.regex.finditer(text.text)
        return self._in_parts(text)

    def _in_parts(self, text: Text) -> Iterator[re.Match[str]]:
        for part in text.parts:
            for need in self.needs:
                if need.isdisjoint(part.runs):
                    break
            else:
                yield from self.regex.finditer(text.text, part.start, part.end)


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
            return Pattern(re.compile(rf"(?<![^ ])(?:{written})(?![^ ])"), needs(written), _crosses(written))
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


def _crosses(written: str) -> bool:
    """Whether a written pattern may match over the mark between two sentences."""
    return _OVER_A_MARK.search(_ROUND_A_MARK.sub("", written)) is not None
