from dataclasses import replace

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.documents import SecondLookView
from game.core.ids import Token
from game.core.settings import NOTE_LENGTH, ScoreWeights
from tests.core.given import S1, S2, S3, Play, playing
from tests.core.scenarios import assessment


def revealed(people: int = 3, **options: object) -> Play:
    """One team in its first reveal, with a reply of every agent."""
    play = playing(people, "reply", **options)  # type: ignore[arg-type]
    for seat in play.beat().eligible:
        play.send(seat)
    play.to("reveal")
    return play


# --- overruling


def test_points_follow_an_overruled_mark_and_heat_does_not() -> None:
    play = revealed(assess=lambda _: assessment(1))
    token, heat = play.reply_of(S2).token, play.scene().heat
    before = play.reply(token).points
    play.do(c.OverruleMark(token, "listening", 3, "They did repeat it."))
    after = play.reply(token).points
    assert before is not None
    assert after is not None
    assert after.total > before.total
    assert play.scene().heat == heat
    (told,) = play.just(e.MarkOverruled)
    assert (told.before, told.after, told.words.text) == (1, 3, "They did repeat it.")
    mine = next(mark for mark in play.document("seat", S2).replies[0].marks if mark.criterion == "listening")
    assert (mine.level, mine.overruled) == (3, True)


def test_the_heard_reply_stays_heard_when_a_mark_is_overruled() -> None:
    play = revealed(assess=lambda _: assessment(2))
    heard = play.beat().heard
    other = next(reply.token for reply in play.beat().replies if reply.token != heard)
    play.do(c.OverruleMark(other, "listening", 3, "why not"))
    play.do(c.EndRound())
    assert play.scene().beats[0].heard == heard


def test_a_finished_rounds_result_is_revised() -> None:
    play = revealed(assess=lambda _: assessment(1))
    play.do(c.EndRound())
    before = {player.seat: player.points for player in play.state.past[-1].players}
    play.do(c.OverruleMark(play.reply_of(S2).token, "listening", 3, "They did."))
    after = {player.seat: player.points for player in play.state.past[-1].players}
    assert after[S2] > before[S2]
    assert after[S3] == before[S3]
    assert len(play.state.past) == 1


def test_only_the_rubrics_part_moves_whatever_voters_and_weights_have_become_since() -> None:
    play = playing(5, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    for voter, pairs in play.beat().plans.items():
        for pair in pairs:
            play.do(c.CastBallot(pair.left, pair.right, min(pair.left, pair.right)), voter)
    play.to("reveal")
    play.do(c.EndRound())
    play.do(c.ChangeSettings(replace(play.state.settings, weights=ScoreWeights(1, 1, 1))))
    token = play.reply_of(S2).token
    before = play.reply(token).points
    play.do(c.OverruleMark(token, "listening", 3, "They did."))
    after = play.reply(token).points
    assert before is not None
    assert after is not None
    assert before.peers is not None
    assert after.weights == before.weights == pytest.approx((62.5, 37.5, 0))
    assert replace(after, rubric=before.rubric, total=before.total) == before


def test_a_mark_can_be_overruled_to_not_applicable() -> None:
    play = revealed(assess=lambda _: assessment(0, listening=3))
    token = play.reply_of(S2).token
    play.do(c.OverruleMark(token, "listening", None, "Nothing was said yet."))
    points = play.reply(token).points
    assert points is not None
    assert points.rubric == 0


def test_overruling_needs_a_reveal_a_reason_and_a_difference() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.refused("wrong_phase", c.OverruleMark(token, "listening", 3, "why"))
    play.to("reveal")
    play.refused("unknown_reply", c.OverruleMark(Token("x"), "listening", 3, "why"))
    play.refused("empty", c.OverruleMark(token, "listening", 3, " "))
    play.refused("too_long", c.OverruleMark(token, "listening", 3, "x" * (NOTE_LENGTH + 1)))
    play.refused("already_done", c.OverruleMark(token, "listening", 2, "why"))


# --- asking for a second look


def asked(reason: str = "I did name it.") -> tuple[Play, Token]:
    """s2 has asked for a second look at their empathy, which the rubric put at level 1."""
    play = revealed(assess=lambda _: assessment(1))
    token = play.reply_of(S2).token
    play.do(c.AppealMark(token, "empathy", reason), S2)
    return play, token


def looks(play: Play, token: Token) -> tuple[tuple[SecondLookView, ...], tuple[SecondLookView, ...]]:
    """The second looks at this reply, as its author and as the desk read them."""
    mine = next(reply for reply in play.document("seat", S2).replies if reply.token == token)
    desk = next(reply for reply in play.document("desk").replies if reply.token == token)
    return mine.looks, desk.looks


def test_an_author_asks_and_the_desk_reads_why() -> None:
    play, token = asked("  I did name it. ")
    (told,) = play.just(e.MarkAppealed)
    assert (told.criterion, told.words.text, told.words.seat) == ("empathy", "I did name it.", S2)
    mine, desk = looks(play, token)
    assert mine == desk == (SecondLookView("empathy", "open", "I did name it.", 1, 1, ""),)
    assert play.document("seat", S2).can_appeal is False
    assert play.document("seat", S3).can_appeal is True


def test_a_mark_that_is_kept_comes_back_with_a_sentence_and_moves_no_points() -> None:
    play, token = asked()
    before = play.reply(token).points
    play.do(c.KeepMark(token, "You say sorry there; the feeling has no name yet."))
    assert play.reply(token).points == before
    mine, _ = looks(play, token)
    assert mine == (
        SecondLookView("empathy", "kept", "I did name it.", 1, 1, "You say sorry there; the feeling has no name yet."),
    )
    play.refused("already_done", c.KeepMark(token, "Once more."))


def test_a_mark_that_is_changed_answers_the_appeal_and_points_follow() -> None:
    play, token = asked()
    before = play.reply(token).points
    play.do(c.OverruleMark(token, "empathy", 3, "You did, and it was theirs."))
    after = play.reply(token).points
    assert before is not None
    assert after is not None
    assert after.total > before.total
    assert looks(play, token)[0] == (
        SecondLookView("empathy", "changed", "I did name it.", 1, 3, "You did, and it was theirs."),
    )
    play.refused("already_done", c.KeepMark(token, "No."))


def test_another_mark_of_that_reply_can_be_changed_while_the_question_stays_open() -> None:
    play, token = asked()
    play.do(c.OverruleMark(token, "listening", 3, "They waited."))
    mine, _ = looks(play, token)
    assert [(look.criterion, look.state) for look in mine] == [("empathy", "open"), ("listening", "changed")]
    play.do(c.KeepMark(token, "Not yet."))


def test_a_mark_kept_at_first_can_still_be_changed_and_changed_again() -> None:
    play, token = asked()
    play.do(c.KeepMark(token, "Not yet."))
    play.do(c.OverruleMark(token, "empathy", 3, "I read it once more."))
    play.do(c.OverruleMark(token, "empathy", 2, "Two is right."))
    assert looks(play, token)[0] == (SecondLookView("empathy", "changed", "I did name it.", 1, 2, "Two is right."),)


def test_a_player_reads_an_overrule_that_they_did_not_ask_for() -> None:
    play = revealed(assess=lambda _: assessment(1))
    token = play.reply_of(S2).token
    play.do(c.OverruleMark(token, "empathy", 2, "“Furious” names it."))
    assert looks(play, token)[0] == (SecondLookView("empathy", "changed", "", 1, 2, "“Furious” names it."),)
    play.refused("already_done", c.AppealMark(token, "empathy", "Three, please."), S2)
    play.do(c.AppealMark(token, "listening", "I asked for more."), S2)


def test_there_is_one_appeal_in_a_round() -> None:
    play, token = asked()
    play.refused("already_done", c.AppealMark(token, "listening", "And this."), S2)
    play.to("reply")
    play.send(S2)
    play.to("reveal")
    play.refused("already_done", c.AppealMark(play.reply_of(S2).token, "empathy", "And here."), S2)
    play.to_stage("done")
    play.start()
    play.cast(S1)
    play.to("reply")
    play.send(S2)
    play.to("reveal")
    play.do(c.AppealMark(play.reply_of(S2).token, "empathy", "A new round."), S2)


def test_an_appeal_needs_ones_own_revealed_and_marked_reply_and_a_reason() -> None:
    play = playing(3, "reply", assess=lambda _: assessment(1, limits=None))
    token = play.send(S2)
    play.refused("wrong_phase", c.AppealMark(token, "empathy", "why"), S2)
    play.to("reveal")
    play.refused("not_yours", c.AppealMark(token, "empathy", "why"), S3)
    play.refused("unknown_reply", c.AppealMark(Token("x"), "empathy", "why"), S2)
    play.refused("no_mark", c.AppealMark(token, "limits", "why"), S2)
    play.refused("empty", c.AppealMark(token, "empathy", "  "), S2)
    play.refused("too_long", c.AppealMark(token, "empathy", "x" * (NOTE_LENGTH + 1)), S2)
    play.refused("no_appeal", c.KeepMark(token, "why"))
    play.do(c.AppealMark(token, "empathy", "x" * NOTE_LENGTH), S2)
    play.refused("unknown_reply", c.KeepMark(Token("x"), "why"))
    play.refused("empty", c.KeepMark(token, " "))
    play.refused("too_long", c.KeepMark(token, "x" * (NOTE_LENGTH + 1)))


def test_a_reply_without_marks_has_nothing_to_look_at_again() -> None:
    play = revealed(assess=None)
    play.refused("no_mark", c.AppealMark(play.reply_of(S2).token, "empathy", "why"), S2)


def test_asking_is_possible_until_the_debrief_ends_and_an_answer_after_it() -> None:
    play = revealed(assess=lambda _: assessment(1))
    token, other = play.reply_of(S2).token, play.reply_of(S3).token
    play.to_stage("debrief")
    play.do(c.AppealMark(token, "empathy", "I named it."), S2)
    play.to_stage("breather")
    play.refused("wrong_phase", c.AppealMark(other, "empathy", "So did I."), S3)
    assert play.document("seat", S3).can_appeal is False
    play.do(c.OverruleMark(token, "empathy", 3, "You did."))
    assert play.state.past[-1] == play.round.result


def test_an_appeal_leaves_with_its_author() -> None:
    play, token = asked()
    play.do(c.EraseMe(), S2)
    desk = next(reply for reply in play.document("desk").replies if reply.token == token)
    assert desk.looks == ()


# --- points that may still move


def test_points_are_provisional_only_while_somebody_outside_the_team_could_judge() -> None:
    alone = revealed(3)
    assert not alone.document("seat", S2).replies[0].provisional
    assert not alone.document("scene", "t1").reveal.heard.provisional
    two = playing(6, "reply", settings=replace(alone.state.settings, team_size=3))
    for seat in two.beat().eligible:
        two.send(seat)
    two.to("reveal")
    own = two.beat().eligible[0]
    assert two.document("seat", own).replies[0].provisional
    two.do(c.EndRound())
    assert not two.document("seat", own).replies[0].provisional
