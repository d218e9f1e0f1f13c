import pytest

from game.core import commands as c
from game.core.documents import DeskReply
from game.core.ids import Token
from tests.core.given import S1, S2, S3, T1, Play, playing
from tests.core.scenarios import assessment


def desk_reply(play: Play, token: Token) -> DeskReply:
    found: DeskReply = next(reply for reply in play.document("desk").replies if reply.token == token)
    return found


def revealed(people: int = 3, **options: object) -> Play:
    """One team in its first reveal, with a reply of every agent."""
    play = playing(people, "reply", **options)  # type: ignore[arg-type]
    for seat in play.beat().eligible:
        play.send(seat)
    play.to("reveal")
    return play


# --- the stage


def test_a_released_reply_is_shown_to_the_room_unsigned_until_its_author_signs() -> None:
    play = revealed()
    token = play.reply_of(S2).token
    play.do(c.ReleaseReply(token))
    stage = play.document("stage")
    assert (stage.quote, stage.quote_by) == ("reply of s2", "")
    play.do(c.SignReply(token), S2)
    assert play.document("stage").quote_by == "Ben"
    play.do(c.ClearStage())
    assert play.document("stage").quote == ""


def test_nothing_is_released_before_its_reveal_or_while_it_is_covered() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.refused("wrong_phase", c.ReleaseReply(token))
    play.refused("unknown_reply", c.ReleaseReply(Token("x")))
    play.to("reveal")
    play.do(c.ReportReply(token), S3)
    play.refused("reported", c.ReleaseReply(token))
    play.do(c.UncoverReply(token))
    play.do(c.ReleaseReply(token))


def test_a_text_that_stays_covered_is_decided_for_every_desk_and_can_still_be_uncovered() -> None:
    play = revealed()
    token = play.reply_of(S2).token
    play.refused("already_done", c.KeepCovered(token))
    play.do(c.ReportReply(token), S3)
    assert not desk_reply(play, token).kept_covered
    play.do(c.KeepCovered(token))
    assert desk_reply(play, token).kept_covered
    play.refused("already_done", c.KeepCovered(token))
    play.refused("reported", c.ReleaseReply(token))
    play.refused("unknown_reply", c.KeepCovered(Token("x")))
    play.do(c.UncoverReply(token))
    assert not desk_reply(play, token).kept_covered
    play.do(c.ReportReply(token), S3)
    assert not desk_reply(play, token).kept_covered, "a new report is a new question"


def test_a_report_takes_a_text_off_the_stage_at_once() -> None:
    play = revealed()
    token = play.reply_of(S2).token
    play.do(c.ReleaseReply(token))
    play.do(c.ReportReply(token), S3)
    assert play.document("stage").quote == ""


def test_an_erased_text_leaves_the_stage_too() -> None:
    play = revealed()
    play.do(c.ReleaseReply(play.reply_of(S2).token))
    play.do(c.EraseMe(), S2)
    assert play.document("stage").quote == ""


# --- the rubric's marks


def test_the_first_marks_win() -> None:
    play = playing(3, "reply", assess=None)
    token = play.send(S2)
    play.do(c.RecordMarks(token, assessment(3)))
    play.refused("already_done", c.RecordMarks(token, assessment(0)))
    play.refused("unknown_reply", c.RecordMarks(Token("x"), assessment(0)))
    found = play.reply(token).assessment
    assert found is not None
    assert found.level("empathy") == 3


def test_marks_that_come_after_the_reveal_count_when_the_round_is_settled() -> None:
    play = revealed(assess=None)
    token = play.reply_of(S2).token
    assert play.reply(token).points is not None
    play.do(c.RecordMarks(token, assessment(3)))
    play.do(c.EndRound())
    points = play.reply(token).points
    assert points is not None
    assert (points.rubric, points.total) == (100, 100)


def test_marks_that_come_after_the_round_is_settled_still_count() -> None:
    play = revealed(assess=None)
    play.do(c.EndRound())
    token = play.reply_of(S2).token
    play.do(c.RecordMarks(token, assessment(3)))
    points = play.reply(token).points
    assert points is not None
    assert points.total == 100
    assert {player.seat: player.points for player in play.state.past[-1].players}[S2] == 100
    assert play.round.result == play.state.past[-1]


@pytest.mark.parametrize("seat", [S1, S3])
def test_marks_are_on_ones_own_phone_only(seat: str) -> None:
    play = revealed()
    lost = next(reply for reply in play.document("seat", S2).replies)
    assert lost.marks
    others = play.document("seat", seat).replies
    assert all(reply.token != lost.token for reply in others)
    scene = play.document("scene", T1)
    assert all(not hasattr(other, "marks") for other in scene.reveal.others)
