"""Agreement with two annotators on the labelled development set stays above the bars that were agreed."""

import pytest

from game.rubric import Rubric
from game.rubric.report import Report, report

MANY = 20  # positives from which a criterion must reach a bar of its own


@pytest.fixture(scope="module")
def measured(rubric: Rubric, gold: list[dict[str, object]]) -> Report:
    return report(gold, rubric)


def test_what_people_see_is_seen(measured: Report) -> None:
    assert (measured.macro_f1 or 0) >= 0.88


def test_no_frequent_criterion_is_weak(measured: Report) -> None:
    weak = [item.criterion for item in measured.criteria if item.positives >= MANY and (item.f1 or 0) < 0.75]
    assert weak == []


def test_levels_agree_with_the_mean_of_the_annotators(measured: Report) -> None:
    assert (measured.macro_kappa or 0) >= 0.65


def test_the_words_shown_are_the_words_that_people_point_at(measured: Report) -> None:
    assert measured.evidence_pairs >= 100
    assert (measured.evidence_f1 or 0) >= 0.55


def test_every_reply_in_the_set_is_read(measured: Report) -> None:
    assert measured.abstained == 0
