from dataclasses import replace

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import SeatId, TeamId
from game.core.settings import ScoreWeights
from game.core.state import ScenePhase
from tests.core.given import S1, S2, S3, S4, SETTINGS, T1, T2, Play, playing, teams, workshop
from tests.core.scenarios import assessment, scenario

T9 = TeamId("t9")
S9 = SeatId("s99")


# --- settings


def test_settings_can_be_changed_with_every_number_in_its_range() -> None:
    play = workshop(1)
    new = replace(SETTINGS, title="Wednesday", team_size=4, weights=ScoreWeights(100, 0, 0), keep_days=0)
    play.do(c.ChangeSettings(new))
    assert play.state.settings == new


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "too_long"),
        ({"title": "x" * 81}, "too_long"),
        ({"season": "x" * 81}, "too_long"),
        ({"team_size": 2}, "out_of_range"),
        ({"team_size": 9}, "out_of_range"),
        ({"weights": ScoreWeights(0, 0, 0)}, "out_of_range"),
        ({"weights": ScoreWeights(50, -1, 50)}, "out_of_range"),
        ({"keep_days": -1}, "out_of_range"),
        ({"keep_days": 3651}, "out_of_range"),
    ],
)
def test_settings_out_of_range_are_refused(changes: dict[str, object], code: str) -> None:
    workshop(1).refused(code, c.ChangeSettings(replace(SETTINGS, **changes)))  # type: ignore[arg-type]


def test_weights_change_between_rounds_only() -> None:
    play = playing(3)
    new = replace(SETTINGS, weights=ScoreWeights(100, 0, 0))
    play.refused("wrong_phase", c.ChangeSettings(new))
    play.to_stage("debrief")
    play.do(c.ChangeSettings(new))


def test_a_rehearsal_is_chosen_before_the_first_round() -> None:
    play = workshop(3)
    play.do(c.ChangeSettings(replace(SETTINGS, rehearsal=True)))
    play.start()
    play.refused("wrong_phase", c.ChangeSettings(SETTINGS))


def test_switching_clocks_off_in_the_settings_stops_the_running_ones_too() -> None:
    play = playing(3, "reply")
    play.do(c.ChangeSettings(replace(SETTINGS, timed=False)))
    assert play.scene().clock.deadline is None
    play.do(c.ChangeSettings(SETTINGS))
    play.to("reveal")
    assert play.scene().clock.deadline is not None


# --- teams


def test_a_seat_moves_to_another_team_or_to_a_new_one() -> None:
    play = workshop(6)
    play.do(c.MoveSeat(S1, T2))
    assert play.members(T2) == (S1, SeatId("s6"))
    play.do(c.MoveSeat(S1, None))
    assert play.members(TeamId("t3")) == (S1,)


def test_a_team_that_nobody_is_left_in_is_dissolved_between_rounds() -> None:
    play = workshop(6)
    play.do(c.MoveSeat(SeatId("s6"), T1))
    assert set(play.state.teams) == {T1}
    play.do(c.MoveSeat(S1, None))
    play.do(c.RemoveSeat(S1))
    assert set(play.state.teams) == {T1}


def test_a_seat_that_is_not_here_a_team_that_is_not_there_or_full_or_ones_own_is_refused() -> None:
    play = workshop(9)
    play.refused("unknown_seat", c.MoveSeat(S9, T1))
    play.refused("unknown_team", c.MoveSeat(S1, T9))
    play.refused("already_done", c.MoveSeat(S1, T1))
    for seat in ("s6", "s7", "s8"):
        play.do(c.MoveSeat(SeatId(seat), T1))
    play.refused("full", c.MoveSeat(SeatId("s9"), T1))


def test_the_customer_is_not_moved_before_the_outcome() -> None:
    play = teams(3)
    play.refused("wrong_phase", c.MoveSeat(S1, T2))
    play.to("outcome", T1)
    play.do(c.MoveSeat(S1, T2))


@pytest.mark.parametrize(("phase", "moves"), [("floor", False), ("reply", False), ("reveal", True), ("ready", True)])
def test_an_agent_is_not_moved_in_the_middle_of_a_beat(phase: ScenePhase, moves: bool) -> None:
    play = teams(3)
    play.to(phase, T1)
    if moves:
        play.do(c.MoveSeat(S2, T2))
    else:
        play.refused("wrong_phase", c.MoveSeat(S2, T2))


def test_a_late_joiner_and_a_watcher_can_be_moved_at_any_time() -> None:
    play = teams(4)
    (late,) = play.join("Late")
    own = play.seat(late).team
    play.do(c.MoveSeat(late, T2 if own == T1 else T1))


def test_dealing_makes_teams_even_and_moves_nobody_twice() -> None:
    play = workshop(7)
    play.do(c.DealTeams())
    assert sorted(len(play.members(team)) for team in play.state.teams) == [3, 4]
    play.refused("already_done", c.DealTeams())
    play.all(c.LeaveWorkshop(), *play.members(T1))
    play.do(c.DealTeams())
    assert sorted(len(play.members(team)) for team in play.state.teams) == [3]


def test_nobody_is_dealt_into_teams_where_nobody_is_or_while_they_play() -> None:
    play = Play()
    play.refused("nobody_here", c.DealTeams())
    play.join("Ada")
    play.start()
    play.refused("wrong_phase", c.DealTeams())


def test_a_hand_that_dealt_the_teams_is_respected_when_the_round_starts() -> None:
    play = workshop(5)
    play.do(c.MoveSeat(S1, None))
    play.start()
    assert [seat for seat in play.members(TeamId("t2")) if not play.seat(seat).bot] == [S1]


@pytest.mark.parametrize("people", [1, 2, 3, 4, 7, 9, 13, 21, 40])
def test_every_crowd_is_dealt_into_teams_that_differ_by_one_at_most(people: int) -> None:
    play = workshop(people)
    play.start()
    sizes = [sum(not play.seat(seat).bot for seat in play.members(team)) for team in play.state.teams]
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= 8
    assert all(len(play.members(team)) >= 3 for team in play.state.teams)


@pytest.mark.parametrize("size", range(3, 9))
@pytest.mark.parametrize("people", [8, 9, 10, 17])
def test_no_crowd_is_dealt_into_a_team_of_more_than_eight(people: int, size: int) -> None:
    play = workshop(people, replace(SETTINGS, team_size=size))
    play.start()
    assert max(len(play.members(team)) for team in play.state.teams) <= 8


# --- names, doors


def test_seats_and_teams_can_be_renamed_under_the_rules_of_names() -> None:
    play = workshop(6)
    play.do(c.RenameSeat(S1, " Ada the First "))
    assert play.seat(S1).name.text == "Ada the First"
    play.do(c.RenameSeat(S1, "ADA THE FIRST"))
    play.refused("name_taken", c.RenameSeat(S1, "ben"))
    play.refused("empty", c.RenameSeat(S1, " "))
    play.refused("unknown_seat", c.RenameSeat(S9, "x"))
    play.do(c.RenameTeam(T1, "Bees"))
    play.refused("name_taken", c.RenameTeam(T2, "bees"))
    play.refused("too_long", c.RenameTeam(T1, ""))
    play.refused("too_long", c.RenameTeam(T1, "x" * 25))
    play.refused("unknown_team", c.RenameTeam(T9, "x"))


def test_a_removed_seat_is_gone_at_once_and_cannot_be_removed_twice() -> None:
    play = workshop(2)
    play.do(c.RemoveSeat(S1))
    assert play.document("lobby").seats[0].id == S2
    play.refused("unknown_seat", c.RemoveSeat(S1))
    play.refused("unknown_seat", c.RemoveSeat(S9))


def test_a_time_factor_is_given_to_a_seat() -> None:
    play = workshop(1)
    play.do(c.SetTimeFactor(S1, 150))
    assert play.seat(S1).time_factor == 150
    play.refused("unknown_seat", c.SetTimeFactor(S9, 150))


# --- rounds


def test_a_round_needs_somebody_and_one_at_a_time() -> None:
    play = Play()
    play.refused("nobody_here", c.StartRound(scenario(), "short"))
    play.join("Ada")
    play.start()
    play.refused("wrong_phase", c.StartRound(scenario(), "short"))
    play.to_stage("breather")
    play.refused("wrong_phase", c.StartRound(scenario(), "short"))
    play.to_stage("done")
    play.start()
    assert play.round.number == 2


def test_bots_make_up_one_customer_and_two_agents_and_leave_when_people_come() -> None:
    play = workshop(1)
    play.start()
    assert [play.seat(seat).bot for seat in play.members()] == [False, True, True]
    play.to_stage("done")
    play.join("Ben", "Cleo")
    play.start()
    assert not any(play.seat(seat).bot for seat in play.members())


def test_ending_the_round_takes_every_scene_to_its_outcome() -> None:
    play = teams(3)
    play.do(c.EndRound())
    assert {scene.phase for scene in play.round.scenes.values()} == {"outcome"}
    assert play.stage() == "second_take"
    play.refused("wrong_phase", c.EndRound())


# --- clocks


def test_a_pause_stands_every_clock_still_and_gives_back_what_was_left() -> None:
    play = teams(3)
    play.wait(20)
    play.do(c.PauseAll())
    play.refused("already_done", c.PauseAll())
    assert [scene.clock.left for scene in play.round.scenes.values()] == [100_000, 100_000]
    play.wait(3600)
    play.do(c.ResumeAll())
    assert [scene.clock.deadline for scene in play.round.scenes.values()] == [play.now + 100_000] * 2
    play.refused("already_done", c.ResumeAll())


def test_what_begins_in_a_pause_stands_still_too() -> None:
    play = playing(3, "floor")
    play.do(c.PauseAll())
    play.do(c.YieldFloor(), S1)
    assert (play.scene().phase, play.scene().clock.left, play.scene().clock.deadline) == ("reply", 120_000, None)


def test_one_team_can_be_paused_alone() -> None:
    play = teams(3)
    play.do(c.PauseTeam(T1))
    play.refused("already_done", c.PauseTeam(T1))
    assert [scene.clock.held for scene in play.round.scenes.values()] == [True, False]
    play.do(c.ResumeTeam(T1))
    play.refused("already_done", c.ResumeTeam(T1))
    play.refused("wrong_phase", c.PauseTeam(T9))
    play.refused("wrong_phase", c.ResumeTeam(T9))


def test_resuming_a_team_does_not_lift_the_rooms_pause() -> None:
    play = teams(3)
    play.do(c.PauseAll())
    play.do(c.PressStop(), S2)
    play.do(c.ResumeTeam(T1))
    assert play.scene(T1).clock.holds == {"pause"}


def test_resuming_all_after_a_pause_leaves_a_stop_to_the_team_that_pressed_it() -> None:
    play = teams(3)
    play.do(c.PressStop(), S2)
    play.do(c.PauseTeam(T2))
    play.do(c.ResumeAll())
    assert [scene.clock.holds for scene in play.round.scenes.values()] == [{"stop"}, frozenset()]
    play.do(c.ResumeAll())  # now it can only mean the stop
    assert not any(scene.clock.held for scene in play.round.scenes.values())


def test_a_gathering_stops_each_team_at_its_next_reveal_and_never_mid_sentence() -> None:
    play = teams(3)
    play.to("reveal", T1)
    play.do(c.Gather())
    play.refused("already_done", c.Gather())
    assert play.scene(T1).clock.holds == {"gather"}
    assert play.scene(T2).clock.holds == frozenset()
    play.send(SeatId("s5"), "in the middle of it")
    play.to("reveal", T2)
    assert play.scene(T2).clock.holds == {"gather"}
    play.wait(3600)
    assert {scene.phase for scene in play.round.scenes.values()} == {"reveal"}
    play.do(c.ResumeAll())
    assert not play.round.gathering
    assert not any(scene.clock.held for scene in play.round.scenes.values())


def test_a_gathering_can_be_called_off_before_anybody_stands_still() -> None:
    play = teams(3)
    play.do(c.Gather())
    play.do(c.ResumeAll())
    assert not play.round.gathering
    play.to("reveal", T1)
    assert not play.scene(T1).clock.held


def test_no_scene_is_ended_by_the_barrier_while_the_room_is_gathered() -> None:
    play = teams(3)
    play.to("outcome", T1)
    assert play.round.clock.deadline is not None
    play.to("reveal", T2)
    play.do(c.Gather())
    play.wait(3600)
    assert play.scene(T2).phase == "reveal"
    play.do(c.ResumeAll())
    assert play.round.clock.deadline == play.now + 120_000
    assert play.stage() == "playing"


def test_thirty_seconds_more_for_one_team_or_for_all() -> None:
    play = teams(3)
    before = [scene.clock.deadline or 0 for scene in play.round.scenes.values()]
    play.do(c.AddTime(T1))
    play.do(c.AddTime())
    assert [scene.clock.deadline for scene in play.round.scenes.values()] == [before[0] + 60_000, before[1] + 30_000]
    play.refused("unknown_team", c.AddTime(T9))
    workshop(3).refused("wrong_phase", c.AddTime())


def test_thirty_seconds_more_while_held_are_there_after_the_pause() -> None:
    play = playing(3, "reply")
    play.do(c.PauseAll())
    play.do(c.AddTime())
    play.do(c.ResumeAll())
    assert play.scene().clock.deadline == play.now + 150_000


def test_untimed_play_waits_for_people_only() -> None:
    play = playing(3, "reply")
    play.do(c.SetTimed(timed=False))
    play.refused("already_done", c.SetTimed(timed=False))
    play.wait(36_000)
    assert play.scene().phase == "reply"
    play.send(S2)
    play.send(S3)
    play.mark(play.reply_of(S2).token, 50)
    play.mark(play.reply_of(S3).token, 50)
    play.do(c.SealNeed("heard"), S1)
    assert play.scene().phase == "reveal"
    play.do(c.SetTimed(timed=True))
    play.all(c.Ready(), S1, S2, S3)
    assert play.scene().phase == "ready"
    assert play.scene().clock.deadline == play.now + 12_000


def test_every_phase_can_be_skipped() -> None:
    play = playing(3, form="long")
    seen = [play.scene().phase]
    while play.scene().phase != "outcome":
        if play.scene().phase == "reply":
            play.send(S2 if play.scene().customer != S2 else S3)
        play.do(c.SkipPhase(T1))
        seen.append(play.scene().phase)
    a_beat = ["ready", "floor", "reply", "vote", "reveal"]
    assert seen == ["casting", "briefing", *a_beat, *a_beat, *a_beat, "outcome"]
    play.refused("wrong_phase", c.SkipPhase(T1))
    play.do(c.SkipPhase())
    stages = [play.stage()]
    while play.stage() != "done":
        play.do(c.SkipPhase())
        stages.append(play.stage())
    assert stages == ["second_take", "debrief", "breather", "done"]
    play.refused("wrong_phase", c.SkipPhase())


def test_skipping_moves_every_team_or_one() -> None:
    play = teams(3)
    play.do(c.SkipPhase(T1))
    assert [scene.phase for scene in play.round.scenes.values()] == ["reveal", "reply"]
    play.do(c.SkipPhase())
    assert [scene.phase for scene in play.round.scenes.values()] == ["ready", "reveal"]
    play.refused("unknown_team", c.SkipPhase(T9))
    workshop(3).refused("wrong_phase", c.SkipPhase())


def test_a_skip_ends_only_what_the_desk_saw_however_many_press_it() -> None:
    play = teams(3, 2)
    play.do(c.SkipPhase(T1, phase="reply"))
    later = play.scene(T1).phase
    play.refused("already_done", c.SkipPhase(T1, phase="reply"))
    assert (play.scene(T1).phase, play.scene(T2).phase) == (later, "reply")
    play.do(c.EndRound())
    play.do(c.SkipPhase(stage="second_take"))
    play.refused("already_done", c.SkipPhase(stage="second_take"))
    play.refused("already_done", c.SkipPhase(stage="playing"))
    assert play.stage() == "debrief"


def test_skipping_the_reply_phase_sends_what_has_been_typed() -> None:
    play = playing(3, "reply")
    play.save(S2, "half a thought")
    play.do(c.SkipPhase(T1))
    assert (play.reply_of(S2).words.text, play.reply_of(S2).by_clock) == ("half a thought", True)
    assert play.scene().phase == "vote"


def test_dropping_a_beat_leaves_two_of_three_and_the_last_still_closes() -> None:
    play = playing(3, "reply", form="long")
    assert play.document("desk").can_drop_beat
    play.do(c.DropBeat())
    play.refused("wrong_phase", c.DropBeat())
    assert not play.document("desk").can_drop_beat
    play.to("ready")
    assert (play.beat().plan.kind, play.beat().closing) == ("resolve", True)
    play.to("outcome")
    assert len(play.scene().beats) == 2


def test_a_scene_that_plays_its_last_beat_keeps_it_when_one_is_dropped() -> None:
    play = teams(3, form="long")
    for _ in range(2):
        play.to("ready", T1)
    play.do(c.DropBeat())
    play.to("outcome", T1)
    play.to("outcome", T2)
    assert [len(scene.beats) for scene in play.round.scenes.values()] == [3, 2]


def test_a_scene_in_the_middle_of_three_still_closes_when_one_is_dropped() -> None:
    play = playing(3, "reveal", form="long")
    play.to("reply")
    assert (play.beat().number, play.beat().plan.kind) == (2, "explore")
    play.do(c.DropBeat())
    play.to("outcome")
    assert [(beat.plan.kind, beat.closing) for beat in play.scene().beats] == [
        ("vent", False),
        ("explore", False),
        ("resolve", True),
    ]


def test_two_beats_are_never_made_one() -> None:
    playing(3, "reply").refused("wrong_phase", c.DropBeat())
    workshop(3).refused("wrong_phase", c.DropBeat())


# --- recasting


def test_recasting_before_the_card_was_read_chooses_another_and_the_first_becomes_an_agent() -> None:
    play = playing(4, "briefing")
    play.do(c.Recast(T1))
    assert play.scene().customer in (S2, S3, S4)
    assert play.scene().watchers == frozenset()
    assert play.scene().clock.deadline == play.now + 80_000


def test_whoever_has_read_the_card_only_watches_after_a_recast() -> None:
    play = playing(4, "briefing")
    play.do(c.OpenCard(), S1)
    play.do(c.Recast(T1))
    assert play.scene().watchers == {S1}
    play.to("reply")
    assert S1 not in play.beat().eligible
    play.refused("not_agent", c.SendReply("I know!"), S1)


@pytest.mark.parametrize("phase", ["ready", "floor", "reply", "reveal"])
def test_in_the_middle_of_a_scene_another_takes_over_where_it_stands(phase: ScenePhase) -> None:
    play = playing(4, "floor")
    if phase != "floor":
        play.to(phase)
    number = len(play.scene().beats)
    play.do(c.Recast(T1))
    new = play.scene().acting_customer
    assert new in (S2, S3, S4)
    assert (play.scene().phase, len(play.scene().beats)) == (phase, number)
    assert new not in play.beat().eligible
    assert S1 in play.scene().watchers


def test_nobody_becomes_customer_whose_reply_is_in() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.send(S3)
    play.do(c.Recast(T1))
    assert play.scene().acting_customer == S4
    play = playing(4, "reply")
    for seat in (S2, S3, S4):
        play.send(seat)
    play.do(c.Recast(T1))
    assert play.seat(play.scene().acting_customer or S9).bot


def test_nobody_is_recast_who_was_not_cast() -> None:
    play = playing(3)
    play.refused("wrong_phase", c.Recast(T1))
    play.refused("wrong_phase", c.Recast(T9))
    play.cast(S1)
    play.to("outcome")
    play.refused("wrong_phase", c.Recast(T1))


# --- the end


def test_a_ceremony_needs_a_round_and_none_that_is_being_played() -> None:
    play = workshop(3)
    play.refused("wrong_phase", c.StartCeremony())
    play.start()
    play.refused("wrong_phase", c.StartCeremony())
    play.to_stage("done")
    play.do(c.StartCeremony())
    assert play.state.phase == "ceremony"
    play.start()
    assert (play.state.phase, play.round.number) == ("round", 2)


def test_closing_in_the_middle_of_a_round_keeps_what_was_revealed() -> None:
    play = playing(4, "reply", form="long", assess=None)
    token = play.send(S2)
    play.to("reveal")
    play.do(c.CloseWorkshop())
    (result,) = play.state.past
    assert {player.seat for player in result.players} == {S1, S3, S4}  # nobody has scored what Ben said
    play.do(c.RecordMarks(token, assessment(3)))  # they were on their way
    assert {player.seat: player.points for player in play.state.past[-1].players}[S2] == 100
    play.refused("closed", c.SkipPhase())


def test_a_closed_workshop_takes_no_command_but_the_servers_and_an_erasure() -> None:
    play = workshop(3)
    play.do(c.CloseWorkshop())
    for command in (c.CloseWorkshop(), c.StartRound(scenario(), "short"), c.SetLock(locked=True), c.PauseAll()):
        play.refused("closed", command)
    play.do(c.SetPresence(S1, here=False))
    play.do(c.EraseMe(), S1)


def test_the_stage_can_be_given_sound() -> None:
    play = workshop(1)
    play.do(c.SetStageSound(on=True))
    assert play.document("stage").sound
    assert play.just(e.StageSoundSet)


def test_locks_are_seen_by_all() -> None:
    play = workshop(1)
    play.do(c.SetLock(locked=True))
    assert play.document("lobby").locked
    assert play.document("desk").locked
