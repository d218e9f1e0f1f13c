from game.core import commands as c
from game.core.ids import TeamId
from game.core.rules.returning import returning
from game.core.scenario import OutcomeKind, Return
from game.core.state import RoundResult, TeamResult
from tests.core.given import S1, T1, playing, workshop
from tests.core.scenarios import scenario

SEQUEL = scenario(
    slug="kettle-again",
    sequel_of="kettle",
    returns=(Return("walked_away", 80, "You again."), Return("resolved", 40, "Last time was good.")),
)


def left(kind: OutcomeKind, number: int = 1, slug: str = "kettle") -> RoundResult:
    return RoundResult(number, slug, "", (), (TeamResult(T1, 50, (), kind, ()),))


def test_a_sequel_opens_as_this_team_left_the_customer() -> None:
    found = returning((left("resolved"),), T1, SEQUEL)
    assert found is not None
    assert (found.heat, found.opening) == (40, "Last time was good.")


def test_the_last_time_counts() -> None:
    found = returning((left("resolved"), left("walked_away", 2)), T1, SEQUEL)
    assert found is not None
    assert found.heat == 80


def test_a_team_that_never_met_the_customer_meets_them_anew() -> None:
    assert returning((), T1, SEQUEL) is None
    assert returning((left("resolved", slug="another"),), T1, SEQUEL) is None
    assert returning((left("resolved"),), TeamId("t2"), SEQUEL) is None
    assert returning((left("stopped"),), T1, SEQUEL) is None
    assert returning((left("resolved", slug=""),), T1, scenario()) is None


def test_heat_and_first_words_of_the_scene_follow() -> None:
    play = playing(3, "reveal")
    play.to("outcome")
    play.to_stage("done")
    assert play.state.past[-1].teams[0].outcome == "walked_away"
    play.start(SEQUEL)
    play.cast(S1)
    play.to("floor")
    assert play.scene().heat == 80
    assert play.beat().lines[0].text == "You again."


def test_others_hear_the_opening_line() -> None:
    play = workshop(3)
    play.start(SEQUEL)
    play.do(c.SkipPhase())
    play.to("floor")
    assert play.scene().heat == SEQUEL.opening_heat
    assert play.beat().lines[0].text == "opening line"
