"""Marks become strengths, and strengths become what a customer or a voter makes of them."""

from hypothesis import given
from hypothesis import strategies as st

from game.bots.judging import Judge, customer_marks, preferred, strength
from game.core.documents import FocusView
from game.core.ids import Token
from game.core.marks import Assessment, Context
from tests.core.scenarios import assessment

FOCUS = (FocusView("empathy", 60, ""), FocusView("apology", 40, ""))
A, B, C = Token("a"), Token("b"), Token("c")
SCORES = st.dictionaries(st.sampled_from([A, B, C, Token("d")]), st.none() | st.floats(0, 100), min_size=1)


def test_strength_is_the_weighted_mean_of_the_criteria_in_focus() -> None:
    assert strength(assessment(0, empathy=3, apology=0), FOCUS) == 60
    assert strength(assessment(3), FOCUS) == 100


def test_a_criterion_that_does_not_apply_drops_out() -> None:
    assert strength(assessment(0, empathy=3, apology=None), FOCUS) == 100


def test_what_the_rubric_could_not_read_has_no_strength() -> None:
    assert strength(assessment(2, abstained="Another language."), FOCUS) is None
    assert strength(assessment(None), FOCUS) is None


def test_the_customer_tells_good_from_poor_in_five_steps() -> None:
    assert customer_marks({A: 100.0, B: 50.0, C: 0.0}) == {A: 100, B: 50, C: 0}
    assert customer_marks({A: 100.0, B: 0.0}) == {A: 100, B: 0}


def test_among_equals_a_reply_counts_for_what_it_is() -> None:
    assert customer_marks({A: 100.0, B: 100.0}) == {A: 75, B: 75}
    assert customer_marks({A: 10.0, B: 10.0}) == {A: 25, B: 25}


def test_an_unreadable_reply_changes_nothing() -> None:
    assert customer_marks({A: None, B: 90.0})[A] == 50


@given(SCORES)
def test_a_stronger_reply_never_gets_a_lower_mark(scores: dict[Token, float | None]) -> None:
    marks = customer_marks(scores)
    known = sorted((score, marks[token]) for token, score in scores.items() if score is not None)
    assert [mark for _, mark in known] == sorted(mark for _, mark in known)
    assert set(marks.values()) <= {0, 25, 50, 75, 100}


def test_a_voter_prefers_the_stronger_one_unless_taste_turns_it() -> None:
    assert preferred(70, 40, 0) == "left"
    assert preferred(40, 70, 0) == "right"
    assert preferred(40, 70, 60) == "left"
    assert preferred(50, None, 0) is None


class CountingRubric:
    """Gives everything level 2 and counts."""

    def __init__(self) -> None:
        self.read = 0

    async def assess(self, reply: str, context: Context) -> Assessment:
        self.read += 1
        return assessment(2)


async def test_a_reply_is_read_once_however_many_look_at_it() -> None:
    rubric = CountingRubric()
    judge = Judge(rubric)
    first = await judge.score(A, "I'm sorry.", Context(), FOCUS)
    assert first == await judge.score(A, "I'm sorry.", Context(), FOCUS[:1])
    await judge.score(B, "I'm sorry.", Context(), FOCUS)
    assert rubric.read == 2
