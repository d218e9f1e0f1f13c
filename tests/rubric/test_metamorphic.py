"""Rewriting a reply in ways that change nothing changes no mark; rewriting it to cheat raises none."""

import pytest

from game.core.ids import Criterion
from game.rubric import Rubric
from tests.rubric.sets import corpus_said, gold_said
from tests.rubric.transforms import PROMISES, Said, levels, promises_kept

SHARE = 0.98
SENTENCES = 120  # of the corpus, spread over all of it
Before = list[tuple[Said, dict[Criterion, int]]]


@pytest.fixture(scope="module")
def replies(rubric: Rubric) -> Before:
    return [(said, levels(rubric, said.reply, said.context)) for said in gold_said()]


@pytest.fixture(scope="module")
def sentences(rubric: Rubric) -> Before:
    return [(said, levels(rubric, said.reply, said.context)) for said in corpus_said(SENTENCES)]


@pytest.mark.parametrize("name", PROMISES)
def test_rewritten_replies_keep_the_promise(rubric: Rubric, replies: Before, name: str) -> None:
    kept, asked = promises_kept(rubric, PROMISES[name], replies)
    assert kept >= SHARE * asked


@pytest.mark.parametrize("name", PROMISES)
def test_rewritten_sentences_of_the_corpus_keep_the_promise(rubric: Rubric, sentences: Before, name: str) -> None:
    kept, asked = promises_kept(rubric, PROMISES[name], sentences)
    assert kept >= SHARE * asked
