from game.core import commands as c
from game.core import events as e
from game.core.folding import room
from game.core.ids import Millis
from tests.core.given import S1, S2, T1, playing, workshop


def test_a_workshop_opens_in_its_lobby_with_nothing_in_it() -> None:
    state = workshop(0).state
    assert (state.phase, state.seats, state.teams, state.round, state.past) == ("lobby", {}, {}, None, ())


def test_events_of_other_areas_are_left_to_them() -> None:
    play = playing(3)
    assert room.fold(play.state, e.BeatDropped()) is None
    assert room.fold(play.state, e.TimeAdded(T1, Millis(1))) is None


def test_a_ban_holds_for_the_player_and_not_for_the_seat() -> None:
    play = workshop(2)
    play.do(c.RemoveSeat(S1, ban=True))
    assert play.state.banned == {"p-Ada"}
    play.do(c.UnbanAll())
    assert play.state.banned == frozenset()


def test_the_ceremony_and_the_end_clear_the_stage() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.to("reveal")
    play.do(c.ReleaseReply(token))
    play.to_stage("done")
    assert play.state.quote == token
    play.do(c.StartCeremony())
    assert play.state.quote is None
