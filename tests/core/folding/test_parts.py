import pytest

from game.core import clock as clocks
from game.core.folding import parts
from game.core.ids import Millis
from tests.core.given import S1, S2, T1, T2, playing, teams, workshop


def test_putting_leaves_the_old_mapping_alone() -> None:
    old = {"a": 1}
    assert parts.put(old, "b", 2) == {"a": 1, "b": 2}
    assert old == {"a": 1}


def test_a_change_of_one_scene_beat_or_reply_leaves_the_others_the_same_objects() -> None:
    play = teams(3)
    token = play.send(S2)
    before = play.state
    after = parts.change_reply(before, T1, token, lambda reply: reply)
    assert after.round is not None
    assert before.round is not None
    assert after.round.scenes[T2] is before.round.scenes[T2]
    assert after.seats is before.seats


def test_there_is_nothing_to_change_without_a_round() -> None:
    with pytest.raises(ValueError, match="no round"):
        parts.change_round(workshop(1).state, lambda now: now)


def test_clocks_change_for_one_team_or_for_all() -> None:
    play = teams(3)
    one = parts.change_clocks(play.state, T1, lambda clock: clocks.extend(clock, Millis(1)))
    assert one.round is not None
    assert one.round.scenes[T1].clock != play.scene(T1).clock
    assert one.round.scenes[T2].clock == play.scene(T2).clock
    assert parts.change_clocks(workshop(1).state, None, clocks.untimed) == workshop(1).state


def test_a_seat_is_changed_where_it_sits() -> None:
    play = playing(3)
    assert list(parts.change_seat(play.state, S1, lambda seat: seat).seats) == list(play.state.seats)
