from game.core import commands as c
from game.core.clock import Clock
from game.core.ids import Instant, Millis
from game.core.views import pieces
from tests.core.given import S2, S3, T1, T2, playing, teams
from tests.core.pieces import beat, marked, reply
from tests.core.scenarios import VENT, scenario


def test_a_clock_is_sent_without_the_reason_why_it_stands_still() -> None:
    for reason in ("pause", "stop", "gather"):
        view = pieces.clock_view(Clock(Millis(5), None, Millis(3), frozenset({reason})))
        assert (view.total, view.deadline, view.left, view.held) == (5, None, 3, True)
    assert pieces.clock_view(Clock(Millis(5), Instant(9))).deadline == 9


def test_a_covered_reply_is_not_even_sent() -> None:
    covered = pieces.blind(scenario(), reply("a", reported=True, actions=("offer",), offer="refund"))
    assert (covered.text, covered.actions, covered.offer, covered.covered) == ("", (), None, True)


def test_an_erased_reply_says_so() -> None:
    play = playing(3, "reply")
    play.send(S2)
    play.do(c.EraseMe(), S2)
    assert pieces.text_of(play.reply_of(S2)) == pieces.ERASED
    assert pieces.name_of(play.state, S2) == pieces.ERASED
    assert pieces.name_of(play.state, None) == ""


def test_marks_in_focus_come_first_heaviest_first() -> None:
    views = pieces.mark_views(marked("a"), VENT)
    assert [(view.criterion, view.weight) for view in views[:4]] == [
        ("listening", 50),
        ("empathy", 30),
        ("apology", 20),
        ("composure", 0),
    ]
    assert len(views) == 12
    assert pieces.mark_views(reply("a"), VENT) == ()


def test_best_words_are_up_to_two_that_earned_something_in_focus() -> None:
    assert pieces.best_words(marked("a", 3), VENT) == ((0, 1),)
    assert pieces.best_words(marked("a", 0), VENT) == ()
    assert pieces.best_words(reply("a"), VENT) == ()


def test_nobody_is_heard_before_the_reveal() -> None:
    one = reply("a")
    assert pieces.heard_reply(beat(one, heard=one.token)) == one
    assert pieces.heard_reply(beat(one, heard=one.token, revealed=False)) is None
    assert pieces.heard_reply(beat()) is None


def test_the_conversation_names_whose_reply_was_heard() -> None:
    play = playing(3, "reply")
    play.send(S3, "I hear you.")
    play.to("floor")
    lines = pieces.line_views(play.state, play.scene())
    assert [(line.kind, line.text, line.name, line.beat) for line in lines] == [
        ("opening", "opening line", "", 1),
        ("heard", "I hear you.", "Cleo", 1),
    ]


def test_the_rounds_clock_is_shown_once_the_barrier_is_set_and_in_every_stage_after() -> None:
    play = teams(3)
    assert pieces.round_clock(play.round) is None
    play.to("outcome", T1)
    assert pieces.round_clock(play.round) is not None
    play.do(c.EndRound())
    assert pieces.round_clock(play.round) is not None
    play.to_stage("done")
    assert pieces.round_clock(play.round) is None
    assert set(play.round.scenes) == {T1, T2}
