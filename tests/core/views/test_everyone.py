import pytest

from game.core import commands as c
from game.core.ids import SeatId
from game.core.views import everyone
from tests.core.given import S1, S2, S3, T1, T2, playing, teams, workshop
from tests.core.scenarios import by_level


def test_the_lobby_shows_who_is_here_in_which_team() -> None:
    play = workshop(6)
    play.do(c.LeaveWorkshop(), S2)
    lobby = play.document("lobby")
    assert [seat.name for seat in lobby.seats] == ["Ada", "Cleo", "Dan", "Eve", "Fay"]
    assert [team.id for team in lobby.teams] == [T1, T2]
    assert (lobby.code, lobby.title, lobby.season, lobby.rounds, lobby.keep_days) == ("CODE", "Tuesday", "Spring", 1, 90)


def test_the_board_shows_phases_clocks_and_heat_of_every_team() -> None:
    play = teams(3)
    play.to("reveal", T1)
    board = play.document("board")
    assert [(team.phase, team.beat, team.beats) for team in board.teams] == [("reveal", 1, 2), ("reply", 1, 2)]
    assert [team.heat.value for team in board.teams] == [65, 60]
    assert board.teams[1].clock.deadline == play.now + 120_000
    assert board.teams[1].waiting == 2
    assert board.clock is None


def test_before_the_first_beat_no_heat_is_shown() -> None:
    assert playing(3).document("board").teams[0].heat is None


def test_the_board_says_that_clocks_stand_still_and_not_why() -> None:
    play = playing(3, "reply")
    play.do(c.PauseAll())
    board = play.document("board")
    assert (board.held, board.teams[0].clock.held, board.teams[0].clock.left) == (True, True, 120_000)
    assert "pause" not in repr(board)


# --- debrief


def test_the_debrief_shows_the_steepest_fall_and_rise_of_the_rooms_mean_heat() -> None:
    play = teams(3, 2, assess=by_level)
    for texts in (("3 a", "3 b"), ("0 a", "0 b")):
        for team, text in zip((T1, T2), texts, strict=True):
            if play.scene(team).phase != "reply":
                play.to("reply", team)
            play.send(play.members(team)[1], text)
            play.to("reveal", team)
    play.do(c.EndRound())
    assert play.document("board").debrief is None
    play.to_stage("debrief")
    debrief = play.document("board").debrief
    assert [curve.heat for curve in debrief.curves] == [(60, 35, 60), (60, 35, 60)]
    assert (debrief.mean, debrief.fall, debrief.rise) == ((60, 35, 60), 1, 2)


def test_sealed_needs_and_what_customers_needed_come_without_names() -> None:
    play = playing(3, "reply")
    play.send(S2)
    play.do(c.SealNeed("respect"), S1)
    play.to("reveal")
    play.to("outcome")
    play.do(c.StepOut("a straight answer"), S1)
    play.to_stage("debrief")
    debrief = play.document("board").debrief
    assert debrief.needs == (("respect", 1),)
    assert debrief.step_outs == ("a straight answer",)


def test_a_need_whose_beat_was_never_revealed_stays_sealed() -> None:
    play = playing(3, "reply")
    play.do(c.SealNeed("respect"), S1)
    play.to_stage("debrief")
    assert play.document("board").debrief.needs == ()


def test_the_share_of_aims_met_is_the_rooms() -> None:
    play = workshop(4)
    play.start()
    play.to_stage("debrief")
    play.do(c.SetAim("empathy", "they shout", "stay calm"), S2)
    play.do(c.SetAim("empathy", "they shout", "stay calm"), S3)
    play.to_stage("done")
    play.start()
    play.cast(S1)
    play.to("reply")
    play.send(S2)
    play.to("reveal")
    play.to_stage("debrief")
    debrief = play.document("board").debrief
    assert (debrief.aims_met, debrief.aims_set) == (1, 2)


def test_a_stopped_scene_is_left_out_of_the_rooms_curve() -> None:
    play = playing(3, "reveal")
    for _ in range(2):
        play.do(c.PressStop(), S2)
        play.all(c.GoOn(), S1, S2, S3)
    play.do(c.PressStop(), S2)
    play.to_stage("debrief")
    debrief = play.document("board").debrief
    assert (debrief.curves, debrief.mean, debrief.fall, debrief.rise) == ((), (), None, None)


# --- standings


def test_the_boards_of_everybody_never_show_who_is_last() -> None:
    play = playing(5, "reply", assess=by_level)
    for seat, text in zip((S2, S3, SeatId("s4"), SeatId("s5")), ("3 a", "2 b", "1 c", "0 d"), strict=True):
        play.send(seat, text)
    play.to("reveal")
    play.do(c.EndRound())
    shown = [row.name for row in play.document("standings").players]
    full = [row.name for row in play.document("desk").full_standings]
    assert full[-1] == "Eve"
    assert "Eve" not in shown
    assert shown == full[: len(shown)]


def test_the_last_round_and_the_whole_workshop_have_boards_of_their_own() -> None:
    play = workshop(3, assess=by_level)
    for text in ("3 good", "0 poor"):
        play.start()
        play.cast(S1)
        play.to("reply")
        play.send(S2, text)
        play.to("reveal")
        play.to_stage("done")
    standings = play.document("standings")
    assert standings.round_teams[0].points < standings.teams[0].points


@pytest.mark.parametrize("rank", [everyone.lobby, everyone.board, everyone.standings_document])
def test_documents_for_everybody_can_be_made_at_any_time(rank: object) -> None:
    play = workshop(3)
    assert callable(rank)
    for state in (play.state, playing(3).state):
        rank(state)
