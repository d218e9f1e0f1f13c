from game.core import commands as c
from game.core import events as e
from game.core.folding import rounds
from tests.core.given import S1, S2, T1, T2, playing, teams, workshop


def test_a_round_starts_with_nothing_left_of_the_last_one() -> None:
    play = playing(3, "reply")
    play.send(S2)
    play.to_stage("done")
    play.start()
    assert (play.round.number, play.round.takes, play.round.result, play.state.gallery) == (2, (), None, {})


def test_a_hold_of_one_team_is_no_hold_of_the_room() -> None:
    play = teams(3)
    play.do(c.PauseTeam(T1))
    assert play.state.holds == frozenset()
    play.do(c.PauseAll())
    assert play.state.holds == {"pause"}
    assert play.scene(T2).clock.holds == {"pause"}


def test_events_of_other_areas_are_left_to_them() -> None:
    play = workshop(1)
    assert rounds.fold(play.state, e.LockSet(locked=True)) is None
    assert rounds.fold(play.state, e.PresenceChanged(S1, "here", play.now)) is None


def test_a_second_take_replaces_ones_earlier_one() -> None:
    play = playing(3, "reply")
    play.send(S2, "One. Two.")
    play.do(c.EndRound())
    play.do(c.TakeAgain("One.", "Better."), S2)
    play.do(c.TakeAgain("Two.", "Best."), S2)
    assert [take.after.text for take in play.round.takes] == ["Best."]
