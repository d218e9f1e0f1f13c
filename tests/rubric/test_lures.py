"""A trick once understood stays understood, and what is meant well beside it is still credited."""

from typing import Any

import pytest
import yaml

from game.core.marks import Context, Turn
from game.rubric import Rubric
from tests.rubric.sets import HERE

SHARE = 0.97  # what may be lost when cues change; each line is an odd one
Line = tuple[str, dict[str, Any]]


def lines(key: str) -> list[Line]:
    authored = yaml.safe_load((HERE / "ours" / "lures.yaml").read_text(encoding="utf-8"))["lures"]
    return [(criterion, line) for criterion, found in authored.items() for line in found if key in line]


def level(rubric: Rubric, criterion: str, line: dict[str, Any]) -> int:
    context = Context(
        customer=(line.get("says", "I have had it with you."),),
        abusive=line.get("abusive", False),
        closing=line.get("closing", False),
        history=tuple(Turn("agent", text) for text in line.get("history", [])),
    )
    found = {mark.criterion: mark.level for mark in rubric.assess(line["reply"], context).marks}
    return next(value or 0 for name, value in found.items() if name == criterion)


@pytest.mark.parametrize(("key", "above"), [("<", True), (">", False)])
def test_the_right_words_are_not_enough_and_the_right_thing_is(rubric: Rubric, key: str, *, above: bool) -> None:
    asked = lines(key)
    marked = [(level(rubric, criterion, line), line[key], criterion, line["reply"]) for criterion, line in asked]
    wrong = [found for found in marked if (found[0] > found[1] if above else found[0] < found[1])]
    assert len(wrong) <= (1 - SHARE) * len(asked) + 1, wrong
