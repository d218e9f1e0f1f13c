"""Cuts a reply into words with offsets into the original. Knows nothing of cues, criteria or languages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

READ_LIMIT: Final = 2400  # characters; a reply is at most a long e-mail, the rest of a flood is not read

_APOSTROPHES: Final = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u02b9\u00b4\u0060\uff07\u2032"), "'")
_QUOTES: Final = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02"), '"')
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212"), "-")
_PLAIN: Final = _APOSTROPHES | _QUOTES | _DASHES | {0x2026: "..."}
_INVISIBLE: Final = frozenset("\u00ad\u034f\u061c\u180e\ufeff") | {
    chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
}
_CYRILLIC_GREEK: Final = "асеорхуіјѕһԁԛԝвмнткАВСЕНІЈКМОРЅТХУαειοκνρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN: Final = "aceopxyijshdqwbmhtkABCEHIJKMOPSTXYaeiokvptuxABEZHIKMNOPTYX"
_LOOKALIKES: Final = dict(zip(_CYRILLIC_GREEK, _LATIN, strict=True))
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TOKEN: Final = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)*"  # a word, apostrophes inside
    r"|\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th|h|am|pm|k)(?![^\W\d_]))?"  # a number, a time, an ordinal, a share
    r"|[.!?]+|\S",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. `text` is cleaned with its case kept; `start` and `end` are characters of the reply as written.

    `breaks` says that a line ends before it.
    """

    text: str
    start: int
    end: int
    breaks: bool


def tokenise(reply: str) -> tuple[Token, ...]:
    """The tokens of the first `READ_LIMIT` characters, with invisible characters dropped and look-alike letters mended."""
    text, origins = _clean(reply[:READ_LIMIT])
    tokens = []
    last_end = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        tokens.append(
            Token(_mend(found.group()), origins[start], origins[end - 1] + 1, breaks="\n" in text[last_end:start]),
        )
        last_end = end
    return tuple(tokens)


def _clean(reply: str) -> tuple[str, Sequence[int]]:
    """The text with odd characters mended, and for each of its characters the place where it came from."""
    if reply.isascii() and not _CONTROLS.search(reply):
        return reply, range(len(reply))
    chars: list[str] = []
    origins: list[int] = []
    for origin, char in enumerate(reply):
        if char in _INVISIBLE:
            continue
        if ord(char) < 128:
            plain = " " if _CONTROLS.match(char) else char
        elif (swap := _PLAIN.get(ord(char))) is not None:
            plain = swap
        else:
            plain = unicodedata.normalize("NFKC", char)
            if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn", "Cs"}:
                plain = " "
        chars.extend(plain)
        origins.extend([origin] * len(plain))
    return "".join(chars), origins


def _mend(word: str) -> str:
    """A word that mixes Latin letters with look-alikes of another script is read as Latin."""
    if word.isascii() or not any("a" <= letter <= "z" for letter in word.lower()):
        return word
    return "".join(_LOOKALIKES.get(letter, letter) for letter in word)
