"""A live exchange: who is on the line, how long the customer waits, what follows at the vote and the reveal."""

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import SeatId
from game.core.rules.results import heat_curve
from game.core.settings import MOST_TURNS
from tests.core.given import S1, S2, S3, S4, S5, T1, Play, playing, teams
from tests.core.scenarios import assessment, by_level, scenario


def live(people: int = 4, **options: object) -> Play:
    """One team whose customer s1 has yielded; s2 is on the line."""
    return playing(people, "live", mode="live", **options)  # type: ignore[arg-type]


# --- the line


def test_one_agent_is_on_the_line_from_the_floor_on_and_the_first_seat_begins() -> None:
    play = playing(4, "floor", mode="live")
    assert play.beat().line == (S2,)
    play.to("live")
    assert play.beat().on_line == S2


def test_the_line_goes_round_from_beat_to_beat_and_from_round_to_round() -> None:
    play = playing(4, "live", form="long", mode="live")
    for seat in (S3, S4):
        play.to("live")
        assert play.beat().on_line == seat
    play.to_stage("done")
    play.start(mode="live")
    play.cast(S4)
    play.do(c.OpenCard(), S4)
    play.to("live")
    assert play.beat().on_line == S1, "s1 was the customer and never on the line"


def test_bots_come_last_on_the_line() -> None:
    play = playing(2, "live", mode="live")
    bot = next(seat for seat in play.beat().eligible if play.seat(seat).bot)
    assert play.beat().on_line == S2
    play.do(c.HandOver(), S2)
    assert play.beat().on_line == bot
    play.do(c.HandOver(), bot)
    assert play.beat().line == (S2, bot, S2)


def test_an_agent_on_the_line_who_is_away_for_twenty_seconds_is_replaced() -> None:
    play = live()
    play.do(c.SetPresence(S2, here=False))
    play.wait(19)
    assert play.beat().on_line == S2
    play.wait(1)
    (taken,) = play.events(e.LineTaken)[-1:]
    assert (taken.seat, taken.how) == (S3, "away")
    assert play.beat().line == (S2, S3)


def test_an_agent_on_the_line_who_stands_down_is_replaced_at_once() -> None:
    play = live()
    play.do(c.SwapRole(), S2)
    assert play.beat().on_line == S3


def test_whoever_has_been_on_the_line_is_not_made_the_customer_in_the_middle_of_a_beat() -> None:
    play = live(3)
    play.do(c.HandOver(), S2)
    play.do(c.Recast(T1))
    assert play.seat(play.scene().acting_customer or S1).bot


# --- silence


def test_words_that_wait_longer_than_twenty_five_seconds_are_noticed_twice_at_most() -> None:
    play = live()
    play.wait(24)
    assert play.events(e.SilenceNoticed) == []
    play.wait(1)
    assert [line.kind for line in play.beat().lines[-1:]] == ["silence"]
    play.wait(25)
    assert play.beat().silences == 2
    play.wait(60)
    assert play.beat().silences == 2


def test_a_turn_ends_the_wait_and_the_customers_next_words_begin_a_new_one() -> None:
    play = live()
    play.wait(24)
    play.send(S2)
    play.wait(60)
    assert play.beat().silences == 0
    play.do(c.Say("Well?"), S1)
    play.wait(24)
    play.do(c.Say("I asked you something."), S1)
    play.wait(24)
    assert play.beat().silences == 0
    play.wait(1)
    assert play.beat().silences == 1


def test_a_hold_notice_gives_the_time_it_asks_for() -> None:
    play = live()
    play.wait(20)
    play.do(c.HoldLine("look_up", 60), S2)
    said = play.beat().lines[-1]
    assert (said.kind, said.by) == ("hold", S2)
    assert "60 seconds" in said.text
    play.wait(40)
    play.do(c.Say("Still there?"), S1)
    play.wait(24)
    assert play.beat().silences == 0, "the wait was asked for, and so was the answer to what they said since"
    play.wait(1)
    assert play.beat().silences == 1
    assert not play.beat().holding


def test_a_hold_that_is_not_kept_after_two_silences_is_no_third_one() -> None:
    play = live()
    play.wait(50)
    assert play.beat().silences == 2
    play.do(c.HoldLine("look_up", 30), S2)
    play.wait(60)
    assert play.beat().silences == 2


def test_silence_stands_still_with_the_clocks_and_is_never_noticed_untimed() -> None:
    play = live()
    play.wait(20)
    play.do(c.PauseAll())
    play.wait(100)
    play.do(c.ResumeAll())
    play.wait(4)
    assert play.beat().silences == 0
    play.wait(1)
    assert play.beat().silences == 1
    play.do(c.SetTimed(timed=False))
    play.wait(100)
    assert play.beat().silences == 1


def test_whoever_needs_more_time_is_given_it_on_the_line_too() -> None:
    play = playing(4, "floor", mode="live")
    play.do(c.SetTimeFactor(S2, 150))
    play.to("live")
    play.wait(37)
    assert play.beat().silences == 0
    play.wait(1)
    assert play.beat().silences == 1


def test_they_ask_who_is_there_in_the_words_of_their_card_and_then_as_written_for_silence() -> None:
    card = scenario().wildcards[0]
    asking = scenario(wildcards=(type(card)("card-3", "are_you_there", "Is anybody there?", abusive=False),))
    play = live(scenario=asking)
    play.wait(50)
    assert [line.text for line in play.beat().lines[-2:]] == ["Is anybody there?", "silence line"]


# --- the end of the exchange


def test_the_clock_ends_it_and_sends_what_was_typed_on_the_line_only() -> None:
    play = live()
    play.save(S2, "half a sentence")
    play.do(c.HandOver(), S2)
    play.save(S3, "the other half")
    play.wait(200)
    (reply,) = play.beat().replies
    assert (reply.seat, reply.words.text, reply.by_clock) == (S3, "the other half", True)
    assert play.scene().phase == "vote"


def test_it_ends_by_itself_after_the_most_turns() -> None:
    play = live()
    for number in range(MOST_TURNS):
        assert play.scene().phase == "live"
        play.send(S2, f"turn {number}")
    assert play.scene().phase == "vote"
    assert [reply.turn for reply in play.beat().replies] == list(range(1, MOST_TURNS + 1))
    assert len({reply.token for reply in play.beat().replies}) == MOST_TURNS


def test_without_a_turn_there_is_no_vote_and_the_silence_is_heard() -> None:
    play = live()
    play.wait(200)
    assert play.scene().phase == "reveal"
    assert {step.reason: step.change for step in play.beat().steps} == {"silence": 5, "unanswered": 10}


# --- the vote


def test_four_turns_are_compared_by_those_who_were_never_on_the_line() -> None:
    play = live(5)
    for number in range(5):
        play.send(S2, "x" * (number + 1))
    play.do(c.HandOver(), S2)
    play.send(S3, "x" * 9)
    play.do(c.EndExchange(), S1)
    beat = play.beat()
    shortest = {reply.token for reply in beat.replies if len(reply.words.text) <= 2}
    assert len(beat.duelled) == 4
    assert not shortest & set(beat.duelled)
    assert set(beat.plans) == {S4, S5}
    assert {reply.token for reply in play.document("scene", T1).replies} == set(beat.duelled)


def test_the_gallery_judges_the_same_turns() -> None:
    play = teams(3, 2, mode="live")
    for team in ("t1", "t2"):
        on_line = play.beat(team).on_line  # type: ignore[arg-type]
        assert on_line is not None
        for number in range(5):
            play.send(on_line, "x" * (number + 1))
        play.do(c.EndExchange(), play.scene(team).acting_customer)  # type: ignore[arg-type]
    for token in (reply.token for reply in play.beat().replies):
        play.mark(token, 50)
    play.do(c.AskDuel(), S1)
    pair = play.state.gallery[S1].pair
    assert {pair.left, pair.right} <= set(play.beat("t2").duelled)  # type: ignore[arg-type]


def test_a_watching_agent_is_not_sent_to_the_gallery_while_their_team_talks() -> None:
    play = live()
    play.send(S2)
    assert not play.document("seat", S2).can_judge
    assert not play.document("seat", S3).can_judge


# --- the reveal


def test_heat_moves_by_the_mean_of_all_turns_and_one_is_named_that_turned_it() -> None:
    play = live(assess=by_level)
    play.send(S2, "0 poor")
    best = play.send(S2, "3 good")
    play.to("reveal")
    assert play.beat().heard == best
    assert [(step.reason, step.change) for step in play.beat().steps] == [("heard", 0)]
    assert heat_curve(play.scene()) == (60, 60)


def test_what_every_turn_did_takes_effect() -> None:
    play = live()
    play.send(S2, "Let me look.", "look_up")
    play.send(S2, "A voucher?", "offer", offer="voucher")
    play.send(S2, "Or a refund. I call you.", "offer", "call_back", offer="refund")
    play.to("reveal")
    assert play.scene().offers == ("refund",)
    assert [promise.action for promise in play.scene().promises] == ["call_back"]
    assert play.scene().facts == ("order",)


def test_a_look_up_without_a_word_about_it_costs_even_if_another_turn_was_the_best() -> None:
    play = live(assess=lambda reply: assessment(3, informing=0 if "look_up" in reply.actions else 3))
    play.send(S2, "hm", "look_up")
    play.send(S2, "3 good")
    play.to("reveal")
    assert "silent_wait" in {step.reason for step in play.beat().steps}


def test_after_a_live_beat_the_customer_does_not_repeat_what_they_have_said() -> None:
    play = live()
    play.send(S2, "Here is a refund.", "offer", offer="refund")
    play.to("ready")
    assert play.beat().lines == ()


# --- results


def test_only_who_wrote_has_a_result_and_the_team_counts_them() -> None:
    play = live()
    play.send(S2, "3 good")
    play.to("reveal")
    play.to_stage("done")
    (result,) = play.state.past
    assert {player.seat for player in result.players if player.role == "agent"} == {S2}
    (team,) = result.teams
    assert dict(team.parts)["Agents"] > 0


@pytest.mark.parametrize("seat", [S3, S4])
def test_whoever_was_never_on_the_line_is_not_counted_as_nothing(seat: SeatId) -> None:
    play = live(assess=by_level)
    play.send(S2, "3 good")
    play.to("reveal")
    play.to_stage("done")
    assert all(player.seat != seat for player in play.state.past[0].players)


def test_the_right_question_calms_them_although_the_fact_came_out_before_the_reveal() -> None:
    play = live()
    turn = play.send(S2, "Did the lid close?")
    play.do(c.TickFacts(turn, ("lid",)), S1)
    play.to("reveal")
    assert "omission_found" in {step.reason for step in play.beat().steps}
