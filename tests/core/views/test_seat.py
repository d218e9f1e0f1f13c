from game.core import commands as c
from game.core.ids import SeatId
from tests.core.given import S1, S2, S3, S4, S5, T1, T2, playing, teams, workshop
from tests.core.scenarios import by_level


def test_everybody_knows_their_part() -> None:
    play = playing(4, "floor")
    play.do(c.SwapRole(), S4)
    (late,) = play.join("Late")
    roles = [play.document("seat", seat).role for seat in (S1, S2, S4, late)]
    assert roles == ["customer", "agent", "watcher", "gallery"]
    play.to_stage("debrief")
    assert play.document("seat", S1).role == "none"


def test_only_the_customer_with_a_closed_card_can_pass_it() -> None:
    play = playing(3, "briefing")
    assert [play.document("seat", seat).can_pass for seat in (S1, S2)] == [True, False]
    play.do(c.OpenCard(), S1)
    assert not play.document("seat", S1).can_pass


def test_an_agent_can_reply_once_while_drafting_is_open() -> None:
    play = playing(3, "ready")
    seen = [play.document("seat", S2).can_reply]
    for phase in ("floor", "reply"):
        play.do(c.SkipPhase(T1))
        assert play.scene().phase == phase
        seen.append(play.document("seat", S2).can_reply)
    play.send(S2)
    seen.append(play.document("seat", S2).can_reply)
    assert seen == [False, True, True, False]
    assert not play.document("seat", S1).can_reply


def test_a_held_reply_clock_shows_what_is_left_of_ones_own() -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(150), S2)
    play.do(c.YieldFloor(), S1)
    play.wait(20)
    play.do(c.PauseAll())
    assert [play.document("seat", seat).reply_clock.left for seat in (S2, S3)] == [160_000, 100_000]
    assert [play.document("seat", seat).reply_clock.total for seat in (S2, S3)] == [180_000, 120_000]


def test_marks_and_points_come_with_the_reveal() -> None:
    play = playing(3, "reply", assess=by_level)
    token = play.send(S2, "3 good")
    play.mark(token, 75)
    (own,) = play.document("seat", S2).replies
    assert (own.points, own.customer_mark, own.marks, own.heard) == (None, None, (), False)
    play.to("reveal")
    (own,) = play.document("seat", S2).replies
    assert (own.customer_mark, own.heard) == (75, True)
    assert own.points.total > 0
    assert [mark.criterion for mark in own.marks][:4] == ["inquiry", "listening", "empathy", "apology"]


def test_a_voter_has_their_own_pairs_in_their_order() -> None:
    play = playing(5, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    duels = play.document("seat", S2).duels
    assert [(duel.left, duel.right) for duel in duels] == [(pair.left, pair.right) for pair in play.beat().plans[S2]]
    play.do(c.CastBallot(duels[0].left, duels[0].right, None), S2)
    assert [duel.done for duel in play.document("seat", S2).duels] == [True, False, False]
    assert play.document("seat", S1).duels == ()


def test_the_gallery_reads_the_duel_with_what_that_customer_said() -> None:
    play = teams(3)
    play.send(S2, "one")
    play.send(S3, "two")
    play.send(S5)
    assert play.document("seat", S5).can_judge
    play.do(c.AskDuel(), S5)
    duel = play.document("seat", S5).gallery
    assert {duel.left.text, duel.right.text} == {"one", "two"}
    assert duel.lines == ("opening line",)
    assert duel.team_name == play.state.teams[T1].name
    assert not hasattr(duel.left, "seat")


def test_a_judge_with_a_beat_to_come_does_not_read_facts_that_another_team_has_found() -> None:
    play = teams(3, form="long")
    play.do(c.TickFacts(play.send(S2, "the lid?"), ("lid",)), S1)
    for team in (T1, T2):
        play.to("reveal", team)
        play.to("reply", team)
    assert "lid comes out" in [line.text for line in play.beat(T1).lines]
    for seat in (S2, S3, S5):
        play.send(seat)
    play.do(c.AskDuel(), S5)
    assert play.document("seat", S5).gallery.lines == ()
    play.to("outcome", T2)
    assert play.document("seat", S5).gallery.lines == ("lid comes out",)


def test_ones_results_add_up_on_ones_own_phone() -> None:
    play = playing(3, "reply", assess=by_level)
    play.send(S2, "3 good")
    play.to("reveal")
    play.do(c.EndRound())
    (result,) = play.document("seat", S2).results
    assert (result.round, result.scenario, result.role, result.points) == (1, "The kettle", "agent", 100)
    assert S2 in {row.seat for row in play.document("seat", S2).neighbours}


def test_switches_are_shown_to_oneself() -> None:
    play = workshop(2)
    play.do(c.SetSwitches(not_today=True, no_abuse=True), S1)
    switches = play.document("seat", S1).switches
    assert (switches.not_today, switches.no_abuse, switches.time_factor) == (True, True, 100)


def test_a_seat_without_a_round_has_nothing_to_do() -> None:
    document = workshop(1).document("seat", S1)
    assert (document.role, document.asked, document.can_reply, document.replies, document.duels) == (
        "none",
        False,
        False,
        (),
        (),
    )
    assert document.seat == SeatId("s1")
