"""Hides what is not the agent's own wording: quotations, pasted customer text, repeats, placeholders. Knows no criteria."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from game.rubric.reading import Reading, Sentence

PASTED_RUN: Final = 6  # that many of the customer's words in a row are pasted, not shared
MIRRORED_RUN: Final = 8  # the same with the persons turned round: "you charged my card" and "we charged your card"
_TURNED: Final = {
    **dict.fromkeys(("i", "we", "you", "me", "us"), "person"),
    **dict.fromkeys(("my", "our", "your", "mine", "ours", "yours"), "whose"),
    **dict.fromkeys(("am", "are", "is"), "be"),
    **dict.fromkeys(("was", "were"), "been"),
}
_QUOTED_WORDS: Final = 3  # shorter quotations name a word
_LONGEST_QUOTE: Final = 80
_TOO_OFTEN: Final = 3
_LISTED: Final = 4  # so many catchwords in a row are a list
_CATCHWORDS: Final = 3  # words at most in each
_PERSONS: Final = frozenset({"i", "we", "you", "me", "us", "it", "hello", "hi", "thanks", "thank", "sorry", "yes"})
_QUOTED: Final = "Stands in quotation marks: only your own words count."
_THEIRS: Final = "The customer's own words, given back to them, count for nothing."
_SAID_BEFORE: Final = "Said again and again in this reply, it counts for nothing."
_LISTS: Final = "A list of catchwords says nothing."
_HOLE: Final = "Stands in a sentence with a placeholder, which counts for nothing."
_PLACEHOLDER: Final = re.compile(
    r"(?:[\[{<](?: [^\]}>|]+){1,6} [\]}>])"  # [name], {order}, <date>
    r"|(?<![^ ])(?:x{3,}|y{3,}|lorem ipsum|todo|tbd|_ _ _)(?![^ ])"
)


def foreign(reading: Reading, customer: Iterable[Reading]) -> dict[int, str]:
    """Pieces that are somebody else's words, each with the reason why it earns nothing."""
    said = list(customer)
    theirs = pasted(reading, said) | mirrored(reading, said)
    return {**dict.fromkeys(quoted(reading, said), _QUOTED), **dict.fromkeys(theirs, _THEIRS)}


def idle(reading: Reading) -> dict[int, str]:
    """Pieces that say nothing, or nothing new, each with the reason why it earns nothing."""
    return {
        **dict.fromkeys(repeated(reading), _SAID_BEFORE),
        **dict.fromkeys(listed(reading), _LISTS),
        **dict.fromkeys(placeholders(reading), _HOLE),
    }


def quoted(reading: Reading, customer: Iterable[Reading] = ()) -> set[int]:
    """Pieces inside quotation marks, and lines that begin with ``>``; of two words only what the customer said too.

    An apostrophe that stands alone is a quotation mark; one inside a word never gets here.
    """
    hidden: set[int] = set()
    said = [f" {other.text} " for other in customer]
    for mark in ('"', "'"):
        marks = [at for at, piece in enumerate(reading.pieces) if piece == mark]
        for opened, closed in zip(marks[::2], marks[1::2], strict=False):
            inside = reading.pieces[opened + 1 : closed]
            words = sum(piece[0].isalnum() for piece in inside)
            theirs = words > 1 and any(f" {' '.join(inside)} " in text for text in said)
            if _QUOTED_WORDS <= words <= _LONGEST_QUOTE or theirs:
                hidden.update(range(opened + 1, closed))
    for sentence in reading.sentences:
        if reading.pieces[sentence.first] == ">":
            hidden.update(range(sentence.first, sentence.last))
    return hidden


def pasted(reading: Reading, customer: Iterable[Reading]) -> set[int]:
    """Pieces that repeat the customer's words in runs of `PASTED_RUN` or more."""
    return _repeats(reading, customer, PASTED_RUN, lambda word: word)


def mirrored(reading: Reading, customer: Iterable[Reading]) -> set[int]:
    """Pieces that say the customer's words back in runs of `MIRRORED_RUN` or more, only the persons turned round."""
    return _repeats(reading, customer, MIRRORED_RUN, lambda word: _TURNED.get(word, word))


def _repeats(reading: Reading, customer: Iterable[Reading], run: int, same: Callable[[str], str]) -> set[int]:
    runs: set[tuple[str, ...]] = set()
    for other in customer:
        words = [same(piece) for piece in other.pieces if piece[0].isalnum()]
        runs.update(tuple(words[at : at + run]) for at in range(len(words) - run + 1))
    if not runs:
        return set()
    places = [at for at, piece in enumerate(reading.pieces) if piece[0].isalnum()]
    words = [same(reading.pieces[at]) for at in places]
    hidden: set[int] = set()
    for at in range(len(words) - run + 1):
        if tuple(words[at : at + run]) in runs:
            hidden.update(places[at : at + run])
    return hidden


def repeated(reading: Reading) -> set[int]:
    """Pieces of sentences that were said before in the same reply; single words may return.

    What is said three times over is said to fill the page: then the first time is hidden too.
    """
    times = Counter(reading.words(sentence) for sentence in reading.sentences)
    seen: set[tuple[str, ...]] = set()
    hidden: set[int] = set()
    for sentence in reading.sentences:
        words = reading.words(sentence)
        if len(words) > 1 and (words in seen or times[words] >= _TOO_OFTEN):
            hidden.update(range(sentence.first, sentence.last))
        seen.add(words)
    return hidden


def listed(reading: Reading) -> set[int]:
    """All pieces of a reply, or of single sentences, that string catchwords together instead of saying something."""
    everything = [part for sentence in reading.sentences for part in _fragments(reading, sentence)]
    if _is_list(everything):
        return set(range(len(reading.pieces)))
    hidden: set[int] = set()
    for sentence in reading.sentences:
        if _is_list(_fragments(reading, sentence)):
            hidden.update(range(sentence.first, sentence.last))
    return hidden


def _fragments(reading: Reading, sentence: Sentence) -> list[list[str]]:
    """The words of a sentence between its marks."""
    found: list[list[str]] = [[]]
    for piece in reading.pieces[sentence.first : sentence.last]:
        if piece[0].isalnum():
            found[-1].append(piece)
        elif found[-1]:
            found.append([])
    return [words for words in found if words]


def _is_list(fragments: list[list[str]]) -> bool:
    short = sum(len(words) <= _CATCHWORDS and not _PERSONS.intersection(words) for words in fragments)
    return short >= _LISTED and short >= 0.75 * len(fragments)


def placeholders(reading: Reading) -> set[int]:
    """Pieces of sentences with a hole in them, such as ``[name]``."""
    hidden: set[int] = set()
    for found in _PLACEHOLDER.finditer(reading.text):
        sentence = reading.sentences[reading.sentence_at(found.start())]
        hidden.update(range(sentence.first, sentence.last))
    return hidden
