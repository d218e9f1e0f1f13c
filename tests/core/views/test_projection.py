from dataclasses import replace

import pytest

from game.core import commands as c
from game.core.scenario import Form
from game.core.seating import sent
from game.core.views.projection import CEREMONY, Pace, projected_end, round_length
from tests.core.given import S1, S2, SETTINGS, T1, Play, playing, teams, workshop
from tests.core.scenarios import scenario


def end(play: Play) -> int:
    found = projected_end(play.state, play.now)
    assert found is not None
    return int(found)


def run_out(play: Play) -> list[int]:
    """Let every clock run out (agents type, nobody sends); what was projected on the way, at each alarm."""
    said = [end(play)]
    while play.stage() != "done":
        for scene in play.round.scenes.values():
            if scene.beat is not None and scene.phase == "reply":
                for seat in set(scene.beat.eligible) - sent(scene.beat):
                    play.save(seat, f"draft of {seat}")
        play.pass_time()
        said.append(end(play))
    return said


@pytest.mark.parametrize("form", ["short", "long"])
@pytest.mark.parametrize("size", [3, 4, 5, 6, 8])
def test_where_every_clock_runs_out_the_projection_was_exact_all_along(size: int, form: Form) -> None:
    play = workshop(size, replace(SETTINGS, team_size=size, forms=(form,)))
    play.start(scenario(), form)
    assert set(run_out(play)) == {play.now + CEREMONY}


def test_a_slow_typist_is_counted_on() -> None:
    play = workshop(4)
    play.do(c.SetTimeFactor(S2, 150))
    play.do(c.SetSwitches(not_today=True, no_abuse=False), S2)
    play.start()
    assert set(run_out(play)) == {play.now + CEREMONY}


def test_the_slowest_team_holds_up_the_room_until_the_barrier_at_most() -> None:
    play = workshop(9, replace(SETTINGS, team_size=3, forms=("long",)))
    play.do(c.SetTimeFactor(S2, 150))
    play.do(c.SetSwitches(not_today=True, no_abuse=False), S2)
    play.start(form="long")
    assert set(run_out(play)) == {play.now + CEREMONY}


def test_before_the_first_round_the_whole_playlist_counts() -> None:
    settings = replace(SETTINGS, playlist=("a", "b"), forms=("short", "long"))
    play = workshop(5, settings)
    assert end(play) - play.now == round_length([Pace(4)], 2) + round_length([Pace(4)], 3) + CEREMONY
    assert end(Play(settings)) - play.now == end(play) - play.now


def test_a_workshop_of_forty_five_minutes_holds_two_short_rounds() -> None:
    play = workshop(20, replace(SETTINGS, playlist=("a", "b"), forms=("short", "short")))
    assert 30 * 60_000 < end(play) - play.now <= 45 * 60_000


def test_a_second_round_is_added_to_what_the_first_has_left() -> None:
    play = workshop(5, replace(SETTINGS, playlist=("a", "b"), forms=("short", "short")))
    before = end(play)
    play.start()
    assert end(play) == before


def test_a_pause_moves_the_end_and_added_time_does_too() -> None:
    play = playing(3, "reply")
    before = end(play)
    play.do(c.PauseAll())
    play.wait(60)
    assert end(play) == before + 60_000
    play.do(c.AddTime())
    assert end(play) == before + 90_000


def test_dropping_a_beat_brings_the_end_nearer_by_one() -> None:
    play = playing(5, "floor", form="long")
    before = end(play)
    play.do(c.DropBeat())
    assert before - end(play) == Pace(4).beat


def test_a_team_that_is_quick_brings_the_end_nearer_only_if_the_others_are() -> None:
    play = teams(3, 3)
    before = end(play)
    play.to("reveal", T1)
    assert end(play) == before


@pytest.mark.parametrize("number", [2, 3, 4])
def test_once_the_barrier_is_set_it_is_the_limit(number: int) -> None:
    play = teams(3, number)
    for team in list(play.round.scenes)[: (number + 1) // 2]:
        play.to("outcome", team)
    last = list(play.round.scenes)[-1]
    play.do(c.AddTime(last))
    play.do(c.AddTime(last))
    assert end(play) == play.now + 120_000 + 30_000 + 60_000 + 210_000 + 60_000 + CEREMONY


def test_an_untimed_or_finished_workshop_has_no_projected_end() -> None:
    play = playing(3)
    play.do(c.SetTimed(timed=False))
    assert projected_end(play.state, play.now) is None
    play.do(c.SetTimed(timed=True))
    play.to_stage("done")
    assert end(play) == play.now + CEREMONY
    play.do(c.StartCeremony())
    assert projected_end(play.state, play.now) is None
    assert play.seat(S1).team == T1
