"""The network learns what it is shown, the same each time, and as a file it gives what it gave."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from game.core.ids import CRITERIA
from game.rubric.semantic import KINDS, kinds_of
from game.rubric.training.examples import LEVELS, Example
from game.rubric.training.graph import write_graph
from game.rubric.training.network import HEAD_WIDTH, Course, begun, fit, judged, layers_of

WORDS, WIDTH, LENGTH = 1200, HEAD_WIDTH, 8
KIND, CRUEL = SAID = 1100, 1150  # tokens
COURSE = Course(epochs=240, rate=3e-3, drop=0.0, hide=0.0, seed=3)


def numbers() -> dict[str, Any]:
    chance = np.random.default_rng(7)

    def some(*shape: int) -> Any:
        return (chance.standard_normal(shape) * 0.1).astype(np.float32)

    even = {
        f"{name}.{part}": np.full(WIDTH, part == "scale", dtype=np.float32)
        for name in ("first", "0.mixed", "0.done")
        for part in ("scale", "shift")
    }
    return {
        "words": some(WORDS, WIDTH),
        "places": some(300, WIDTH),
        "kinds": some(KINDS, WIDTH) * 0.1,
        **even,
        "0.look": some(WIDTH, 3 * WIDTH),
        "0.look.bias": some(3 * WIDTH),
        "0.mix": some(WIDTH, WIDTH),
        "0.mix.bias": some(WIDTH),
        "0.widen": some(WIDTH, 64),
        "0.widen.bias": some(64),
        "0.narrow": some(64, WIDTH),
        "0.narrow.bias": some(WIDTH),
    }


def example(word: int, place: int, seed: int) -> Example:
    """A reply of which one word makes empathy 2 or nothing."""
    tokens = np.random.default_rng(seed).integers(1000, 1050, LENGTH).astype(np.int32)
    tokens[place] = word
    wanted = np.zeros((len(CRITERIA), LEVELS), dtype=np.float32)
    wanted[2] = [word == KIND, word == KIND, 0]
    speaks = np.zeros((LENGTH, len(CRITERIA)), dtype=np.float32)
    speaks[place, 2] = word == KIND
    return Example(tokens, LENGTH, ("",) * LENGTH, wanted, np.ones_like(wanted), speaks, np.ones_like(speaks))


def answer(said: int, asked: int, seed: int) -> Example:
    """A reply whose word is kind to the customer who said the same, and to nobody else."""
    alone = example(KIND, 3, seed)
    chance = np.random.default_rng(seed + 1)
    tokens = np.concatenate([alone.tokens, chance.integers(1000, 1050, 4).astype(np.int32)])
    tokens[3], tokens[LENGTH + 2] = said, asked
    stems = tuple(str(token) if token > 1050 else "" for token in tokens)
    return replace(alone, tokens=tokens, stems=stems, wanted=alone.wanted * (asked == said))


REPLIES = [example(word, 1 + number % 6, number) for number in range(60) for word in (KIND, CRUEL)]


@pytest.fixture(scope="module")
def learnt() -> Mapping[str, Any]:
    return fit(begun(numbers(), len(CRITERIA), LEVELS, 1), lambda _: REPLIES, COURSE, lambda _: None)


def test_it_learns_which_word_makes_the_level_and_weighs_it_most(learnt: Mapping[str, Any]) -> None:
    kind, cruel = example(KIND, 4, 900), example(CRUEL, 4, 900)
    (warm, weights, _), (cold, *_) = judged(learnt, [kind, cruel])
    assert warm[2][1] > 0.8 > 0.2 > cold[2][0]
    assert int(np.argmax(weights[:, 2])) == 4


def test_it_learns_that_words_are_right_for_one_customer_and_wrong_for_another() -> None:
    spoken = [answer(said, asked, 10 * number) for number in range(40) for said in SAID for asked in SAID]
    found = fit(begun(numbers(), len(CRITERIA), LEVELS, 1), lambda _: spoken, replace(COURSE, epochs=200), lambda _: None)
    for said in SAID:
        for asked in SAID:
            ((chances, weights, _),) = judged(found, [answer(said, asked, 901)])
            assert (chances[2][1] > 0.8) == (said == asked)
            assert (chances[2][1] < 0.2) == (said != asked)
            assert len(weights) == LENGTH


def test_what_a_few_thousand_replies_cannot_teach_stays_as_it_was(learnt: Mapping[str, Any]) -> None:
    assert np.array_equal(learnt["words"], numbers()["words"])
    assert layers_of(learnt) == 1


def test_the_same_course_gives_the_same_numbers() -> None:
    short = Course(epochs=1, seed=5)
    one, two = (fit(begun(numbers(), len(CRITERIA), LEVELS, 1), lambda _: REPLIES[:8], short, lambda _: None) for _ in range(2))
    assert all(np.array_equal(one[name], two[name]) for name in one)


def test_the_file_gives_what_the_network_gave(learnt: Mapping[str, Any], tmp_path: Path) -> None:
    wordings = np.random.default_rng(2).standard_normal((len(CRITERIA), 5, WIDTH)).astype(np.float32)
    write_graph(tmp_path / "head.onnx", learnt, wordings)
    session = onnxruntime.InferenceSession(str(tmp_path / "head.onnx"), providers=["CPUExecutionProvider"])
    spoken = [*REPLIES[:6], answer(KIND, KIND, 902), answer(KIND, CRUEL, 903)]
    for given, (chances, weights, gathered) in zip(spoken, judged(learnt, spoken), strict=True):
        kinds = np.array([kinds_of(given.stems, given.own)], dtype=np.int32)
        found = session.run(None, {"ids": given.tokens[None], "kinds": kinds, "own": np.array([given.own])})
        assert found[1].shape == weights.shape
        assert np.abs(found[0] - chances).max() < 0.06  # eight bits
        assert np.abs(found[1] - weights).max() < 0.06
        nearest = np.einsum("cw,cnw->cn", gathered, wordings).argmax(axis=1)
        assert (found[2] - np.arange(len(CRITERIA)) * 5 == nearest).mean() > 0.8
