"""Marks become strengths, and strengths become what a customer or a voter makes of them."""

from game.bots.judging import Judge, impression, preferred, strength
from game.core.documents import FocusView
from game.core.ids import Token
from game.core.marks import Assessment, Context
from tests.core.scenarios import assessment

FOCUS = (FocusView("empathy", 60, ""), FocusView("apology", 40, ""))
A, B = Token("a"), Token("b")


def test_strength_is_the_weighted_mean_of_the_criteria_in_focus() -> None:
    assert strength(assessment(0, empathy=3, apology=0), FOCUS) == 60
    assert strength(assessment(3), FOCUS) == 100


def test_a_criterion_that_does_not_apply_drops_out() -> None:
    assert strength(assessment(0, empathy=3, apology=None), FOCUS) == 100


def test_what_the_rubric_could_not_read_has_no_strength() -> None:
    assert strength(assessment(2, abstained="Another language."), FOCUS) is None
    assert strength(assessment(None), FOCUS) is None


def test_an_impression_keeps_the_levels_and_where_something_is_asked() -> None:
    seen = impression(assessment(2, inquiry=3), FOCUS)
    assert (seen.levels["inquiry"], seen.levels["empathy"]) == (3, 2)
    assert seen.asks == ((0, 1),)
    assert impression(assessment(2, inquiry=0), FOCUS).asks == ()
    assert impression(assessment(2, abstained="Another language."), FOCUS).levels == {}


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
    first = await judge.read(A, "I'm sorry.", Context(), FOCUS)
    assert first == await judge.read(A, "I'm sorry.", Context(), FOCUS[:1])
    await judge.read(B, "I'm sorry.", Context(), FOCUS)
    assert rubric.read == 2
