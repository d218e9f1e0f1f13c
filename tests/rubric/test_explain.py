"""The terminal view of one assessment."""

from game.core.marks import Context
from game.rubric import Rubric
from game.rubric.explain import explain


def test_the_reply_stands_first_with_its_words_highlighted_and_reasons_below(rubric: Rubric) -> None:
    reply = "I am sorry that the parcel got lost, I am sending a new one today. Calm down."
    text = explain(reply, rubric.assess(reply, Context()))
    assert text.plain.startswith(reply)
    assert any(span.end <= len(reply) for span in text.spans)
    assert "apology" in text.plain
    assert "+ \u201c" in text.plain
    assert "- \u201cCalm down\u201d" in text.plain
    assert "next: " in text.plain
    assert rubric.version in text.plain


def test_an_abstention_says_why(rubric: Rubric) -> None:
    assert "no words" in explain("\U0001f642", rubric.assess("\U0001f642", Context())).plain
