"""The authored sentences that the semantic head learns from. Knows nothing of how it learns."""

from dataclasses import dataclass
from pathlib import Path

from game.core.ids import Criterion
from game.rubric.faults import Fault
from game.rubric.schema import CorpusIn
from game.rubric.sources import read_source, shaped

FOLDER = "corpus"


@dataclass(frozen=True, slots=True)
class Authored:
    """A sentence, the file of its writer, and the criteria it shows; for composure that means a subtly bad tone."""

    text: str
    writer: str
    shows: frozenset[Criterion]


def read_corpus(folder: Path, faults: list[Fault]) -> tuple[Authored, ...]:
    """All sentences of ``corpus/*.yaml`` in the order of files and lines; a sentence that stands twice is a fault."""
    found: dict[str, Authored] = {}
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        source = read_source(path, faults)
        part = shaped(source, CorpusIn, faults) if source else None
        if source is None or part is None:
            continue
        for number, group in enumerate(part.groups):
            for place, text in enumerate(group.sentences):
                if text in found:
                    line = source.line("groups", number, "sentences", place)
                    faults.append(Fault(path.name, line, "sentences", f"{text!r} stands twice", "Keep one of the two"))
                found[text] = Authored(text, path.stem, frozenset(group.shows))
    return tuple(found.values())
