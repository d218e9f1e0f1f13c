"""The labelled sets and the corpus, as the checks read them. Knows files and fields, no bars."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.rubric.lines import LineIn
from game.rubric.training.examples import read_labelled
from tests.rubric.transforms import Said

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
CONTENT: Final = ROOT / "content" / "rubric"
HELD_OUT: Final = frozenset({"s03", "s11", "s18", "s22"})  # development situations for which no cue was written
Line = dict[str, Any]


def lines_of(path: Path) -> list[Line]:
    """Every line of a set; none where the file is missing."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def gold() -> list[Line]:
    """The development set."""
    return lines_of(HERE / "gold-dev.jsonl")


def blind(name: str, *, kept: bool | None = None) -> list[Line]:
    """A blind set: its kept part, the other part, or (None) all of it."""
    found = lines_of(HERE / "blind" / f"{name}.jsonl")
    return [line for line in found if kept is None or bool(line.get("kept")) == kept]


def gold_said() -> Iterator[Said]:
    """The replies of the development set in their contexts."""
    for line in gold():
        asked = LineIn.model_validate(line)
        yield Said(asked.reply, str(line["customer"]), asked.context())


def corpus_said(count: int) -> Iterator[Said]:
    """`count` replies of the corpus, evenly spread, in their contexts; where that is not told, said to a customer of the
    development set."""
    authored = read_labelled(CONTENT)
    customers = list(dict.fromkeys(str(line["customer"]) for line in gold()))
    for number in range(min(count, len(authored))):
        asked = authored[number * len(authored) // count].asked
        customer = asked.customer if isinstance(asked.customer, str) else customers[number % len(customers)]
        yield Said(asked.reply, customer, replace(asked.context(), customer=(customer,)))
