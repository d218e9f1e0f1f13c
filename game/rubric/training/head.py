"""Trains the head and writes its files. Knows the order of things, and how none of them works."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.core.ids import CRITERIA, Criterion
from game.rubric.faults import Fault, RubricFaults
from game.rubric.rubric import load_rubric
from game.rubric.semantic import NETWORK, NOTES, VOCABULARY, NotesIn, WordPieces, read_head
from game.rubric.training import bars, wordings
from game.rubric.training.examples import LEVELS, Example, Labelled, earns, examples, read_labelled
from game.rubric.training.graph import write_graph
from game.rubric.training.network import Course, begun, fit, judged
from game.rubric.training.pretrained import VOCABULARY_PACKAGE, inside, pretrained
from game.rubric.training.strangers import Strangers

LAYERS: Final = 4
SHOWN: Final = 2  # a level from which a wording is worth showing


def write_head(folder: Path, course: Course) -> None:
    """Learns from the corpus and writes the files of the head, the bars chosen on what was kept back."""
    cues = load_rubric(folder, semantic=False)
    write_vocabulary(folder / VOCABULARY)
    words = WordPieces(folder / VOCABULARY)
    lines = [line for line in read_labelled(folder) if not line.for_bars]
    say(f"{len(lines)} replies to learn from")
    numbers = begun(pretrained(LAYERS), len(CRITERIA), LEVELS, course.seed)
    learnt = list(examples(lines, cues, words))
    numbers = fit(numbers, Strangers(learnt).mixed, course, say)
    shown = [wordings.choose(offered) for offered in _offered(learnt, numbers)]
    directions = np.stack([np.stack([wordings.direction(item.gathered) for item in row]) for row in shown])
    write_graph(folder / NETWORK, numbers, directions)
    _write_notes(folder, NotesIn(tokens=words.size, bars={}, wordings=[item.text for row in shown for item in row]))
    write_bars(folder)


def write_bars(folder: Path) -> None:
    """Chooses the bars anew for the network that is there: after a change of cues, or of what is kept back for them.

    Raises RubricFaults where its files cannot be read, FileNotFoundError where they are missing.
    """
    faults: list[Fault] = []
    head = read_head(folder, faults)
    if faults:
        raise RubricFaults(tuple(faults))
    if head is None:
        raise FileNotFoundError(f"there is no head in {folder}")
    cues = load_rubric(folder, semantic=False)
    judged: dict[Criterion, list[bars.Judged]] = {criterion: [] for criterion in CRITERIA}
    lines = [line for line in read_labelled(folder) if line.for_bars]
    for line in lines:
        for criterion, case in cues.cases(line.asked.reply, line.asked.context(), head).items():
            if people := line.people(criterion):
                judged[criterion].append(bars.Judged(case, tuple(people)))
    chosen = {criterion: bars.choose(criterion, found) for criterion, found in judged.items()}
    notes = NotesIn.model_validate_json((folder / NOTES).read_text(encoding="utf-8"))
    _write_notes(folder, notes.model_copy(update={"bars": chosen}))
    say(f"bars from {len(lines)} replies that were kept back")


def _offered(learnt: Sequence[tuple[Labelled, Example]], numbers: Mapping[str, Any]) -> list[list[wordings.Wording]]:
    """For each criterion what people quoted as the reason of a mark."""
    offered: list[list[wordings.Wording]] = [[] for _ in CRITERIA]
    found = judged(numbers, (example for _, example in learnt))
    for (line, _), (chances, _, gathered) in zip(learnt, found, strict=True):
        for row, criterion in enumerate(CRITERIA):
            people, quotes = line.people(criterion), line.quotes.get(criterion)
            if not people or not quotes or not all(_shows(criterion, level) for level in people):
                continue
            sure = 1 - chances[row][1] if criterion == "composure" else chances[row][1]
            offered[row].append(wordings.Wording(quotes[0], gathered[row], float(sure)))
    return offered


def _shows(criterion: Criterion, level: int) -> bool:
    """Whether a level is one whose words are worth showing."""
    return earns(criterion, level) if criterion == "composure" else level >= SHOWN


def _write_notes(folder: Path, notes: NotesIn) -> None:
    (folder / NOTES).write_text(
        json.dumps(notes.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def write_vocabulary(path: Path) -> None:
    """The vocabulary of the sentence model, a token a line."""
    tokenizer = json.loads(inside(VOCABULARY_PACKAGE, "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
    path.write_text("".join(f"{token}\n" for token in sorted(vocabulary, key=vocabulary.__getitem__)), encoding="utf-8")


def say(text: str) -> None:
    """Tells whoever waits how far it is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
