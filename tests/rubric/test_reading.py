"""How a reply is cut up and written out, and how spans find their way back to the original."""

import pytest

from game.rubric import Rubric
from game.rubric.reading import read
from game.rubric.tokens import READ_LIMIT, tokenise


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("I'm sorry", "i am sorry"),
        ("Im sorry", "i am sorry"),
        ("I\u2019ll call", "i will call"),
        ("Ill call you", "i will call you"),
        ("are you ill", "are you ill"),
        ("well send it", "we will send it"),
        ("well, it is late", "well , it is late"),
        ("we can't", "we cannot"),
        ("we cant", "we cannot"),
        ("u dont", "you do not"),
        ("I apologize", "i apologise"),
        ("size", "size"),
        ("nerve-racking", "nerve racking"),
        ("2-3 days", "2 - 3 days"),
        ("Mrs. Holm", "mrs . holm"),
    ],
)
def test_words_are_written_out_alike(rubric: Rubric, written: str, wanted: str) -> None:
    assert read(written, rubric.data.spelling).text.strip("| ") == wanted


@pytest.mark.parametrize(
    ("reply", "count"),
    [
        ("One. Two! Three?", 3),
        ("One\nTwo", 2),
        ("trendy \U0001f602 no seriously", 2),
        ("He came at 10.30 with Mr. Cole.", 1),
        ("wait.. what", 2),
        ("", 0),
    ],
)
def test_sentences_end_at_marks_lines_and_pictures(rubric: Rubric, reply: str, count: int) -> None:
    assert len(read(reply, rubric.data.spelling).sentences) == count


def test_a_span_points_at_the_characters_that_were_written(rubric: Rubric) -> None:
    reply = "Well\u2026 I\u2019m so\u200brry,  truly."
    reading = read(reply, rubric.data.spelling)
    start = reading.text.index("i am sorry")
    assert reply[slice(*reading.span(start, start + len("i am sorry")))] == "I\u2019m so\u200brry"


def test_letters_of_another_script_inside_a_word_are_read_as_latin() -> None:
    assert [token.text for token in tokenise("s\u043err\u0443")] == ["sorry"]
    assert [token.text for token in tokenise("\u043d\u0435\u0442")] == ["\u043d\u0435\u0442"]


def test_only_the_first_part_of_a_flood_is_read() -> None:
    assert tokenise("a " * READ_LIMIT)[-1].end <= READ_LIMIT
