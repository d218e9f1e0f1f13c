import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import TeamId
from game.core.settings import SECOND_TAKE
from tests.core.given import S1, S2, S3, T1, T2, Play, playing, teams, workshop

T3 = TeamId("t3")


def stages(play: Play) -> list[str]:
    return [entered.stage for entered in play.events(e.StageEntered)]


# --- the barrier


def test_scenes_run_independently_and_wait_at_the_outcome() -> None:
    play = teams(3)
    play.to("outcome", T1)
    play.wait(60)
    assert play.scene(T1).phase == "outcome"
    assert play.scene(T2).phase != "outcome"
    assert play.stage() == "playing"


@pytest.mark.parametrize(("number", "needed"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_the_barrier_is_set_when_the_median_scene_has_passed(number: int, needed: int) -> None:
    play = teams(3, number)
    for done, team in enumerate(list(play.round.scenes), start=1):
        play.to("outcome", team)
        assert len(play.events(e.BarrierSet)) == (number > 1 and done >= needed)


def test_a_hundred_and_twenty_seconds_after_the_median_scene_the_others_are_ended() -> None:
    play = teams(3, 3)
    play.to("outcome", T1)
    play.to("outcome", T2)
    play.do(c.SetTimeFactor(play.members(T3)[1], 150))
    play.do(c.AddTime(T3))
    play.do(c.AddTime(T3))
    play.wait(119.9)
    assert play.scene(T3).phase == "reply"
    play.wait(0.1)
    assert play.scene(T3).phase == "outcome"
    assert play.stage() == "playing"


def test_added_time_moves_the_barrier_too() -> None:
    play = teams(3)
    play.to("outcome", T1)
    play.do(c.AddTime())
    assert play.round.clock.deadline == play.now + 150_000


def test_a_pause_holds_the_barrier_too() -> None:
    play = teams(3)
    play.to("outcome", T1)
    play.wait(100)
    play.do(c.PauseAll())
    play.wait(3600)
    play.do(c.ResumeAll())
    assert play.round.clock.deadline == play.now + 20_000


def test_an_untimed_workshop_has_no_barrier() -> None:
    play = teams(3)
    play.do(c.SetTimed(timed=False))
    play.to("outcome", T1)
    play.wait(3600)
    assert play.scene(T2).phase == "reply"
    assert play.events(e.BarrierSet) == []


def test_a_stopped_scene_is_ended_by_the_barrier_and_holds_up_nobody() -> None:
    play = teams(3)
    play.to("outcome", T1)
    play.do(c.PressStop(), play.members(T2)[1])
    play.wait(150)
    assert play.stage() == "second_take"


# --- stepping out


def test_the_round_goes_on_when_everybody_has_stepped_out_or_had_thirty_seconds_for_it() -> None:
    play = playing(3, "reveal")
    play.to("outcome")
    play.wait(29.9)
    assert play.stage() == "playing"
    play.wait(0.1)
    assert play.stage() == "second_take"
    play = playing(3, "reveal")
    play.to("outcome")
    play.all(c.Ready(), S1, S2)
    assert play.stage() == "playing"
    play.do(c.Ready(), S3)
    assert play.stage() == "second_take"


def test_nobody_waits_for_the_stepping_out_of_somebody_who_is_gone() -> None:
    play = playing(3, "reveal")
    play.to("outcome")
    play.all(c.Ready(), S1, S2)
    play.do(c.LeaveWorkshop(), S3)
    assert play.stage() == "second_take"


def test_after_an_outage_an_empty_room_has_its_time_to_come_back_and_step_out() -> None:
    play = playing(3, "reveal")
    play.to("outcome")
    play.wait(5)
    play.now = type(play.now)(play.now + 60_000)
    play.do(c.Resume(type(play.now)(play.now - 60_000)))
    for seat in (S1, S2, S3):
        play.do(c.SetPresence(seat, here=False))
    assert play.stage() == "playing"
    play.wait(24.9)
    assert play.stage() == "playing"
    play.wait(0.1)
    assert play.stage() == "second_take"


# --- after the scenes


def test_second_take_debrief_and_breather_follow_with_their_lengths() -> None:
    play = playing(3)
    play.do(c.EndRound())
    lengths = []
    while play.stage() != "done":
        deadline = play.round.clock.deadline
        assert deadline is not None
        lengths.append((play.stage(), (deadline - play.now) // 1000))
        play.pass_time()
    assert lengths == [("second_take", 60), ("debrief", 210), ("breather", 60)]
    assert stages(play) == ["second_take", "debrief", "breather", "done"]


def test_a_stage_ends_early_when_everybody_is_ready() -> None:
    play = playing(3)
    play.do(c.EndRound())
    play.all(c.Ready(), S1, S2)
    assert play.stage() == "second_take"
    play.do(c.Ready(), S3)
    assert play.stage() == "debrief"
    assert play.round.ready == frozenset()


def test_nobody_waits_for_somebody_who_has_looked_back() -> None:
    play = playing(3, "reply")
    for seat in (S2, S3):
        play.send(seat, f"Sorry from {seat}.")
    play.to("reveal")
    play.do(c.EndRound())
    for seat in (S2, S3):
        play.do(c.TakeAgain(f"Sorry from {seat}.", "Better."), seat)
        play.do(c.SetAim("empathy", "they shout", "stay calm"), seat)
    assert play.stage() == "second_take"
    play.do(c.Ready(), S1)
    assert play.stage() == "debrief"


def test_an_aim_of_an_earlier_round_does_not_say_that_somebody_has_looked_back() -> None:
    play = playing(3, "reply")
    play.send(S3, "Sorry from s3.")
    play.to("reveal")
    play.do(c.EndRound())
    play.do(c.SetAim("empathy", "they shout", "stay calm"), S3)
    assert play.round.aimed == {S3}
    while play.stage() != "done":
        play.pass_time()
    play.start()
    assert play.state.seats[S3].aim is not None
    play.to("reply")
    play.send(S3, "Sorry again from s3.")
    play.to("reveal")
    play.do(c.EndRound())
    play.do(c.TakeAgain("Sorry again from s3.", "Better."), S3)
    play.all(c.Ready(), S1, S2)
    assert play.stage() == "second_take"
    play.do(c.SetAim("empathy", "they shout", "breathe"), S3)
    assert play.stage() == "debrief"


def test_bots_are_not_waited_for_between_scenes() -> None:
    play = playing(2)
    play.do(c.EndRound())
    play.all(c.Ready(), S1, S2)
    assert play.stage() == "debrief"


def test_a_pause_stands_the_stage_still() -> None:
    play = playing(3)
    play.do(c.EndRound())
    play.wait(10)
    play.do(c.PauseAll())
    play.all(c.Ready(), S1, S2, S3)
    play.wait(3600)
    assert play.stage() == "second_take"
    assert play.round.clock.left == SECOND_TAKE - 10_000
    play.do(c.ResumeAll())
    assert play.stage() == "debrief"


def test_an_untimed_stage_waits_for_people_only() -> None:
    play = playing(3)
    play.do(c.SetTimed(timed=False))
    play.do(c.EndRound())
    play.wait(3600)
    assert play.stage() == "second_take"
    play.all(c.Ready(), S1, S2, S3)
    assert play.stage() == "debrief"


# --- the next round


def test_the_next_round_keeps_the_teams_and_seats_whoever_has_none() -> None:
    play = workshop(6)
    play.start()
    before = {team: play.members(team) for team in play.state.teams}
    play.to_stage("done")
    play.start()
    assert {team: play.members(team) for team in play.state.teams} == before


def test_a_team_without_people_is_dissolved_when_the_next_round_starts() -> None:
    play = teams(3)
    play.do(c.EndRound())
    play.all(c.LeaveWorkshop(), *play.members(T2))
    play.to_stage("done")
    play.start()
    assert set(play.state.teams) == {T1}
    assert set(play.round.scenes) == {T1}


def test_bots_stand_in_for_those_who_are_absent_when_the_round_starts() -> None:
    play = workshop(3)
    play.all(c.SetPresence(S1, here=False))
    play.do(c.SetPresence(S1, here=False))
    play.wait(20)
    play.start()
    assert len(play.members(T1)) == 4


def test_a_round_that_starts_in_a_pause_stands_still() -> None:
    play = workshop(3)
    play.do(c.PauseAll())
    play.start()
    play.wait(3600)
    assert play.scene().phase == "casting"
    play.do(c.ResumeAll())
    assert play.scene().clock.deadline == play.now + 10_000
