"""Authored replies as the network learns from them: tokens, wanted levels, and which words earn them. Knows no network.

A line of `corpus/*.jsonl` is a labelled line as `report.py` reads it; what `simmerdown rubric labels` exports will do.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.core.ids import CRITERIA, Criterion
from game.rubric.lines import LineIn
from game.rubric.reading import Reading
from game.rubric.rubric import Rubric
from game.rubric.semantic import Words, conversation, own_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

FOLDER: Final = "corpus"
LEVELS: Final = 3  # chances asked of the network: at least 1, at least 2, at least 3
_UNQUOTED: Final = 0.2  # weight of the words of replies that earn nothing for a criterion
_KEPT_BACK: Final = 10  # every so many situations of a writer are for the bars


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled line with what is known of it.

    `levels` has the levels of every reader; the quotes are the first reader's.
    """

    asked: LineIn
    levels: tuple[Mapping[Criterion, int | None], ...]
    quotes: Mapping[Criterion, Sequence[str]]
    for_bars: bool

    def people(self, criterion: Criterion) -> list[int]:
        """The levels that its readers gave; empty where the criterion does not apply or nobody marked it."""
        return [level for given in self.levels if (level := given.get(criterion)) is not None]


@dataclass(frozen=True, slots=True)
class Example:
    """A reply as numbers; the first `own` tokens are the reply's, the others are what the customer said.

    `stems` are the beginnings of the tokens' words, as in `semantic.Conversation`.
    `wanted` and `counts` are criteria x levels: which share of the readers see the level reached, and how much that is to be
    learnt (0 where it is not known). `speaks` and `heard` are own tokens x criteria: whether the word earns the mark, and how
    much that is to be learnt.
    """

    tokens: "NDArray[np.int32]"
    own: int
    stems: tuple[str, ...]
    wanted: "Numbers"
    counts: "Numbers"
    speaks: "Numbers"
    heard: "Numbers"


def read_labelled(folder: Path) -> list[Labelled]:
    """Every line of `corpus/*.jsonl`, in the order of files and lines. Raises ValueError for a line that cannot be read."""
    found: list[Labelled] = []
    for path in sorted((folder / FOLDER).glob("*.jsonl")):
        situations: dict[str, int] = {}
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                line = json.loads(text)
                number_of = situations.setdefault(str(line.get("situation", "")), len(situations))
                found.append(_labelled(line, for_bars=number_of % _KEPT_BACK == _KEPT_BACK - 1 or path.stem.startswith("bars")))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
    return found


def _labelled(line: Mapping[str, Any], *, for_bars: bool) -> Labelled:
    quotes: Mapping[str, str | list[str]] = line.get("evidence_a", {})
    second = [line["levels_b"]] if "levels_b" in line else []
    return Labelled(
        asked=LineIn.model_validate(line),
        levels=tuple({one: given[one] for one in CRITERIA if one in given} for given in [line["levels_a"], *second]),
        quotes={name: [quote] if isinstance(quote, str) else quote for name, quote in quotes.items()},  # type: ignore[misc]
        for_bars=for_bars,
    )


def examples(lines: Iterable[Labelled], rubric: Rubric, words: Words) -> Iterator[tuple[Labelled, Example]]:
    """The lines, each with its numbers; those are left out in which nothing is the agent's own."""
    import numpy as np

    for line in lines:
        context = line.asked.context()
        reading = rubric.own(line.asked.reply, context)
        places = own_words(reading)
        if not places:
            continue
        both, owners = conversation(words, [reading.pieces[place] for place in places], rubric.answered(context))
        wanted = np.zeros((len(CRITERIA), LEVELS), dtype=np.float32)
        counts = np.zeros_like(wanted)
        speaks = np.zeros((both.own, len(CRITERIA)), dtype=np.float32)
        heard = np.zeros_like(speaks)
        inside = [owner is not None for owner in owners]
        for row, criterion in enumerate(CRITERIA):
            people = line.people(criterion)
            if not people:
                continue
            wanted[row] = [sum(level > at for level in people) / len(people) for at in range(LEVELS)]
            counts[row] = 1
            if quotes := line.quotes.get(criterion):
                quoted = _quoted(reading, quotes)
                speaks[:, row] = [owner is not None and places[owner] in quoted for owner in owners]
                heard[:, row] = inside
            elif not any(earns(criterion, level) for level in people):
                heard[:, row] = np.array(inside, dtype=np.float32) * _UNQUOTED
        yield line, Example(np.array(both.ids, dtype=np.int32), both.own, both.stems, wanted, counts, speaks, heard)


def earns(criterion: Criterion, level: int) -> bool:
    """Whether a level is one that words are quoted for: for composure, one that words have cost."""
    return level <= 1 if criterion == "composure" else level >= (2 if criterion == "listening" else 1)


def _quoted(reading: Reading, quotes: Iterable[str]) -> set[int]:
    """Pieces inside the quoted words."""
    found: set[int] = set()
    for quote in quotes:
        start = reading.reply.find(quote)
        if start < 0:
            continue
        for place, origin in enumerate(reading.origins):
            if origin >= 0 and reading.tokens[origin].start < start + len(quote) and reading.tokens[origin].end > start:
                found.add(place)
    return found
