from typing import get_args

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.evolve import evolve, replay, texts
from game.core.ids import Ref
from game.core.words import Words
from tests.core.given import S1, S2, Play, playing, workshop


def test_a_log_begins_with_its_opening() -> None:
    with pytest.raises(ValueError, match="WorkshopOpened"):
        evolve(None, e.BansLifted())
    with pytest.raises(ValueError, match="empty log"):
        replay(())


def test_what_nobody_folds_is_a_bug() -> None:
    with pytest.raises(ValueError, match="nobody folds"):
        evolve(workshop(1).state, object())  # type: ignore[arg-type]


def test_a_log_folds_to_the_same_state_again() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.do(c.EndRound())
    assert replay(play.log) == play.state


def test_refs_count_up_and_are_never_used_twice() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.do(c.RenameSeat(S1, "Ida"))
    refs = [words.ref for event in play.log for _, words in texts(event)]
    assert refs == [f"w{number}" for number in range(len(refs))]
    assert play.state.written == len(refs)


def test_texts_are_found_by_their_field() -> None:
    play = playing(3, "reply")
    play.send(S2, "Sorry.")
    assert texts(play.events(e.ReplySent)[0]) == (("words", Words(Ref("w3"), S2, "Sorry.")),)
    assert texts(e.BansLifted()) == ()


def test_every_event_can_be_told_by_its_name() -> None:
    kinds = get_args(e.Event)
    assert len({kind.__name__ for kind in kinds}) == len(kinds)


def test_an_opening_is_the_only_event_that_needs_no_state() -> None:
    assert evolve(None, Play().log[0]) == Play().state
