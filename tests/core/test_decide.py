from typing import get_args

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.decide import decide
from game.core.ids import SeatId
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


@pytest.mark.parametrize(
    "kind", sorted(ALLOWED["player"] - {c.SaveDraft}, key=lambda kind: kind.__name__), ids=lambda k: k.__name__
)
def test_nobody_and_strangers_are_refused_with_a_sentence(kind: type) -> None:
    play = playing(3, "floor")
    command = _plausible(kind)
    for actor in (None, SeatId("s99")):
        answer = decide(play.state, command, at=play.now, actor=actor)
        assert isinstance(answer, Refusal)
        assert answer.sentence.endswith((".", "?"))


def _plausible(kind: type) -> c.PlayerCommand:
    examples: tuple[c.PlayerCommand, ...] = (
        c.SetSwitches(not_today=True, no_abuse=True), c.SetPace(120), c.Volunteer(willing=True), c.Say("x"), c.SayLine("vent-1"),
        c.PlayWildcard("card-1"), c.SendReply("x", anyway=True), c.MarkReply(c.Token("t"), 50), c.TickFacts(c.Token("t"), ()),
        c.SealNeed("heard"), c.CastBallot(c.Token("a"), c.Token("b"), None), c.ReportReply(c.Token("t")), c.StepOut("x"),
        c.SignReply(c.Token("t")), c.TakeAgain("x", "y"), c.SetAim("empathy", "x", "y"), c.CheckStress("before", 3),
    )  # fmt: skip
    found = next((example for example in examples if type(example) is kind), None)
    if found is not None:
        return found
    plain = kind()
    assert isinstance(plain, get_args(c.PlayerCommand))
    return plain
