"""Sentences are told from piles of words."""

import random

import pytest

from game.rubric import Rubric
from game.rubric.reading import read

SAID = (
    "Nine weeks of waiting and then the wrong colour, that is really not good enough. I will look for the green one now and "
    "call you back before five. Would you rather keep the old one until it arrives, or shall we collect it today?"
)


def test_what_somebody_said_is_no_pile(rubric: Rubric) -> None:
    assert rubric.data.grammar is not None
    assert rubric.data.grammar.piled(read(SAID, rubric.data.spelling)) == set()


@pytest.mark.parametrize("seed", range(5))
def test_the_same_words_in_any_order_are_one(rubric: Rubric, seed: int) -> None:
    assert rubric.data.grammar is not None
    words = SAID.split()
    random.Random(seed).shuffle(words)
    reading = read(" ".join(words), rubric.data.spelling)
    assert len(rubric.data.grammar.piled(reading)) == len(reading.pieces)
