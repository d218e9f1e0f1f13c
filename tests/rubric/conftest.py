"""The rubric as shipped, loaded once, and the labelled development set."""

import json
from pathlib import Path

import pytest

from game.rubric import Rubric, load_rubric

ROOT = Path(__file__).parents[2]
HELD_OUT = frozenset({"s03", "s11", "s18", "s22"})  # situations for which no cue was written


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(ROOT / "content" / "rubric")


@pytest.fixture(scope="session")
def gold() -> list[dict[str, object]]:
    text = (Path(__file__).parent / "gold-dev.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
