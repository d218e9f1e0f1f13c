from game.core import commands as c
from game.core import seating
from game.core.ids import SeatId
from tests.core.given import S1, S2, S3, S4, T1, playing, workshop


def test_somebody_away_counts_and_somebody_absent_or_gone_does_not() -> None:
    play = workshop(3)
    play.do(c.SetPresence(S1, here=False))
    assert seating.counts(play.state, S1)
    assert not seating.is_here(play.state, S1)
    play.wait(20)
    assert not seating.counts(play.state, S1)
    play.do(c.LeaveWorkshop(), S2)
    assert not seating.counts(play.state, S2)
    assert not seating.counts(play.state, SeatId("s99"))
    assert seating.is_here(play.state, S3)


def test_agents_are_the_team_less_its_customer_and_its_watchers() -> None:
    play = playing(5, "floor")
    play.do(c.SwapRole(), S4)
    assert seating.agents(play.state, play.scene()) == (S2, S3, SeatId("s5"))
    assert seating.members(play.state, play.scene()) == (S2, S3, SeatId("s5"), S1)


def test_neither_the_customer_nor_their_stand_in_is_an_agent() -> None:
    play = playing(3, "floor")
    play.do(c.LeaveWorkshop(), S1)
    assert seating.agents(play.state, play.scene()) == (S2, S3)
    assert play.scene().standin in seating.members(play.state, play.scene())


def test_the_scene_of_a_seat_is_its_teams() -> None:
    play = workshop(3)
    assert seating.scene_of(play.state, S1) is None
    play.start()
    assert seating.scene_of(play.state, S1) is play.round.scenes[T1]
    assert seating.scene_of(play.state, SeatId("s99")) is None


def test_bots_are_no_humans() -> None:
    play = playing(1)
    assert [seat.id for seat in seating.humans(seating.team_seats(play.state, T1))] == [S1]
    assert len(seating.team_seats(play.state, T1)) == 3
