"""Rewriting a reply in ways that change nothing changes no mark; rewriting it to cheat raises none."""

import pytest

from game.core.ids import CRITERIA
from game.core.marks import Context
from game.rubric import Rubric
from game.rubric.lines import LineIn
from tests.rubric.transforms import (
    Transform,
    curly_apostrophes,
    duplicated,
    lower_case,
    negated,
    only_pasted_customer,
    piled_on_sorry,
    quoted,
    shuffled,
    with_insult,
    with_invisible_characters,
    with_lookalikes,
    with_pasted_customer,
    without_apostrophes,
)

Gold = list[dict[str, object]]
Before = list[tuple[LineIn, str, dict[str, int]]]
SHARE = 0.98
FLOOR = {"listening": 1, "composure": 2}  # what a reply without any wording has


def levels(rubric: Rubric, reply: str, context: Context) -> dict[str, int]:
    return {mark.criterion: mark.level or 0 for mark in rubric.assess(reply, context).marks}


@pytest.fixture(scope="module")
def before(rubric: Rubric, gold: Gold) -> Before:
    asked = [(LineIn.model_validate(line), str(line["customer"])) for line in gold]
    return [(line, customer, levels(rubric, line.reply, line.context())) for line, customer in asked]


def pairs(rubric: Rubric, before: Before, transform: Transform) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for line, customer, marks in before:
        after = levels(rubric, transform(line.reply, customer), line.context())
        found.extend((criterion, marks[criterion], after[criterion]) for criterion in CRITERIA)
    return found


@pytest.mark.parametrize(
    "transform", [lower_case, without_apostrophes, curly_apostrophes, with_invisible_characters, with_lookalikes]
)
def test_spelling_of_the_same_words_changes_no_mark(rubric: Rubric, before: Before, transform: Transform) -> None:
    found = pairs(rubric, before, transform)
    assert sum(was == now for _, was, now in found) >= SHARE * len(found)


@pytest.mark.parametrize("transform", [duplicated, with_pasted_customer, negated])
def test_padding_and_negation_raise_no_mark(rubric: Rubric, before: Before, transform: Transform) -> None:
    found = [pair for pair in pairs(rubric, before, transform) if pair[0] != "composure"]
    assert sum(now <= was for _, was, now in found) >= SHARE * len(found)


def test_piled_on_apologies_are_worth_one_at_most(rubric: Rubric, before: Before) -> None:
    found = [pair for pair in pairs(rubric, before, piled_on_sorry) if pair[0] == "apology"]
    assert sum(now <= max(1, was) for _, was, now in found) >= SHARE * len(found)


@pytest.mark.parametrize("transform", [quoted, only_pasted_customer])
def test_what_is_quoted_or_pasted_earns_nothing(rubric: Rubric, before: Before, transform: Transform) -> None:
    found = pairs(rubric, before, transform)
    assert sum(now <= FLOOR.get(criterion, 0) for criterion, _, now in found) >= SHARE * len(found)


def test_shuffled_words_earn_next_to_nothing(rubric: Rubric, before: Before) -> None:
    found = pairs(rubric, before, shuffled)
    assert sum(now <= max(1, FLOOR.get(criterion, 0)) for criterion, _, now in found) >= SHARE * len(found)


def test_an_added_insult_costs_composure_and_raises_nothing(rubric: Rubric, before: Before) -> None:
    found = pairs(rubric, before, with_insult)
    held = sum(now == 0 if criterion == "composure" else now <= was for criterion, was, now in found)
    assert held >= SHARE * len(found)
