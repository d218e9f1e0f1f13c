"""Learns which words follow each other, from everything that is authored. Knows no criteria."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import yaml

from game.rubric.data import RubricData, read_data
from game.rubric.grammar import FILE, SCALE, kind
from game.rubric.reading import read
from game.rubric.training.examples import read_labelled

_KNOWN: Final = 250  # words with a kind of their own
_PRIOR: Final = 3.0  # how many pairs chance is worth
_RARE: Final = 0.5
_CLIP: Final = 3.0


def write_grammar(content: Path) -> None:
    """Counts which kinds of words follow each other in everything authored and writes the table."""
    data = read_data(content / "rubric", trained=False)
    texts = [*_authored(content), *_examples(data)]
    readings = [read(text, data.spelling).pieces for text in texts]
    counts = Counter(piece for pieces in readings for piece in pieces if piece[0].isalpha())
    known = frozenset(word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_KNOWN])
    pairs = Counter(pair for pieces in readings for pair in pairwise(kind(piece, known) for piece in pieces))
    first, then = Counter[str](), Counter[str]()
    for (before, after), count in pairs.items():
        first[before] += count
        then[after] += count
    total = sum(first.values())

    def score(before: str, after: str) -> int:
        by_chance = (then[after] + _RARE) / total
        likely = (pairs[before, after] + _PRIOR * by_chance) / (first[before] + _PRIOR)
        return round(SCALE * max(-_CLIP, min(_CLIP, math.log(likely / by_chance))))

    rows = {before: {} for before in sorted(first)}  # type: dict[str, dict[str, int]]
    for before, after in sorted(pairs):
        rows[before][after] = score(before, after)
    unseen = {before: round(SCALE * max(-_CLIP, math.log(_PRIOR / (first[before] + _PRIOR)))) for before in sorted(first)}
    table = {"known": sorted(known), "pairs": rows, "unseen": unseen}
    (content / "rubric" / FILE).write_text(json.dumps(table, ensure_ascii=False) + "\n", encoding="utf-8")


def _authored(content: Path) -> Iterator[str]:
    yield from (line.asked.reply for line in read_labelled(content / "rubric"))
    for path in sorted(content.rglob("*.yaml")):
        if path.parent.name == "rubric":
            continue
        yield from _sentences(yaml.safe_load(path.read_text(encoding="utf-8")))


def _sentences(node: object) -> Iterator[str]:
    match node:
        case str() if len(node.split()) > 3:
            yield node
        case dict():
            for value in node.values():
                yield from _sentences(value)
        case list():
            for value in node:
                yield from _sentences(value)


def _examples(data: RubricData) -> Iterator[str]:
    for written in data.written:
        yield from (*written.yes, *written.no)
