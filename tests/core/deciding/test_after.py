from typing import Literal

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import Criterion, SeatId, Token
from game.core.seating import team_seats
from game.core.settings import NOTE_LENGTH, REPLY_LENGTH
from game.core.state import ScenePhase
from game.core.views.grants import DocumentKey, all_keys
from game.core.views.render import render
from tests.core.given import S1, S2, S3, S4, T1, Play, playing, teams, workshop
from tests.core.scenarios import assessment


def replied(people: int = 3) -> Play:
    """One team in its first reveal, with a reply of every agent."""
    play = playing(people, "reply")
    for seat in play.beat().eligible:
        play.send(seat, f"First sentence of {seat}. And a second.")
    play.to("reveal")
    return play


# --- outcome


def test_agents_thank_the_customer_once_from_the_reveal_on() -> None:
    play = playing(3, "reply")
    play.refused("wrong_phase", c.ThankCustomer(), S2)
    play.to("reveal")
    play.do(c.ThankCustomer(), S2)
    play.refused("already_done", c.ThankCustomer(), S2)
    play.refused("not_agent", c.ThankCustomer(), S1)
    play.to("outcome")
    play.do(c.ThankCustomer(), S3)
    assert play.scene().thanks == {S2, S3}
    play.do(c.EndRound())
    play.refused("wrong_phase", c.ThankCustomer(), S2)


def test_the_customer_steps_out_with_one_sentence() -> None:
    play = replied()
    play.refused("wrong_phase", c.StepOut("a straight answer"), S1)
    play.to("outcome")
    play.refused("not_customer", c.StepOut("x"), S2)
    play.refused("empty", c.StepOut(" "), S1)
    play.refused("too_long", c.StepOut("x" * (NOTE_LENGTH + 1)), S1)
    play.do(c.StepOut(" a straight answer "), S1)
    assert play.document("scene", T1).outcome.step_out == "a straight answer"


# --- second take and aims


def test_a_second_take_is_of_ones_own_words_and_can_be_taken_again() -> None:
    play = replied()
    play.refused("wrong_phase", c.TakeAgain("First sentence of s2.", "Better."), S2)
    play.do(c.EndRound())
    play.refused("not_yours", c.TakeAgain("First sentence of s3.", "Better."), S2)
    play.refused("not_yours", c.TakeAgain(" ", "Better."), S2)
    play.refused("empty", c.TakeAgain("First sentence of s2.", ""), S2)
    play.refused("too_long", c.TakeAgain("First sentence of s2.", "x" * (REPLY_LENGTH + 1)), S2)
    play.do(c.TakeAgain("First sentence of s2.", "Better."), S2)
    play.do(c.TakeAgain("And a second.", "Best."), S2)
    take = play.document("seat", S2).take
    assert (take.before, take.after) == ("And a second.", "Best.")
    assert play.document("seat", S3).take is None


def test_an_aim_is_chosen_after_the_scenes_and_stands_above_the_next_reply_box() -> None:
    play = replied()
    aim = c.SetAim("empathy", "they shout", "name what they feel")
    play.refused("wrong_phase", aim, S2)
    play.do(c.EndRound())
    play.refused("empty", c.SetAim("empathy", "", "x"), S2)
    play.refused("empty", c.SetAim("empathy", "x", " "), S2)
    play.refused("too_long", c.SetAim("empathy", "x" * (NOTE_LENGTH + 1), "x"), S2)
    play.do(aim, S2)
    assert play.document("seat", S2).aim is None
    assert play.document("seat", S2).next_aim.will == "name what they feel"
    play.to_stage("done")
    play.start()
    assert play.document("seat", S2).aim.when == "they shout"
    assert play.document("seat", S3).aim is None


@pytest.mark.parametrize(("criterion", "met"), [("empathy", True), ("apology", False)])
def test_an_aim_that_is_met_earns_five_and_is_done(criterion: Criterion, met: bool) -> None:
    play = workshop(3, assess=lambda _: assessment(2, empathy=2, apology=1))
    play.start()
    play.to_stage("debrief")
    play.do(c.SetAim(criterion, "they shout", "stay calm"), S2)
    play.to_stage("done")
    play.start()
    play.cast(S1)
    play.to("reply")
    play.send(S2)
    play.to("reveal")
    play.do(c.EndRound())
    result = next(player for player in play.state.past[-1].players if player.seat == S2)
    assert result.aim_met is met
    assert ("Aim met", 5.0) in result.parts or not met
    assert play.seat(S2).aim is None


def test_whoever_plays_the_customer_keeps_their_aim_for_the_next_time() -> None:
    play = workshop(3)
    play.start()
    play.to_stage("debrief")
    play.do(c.SetAim("empathy", "they shout", "stay calm"), S1)
    play.to_stage("done")
    play.start()
    play.cast(S1)
    play.to("reveal")
    play.do(c.EndRound())
    assert play.seat(S1).aim is not None


def test_a_name_is_put_under_ones_own_reply_only() -> None:
    play = replied()
    token = play.reply_of(S2).token
    play.refused("unknown_reply", c.SignReply(token), S3)
    play.refused("unknown_reply", c.SignReply(Token("x")), S2)
    play.do(c.SignReply(token), S2)
    play.refused("already_done", c.SignReply(token), S2)


# --- stress


def answered(play: Play, moment: Literal["before", "after"], *levels: int) -> None:
    for number, level in enumerate(levels, start=1):
        play.do(c.CheckStress(moment, level), SeatId(f"s{number}"))


def test_a_stress_answer_carries_no_seat_and_is_stored_without_its_order() -> None:
    play = playing(5)
    play.to_stage("breather")
    answered(play, "before", 5, 1, 3)
    assert play.round.stress_before == (1, 3, 5)
    for event in play.events(e.StressChecked):
        assert set(event.__slots__) == {"moment", "level"}


@pytest.mark.parametrize(("answers", "mean"), [((1, 2, 3, 4), None), ((1, 2, 3, 4, 5), 3.0), ((5, 5, 5, 5, 4), 4.8)])
def test_only_an_average_is_shown_and_only_from_five_answers_on(answers: tuple[int, ...], mean: float | None) -> None:
    play = playing(5)
    play.to_stage("breather")
    answered(play, "before", *answers)
    answered(play, "after", *answers)
    assert play.document("board").debrief.stress_before is None
    play.to_stage("done")
    assert play.document("board").debrief.stress_before == mean
    assert play.document("board").debrief.stress_after == mean


@pytest.mark.parametrize("level", [-1, 0, 6, 99])
def test_stress_goes_from_one_to_five(level: int) -> None:
    play = playing(3)
    play.to_stage("breather")
    play.refused("out_of_range", c.CheckStress("before", level), S1)


def test_stress_is_checked_around_the_breather_and_not_more_often_than_there_are_people() -> None:
    play = playing(3)
    play.refused("wrong_phase", c.CheckStress("before", 3), S1)
    play.to_stage("breather")
    answered(play, "before", 1, 2, 3)
    play.refused("already_done", c.CheckStress("before", 3), S1)
    play.do(c.CheckStress("after", 3), S1)


# --- stop


@pytest.mark.parametrize("phase", ["casting", "briefing", "ready", "floor", "reply", "reveal"])
def test_anybody_can_stop_the_scene_at_any_time(phase: ScenePhase) -> None:
    play = playing(3)
    if phase != "casting":
        play.cast(S1)
    if phase not in ("casting", "briefing"):
        play.to(phase)
    play.do(c.PressStop(), S2)
    assert play.scene().clock.holds == {"stop"}
    assert play.scene().phase == phase
    play.refused("already_done", c.PressStop(), S3)
    before = play.scene()
    play.wait(3600)
    assert play.scene() == before


def test_no_event_tells_who_pressed() -> None:
    play = playing(3, "floor")
    for event in play.do(c.PressStop(), S2):
        assert S2 not in repr(event)


def test_the_scene_goes_on_when_everybody_who_is_here_is_ready_to() -> None:
    play = playing(3, "reply")
    play.do(c.PressStop(), S2)
    left = play.scene().clock.left
    play.wait(100)
    play.all(c.GoOn(), S1, S3)
    play.refused("already_done", c.GoOn(), S1)
    assert play.scene().clock.held
    play.do(c.GoOn(), S2)
    assert play.scene().clock.holds == frozenset()
    assert play.scene().clock.deadline == play.now + (left or 0)


def test_nobody_who_is_away_keeps_a_stopped_scene_waiting() -> None:
    play = playing(3, "reply")
    play.do(c.PressStop(), S2)
    play.all(c.GoOn(), S1, S3)
    play.do(c.SetPresence(S2, here=False))
    assert not play.scene().clock.held


def test_a_stopped_scene_that_everybody_has_left_goes_on_by_its_clocks() -> None:
    play = playing(3, "reply")
    play.do(c.PressStop(), S2)
    play.all(c.LeaveWorkshop(), S1, S2)
    assert play.scene().clock.held
    play.do(c.LeaveWorkshop(), S3)
    assert not play.scene().clock.held


def test_a_stop_looks_like_a_pause_of_the_team_to_everybody_but_the_desk_every_time() -> None:
    stopped, paused = teams(4), teams(4)
    for _ in range(2):
        stopped.do(c.PressStop(), S2)
        paused.do(c.PauseTeam(T1))
        for going_on in (S1, S3, S4):
            keys = all_keys(stopped.state) - {DocumentKey("desk")}
            assert keys == all_keys(paused.state) - {DocumentKey("desk")}
            for key in keys:
                assert render(stopped.state, key, stopped.now) == render(paused.state, key, paused.now)
            stopped.do(c.GoOn(), going_on)
            paused.do(c.GoOn(), going_on)
        stopped.do(c.ResumeTeam(T1))
        paused.do(c.ResumeTeam(T1))
        assert stopped.document("scene", T1) == paused.document("scene", T1)


def test_a_stop_outside_a_running_scene_is_told_to_the_desk_alone_and_holds_nobody_up() -> None:
    play = workshop(3)
    assert play.do(c.PressStop(), S2) == (e.SteppedAside(),)
    play.start()
    play.to("outcome")
    before = {key: render(play.state, key, play.now) for key in all_keys(play.state) - {DocumentKey("desk")}}
    assert play.do(c.PressStop(), S3) == (e.SteppedAside(),)
    assert {key: render(play.state, key, play.now) for key in before} == before
    play.do(c.EndRound())
    play.do(c.PressStop(), S1)
    assert play.document("desk").asides == 3
    assert play.scene().stops == 0


def test_going_on_needs_something_that_stands_still() -> None:
    playing(3, "reply").refused("wrong_phase", c.GoOn(), S1)


def test_a_third_stop_ends_the_scene_unscored() -> None:
    play = playing(3, "reply")
    play.send(S2)
    play.to("reveal")
    for _ in range(2):
        play.do(c.PressStop(), S2)
        play.all(c.GoOn(), S1, S2, S3)
    assert play.scene().phase == "reveal"
    play.do(c.PressStop(), S2)
    assert (play.scene().phase, play.scene().outcome) == ("outcome", "stopped")
    play.do(c.EndRound())
    result = play.state.past[-1]
    assert result.players == ()
    assert [(team.points, team.outcome) for team in result.teams] == [(0, "stopped")]
    assert play.document("standings").teams == ()


def test_stops_of_one_team_leave_the_others_alone() -> None:
    play = teams(3)
    play.do(c.PressStop(), S2)
    assert [scene.clock.held for scene in play.round.scenes.values()] == [True, False]


# --- swapping


def test_an_agent_who_swaps_only_watches_and_nobody_waits_for_them() -> None:
    play = playing(4, "reply")
    play.do(c.PressStop(), S4)
    play.do(c.SwapRole(), S4)
    play.all(c.GoOn(), S1, S2, S3, S4)
    play.send(S2)
    play.send(S3)
    assert play.scene().phase == "vote"
    assert play.document("seat", S4).role == "watcher"
    play.refused("wrong_phase", c.SwapRole(), S4)


def test_what_a_watcher_has_sent_stays() -> None:
    play = playing(4, "reply")
    token = play.send(S4)
    play.do(c.SwapRole(), S4)
    play.send(S2)
    play.send(S3)
    assert token in {reply.token for reply in play.beat().replies}
    assert S4 not in play.beat().plans


def test_a_customer_who_swaps_before_reading_hands_the_card_to_another() -> None:
    play = playing(4, "briefing")
    play.do(c.SwapRole(), S1)
    assert play.scene().customer in (S2, S3, S4)
    assert play.scene().watchers == frozenset()


def test_a_customer_who_swaps_after_reading_is_played_by_the_bot_and_watches() -> None:
    play = playing(4, "floor")
    play.do(c.SwapRole(), S1)
    acting = play.scene().acting_customer
    assert acting is not None
    assert play.seat(acting).bot
    play.to("floor")
    assert play.scene().acting_customer == acting
    assert play.document("seat", S1).role == "watcher"


def test_a_bot_plays_what_it_is_given() -> None:
    play = playing(3, "floor")
    play.do(c.LeaveWorkshop(), S1)
    bot = next(seat.id for seat in team_seats(play.state, T1) if seat.bot)
    assert play.scene().acting_customer == bot
    play.refused("not_customer", c.SwapRole(), bot)
