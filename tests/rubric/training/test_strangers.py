"""A reply beside a stranger's customer keeps what it would earn from anybody, and nothing of a story that is not theirs."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.ids import CRITERIA, Criterion
from game.rubric import Rubric
from game.rubric.training.examples import Example, examples, read_labelled
from game.rubric.training.strangers import Strangers
from tests.rubric.training.test_examples import OneTokenAPiece, line, written

BREAD = "The bakery sold me mouldy bread and laughed at my grandmother."
LAPTOP = "Your engineer wiped my laptop although the invoice says backup."
EARNED: dict[str, Any] = {
    "reply": "I am so sorry about the mouldy bread, you must be furious. Was it wrapped?",
    "levels_a": {"empathy": 2, "acknowledgement": 2, "apology": 2, "inquiry": 2, "solution": 0, "composure": 2},
    "evidence_a": {
        "empathy": ["you must be furious"],
        "acknowledgement": ["the mouldy bread"],
        "apology": ["I am so sorry about the mouldy bread"],
        "inquiry": ["Was it wrapped?"],
    },
}


def rounds(folder: Path, rubric: Rubric, *lines: dict[str, Any]) -> tuple[list[Example], list[list[Example]]]:
    """The replies as they are, and as sixty rounds show them."""
    learnt = list(examples(read_labelled(written(folder, *lines)), rubric, OneTokenAPiece()))
    strangers, chance = Strangers(learnt), np.random.default_rng(1)
    return [example for _, example in learnt], [strangers.mixed(chance) for _ in range(60)]


def told(example: Example) -> list[int]:
    return list(example.tokens[example.own :].tolist())


def beside(folder: Path, rubric: Rubric, other: dict[str, Any]) -> tuple[Example, Example | None]:
    """The reply about the bread as it was, and as it stands beside the other one's customer, if it ever does."""
    plain, shown = rounds(folder, rubric, line(customer=BREAD, **EARNED), other)
    met = (found for found, _ in shown if told(found) and found is not plain[0])
    return plain[0], next(met, None)


def row(criterion: Criterion) -> int:
    return CRITERIA.index(criterion)


@pytest.fixture
def met(tmp_path: Path, rubric: Rubric) -> tuple[Example, Example]:
    alone, found = beside(tmp_path, rubric, line(customer=LAPTOP, situation="two"))
    assert found is not None
    return alone, found


def test_the_reply_stays_and_the_customer_is_another(met: tuple[Example, Example]) -> None:
    alone, found = met
    assert found.own == alone.own
    assert found.tokens[: found.own].tolist() == alone.tokens[: alone.own].tolist()
    assert len(told(found)) != len(told(alone))
    assert len(found.stems) == len(found.tokens)


def test_what_tells_of_another_story_acknowledges_nothing_and_is_no_more_than_a_sorry(met: tuple[Example, Example]) -> None:
    _, found = met
    assert found.wanted[row("acknowledgement")].tolist() == [0, 0, 0]
    assert found.counts[row("acknowledgement")].all()
    assert not found.speaks[:, row("acknowledgement")].any()
    assert found.wanted[row("apology")].tolist() == [1, 0, 0]


def test_what_names_nothing_holds_for_anybody_and_what_nobody_knows_is_not_learnt(met: tuple[Example, Example]) -> None:
    alone, found = met
    assert found.wanted[row("empathy")].tolist() == alone.wanted[row("empathy")].tolist() == [1, 1, 0]
    assert found.counts[row("empathy")].tolist() == [1, 1, 0]
    assert not found.counts[row("inquiry")].any()
    assert found.counts[row("solution")].all()
    assert found.wanted[row("composure")].tolist() == alone.wanted[row("composure")].tolist()


@pytest.mark.parametrize(
    "other",
    [
        {"customer": BREAD},
        {"customer": "Mouldy bread from the bakery, sold to my grandmother."},
        {"customer": LAPTOP, "abusive": True},
        {"customer": ""},
    ],
    ids=["the same", "in the same trouble", "in another kind of scene", "silent"],
)
def test_nobody_is_put_beside_a_customer_who_would_not_be_a_stranger(
    tmp_path: Path, rubric: Rubric, other: dict[str, Any]
) -> None:
    _, found = beside(tmp_path, rubric, line(situation="two", **other))
    assert found is None


def test_a_reply_is_sometimes_shown_alone_with_all_that_it_earned(tmp_path: Path, rubric: Rubric) -> None:
    (plain, _), shown = rounds(tmp_path, rubric, line(customer=BREAD, **EARNED), line(customer="", situation="two"))
    alone = [found for found, _ in shown if not told(found)]
    assert 0 < len(alone) < len(shown) / 2
    assert len(alone[0].stems) == len(alone[0].tokens) == plain.own
    assert alone[0].wanted.tolist() == plain.wanted.tolist()


def test_two_different_replies_of_the_same_length_may_both_go_alone(tmp_path: Path, rubric: Rubric) -> None:
    lines = (
        line(customer=BREAD, reply="That is hard on you."),
        line(customer=LAPTOP, situation="two", reply="You are hard on me."),
    )
    _, shown = rounds(tmp_path, rubric, *lines)
    assert all(any(not told(mixed[place]) for mixed in shown) for place in range(2))


def test_the_same_chance_gives_the_same_rounds(tmp_path: Path, rubric: Rubric) -> None:
    lines = (line(customer=BREAD, **EARNED), line(customer=LAPTOP, situation="two"))
    (_, one), (_, two) = rounds(tmp_path, rubric, *lines), rounds(tmp_path, rubric, *lines)
    assert [[told(found) for found in mixed] for mixed in one] == [[told(found) for found in mixed] for mixed in two]


def test_what_is_learnt_stays_as_it_was(tmp_path: Path, rubric: Rubric) -> None:
    lines = (line(customer=BREAD, **EARNED), line(customer=LAPTOP, situation="two"))
    ((_, fresh), _) = examples(read_labelled(written(tmp_path, *lines)), rubric, OneTokenAPiece())
    (plain, _), _ = rounds(tmp_path, rubric, *lines)
    for name in ("tokens", "wanted", "counts", "speaks", "heard"):
        assert np.array_equal(getattr(plain, name), getattr(fresh, name))


def test_what_was_said_to_two_customers_is_never_shown_alone(tmp_path: Path, rubric: Rubric) -> None:
    said = [line(customer=customer, situation=customer, **EARNED) for customer in (BREAD, LAPTOP)]
    _, shown = rounds(tmp_path, rubric, *said)
    assert all(told(found) for mixed in shown for found in mixed)


def test_a_bare_sorry_is_kept_for_anybody(tmp_path: Path, rubric: Rubric) -> None:
    bare = line(customer=BREAD, reply="I am sorry.", levels_a={"apology": 1}, evidence_a={"apology": ["sorry"]})
    (plain, _), shown = rounds(tmp_path, rubric, bare, line(customer=LAPTOP, situation="two"))
    found = next(mixed[0] for mixed in shown if told(mixed[0]) and mixed[0] is not plain)
    assert found.wanted[row("apology")].tolist() == [1, 0, 0]
    assert found.counts[row("apology")].tolist() == [1, 1, 0]


def test_who_got_the_same_reply_is_no_stranger(tmp_path: Path, rubric: Rubric) -> None:
    said = [line(customer=customer, situation=customer, **EARNED) for customer in (BREAD, LAPTOP)]
    plain, shown = rounds(tmp_path, rubric, *said)
    assert all(found is own for mixed in shown for found, own in zip(mixed, plain, strict=True))


def test_a_reply_of_a_later_beat_is_never_alone_and_never_beside_somebody_who_has_just_begun(
    tmp_path: Path, rubric: Rubric
) -> None:
    later = {"customer": "Well?", "history": [{"who": "customer", "text": BREAD}, {"who": "agent", "text": "Go on."}]}
    (plain, _), shown = rounds(tmp_path, rubric, line(**later, **EARNED), line(customer=LAPTOP, situation="two"))
    assert all(mixed[0] is plain for mixed in shown)
    two = line(customer="And?", history=[{"who": "customer", "text": LAPTOP}], situation="two")
    (_, other), shown = rounds(tmp_path, rubric, line(**later, **EARNED), two)
    assert any(told(mixed[0]) == told(other) for mixed in shown)
