"""Checks and invents nicknames from word lists that it is given. Knows no files, no chance and no language but the lists'."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from game.library.model import NameLists

_LEET: Final = str.maketrans("0345789@$\u20ac+", "oeastbgaset")
_LEET_I: Final = str.maketrans("1!|", "iii")
_LEET_L: Final = str.maketrans("1!|", "lll")
# Cyrillic and Greek letters that look like Latin ones, by their Latin twin.
_TWINS: Final = str.maketrans(
    {
        **dict.fromkeys("\u0430\u03b1", "a"),
        **dict.fromkeys("\u0441", "c"),
        **dict.fromkeys("\u0435", "e"),
        **dict.fromkeys("\u0456\u03b9", "i"),
        **dict.fromkeys("\u0458", "j"),
        **dict.fromkeys("\u043a\u03ba", "k"),
        **dict.fromkeys("\u043c", "m"),
        **dict.fromkeys("\u043e\u03bf", "o"),
        **dict.fromkeys("\u0440\u03c1", "p"),
        **dict.fromkeys("\u0455", "s"),
        **dict.fromkeys("\u0442\u03c4", "t"),
        **dict.fromkeys("\u03c5", "u"),
        **dict.fromkeys("\u03bd", "v"),
        **dict.fromkeys("\u0445\u03c7", "x"),
        **dict.fromkeys("\u0443", "y"),
    }
)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_WORD: Final = re.compile(r"[^\W_]+(?:[@$€+!|][^\W_]+)*|[^\W_]*[@$€+!|][^\W_]+(?:[@$€+!|][^\W_]+)*")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RUN: Final = re.compile(r"(.)\1+")
_LONG_RUN: Final = re.compile(r"(.)\1{2,}")


def is_rude(name: str, lists: NameLists) -> bool:
    """Whether `name` holds a word of the lists, also when it is spaced out, stretched or written with digits.

    `rude_words` count as whole words only, so that Scunthorpe, Hancock and Cassandra can join; `rude_parts` anywhere.
    """
    plain = _plain(name)
    words = [reading for word in _words(plain) for reading in readings(word)]
    if any(word in lists.rude_words or any(part in word for part in lists.rude_parts) for word in words):
        return True
    whole = lists.rude_words | lists.rude_parts
    return any(reading in whole for joined in _joined(plain) for reading in readings(joined))


def has_slur(text: str, lists: NameLists) -> bool:
    """Whether a text between players holds a slur or an insult of the lists, as a whole word however it is spelt."""
    return any(reading in lists.slurs for word in _words(_plain(text)) for reading in readings(word))


def nickname(lists: NameLists, number: int) -> str:
    """The friendly name with this number, such as “Mellow Otter”. No pair comes twice before every pair has come."""
    again, first = divmod(number, len(lists.adjectives))
    return f"{lists.adjectives[first]} {lists.nouns[(first * 7 + again) % len(lists.nouns)]}"


def letters(text: str) -> str:
    """Only the letters of `text`, in lower case and without accents."""
    return "".join(char for char in _plain(text).lower() if char.isalpha())


def readings(word: str) -> frozenset[str]:
    """The ways one written word can be read: with digits as letters, and with stretched letters shortened."""
    if not any(char.isalpha() for char in word):
        return frozenset({word})
    read: set[str] = set()
    for one in (_LEET_I, _LEET_L):
        text = letters(word.lower().translate(_LEET).translate(one))
        read |= {text, _LONG_RUN.sub(r"\1\1", text), _LONG_RUN.sub(r"\1", text), _RUN.sub(r"\1", text)}
    return frozenset(read | {letters(word)})


def _plain(name: str) -> str:
    """Without invisible characters and accents, and with look-alike letters of other scripts read as Latin ones."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKD", name))
    text = "".join(char for char in text if not unicodedata.combining(char))
    if re.search("[a-z]", text, re.IGNORECASE):
        text = "".join(_twin(char) for char in text)
    return text


def _twin(char: str) -> str:
    twin = char.lower().translate(_TWINS)
    return char if twin == char.lower() else twin.upper() if char.isupper() else twin


def _words(plain: str) -> Iterator[str]:
    for word in _WORD.findall(plain):
        yield word
        yield from _HUMP.split(word) if _HUMP.search(word) else ()


def _joined(plain: str) -> Iterator[str]:
    """What spacing may have torn apart: runs of single characters, and two neighbours read as one word."""
    parts = _WORD.findall(plain)
    run = ""
    for part in (*parts, "  "):
        if len(part) == 1:
            run += part
        else:
            if len(run) > 1:
                yield run
            run = ""
    for left, right in pairwise(parts):
        yield left + right
