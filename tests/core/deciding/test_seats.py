from dataclasses import replace

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.decide import decide
from game.core.ids import PlayerId, SeatId
from game.core.refusal import Refusal
from game.core.seating import present_seats
from game.core.settings import MOST_SEATS
from tests.core.given import S1, S2, S3, S4, S5, T1, Play, playing, workshop
from tests.core.scenarios import assessment

NEW = PlayerId("p-new")


def take(name: str, player: PlayerId = NEW) -> c.TakeSeat:
    return c.TakeSeat(player, name, "🦊")


# --- joining


def test_a_newcomer_takes_a_seat_and_is_put_into_a_team() -> None:
    play = Play()
    taken, _, moved, here = play.do(take(" Ada "))
    assert isinstance(taken, e.SeatTaken)
    assert (taken.seat, taken.words.text, taken.words.seat, taken.bot) == (S1, "Ada", S1, False)
    assert moved == e.SeatMoved(S1, T1, by_hand=False)
    assert here == e.PresenceChanged(S1, "away", play.now)


def test_seats_fill_teams_of_the_chosen_size() -> None:
    play = workshop(11)
    assert [len(play.members(team)) for team in play.state.teams] == [5, 5, 1]


@pytest.mark.parametrize(
    ("name", "code"), [("", "empty"), ("   ", "empty"), ("x" * 25, "too_long"), ("Ada", "name_taken"), ("aDA ", "name_taken")]
)
def test_a_name_has_one_to_twenty_four_characters_and_belongs_to_one_person(name: str, code: str) -> None:
    workshop(1).refused(code, take(name))


@pytest.mark.parametrize("name", ["x" * 24, "Zoë", "😀", "אביב", "1"])
def test_any_script_makes_a_name(name: str) -> None:
    play = Play()
    play.do(take(name))
    assert play.seat(S1).name.text == name


def test_the_name_of_somebody_who_left_is_free_again() -> None:
    play = workshop(2)
    play.do(c.LeaveWorkshop(), S1)
    play.do(take("Ada"))


def test_taking_a_seat_twice_gives_the_same_seat() -> None:
    play = workshop(1)
    assert play.do(take("Whoever", PlayerId("p-Ada"))) == (e.SeatRetaken(S1),)
    assert play.seat(S1).name.text == "Ada"


def test_a_locked_workshop_lets_nobody_new_in_but_a_second_phone() -> None:
    play = workshop(1)
    play.do(c.SetLock(locked=True))
    play.refused("locked", take("Ben"))
    play.do(take("Ada", PlayerId("p-Ada")))
    play.do(c.SetLock(locked=False))
    play.do(take("Ben"))


def test_a_full_workshop_says_so() -> None:
    play = workshop(1)
    others = {SeatId(f"o{n}"): replace(play.seat(S1), id=SeatId(f"o{n}")) for n in range(MOST_SEATS - 1)}
    full = replace(play.state, seats={**play.state.seats, **others})
    answer = decide(full, take("One more"), at=play.now)
    assert isinstance(answer, Refusal)
    assert answer.code == "full"
    assert not isinstance(decide(replace(full, seats=others), take("One more"), at=play.now), Refusal)


def test_a_closed_workshop_lets_nobody_in() -> None:
    play = workshop(1)
    play.do(c.CloseWorkshop())
    play.refused("closed", take("Ben"))


# --- leaving and coming back


def test_whoever_leaves_is_not_counted_and_keeps_their_seat_for_later() -> None:
    play = workshop(3)
    assert play.do(c.LeaveWorkshop(), S1)[0] == e.SeatLeft(S1, banned=False)
    assert [seat.id for seat in present_seats(play.state)] == [S2, S3]
    play.refused("no_seat", c.LeaveWorkshop(), S1)
    play.join("Ada")
    assert [seat.id for seat in present_seats(play.state)] == [S1, S2, S3]
    assert play.seat(S1).team == T1


def test_whoever_comes_back_may_have_another_name() -> None:
    play = workshop(1)
    play.do(c.LeaveWorkshop(), S1)
    play.do(take("Adele", PlayerId("p-Ada")))
    assert play.seat(S1).name.text == "Adele"


def test_whoever_comes_back_to_a_team_that_is_gone_or_full_gets_another() -> None:
    play = workshop(9)
    play.do(c.LeaveWorkshop(), S1)
    for seat in (SeatId("s6"), SeatId("s7"), SeatId("s8"), SeatId("s9")):
        play.do(c.MoveSeat(seat, T1))
    assert len(play.members(T1)) == 8
    play.join("Ada")
    assert len(play.members(T1)) == 8
    assert play.seat(S1).team not in (None, T1)


def test_removed_is_not_banned() -> None:
    play = workshop(2)
    play.do(c.RemoveSeat(S1))
    play.join("Ada")
    play.do(c.RemoveSeat(S2, ban=True))
    play.refused("banned", take("Ben", PlayerId("p-Ben")))
    play.refused("banned", take("Bernard", PlayerId("p-Ben")))
    play.do(c.UnbanAll())
    play.join("Ben")


def test_somebody_who_left_can_be_banned_afterwards() -> None:
    play = workshop(1)
    play.do(c.LeaveWorkshop(), S1)
    play.do(c.RemoveSeat(S1, ban=True))
    play.refused("banned", take("Ada", PlayerId("p-Ada")))


# --- erasing


def test_erasing_empties_everything_that_somebody_wrote() -> None:
    play = playing(3, "reply")
    play.send(S2, "my secret words")
    play.do(c.EraseMe(), S2)
    assert "my secret words" not in repr(play.state)
    assert play.seat(S2).name.text == ""
    assert play.seat(S2).gone
    assert play.seat(S2).erased


def test_erasing_leaves_what_others_wrote() -> None:
    play = playing(4, "reply")
    play.send(S2, "mine")
    play.send(S3, "yours")
    play.do(c.EraseMe(), S2)
    assert play.reply_of(S3).words.text == "yours"


def test_an_erased_reply_is_neither_judged_nor_waited_for_nor_heard() -> None:
    play = playing(5, "reply", assess=lambda reply: assessment(3 if reply.seat == S2 else 0))
    tokens = {seat: play.send(seat) for seat in (S2, S3, S4)}
    play.do(c.EraseMe(), S2)
    play.send(S5)
    assert play.scene().phase == "vote"
    shown = {token for pairs in play.beat().plans.values() for pair in pairs for token in (pair.left, pair.right)}
    assert shown
    assert tokens[S2] not in shown
    for seat in (S3, S4, S5):
        play.mark(play.reply_of(seat).token, 50)
    play.do(c.SealNeed("heard"), S1)
    assert S1 not in play.document("scene", T1).waiting_for
    play.to("reveal")
    assert play.beat().heard not in (None, tokens[S2])


def test_whoever_was_erased_starts_anew() -> None:
    play = workshop(1)
    play.do(c.EraseMe(), S1)
    (again,) = play.join("Ada")
    assert again != S1


def test_whoever_has_left_can_still_erase_themselves_even_after_the_end() -> None:
    play = workshop(2)
    play.do(c.LeaveWorkshop(), S1)
    play.do(c.CloseWorkshop())
    play.do(c.EraseMe(), S1)
    assert play.seat(S1).erased
    play.do(c.EraseMe(), S2)
    play.refused("no_seat", c.EraseMe(), S2)


# --- private wishes


def test_switches_and_pace_are_ones_own() -> None:
    play = workshop(2)
    play.do(c.SetSwitches(not_today=True, no_abuse=True), S1)
    play.do(c.SetPace(125), S1)
    assert (play.seat(S1).not_today, play.seat(S1).no_abuse, play.seat(S1).time_factor) == (True, True, 125)
    assert (play.seat(S2).not_today, play.seat(S2).no_abuse, play.seat(S2).time_factor) == (False, False, 100)


@pytest.mark.parametrize("percent", [-1, 0, 99, 151, 1000])
def test_extra_time_goes_from_one_hundred_to_one_hundred_and_fifty_percent(percent: int) -> None:
    play = workshop(1)
    play.refused("out_of_range", c.SetPace(percent), S1)
    play.refused("out_of_range", c.SetTimeFactor(S1, percent))


@pytest.mark.parametrize(
    "command", [c.LeaveWorkshop(), c.EraseMe(), c.SetPace(100), c.SetSwitches(not_today=True, no_abuse=True)]
)
def test_without_a_seat_nothing_can_be_wished(command: c.Command) -> None:
    play = workshop(1)
    play.refused("no_seat", command, None)
    play.refused("no_seat", command, SeatId("s99"))


# --- presence


def test_a_phone_that_connects_is_here_and_one_that_drops_is_away_and_absent_after_twenty_seconds() -> None:
    play = workshop(1)
    play.do(c.SetPresence(S1, here=False))
    assert play.seat(S1).presence == "away"
    play.wait(19.9)
    assert play.seat(S1).presence == "away"
    play.wait(0.1)
    assert play.seat(S1).presence == "absent"
    play.do(c.SetPresence(S1, here=True))
    assert play.seat(S1).presence == "here"


def test_a_short_gap_changes_nothing() -> None:
    play = workshop(1)
    play.do(c.SetPresence(S1, here=False))
    play.wait(19)
    play.do(c.SetPresence(S1, here=True))
    play.wait(60)
    assert play.seat(S1).presence == "here"


def test_what_the_server_has_told_already_is_refused() -> None:
    play = workshop(1)
    play.refused("already_done", c.SetPresence(S1, here=True))
    play.do(c.SetPresence(S1, here=False))
    play.refused("already_done", c.SetPresence(S1, here=False))


def test_a_phone_that_never_connects_after_joining_is_absent_after_twenty_seconds() -> None:
    play = workshop(1)
    play.do(take("Ben"))
    assert play.seat(S2).presence == "away"
    play.wait(20)
    assert play.seat(S2).presence == "absent"


def test_the_presence_of_somebody_who_left_is_refused() -> None:
    play = workshop(1)
    play.do(c.LeaveWorkshop(), S1)
    play.refused("no_seat", c.SetPresence(S1, here=True))


# --- while a round is played


def test_a_late_joiner_is_in_the_smallest_team_and_answers_from_the_next_beat_on() -> None:
    play = playing(3, "reply")
    (late,) = play.join("Late")
    assert play.seat(late).team == T1
    play.refused("not_agent", c.SendReply("Hello"), late)
    assert play.document("seat", late).role == "gallery"
    play.to("reply")
    assert late in play.beat().eligible
    play.send(late)


def test_a_late_joiner_finds_no_team_with_room_and_is_audience() -> None:
    play = playing(5)
    play.join("L1", "L2", "L3", "L4")
    assert [len(play.members(team)) for team in play.state.teams] == [7]
    late = [seat for seat in play.state.seats.values() if seat.team is None]
    assert len(late) == 2
    play.to_stage("done")
    play.start()
    assert all(seat.team is not None for seat in play.state.seats.values())


def test_nobody_waits_for_an_agent_who_left() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.send(S3)
    assert play.scene().phase == "reply"
    play.do(c.LeaveWorkshop(), S4)
    assert play.scene().phase == "vote"


def test_an_agent_who_comes_back_in_the_same_beat_may_still_answer() -> None:
    play = playing(4, "reply")
    play.do(c.LeaveWorkshop(), S4)
    play.send(S2)
    play.join("Dan")
    play.send(S4)
    assert play.scene().phase == "reply"
    play.send(S3)
    assert play.scene().phase == "vote"
