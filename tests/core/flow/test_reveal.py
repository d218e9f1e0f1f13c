import pytest

from game.core import commands as c
from game.core import events as e
from game.core.flow import reveal
from game.core.ids import Token
from game.core.state import CustomerMark
from tests.core.given import S1, S2, S3, S4, T1, Play, playing
from tests.core.scenarios import assessment, by_level, scenario


def replying(people: int = 3, **options: object) -> Play:
    return playing(people, "reply", assess=by_level, **options)  # type: ignore[arg-type]


def test_the_best_reply_is_heard_and_signed_and_the_others_stay_unsigned() -> None:
    play = replying(4)
    play.send(S2, "1 fair")
    best = play.send(S3, "3 good")
    play.send(S4, "0 poor")
    play.to("reveal")
    shown = play.document("scene", T1).reveal
    assert (shown.heard.token, shown.heard.name, shown.heard.text) == (best, "Cleo", "3 good")
    assert {other.text for other in shown.others} == {"1 fair", "0 poor"}
    assert all(not hasattr(other, "seat") and not hasattr(other, "name") for other in shown.others)


@pytest.mark.parametrize(("text", "heat"), [("3 x", 35), ("0 x", 85)])
def test_heat_follows_the_heard_reply(text: str, heat: int) -> None:
    play = replying()
    play.send(S2, text)
    play.to("reveal")
    assert play.scene().heat == heat
    assert play.beat().heat_after == heat


def test_interruptions_are_counted_for_the_whole_beat() -> None:
    play = playing(4, "floor")
    for seat in (S2, S3, S4):
        play.do(c.SendReply("Stop!", anyway=True), seat)
    play.to("reveal")
    assert [(step.reason, step.change) for step in play.beat().steps][1] == ("interruption", 8)


def test_a_look_up_without_a_word_costs_a_wait_and_one_with_notice_does_not() -> None:
    for level, reasons in ((0, ["heard", "silent_wait"]), (1, ["heard"]), (None, ["heard"])):
        play = playing(3, "reply", assess=lambda _, level=level: assessment(2, informing=level))
        play.send(S2, "Let me see.", "look_up")
        play.to("reveal")
        assert [step.reason for step in play.beat().steps] == reasons


# --- facts


def test_facts_that_the_heard_reply_asked_for_come_out_and_no_others() -> None:
    play = replying()
    heard, other = play.send(S2, "3 Did the lid close?"), play.send(S3, "0 When did you order?")
    play.do(c.TickFacts(heard, ("lid",)), S1)
    play.do(c.TickFacts(other, ("leak",)), S1)
    play.to("reveal")
    assert play.scene().facts == ("lid",)
    assert play.document("scene", T1).reveal.disclosed == ("hidden fact lid",)


def test_a_look_up_brings_up_what_the_files_hold() -> None:
    play = replying()
    play.send(S2, "3 I look it up.", "look_up")
    play.to("reveal")
    assert play.scene().facts == ("order",)
    assert [result.result for result in play.document("case", T1).results] == ["look-up result"]


def test_a_fact_comes_out_once() -> None:
    play = replying()
    play.do(c.TickFacts(play.send(S2, "3 lid?"), ("lid",)), S1)
    play.to("reveal")
    play.to("reply")
    play.do(c.TickFacts(play.send(S2, "3 lid again?"), ("lid",)), S1)
    play.to("reveal")
    assert play.scene().facts == ("lid",)
    assert play.beat().disclosed == ()


def test_silence_discloses_nothing() -> None:
    play = playing(3, "reveal")
    assert reveal.disclosed((), play.scene(), scenario()) == ()


# --- offers and promises


def test_only_the_heard_offer_is_made() -> None:
    play = replying()
    play.send(S2, "3 refund", "offer", offer="refund")
    play.send(S3, "0 yacht", "offer", offer="yacht")
    play.to("reveal")
    assert play.scene().offers == ("refund",)


def test_a_promise_is_made_in_one_beat_and_broken_or_kept_in_the_next() -> None:
    for text, state, heat_step in (("0 nothing", "broken", True), ("3 I do it now", "kept", False)):
        play = replying()
        play.send(S2, "3 I call you back.", "call_back")
        play.to("reveal")
        (promise,) = play.scene().promises
        assert (promise.action, promise.made, promise.due, promise.state) == ("call_back", 1, 2, "open")
        play.to("reply")
        play.send(S2, text)
        play.to("reveal")
        assert play.scene().promises[0].state == state
        assert ("broken_promise" in [step.reason for step in play.beat().steps]) is heat_step


# --- peers and customer


def test_the_peers_number_is_provisional_at_the_reveal_and_settled_at_the_barrier() -> None:
    play = playing(5, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    best = min(reply.token for reply in play.beat().replies)
    for voter, pairs in play.beat().plans.items():
        for pair in pairs:
            play.do(c.CastBallot(pair.left, pair.right, best if best in (pair.left, pair.right) else None), voter)
    play.to("reveal")
    before = play.reply(best).points
    assert before is not None
    assert before.peers is not None
    assert before.peers > 70
    assert (before.comparisons, before.settled) == (6, False)
    play.do(c.EndRound())
    after = play.reply(best).points
    assert after is not None
    assert (after.peers, after.settled) == (before.peers, True)
    assert play.events(e.PeersSettled)


@pytest.mark.parametrize("harsh", [True, False])
def test_a_customer_who_always_marks_low_moves_nothing_but_the_order(harsh: bool) -> None:
    marks: tuple[CustomerMark, CustomerMark] = (0, 25) if harsh else (75, 100)
    play = replying()
    one, two = play.send(S2, "2 x"), play.send(S3, "2 y")
    play.mark(one, marks[0])
    play.mark(two, marks[1])
    play.to("reveal")
    assert play.beat().heard == two
    points = play.reply(two).points
    assert points is not None
    assert points.customer == 62.5


def test_a_late_ballot_of_the_gallery_moves_the_settled_points_but_not_what_was_heard() -> None:
    play = playing(4, "reply", assess=by_level)
    tokens: list[Token] = [play.send(seat, "2 x") for seat in (S2, S3, S4)]
    play.to("reveal")
    heard, heat = play.beat().heard, play.scene().heat
    assert heard == min(tokens)
    play.do(c.OverruleMark(max(tokens), "listening", 3, "why not"))
    play.do(c.EndRound())
    assert play.scene().beats[0].heard == heard
    assert play.scene().heat == heat


def test_nothing_is_said_twice_in_a_scene_however_often_an_agent_does_the_same() -> None:
    play = playing(3, "reply", form="long")
    for _ in range(2):
        play.do(c.SendReply("Let me look.", ("look_up", "offer"), "refund"), S2)
        play.to("reveal")
        play.to("reply")
    said = [line.text for beat in play.scene().beats for line in beat.lines]
    assert len(said) == len(set(said))
    assert "look-up reaction" in said
    assert "refund reaction" in said


def test_a_customer_who_says_nothing_says_each_fitting_line_once_when_their_clock_ends() -> None:
    play = playing(3, "floor", form="short")
    play.do(c.SayLine("explore-1"), S1)
    for _ in range(2):
        play.to("reveal")
        play.to("reply")
        said = [line.text for beat in play.scene().beats for line in beat.lines]
        assert len(said) == len(set(said))
        if play.beat().closing:
            break


def test_the_omission_and_the_first_fair_offer_calm_them_once() -> None:
    play = playing(3, "reply", form="long")
    for _ in range(2):
        token = play.send(S2, "", "offer", offer="refund")
        play.do(c.TickFacts(token, ("lid",)), S1)
        play.to("reveal")
        if play.beat().number == 1:
            assert [step.reason for step in play.beat().steps] == ["heard", "omission_found", "fair_offer"]
        else:
            assert [step.reason for step in play.beat().steps] == ["heard"]
        play.to("reply")


def test_an_offer_that_is_not_fair_calms_nobody() -> None:
    play = playing(3, "reply")
    play.send(S2, "", "offer", offer="voucher")
    play.to("reveal")
    assert [step.reason for step in play.beat().steps] == ["heard"]
