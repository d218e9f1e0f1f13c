"""A practice: one seat, one agent, a bot as the customer, and nobody who would have to steer it."""

from dataclasses import replace

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import PlayerId
from game.core.state import CustomerMark
from tests.core.given import S1, SETTINGS, T1, Play, workshop

PRACTICE = replace(SETTINGS, practice=True, timed=False, rehearsal=True)


def practice(*, timed: bool = False) -> Play:
    """A practice whose player has sat down and begun."""
    play = workshop(1, replace(PRACTICE, timed=timed))
    play.start(form="long")
    return play


def answered(mark: CustomerMark) -> Play:
    """A practice in which the player has answered once, and the bot has marked the reply and sealed a need."""
    play = practice()
    bot = play.scene().customer
    play.do(c.OpenCard(), bot)
    for _ in ("briefing", "ready"):
        for seat in play.members():
            play.do(c.Ready(), seat)
    play.do(c.YieldFloor(), bot)
    token = play.send(S1)
    play.do(c.MarkReply(token, mark), bot)
    play.do(c.SealNeed("heard"), bot)
    return play


def test_nobody_is_asked_to_be_angry_and_a_bot_is_cast_at_once() -> None:
    play = practice()
    customer = play.scene().customer
    assert customer is not None
    assert play.seat(customer).bot
    assert play.scene().phase == "briefing"


def test_there_is_one_agent_and_no_bot_beside_them() -> None:
    play = answered(75)
    assert play.beat().eligible == (S1,)
    assert [play.seat(seat).bot for seat in play.members()] == [False, True]


def test_without_peers_the_reveal_follows_the_customers_mark_by_itself() -> None:
    play = answered(75)
    assert play.scene().phase == "reveal"
    given = play.reply_of(S1).points
    assert given is not None
    assert (given.peers, given.weights) == (None, (80.0, 0.0, 20.0))


@pytest.mark.parametrize("mark", [0, 25, 50, 75, 100])
def test_where_one_agent_answers_the_customers_mark_counts_as_it_is(mark: CustomerMark) -> None:
    given = answered(mark).reply_of(S1).points
    assert given is not None
    assert given.customer == mark


def test_a_practice_stands_still_while_its_player_is_away_and_goes_on_with_the_time_that_was_left() -> None:
    play = practice(timed=True)
    play.wait(10)
    play.do(c.SetPresence(S1, here=False))
    play.wait(3600)
    assert play.scene().phase == "briefing"
    assert play.scene().clock.left == 50_000  # 80 s, less 10 before and 20 until they counted as absent
    play.do(c.SetPresence(S1, here=True))
    assert not play.state.holds
    assert play.scene().clock.deadline == play.now + 50_000


def test_the_bot_does_not_play_on_alone_in_an_untimed_practice() -> None:
    play = practice()
    play.do(c.SetPresence(S1, here=False))
    play.wait(60)
    play.do(c.OpenCard(), play.scene().customer)
    play.do(c.Ready(), play.scene().customer)
    assert play.scene().phase == "briefing"


def test_a_practice_has_one_seat() -> None:
    play = practice()
    play.refused("full", c.TakeSeat(PlayerId("p-other"), "Other", "🦊"))
    play.do(c.LeaveWorkshop(), S1)
    play.refused("full", c.TakeSeat(PlayerId("p-other"), "Other", "🦊"))


def test_whoever_plays_alone_cannot_stand_down_but_can_stop_and_go_on() -> None:
    play = practice()
    play.do(c.PressStop(), S1)
    play.refused("not_customer", c.SwapRole(), S1)
    play.do(c.GoOn(), S1)
    assert not play.scene().clock.held


def test_a_practice_comes_to_its_end_when_its_player_is_ready_each_time() -> None:
    play = answered(75)
    play.do(c.EndRound())
    while play.stage() != "done":
        play.do(c.Ready(), S1)
    assert [result.seat for result in play.state.past[-1].players] == [S1]


def test_the_same_person_can_play_again() -> None:
    play = answered(75)
    play.to_stage("done")
    play.start(form="long")
    assert play.round.number == 2
    assert len(play.members()) == 2
    assert play.scene(T1).phase == "briefing"


def test_only_a_practice_waits_for_its_player() -> None:
    play = workshop(3)
    play.start()
    play.do(c.SetPresence(S1, here=False))
    play.wait(30)
    assert not play.events(e.ClocksHeld)


def test_nobody_is_there_who_could_look_at_a_mark_again() -> None:
    play = answered(75)
    play.to("reveal")
    assert not play.document("seat", S1).can_appeal
    play.refused("no_facilitator", c.AppealMark(play.reply_of(S1).token, "empathy", "I named it."), S1)
