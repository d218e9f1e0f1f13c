import pytest

from game.core import commands as c
from game.core.ids import SeatId
from game.core.views.grants import DESK, EVERYONE, STAGE, DocumentKey, all_grants, all_keys, seat_keys
from tests.core.given import S1, S2, S3, S4, T1, T2, Play, playing, teams, workshop

SCENE, CASE, CARD = (DocumentKey(name, T1) for name in ("scene", "case", "card"))


def own(play: Play, seat: SeatId) -> set[DocumentKey]:
    """What this seat sees beyond what everybody does and its own page."""
    return set(seat_keys(play.state, seat) - EVERYONE - {DocumentKey("seat", seat)})


def test_in_the_lobby_everybody_sees_the_room_and_their_own_page() -> None:
    play = workshop(2)
    assert own(play, S1) == set()
    assert DocumentKey("seat", S1) in seat_keys(play.state, S1)
    assert DocumentKey("seat", S2) not in seat_keys(play.state, S1)


def test_during_casting_nobody_holds_card_or_case() -> None:
    play = playing(3)
    assert all(own(play, seat) == {SCENE} for seat in (S1, S2, S3))


@pytest.mark.parametrize("phase", ["briefing", "ready", "floor", "reply", "reveal", "outcome"])
def test_the_customer_reads_the_card_and_the_agents_the_case_file(phase: str) -> None:
    play = playing(3, "briefing")
    while play.scene().phase != phase:
        play.do(c.SkipPhase(T1))
    assert own(play, S1) == {SCENE, CARD}
    assert own(play, S2) == {SCENE, CASE}


def test_a_watcher_and_a_customer_who_was_replaced_see_neither() -> None:
    play = playing(4, "floor")
    play.do(c.SwapRole(), S4)
    play.do(c.SwapRole(), S1)
    assert own(play, S4) == {SCENE}
    assert own(play, S1) == {SCENE}


def test_whoever_passed_the_card_unread_gets_the_case_file() -> None:
    play = playing(4, "briefing")
    play.do(c.PassCard(), S1)
    assert own(play, S1) == {SCENE, CASE}


def test_nobody_sees_another_teams_scene() -> None:
    play = teams(3)
    assert DocumentKey("scene", T2) not in seat_keys(play.state, S1)


def test_whoever_has_left_sees_nothing() -> None:
    play = playing(3)
    play.do(c.LeaveWorkshop(), S2)
    assert seat_keys(play.state, S2) == frozenset()
    assert seat_keys(play.state, SeatId("s99")) == frozenset()
    assert S2 not in all_grants(play.state)


def test_after_the_ceremony_has_begun_cards_and_cases_are_put_away() -> None:
    play = playing(3)
    play.to_stage("done")
    play.do(c.StartCeremony())
    assert own(play, S1) == set()


def test_desk_and_stage_have_one_document_more_than_everybody() -> None:
    assert {key.name for key in DESK - EVERYONE} == {"desk"}
    assert {key.name for key in STAGE - EVERYONE} == {"stage"}


def test_all_keys_are_those_that_somebody_may_see() -> None:
    play = teams(3)
    names = {(key.name, key.of) for key in all_keys(play.state)}
    assert {("scene", T1), ("case", T2), ("card", T1), ("seat", S1), ("desk", ""), ("stage", "")} <= names
