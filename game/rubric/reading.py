"""A reply as the cues read it: lower case, contractions written out, one space between words. Knows no criteria."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.rubric.tokens import Token, tokenise

SENTENCE_MARK: Final = "|"  # stands before, between and after sentences
MASKED: Final = "\u2592"  # stands for a word that earns nothing
_STOPS: Final = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Respelling:
    """A spelling that stands for something else only in company: after or before certain words."""

    word: str
    becomes: str
    before: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words are written out before cues look at them. `endings` are tried on words with an apostrophe."""

    words: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    in_company: Mapping[str, Respelling]
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces `first` to `last` (exclusive) of a reading, without the marks around them."""

    first: int
    last: int
    asks: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """`pieces` are what cues match, joined by single spaces in `text`; each stems from a token, marks from none (-1)."""

    reply: str
    tokens: tuple[Token, ...]
    pieces: tuple[str, ...]
    origins: tuple[int, ...]
    text: str
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the reply behind characters `start` to `end` of `text`."""
        return self.span_of(self.piece_at(start), self.piece_at(end - 1) + 1)

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the reply behind pieces `first` to `last` (exclusive)."""
        origins = [origin for origin in self.origins[first:last] if origin >= 0]
        if not origins:
            return (0, 0)
        return self.tokens[origins[0]].start, self.tokens[origins[-1]].end

    def piece_at(self, char: int) -> int:
        return max(0, bisect_right(self.starts, char) - 1)

    def sentence_at(self, char: int) -> int:
        """The number of the sentence around a character of `text`."""
        piece = self.piece_at(char)
        for number, sentence in enumerate(self.sentences):
            if piece < sentence.last:
                return number
        return len(self.sentences) - 1

    def words(self, sentence: Sentence) -> tuple[str, ...]:
        return tuple(piece for piece in self.pieces[sentence.first : sentence.last] if piece[0].isalnum())

    def wording(self, sentence: Sentence) -> str:
        return " ".join(self.pieces[sentence.first : sentence.last])

    def masked(self, hidden: Iterable[int]) -> "Reading":
        """The same reading with some pieces hidden, so that no cue can match through them."""
        gone = set(hidden)
        if not gone:
            return self
        pieces = tuple(MASKED if at in gone and piece != SENTENCE_MARK else piece for at, piece in enumerate(self.pieces))
        return replace(self, pieces=pieces, text=" ".join(pieces), starts=_starts(pieces))


def read(reply: str, spelling: Spelling) -> Reading:
    """The reading of a reply. Never fails; text without words gives a reading without sentences."""
    tokens = tokenise(reply)
    pieces: list[str] = [SENTENCE_MARK]
    origins: list[int] = [-1]
    sentences: list[Sentence] = []
    first = 1

    def close() -> None:
        nonlocal first
        if any(piece[0].isalnum() for piece in pieces[first:]):
            asks = any("?" in piece for piece in pieces[first:])
            sentences.append(Sentence(first, len(pieces), asks))
            pieces.append(SENTENCE_MARK)
            origins.append(-1)
            first = len(pieces)

    for at, token in enumerate(tokens):
        if token.breaks:
            close()
        if _joins_words(tokens, at):
            continue
        for piece in _written_out(tokens, at, spelling):
            pieces.append(piece)
            origins.append(at)
        if _ends_sentence(tokens, at, spelling):
            close()
    close()
    return Reading(reply, tokens, tuple(pieces), tuple(origins), " ".join(pieces), _starts(pieces), tuple(sentences))


def _starts(pieces: Iterable[str]) -> tuple[int, ...]:
    starts = []
    at = 0
    for piece in pieces:
        starts.append(at)
        at += len(piece) + 1
    return tuple(starts)


def _ends_sentence(tokens: tuple[Token, ...], at: int, spelling: Spelling) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.text[0] in _STOPS:
        if token.text == "." and at and after and not after.text[0].isupper():
            return not (tokens[at - 1].end == token.start and tokens[at - 1].text.lower() in spelling.abbreviations)
        if token.text == "." and at and tokens[at - 1].text.lower() in spelling.abbreviations:
            return False
        return after is None or after.text[0] not in "\"')"
    if token.text[0] in "\"')" and at and tokens[at - 1].text[0] in _STOPS:
        return True
    return _is_picture(token.text) and not (after and (_is_picture(after.text) or after.text[0] in _STOPS))


def _joins_words(tokens: tuple[Token, ...], at: int) -> bool:
    """A hyphen inside a word, as in *nerve-racking*, is no mark between clauses."""
    if tokens[at].text != "-" or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    touching = before.end == tokens[at].start and tokens[at].end == after.start
    return touching and before.text[-1].isalpha() and after.text[0].isalpha()


def _is_picture(text: str) -> bool:
    return ord(text[0]) > 0x2000 and unicodedata.category(text[0]) in {"So", "Sk"}


def _written_out(tokens: tuple[Token, ...], at: int, spelling: Spelling) -> list[str]:
    word = tokens[at].text.lower()
    company = spelling.in_company.get(word.replace("'", ""))
    if company is not None and "'" not in word:
        before = tokens[at - 1].text.lower().replace("'", "") if at else ""
        after = tokens[at + 1].text.lower().replace("'", "") if at + 1 < len(tokens) else ""
        if before not in company.not_after and (not company.before or after in company.before):
            return company.becomes.split()
    known = spelling.words.get(word) or spelling.words.get(word.replace("'", ""))
    if known is not None:
        return known.split()
    if "'" in word and len(word) > 1:
        for ending, written in spelling.endings:
            if word.endswith(ending) and len(word) > len(ending):
                return [word[: -len(ending)].replace("'", ""), *written.split()]
        word = word.replace("'", "")
    if len(word) > 6 and word.endswith("ize"):  # American spelling, read as British
        word = word[:-3] + "ise"
    return [word]
