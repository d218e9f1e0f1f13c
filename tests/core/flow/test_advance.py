from hypothesis import given
from hypothesis import strategies as st

from game.core import commands as c
from game.core import events as e
from game.core.flow.advance import next_alarm
from game.core.ids import Instant
from tests.core.given import S1, S2, S3, S4, T1, Play, playing, teams, workshop


def outage(play: Play, seconds: float) -> None:
    """The server is away for so long, and back."""
    since = play.now
    play.now = Instant(play.now + round(seconds * 1000))
    play.do(c.Resume(since))


# --- alarms


def test_where_nothing_is_timed_there_is_no_alarm() -> None:
    assert next_alarm(workshop(3).state, workshop(3).now) is None
    play = playing(3)
    play.do(c.SetTimed(timed=False))
    assert next_alarm(play.state, play.now) is None


def test_the_alarm_is_set_for_whatever_comes_first() -> None:
    play = teams(3)
    play.wait(30)
    play.do(c.AddTime(T1))
    assert next_alarm(play.state, play.now) == play.now + 90_000
    play.do(c.SetPresence(S2, here=False))
    assert next_alarm(play.state, play.now) == play.now + 20_000


def test_a_writer_whose_own_clock_ends_first_has_an_alarm_of_their_own() -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(150), S2)
    play.do(c.YieldFloor(), S1)
    assert next_alarm(play.state, play.now) == play.now + 120_000
    play.send(S3)
    play.send(S4)
    assert next_alarm(play.state, play.now) == play.now + 180_000


def test_a_held_clock_rings_no_alarm() -> None:
    play = playing(3, "reply")
    play.do(c.PauseAll())
    assert next_alarm(play.state, play.now) is None


@given(st.integers(3, 8), st.integers(0, 40))
def test_a_round_that_nobody_touches_ends_by_itself_in_time(people: int, seed: int) -> None:
    play = workshop(people, seed=str(seed))
    play.start()
    began = play.now
    steps = 0
    while play.stage() != "done":
        play.pass_time()
        steps += 1
    assert steps < 40
    assert play.now - began < 20 * 60 * 1000


def test_a_second_elapse_at_the_same_moment_does_nothing() -> None:
    play = playing(3, "floor")
    play.wait(40)
    assert play.do(c.Elapse()) == ()


# --- outages


def test_an_outage_gives_running_clocks_back_what_it_took() -> None:
    play = playing(3, "reply")
    play.wait(20)
    outage(play, 300)
    assert play.scene().clock.deadline == play.now + 100_000
    assert play.scene().phase == "reply"


def test_an_outage_takes_nothing_from_a_clock_that_stood_still() -> None:
    play = playing(3, "reply")
    play.wait(20)
    play.do(c.PauseAll())
    outage(play, 300)
    assert play.scene().clock.left == 100_000


def test_after_an_outage_nothing_is_all_in_for_thirty_seconds() -> None:
    play = playing(3, "reply")
    play.send(S2)
    outage(play, 10)
    play.send(S3)
    assert play.scene().phase == "reply"
    play.wait(29.9)
    assert play.scene().phase == "reply"
    play.wait(0.1)
    assert play.scene().phase == "vote"


def test_casting_and_stages_keep_quiet_after_an_outage_too() -> None:
    play = playing(3)
    outage(play, 10)
    play.all(c.Volunteer(willing=True), S1, S2, S3)
    assert play.scene().phase == "casting"
    play.wait(10)
    assert play.scene().phase == "briefing"
    play.do(c.EndRound())
    outage(play, 10)
    play.all(c.Ready(), S1, S2, S3)
    assert play.stage() == "second_take"
    play.wait(30)
    assert play.stage() == "debrief"


def test_clocks_still_end_phases_in_the_quiet_time() -> None:
    play = playing(3, "floor")
    play.wait(35)
    outage(play, 10)
    play.wait(5)
    assert play.scene().phase == "reply"


def test_nobody_is_absent_for_the_time_that_the_server_was_away() -> None:
    play = playing(3, "floor")
    play.do(c.SetPresence(S1, here=False))
    play.wait(15)
    outage(play, 300)
    assert play.seat(S1).presence == "away"
    play.wait(5)
    assert play.seat(S1).presence == "absent"


def test_an_outage_that_began_in_the_future_takes_nothing() -> None:
    play = playing(3, "reply")
    left = play.scene().clock.deadline
    (ended,) = play.do(c.Resume(Instant(play.now + 5_000)))
    assert isinstance(ended, e.OutageEnded)
    assert ended.lost == 0
    assert play.scene().clock.deadline == left
