import pytest

from game.core import commands as c
from game.core import events as e
from game.core.clock import Clock
from game.core.ids import Millis
from game.core.turn import Turn
from tests.core.given import S1, S2, T1, T2, playing, teams, workshop


def test_what_is_emitted_is_folded_at_once() -> None:
    play = workshop(1)
    turn = Turn(play.state, play.now)
    turn.emit(e.LockSet(locked=True))
    assert turn.state.locked
    assert turn.events == [e.LockSet(locked=True)]
    assert not play.state.locked


def test_texts_get_refs_one_after_the_other() -> None:
    play = workshop(2)
    turn = Turn(play.state, play.now)
    assert [turn.write(S1, "a").ref, turn.write(None, "b").ref] == ["w2", "w3"]


def test_without_a_round_there_is_none() -> None:
    play = workshop(1)
    with pytest.raises(ValueError, match="no round"):
        _ = Turn(play.state, play.now).round


def test_a_fresh_clock_holds_for_whatever_holds_now() -> None:
    play = teams(3)
    play.do(c.PressStop(), S2)
    play.do(c.PauseAll())
    turn = Turn(play.state, play.now)
    assert turn.clock(Millis(5), T1).holds == {"pause", "stop"}
    assert turn.clock(Millis(5), T2).holds == {"pause"}
    assert turn.clock(Millis(5)).holds == {"pause"}
    assert turn.clock(Millis(5), T2, "gather").holds == {"pause", "gather"}


def test_an_untimed_workshop_has_clocks_without_an_end_but_for_waits_that_no_person_can_end() -> None:
    play = playing(3)
    play.do(c.SetTimed(timed=False))
    turn = Turn(play.state, play.now)
    assert turn.clock(Millis(5)) == turn.clock_none() == Clock()
    assert turn.clock_always(Millis(5)).deadline == play.now + 5


def test_drafts_are_at_hand_by_seat() -> None:
    play = workshop(1)
    turn = Turn(play.state, play.now, [c.Draft(S1, "hm"), c.Draft(S2, "well")])
    assert turn.drafts[S2].text == "well"
