"""What is asked for in a live exchange, and what is refused with which sentence."""

from typing import get_args

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.scenario import HoldNotice
from tests.core.given import S1, S2, S3, S4, T1, Play, playing


def live(people: int = 4) -> Play:
    """One team whose customer s1 has yielded; s2 is on the line."""
    return playing(people, "live", mode="live")


# --- who may write


def test_only_the_agent_on_the_line_writes_turn_after_turn() -> None:
    play = live()
    play.send(S2, "one")
    play.send(S2, "two")
    assert [(reply.seat, reply.turn) for reply in play.beat().replies] == [(S2, 1), (S2, 2)]
    refusal = play.refused("not_on_line", c.SendReply("me too"), S3)
    assert refusal.sentence.startswith("Ben is on the line.")


def test_who_is_on_the_line_may_interrupt_once_asked() -> None:
    play = playing(4, "floor", mode="live")
    play.refused("still_talking", c.SendReply("But"), S2)
    play.refused("not_on_line", c.SendReply("But", anyway=True), S3)
    play.do(c.SendReply("But", anyway=True), S2)
    play.do(c.YieldFloor(), S1)
    assert play.scene().phase == "live"
    assert [reply.interrupted for reply in play.beat().replies] == [True]


def test_customer_and_agent_talk_freely() -> None:
    play = live()
    play.send(S2, "What happened?")
    play.do(c.Say("It leaked."), S1)
    play.do(c.SayLine("vent-2"), S1)
    play.do(c.PlayWildcard("card-1"), S1)
    play.send(S2, "All over?")
    scene = play.document("scene", T1)
    assert [(line.kind, line.name) for line in scene.lines[-5:]] == [
        ("turn", "Ben"), ("said", ""), ("suggested", ""), ("wildcard", ""), ("turn", "Ben"),
    ]  # fmt: skip


# --- the line


def test_a_team_mate_taps_in_after_ten_seconds() -> None:
    play = live()
    play.do(c.HandOver(), S2)
    play.wait(9)
    refusal = play.refused("too_early", c.TapIn(), S4)
    assert refusal.sentence.startswith("Cleo has only just begun.")
    play.wait(1)
    play.do(c.TapIn(), S4)
    assert play.beat().line == (S2, S3, S4)
    play.refused("already_done", c.TapIn(), S4)
    play.send(S4, "Hello, Dan here.")


def test_nobody_takes_the_line_who_does_not_answer_in_this_beat() -> None:
    play = live()
    play.wait(10)
    play.refused("not_agent", c.TapIn(), S1)
    (late,) = play.join("Late")
    play.do(c.MoveSeat(late, T1)) if play.seat(late).team != T1 else None
    play.refused("not_agent", c.TapIn(), late)


def test_only_who_is_on_the_line_hands_it_over_and_only_to_somebody() -> None:
    play = live()
    play.refused("not_on_line", c.HandOver(), S3)
    play.do(c.HandOver(), S2)
    assert play.beat().on_line == S3
    for seat in (S2, S4):
        play.do(c.SetPresence(seat, here=False))
    play.wait(20)
    play.refused("nobody_here", c.HandOver(), S3)


def test_where_everybody_writes_there_is_no_line() -> None:
    play = playing(4, "reply")
    for command in (c.TapIn(), c.HandOver(), c.HoldLine("look_up", 30), c.EndExchange()):
        play.refused("wrong_phase", command, S1 if isinstance(command, c.EndExchange) else S2)
    play.to("floor")
    play.refused("wrong_phase", c.TapIn(), S2)


# --- waiting


@pytest.mark.parametrize("notice", get_args(HoldNotice))
def test_a_hold_notice_says_why_and_for_how_long(notice: HoldNotice) -> None:
    play = live()
    play.refused("not_on_line", c.HoldLine(notice, 30), S3)
    play.do(c.HoldLine(notice, 30), S2)
    shown = play.document("scene", T1).lines[-1]
    assert (shown.kind, shown.name) == ("hold", "Ben")
    assert "30 seconds" in shown.text
    play.refused("already_done", c.HoldLine(notice, 30), S2)


# --- facts


def test_a_ticked_fact_comes_out_at_once_in_the_customers_words() -> None:
    play = live()
    turn = play.send(S2, "Did the lid close?")
    play.do(c.TickFacts(turn, ("lid",)), S1)
    assert play.scene().facts == ("lid",)
    assert play.beat().lines[-1].text == "lid comes out"
    play.do(c.TickFacts(turn, ("lid", "leak")), S1)
    assert [line.text for line in play.beat().lines if line.kind == "fact"] == ["lid comes out", "leak comes out"]
    play.to("reveal")
    assert play.beat().disclosed == ("lid", "leak")
    assert play.scene().facts == ("lid", "leak")


def test_what_a_look_up_brings_up_is_known_at_once() -> None:
    play = live()
    play.send(S2, "Let me look.", "look_up")
    assert play.scene().facts == ("order",)
    assert [view.action for view in play.document("case", T1).results] == ["look_up"]


# --- moments


def test_team_mates_mark_moments_once_for_each_turn_and_may_change_their_minds() -> None:
    play = live()
    turn = play.send(S2, "I am sorry.")
    play.do(c.MarkMoment(turn, "stung"), S3)
    play.refused("already_done", c.MarkMoment(turn, "stung"), S3)
    play.do(c.MarkMoment(turn, "calmed"), S3)
    play.do(c.MarkMoment(turn, "calmed"), S4)
    assert [(moment.seat, moment.kind) for moment in play.beat().moments] == [(S3, "calmed"), (S4, "calmed")]


def test_neither_the_customer_nor_the_line_nor_the_author_marks_moments() -> None:
    play = live()
    turn = play.send(S2)
    play.refused("not_watching", c.MarkMoment(turn, "calmed"), S1)
    play.refused("not_watching", c.MarkMoment(turn, "calmed"), S2)
    play.do(c.HandOver(), S2)
    play.refused("not_watching", c.MarkMoment(turn, "calmed"), S2)
    play.refused("not_watching", c.MarkMoment(turn, "calmed"), S3)
    play.refused("unknown_reply", c.MarkMoment(type(turn)("nothing"), "calmed"), S4)


def test_moments_are_hidden_until_the_reveal_and_then_told() -> None:
    play = live()
    turn = play.send(S2, "I am sorry.")
    play.do(c.MarkMoment(turn, "calmed"), S3)
    assert [moment.kind for moment in play.document("seat", S3).moments] == ["calmed"]
    assert play.document("seat", S4).moments == ()
    assert play.document("seat", S2).replies[-1].calmed == 0
    play.to("reveal")
    assert play.document("seat", S2).replies[-1].calmed == 1
    assert play.document("scene", T1).reveal.heard.calmed == 1
    play.to_stage("debrief")
    assert (play.document("board").debrief.calmed, play.document("board").debrief.stung) == (1, 0)


# --- the end


def test_the_customer_ends_it_once_somebody_has_answered() -> None:
    play = live()
    play.refused("not_customer", c.EndExchange(), S2)
    play.refused("too_early", c.EndExchange(), S1)
    play.send(S2)
    play.do(c.EndExchange(), S1)
    assert play.scene().phase == "vote"
    assert len(play.just(e.VoteOpened)) == 1
    play.refused("wrong_phase", c.SendReply("one more"), S2)


# --- what is shown


def test_everybody_in_the_team_sees_the_exchange_and_the_desk_who_is_on_the_line() -> None:
    play = live()
    view = play.document("scene", T1).exchange
    assert (view.line, view.turns, view.turns_left, view.holding) == ((S2,), 0, 8, False)
    assert view.patience.deadline == play.now + 25_000
    assert view.tap_in_from <= play.now + 10_000
    assert (play.document("seat", S2).on_line, play.document("seat", S2).can_reply) == (True, True)
    assert (play.document("seat", S3).on_line, play.document("seat", S3).can_reply) == (False, False)
    desk = play.document("desk")
    assert (desk.mode, desk.teams[0].on_line, desk.teams[0].waiting_for) == ("live", S2, (S2,))
    assert play.document("board").mode == "live"
    play.do(c.PauseAll())
    assert play.document("scene", T1).exchange.patience.left == 25_000
    play.do(c.ResumeAll())
    play.send(S2)
    assert play.document("scene", T1).exchange.patience is None
    assert play.document("desk").teams[0].waiting_for == (S1,)


def test_a_reported_turn_is_covered_in_the_conversation() -> None:
    play = live()
    turn = play.send(S2, "something nasty")
    play.do(c.ReportReply(turn), S3)
    assert [line.text for line in play.document("scene", T1).lines if line.kind == "turn"] == [""]
