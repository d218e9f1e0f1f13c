from dataclasses import replace

import pytest

from game.core import commands as c
from game.core.ids import Criterion, Token
from game.core.marks import Assessment
from game.core.views.desk import reply_marks
from tests.core.given import S1, S2, S3, T1, T2, playing, teams, workshop
from tests.core.scenarios import assessment


def test_the_desk_sees_who_is_missing_where() -> None:
    play = teams(3)
    play.send(S2)
    desk = play.document("desk")
    assert {seat.id for seat in desk.seats if seat.missing} == {S3, "s5", "s6"}
    assert [team.waiting_for for team in desk.teams] == [(S3,), ("s5", "s6")]


def test_the_desk_sees_a_reply_and_its_author_from_the_reveal_on() -> None:
    play = playing(3, "reply")
    play.send(S2)
    assert play.document("desk").replies == ()
    play.to("reveal")
    (reply,) = play.document("desk").replies
    assert (reply.name, reply.text, reply.heard, reply.on_stage) == ("Ben", "reply of s2", True, False)
    assert reply.marked == 12
    assert reply.asked is None
    marks = reply_marks(play.state, reply.token)
    assert marks is not None
    assert len(marks) == 12


def test_marks_are_told_on_demand_and_not_before_the_reveal() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    assert reply_marks(play.state, token) is None
    assert reply_marks(play.state, Token("x")) is None
    play.to("reveal")
    assert reply_marks(play.state, token) == play.document("seat", S2).replies[0].marks


def test_the_mark_that_an_author_asks_about_comes_by_itself_until_it_is_answered() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.to("reveal")
    play.do(c.AppealMark(token, "apology", "I did say sorry."), S2)
    (reply,) = play.document("desk").replies
    assert reply.asked.criterion == "apology"
    play.do(c.KeepMark(token, "Sorry for what?"))
    assert play.document("desk").replies[0].asked is None


def doubtful(*criteria: Criterion) -> Assessment:
    """An assessment whose marks by these criteria are worth a second look."""
    given = assessment()
    return replace(given, marks=tuple(replace(mark, review=mark.criterion in criteria) for mark in given.marks))


def test_an_overruled_mark_is_doubtful_no_more() -> None:
    play = playing(3, "reply", assess=lambda _: doubtful("apology", "empathy"))
    token = play.send(S2)
    play.to("reveal")
    assert play.document("desk").replies[0].doubtful == 2
    play.do(c.OverruleMark(token, "apology", 3, "It is definite."))
    assert play.document("desk").replies[0].doubtful == 1


def test_the_desk_names_the_scenario_that_is_played_and_none_between_rounds() -> None:
    play = workshop(3)
    assert play.document("desk").scenario == ""
    play.start()
    assert play.document("desk").scenario == "kettle"
    play.to_stage("done")
    assert play.document("desk").scenario == ""


def test_a_reported_reply_is_seen_at_once_without_its_author() -> None:
    play = playing(3, "reply")
    play.do(c.ReportReply(play.send(S2)), S1)
    (reply,) = play.document("desk").replies
    assert (reply.text, reply.seat, reply.name, reply.total, reply.marked) == ("reply of s2", "", "", None, 0)


def test_the_desk_learns_of_a_stop_and_counts_them() -> None:
    play = teams(3)
    play.do(c.PressStop(), S2)
    play.do(c.GoOn(), S1)
    one, two = play.document("desk").teams
    assert (one.stopped, one.stops, one.going_on) == (True, 1, 1)
    assert (two.stopped, two.stops, two.going_on) == (False, 0, 0)
    play.do(c.ResumeTeam(T1))
    assert (play.document("desk").teams[0].stopped, play.document("desk").teams[0].stops) == (False, 1)


def test_the_desk_offers_to_drop_a_beat_while_one_can_be_dropped() -> None:
    play = playing(3, "ready", form="long")
    assert play.document("desk").can_drop_beat
    play.to("reveal")
    play.to("ready")
    assert not play.document("desk").can_drop_beat
    assert not playing(3, "ready").document("desk").can_drop_beat


def test_the_desk_sees_settings_playlist_and_bans() -> None:
    play = workshop(3)
    play.do(c.RemoveSeat(S3, ban=True))
    desk = play.document("desk")
    assert (desk.playlist, desk.played, desk.banned, desk.phase) == (("kettle",), (), 1, "lobby")
    play.start()
    play.to_stage("done")
    assert play.document("desk").played == ("kettle",)


@pytest.mark.parametrize("paused", [True, False])
def test_the_desk_knows_a_pause_from_a_gathering(paused: bool) -> None:
    play = teams(3)
    play.do(c.PauseAll() if paused else c.Gather())
    desk = play.document("desk")
    assert (desk.paused, desk.gathering) == (paused, not paused)


def test_teams_that_do_not_play_have_no_phase() -> None:
    play = workshop(6)
    assert [team.phase for team in play.document("desk").teams] == [None, None]
    assert [seat.role for seat in play.document("desk").seats][:2] == ["none", "none"]
    assert {seat.team for seat in play.document("desk").seats} == {T1, T2}
