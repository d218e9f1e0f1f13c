import pytest

from game.core import commands as c
from game.core import events as e
from game.core.decide import decide
from game.core.ids import SeatId, Token
from game.core.permissions import ALLOWED
from game.core.refusal import Refusal
from tests.core.given import S1, START, playing, workshop


def test_a_workshop_begins_with_its_opening_and_is_opened_once() -> None:
    with pytest.raises(ValueError, match="OpenWorkshop"):
        decide(None, c.Elapse(), at=START)
    play = workshop(0)
    (opened,) = play.log
    assert isinstance(opened, e.WorkshopOpened)
    assert (opened.code, opened.at) == ("CODE", START)
    again = c.OpenWorkshop(opened.id, "CODE", "seed", opened.settings, ())
    assert isinstance(decide(play.state, again, at=START), Refusal)


def test_deciding_changes_nothing() -> None:
    play = playing(3, "reply")
    before = repr(play.state)
    decide(play.state, c.SendReply("hello"), at=play.now, actor=SeatId("s2"))
    decide(play.state, c.EndRound(), at=play.now)
    assert repr(play.state) == before


def test_the_same_command_at_the_same_moment_decides_the_same() -> None:
    play = playing(5, "casting")
    command = c.Volunteer(willing=True)
    assert decide(play.state, command, at=play.now, actor=S1) == decide(play.state, command, at=play.now, actor=S1)


def test_what_follows_by_itself_follows_at_once() -> None:
    play = playing(3, "briefing")
    play.do(c.OpenCard(), S1)
    play.all(c.Ready(), S1, SeatId("s2"))
    assert [type(event) for event in play.do(c.Ready(), SeatId("s3"))] == [e.SeatReady, e.BeatReadied]


TOKEN = Token("t")
EXAMPLES: tuple[c.PlayerCommand, ...] = (
    c.LeaveWorkshop(), c.EraseMe(), c.OpenCard(), c.PassCard(), c.Ready(), c.YieldFloor(), c.AskDuel(), c.ThankCustomer(),
    c.PressStop(), c.GoOn(), c.SwapRole(), c.SetSwitches(not_today=True, no_abuse=True), c.SetPace(120), c.StepOut("x"),
    c.Volunteer(willing=True), c.Say("x"), c.SayLine("vent-1"), c.PlayWildcard("card-1"), c.SendReply("x", anyway=True),
    c.MarkReply(TOKEN, 50), c.TickFacts(TOKEN, ()), c.SealNeed("heard"), c.CastBallot(TOKEN, Token("u"), None),
    c.ReportReply(TOKEN), c.SignReply(TOKEN), c.TakeAgain("x", "y"), c.SetAim("empathy", "x", "y"), c.CheckStress("before", 3),
    c.AppealMark(TOKEN, "empathy", "x"), c.TapIn(),
    c.HandOver(), c.HoldLine("look_up", 30), c.MarkMoment(TOKEN, "stung"), c.EndExchange(),
)  # fmt: skip


def test_there_is_an_example_of_every_players_command_but_the_draft_which_is_no_business_of_the_rules() -> None:
    assert {type(example) for example in EXAMPLES} == ALLOWED["player"] - {c.SaveDraft}


@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
def test_nobody_and_strangers_are_refused_with_a_sentence(command: c.PlayerCommand) -> None:
    play = playing(3, "floor")
    for actor in (None, SeatId("s99")):
        answer = decide(play.state, command, at=play.now, actor=actor)
        assert isinstance(answer, Refusal)
        assert answer.sentence.endswith((".", "?"))
