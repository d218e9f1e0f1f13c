"""Bots play whole rounds by the rules, each part as game.md asks for."""

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import SeatId
from game.core.scenario import Form, Quality
from tests.bots.room import SCENARIO, Room, quality_of


@pytest.mark.parametrize(("people", "size", "form"), [(1, 5, "short"), (3, 3, "long"), (8, 8, "short"), (10, 5, "long")])
def test_a_room_of_bots_plays_a_round_to_its_end_and_is_never_refused_but_for_haste(people: int, size: int, form: Form) -> None:
    room = Room(people, size=size, seed=f"{people}")
    room.play_round(form)
    assert not room.tally.faults
    assert all(scene.outcome not in (None, "stopped") for scene in room.play.round.scenes.values())
    beats = [beat for scene in room.play.round.scenes.values() for beat in scene.beats]
    assert all(len(beat.replies) == len(beat.eligible) for beat in beats)
    assert not any(reply.by_clock for beat in beats for reply in beat.replies)
    assert all(reply.customer_mark is not None for beat in beats for reply in beat.replies)
    assert all(beat.need is not None and beat.yielded == "customer" for beat in beats)


def test_what_bots_write_is_theirs_alone_in_every_beat() -> None:
    room = Room(8, size=8)
    room.play_round("long")
    for scene in room.play.round.scenes.values():
        for beat in scene.beats:
            texts = [reply.words.text for reply in beat.replies]
            assert len(set(texts)) == len(texts)


def test_a_customer_never_says_a_line_twice_and_plays_no_card_twice() -> None:
    room = Room(4, size=4)
    room.play_round("long")
    for scene in room.play.round.scenes.values():
        said = [line.authored for beat in scene.beats for line in beat.lines if line.kind in ("suggested", "wildcard")]
        assert said
        assert len(set(said)) == len(said)
        for beat in scene.beats:
            assert 1 <= sum(line.kind == "suggested" for line in beat.lines) <= 3


def test_everybody_looks_back_but_those_who_only_fill_a_scene() -> None:
    room = Room(4, size=4)
    room.play_round()
    takes, aims = room.play.events(e.TakenAgain), room.play.events(e.AimSet)
    writers = {reply.seat for scene in room.play.round.scenes.values() for beat in scene.beats for reply in beat.replies}
    assert {take.seat for take in takes} == writers
    assert {aim.seat for aim in aims} == {SeatId(f"s{number}") for number in range(1, 5)}
    assert len(room.play.round.stress_before) == len(room.play.round.stress_after) == 4

    alone = Room(1, size=5, seed="alone")
    alone.play_round()
    assert any(seat.bot for seat in alone.play.state.seats.values())
    assert {take.seat for take in alone.play.events(e.TakenAgain)} <= {SeatId("s1")}
    assert {aim.seat for aim in alone.play.events(e.AimSet)} == {SeatId("s1")}
    assert len(alone.play.round.stress_before) <= 1


def test_customers_are_thanked_and_step_out_in_a_sentence() -> None:
    room = Room(5)
    room.play_round()
    scene = next(iter(room.play.round.scenes.values()))
    assert len(scene.thanks) == 4
    assert scene.step_out is not None
    assert scene.step_out.text.endswith(".")


def test_whoever_waits_judges_other_teams() -> None:
    room = Room(10, size=5)
    room.play_round("long")
    ballots = [ballot for s in room.play.round.scenes.values() for beat in s.beats for ballot in beat.ballots]
    assert any(ballot.gallery for ballot in ballots)
    assert any(not ballot.gallery for ballot in ballots)


def test_good_replies_are_heard_more_often_than_poor_ones() -> None:
    heard: list[Quality] = []
    unheard: list[Quality] = []
    for number in range(2):
        room = Room(10, seed=f"taste {number}")
        room.play_round()
        for scene in room.play.round.scenes.values():
            for beat in scene.beats:
                for reply in beat.replies:
                    (heard if reply.token == beat.heard else unheard).append(quality_of(reply.words.text))
    assert heard.count("poor") / len(heard) < unheard.count("poor") / len(unheard)


def test_the_same_seed_plays_the_same_round() -> None:
    one, other = Room(6, seed="twice"), Room(6, seed="twice")
    one.play_round()
    other.play_round()
    assert one.play.log == other.play.log


def test_nobody_moves_while_clocks_stand_still_and_a_bot_follows_whoever_goes_on() -> None:
    room = Room(4, size=4)
    room.play.do(c.StartRound(SCENARIO, "short"))
    while room.play.scene().phase != "reply":
        room.step()
    seats = room.play.members()
    room.play.do(c.PressStop(), seats[0])
    assert all(room.next_move(seat) is None for seat in seats)
    room.play.do(c.GoOn(), seats[0])
    moves = {seat: room.next_move(seat) for seat in seats}
    assert moves[seats[0]] is None
    assert {move.name for move in moves.values() if move} == {"go_on"}


def test_a_bot_without_authored_replies_still_answers() -> None:
    room = Room(4, size=4)
    room.texts = type(room.texts)(lambda _title: room.without_practice())
    room.play_round(scenario=room.without_practice())
    assert not room.tally.faults
    assert all(beat.replies for scene in room.play.round.scenes.values() for beat in scene.beats)


def test_a_recast_customer_opens_the_card_and_everybody_gets_ready_again() -> None:
    room = Room(5)
    room.play.do(c.StartRound(SCENARIO, "short"))
    while room.play.scene().phase != "briefing" or len(room.play.scene().ready) < 2:
        room.step()
    room.play.do(c.Recast(room.play.scene().team))
    began = room.play.now
    while room.play.scene().phase == "briefing":
        room.step()
    assert room.play.now - began < 60_000


@pytest.mark.parametrize(("people", "size", "form"), [(1, 5, "short"), (3, 3, "long"), (8, 8, "short"), (10, 5, "long")])
def test_a_room_of_bots_plays_a_live_round_to_its_end(people: int, size: int, form: Form) -> None:
    room = Room(people, size=size, seed=f"live {people}")
    room.play_round(form, mode="live")
    assert not room.tally.faults
    scenes = room.play.round.scenes.values()
    assert all(scene.outcome not in (None, "stopped") for scene in scenes)
    # A team that talks for long may be ended by the barrier in its last beat.
    beats = [beat for scene in scenes for beat in scene.beats if beat.revealed]
    assert len(beats) > len(scenes)
    assert all(beat.live for beat in beats)
    assert all(2 <= len(beat.replies) <= 4 and beat.silences == 0 for beat in beats), "asked and answered in time"
    assert all(reply.customer_mark is not None for beat in beats for reply in beat.replies)


def test_bots_behind_the_line_mark_moments_hand_it_over_and_ask_for_time() -> None:
    room = Room(5, size=5, seed="behind", rounds=6)
    for _ in range(6):
        room.play_round("long", mode="live")
    assert not room.tally.faults
    assert min(room.tally.accepted[name] for name in ("mark_moment", "hand_over", "hold_line", "end_exchange")) > 0
