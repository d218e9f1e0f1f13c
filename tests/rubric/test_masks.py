"""What is not the agent's own wording is hidden."""

import pytest

from game.core.marks import Context
from game.rubric import Rubric
from game.rubric.masks import mirrored, pasted, placeholders, quoted, repeated
from game.rubric.reading import Reading, read


def words(reading: Reading, pieces: set[int]) -> str:
    return " ".join(reading.pieces[at] for at in sorted(pieces) if reading.pieces[at][0].isalnum())


@pytest.fixture
def reader(rubric: Rubric) -> "Reader":
    return Reader(rubric)


class Reader:
    def __init__(self, rubric: Rubric) -> None:
        self._rubric = rubric

    def __call__(self, reply: str) -> Reading:
        return read(reply, self._rubric.data.spelling)


@pytest.mark.parametrize("marks", ['""', "\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb", "''"])
def test_a_quotation_is_hidden_whatever_its_marks(reader: Reader, marks: str) -> None:
    reading = reader(f"You wrote {marks[0]} nine weeks of waiting {marks[1]} and I see why.")
    assert words(reading, quoted(reading)) == "nine weeks of waiting"


def test_a_quoted_line_is_hidden_and_a_quoted_word_is_not(reader: Reader) -> None:
    reading = reader('> where is my sofa\nI will find the "green" one.')
    assert words(reading, quoted(reading)) == "where is my sofa"


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_short_quotation_is_hidden_where_the_customer_said_it_in_so_many_words(reader: Reader, mark: str) -> None:
    customer = reader("Shut up and find my green box!")
    reading = reader('I would leave out the "shut up" and look for the "green" one, not the "old box".'.replace('"', mark))
    assert words(reading, quoted(reading, [customer])) == "shut up"


def test_the_customers_words_in_a_row_are_pasted_and_shared_words_are_not(reader: Reader) -> None:
    customer = reader("I waited nine weeks and the sofa is mustard instead of green.")
    reading = reader("The sofa is mustard, sorry. You wrote: I waited nine weeks and the sofa is mustard.")
    assert words(reading, pasted(reading, [customer])) == "i waited nine weeks and the sofa is mustard"


def test_the_customers_words_with_the_persons_turned_round_are_no_own_words(reader: Reader) -> None:
    customer = reader("You charged my card twice for the same stay and you were rude about it.")
    back = reader("We charged your card twice for the same stay and we were rude about it, I see.")
    assert words(back, mirrored(back, [customer])).startswith("we charged your card twice")
    own = reader("So we took the money for one stay two times, and were rude when you asked about it.")
    assert mirrored(own, [customer]) == set()


def test_a_sentence_said_again_is_hidden_the_second_time(reader: Reader) -> None:
    reading = reader("I am sorry. I will call. I am sorry.")
    assert words(reading, repeated(reading)) == "i am sorry"
    assert min(repeated(reading)) > 8


def test_a_sentence_with_a_hole_in_it_is_hidden(reader: Reader) -> None:
    reading = reader("Dear [customer name], we are sorry. I will call.")
    assert words(reading, placeholders(reading)).startswith("dear customer name we are sorry")


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ('"I am so sorry for the delay", that is what you want to hear.', "Stands in quotation marks"),
        ("Thank you. Your driver said I am sorry for the wait and left, I see that now.", "The customer's own words"),
        ("I am sorry about it. I am sorry about it. I am sorry about it.", "Said again and again"),
        ("Empathy, apology, sorry, solution, refund", "A list of catchwords"),
        ("I am so sorry for the delay with [order].", "Stands in a sentence with a placeholder"),
    ],
)
def test_words_that_would_have_earned_something_are_shown_with_the_reason_why_they_do_not(
    rubric: Rubric, reply: str, why: str
) -> None:
    customer = "I sat at home all day, then your driver said I am sorry for the wait and left!"
    found = rubric.assess(reply, Context(customer=(customer,)))
    (item,) = [item for item in found.evidence if item.criterion == "apology"]
    assert found.level("apology") == 0
    assert (item.cue, item.polarity) == ("apology.hidden", "lost")
    assert item.reason.startswith(why)


def test_where_the_thing_was_really_done_nothing_is_said_of_what_is_hidden(rubric: Rubric) -> None:
    found = rubric.assess('I am sorry about the wrong sofa. "I am sorry for the delay" says our letter.', Context())
    assert not [item for item in found.evidence if item.cue == "apology.hidden"]
