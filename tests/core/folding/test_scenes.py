from game.core import commands as c
from game.core import events as e
from game.core.folding import scenes
from tests.core.given import S1, S2, S3, playing, workshop


def test_being_cast_counts_and_being_released_takes_it_back() -> None:
    play = playing(4, "briefing")
    assert play.seat(S1).times_customer == 1
    play.do(c.PassCard(), S1)
    assert play.seat(S1).times_customer == 0
    new = play.scene().customer
    assert new is not None
    assert play.seat(new).times_customer == 1


def test_whoever_takes_over_in_a_beat_no_longer_writes_or_votes_in_it() -> None:
    play = playing(4, "reply")
    play.send(S2)
    taken = scenes.fold(play.state, e.CustomerRecast(play.scene().team, S3))
    assert taken is not None
    assert taken.round is not None
    beat = taken.round.scenes[play.scene().team].beats[-1]
    assert S3 not in beat.eligible
    assert S2 in beat.eligible


def test_events_of_other_areas_are_left_to_them() -> None:
    assert scenes.fold(workshop(1).state, e.BansLifted()) is None
