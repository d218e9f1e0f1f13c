import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import SeatId, Token
from game.core.state import ScenePhase
from tests.core.given import S1, S2, S3, S4, S5, T1, Play, playing, workshop
from tests.core.scenarios import assessment, scenario


def present(play: Play, *seats: SeatId, here: bool) -> None:
    for seat in seats:
        play.do(c.SetPresence(seat, here))


def acting_bot(play: Play) -> bool:
    acting = play.scene().acting_customer
    return acting is not None and play.seat(acting).bot


# --- casting


def test_casting_asks_for_ten_seconds_and_then_chooses() -> None:
    play = playing(3)
    play.do(c.Volunteer(willing=True), S3)
    play.wait(9.9)
    assert play.scene().phase == "casting"
    play.wait(0.1)
    assert (play.scene().phase, play.scene().customer) == ("briefing", S3)
    assert play.scene().clock.deadline == play.now + 80_000


def test_over_three_rounds_everybody_is_customer_once() -> None:
    play = workshop(3)
    seen = set()
    for _ in range(3):
        play.start()
        play.wait(10)
        seen.add(play.scene().customer)
        play.do(c.EndRound())
        play.to_stage("done")
    assert seen == {S1, S2, S3}


def test_where_everybody_said_not_today_a_bot_plays_at_once() -> None:
    play = workshop(3)
    for seat in (S1, S2, S3):
        play.do(c.SetSwitches(not_today=True, no_abuse=False), seat)
    play.start()
    assert play.scene().phase == "briefing"
    assert acting_bot(play)


def test_casting_does_not_end_early_where_nobody_is_here() -> None:
    play = workshop(3)
    present(play, S1, S2, S3, here=False)
    play.start()
    assert play.scene().phase == "casting"
    present(play, S2, here=True)
    assert play.scene().phase == "casting"
    play.do(c.Volunteer(willing=True), S2)
    assert play.scene().customer == S2


def test_a_scene_is_filled_to_one_customer_and_two_agents() -> None:
    play = workshop(2)
    play.start()
    play.cast(S1)
    play.to("reply")
    assert len(play.beat().eligible) == 2
    assert S2 in play.beat().eligible


# --- briefing and the pause before a beat


@pytest.mark.parametrize(("phase", "seconds"), [("briefing", 80), ("ready", 12), ("reveal", 35)])
def test_a_page_ends_when_its_clock_does_or_when_everybody_is_ready(phase: ScenePhase, seconds: int) -> None:
    play = playing(3, "briefing")
    play.do(c.OpenCard(), S1)
    if phase != "briefing":
        play.to(phase)
    play.wait(seconds - 0.1)
    assert play.scene().phase == phase
    play.wait(0.1)
    assert play.scene().phase != phase
    play = playing(3, "briefing")
    play.do(c.OpenCard(), S1)
    if phase != "briefing":
        play.to(phase)
    play.all(c.Ready(), S1, S2)
    assert play.scene().phase == phase
    play.do(c.Ready(), S3)
    assert play.scene().phase != phase


def test_whoever_is_absent_is_not_waited_for_but_somebody_must_be_there() -> None:
    play = playing(3, "briefing")
    present(play, S2, S3, here=False)
    play.do(c.OpenCard(), S1)
    play.do(c.Ready(), S1)
    assert play.scene().phase == "briefing"
    play.wait(20)
    assert play.scene().phase == "ready"
    play = playing(3, "briefing")
    play.do(c.OpenCard(), S1)
    play.all(c.Ready(), S1, S2)
    present(play, S1, S2, S3, here=False)
    play.wait(19.9)
    assert play.scene().phase == "briefing"


def test_the_first_vent_is_the_opening_line_and_later_beats_begin_with_reactions() -> None:
    play = playing(3, "reply")
    assert [line.text for line in play.beat().lines] == ["opening line"]
    play.send(S2, "Here is a refund, let me look.", "offer", "look_up", offer="refund")
    play.to("floor")
    assert [(line.kind, line.text) for line in play.beat().lines] == [
        ("fact", "order comes out"),
        ("reaction", "refund reaction"),
        ("reaction", "look-up reaction"),
    ]


def test_after_silence_the_next_beat_begins_with_it() -> None:
    play = playing(3, "reveal")
    play.to("floor")
    assert [(line.kind, line.text) for line in play.beat().lines] == [("silence", "silence line")]


# --- the floor


def test_when_the_clock_ends_the_floor_yields_itself() -> None:
    play = playing(3, "floor")
    play.wait(40)
    assert (play.scene().phase, play.beat().yielded) == ("reply", "clock")


@pytest.mark.parametrize(("heat", "line"), [(50, "resolve line any"), (20, "resolve line any")])
def test_a_customer_who_has_said_nothing_says_a_fitting_line(heat: int, line: str) -> None:
    play = playing(3, "reply", scenario=scenario(opening_heat=heat, beats=(scenario().beats[0], scenario().beats[2])))
    play.send(S2, "no action")
    play.to("floor")
    assert play.beat().lines == ()
    play.wait(40)
    assert [(said.kind, said.text) for said in play.beat().lines] == [("suggested", line)]


# --- replies and their clocks


def test_a_time_factor_lengthens_only_ones_own_reply_clock() -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(150), S2)
    play.do(c.SetTimeFactor(S3, 125))
    play.do(c.YieldFloor(), S1)
    assert play.beat().allowances == {S2: 180_000, S3: 150_000, S4: 120_000}
    assert play.scene().clock.deadline == play.now + 180_000
    clocks = [play.document("seat", seat).reply_clock.deadline - play.now for seat in (S2, S3, S4)]
    assert clocks == [180_000, 150_000, 120_000]


@pytest.mark.parametrize("percent", range(100, 151, 10))
def test_no_reply_clock_is_longer_than_a_hundred_and_eighty_seconds(percent: int) -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(percent), S2)
    play.do(c.YieldFloor(), S1)
    assert 120_000 <= play.beat().allowances[S2] == 1_200 * percent <= 180_000


def test_at_the_end_of_ones_clock_a_draft_is_sent_and_marked_by_clock() -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(150), S2)
    play.do(c.YieldFloor(), S1)
    play.save(S3, "half a thought", "look_up")
    play.save(S2, "a whole one")
    play.send(S4)
    play.wait(120)
    sent = play.reply_of(S3)
    assert (sent.words.text, sent.actions, sent.by_clock, sent.interrupted) == ("half a thought", ("look_up",), True, False)
    assert play.scene().phase == "reply"
    play.wait(60)
    assert play.reply_of(S2).by_clock
    assert play.scene().phase == "vote"


def test_an_empty_draft_is_not_sent() -> None:
    play = playing(3, "reply")
    play.save(S2, "   ", "look_up")
    play.wait(120)
    assert play.events(e.ReplySent) == []


def test_the_draft_of_somebody_whose_phone_dropped_is_sent_but_not_of_somebody_who_left() -> None:
    play = playing(4, "reply")
    play.save(S2, "typed before the battery died")
    play.save(S3, "typed before going home")
    present(play, S2, here=False)
    play.do(c.LeaveWorkshop(), S3)
    play.wait(120)
    assert [sent.seat for sent in play.events(e.ReplySent)] == [S2]
    assert play.reply_of(S2).by_clock


def test_a_reply_phase_ends_when_every_eligible_and_present_agent_has_sent() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.send(S3)
    present(play, S4, here=False)
    play.wait(19)
    assert play.scene().phase == "reply"
    play.wait(1)
    assert play.scene().phase == "vote"


def test_the_last_writer_keeps_twenty_seconds() -> None:
    play = playing(4, "reply")
    play.wait(115)
    play.send(S2)
    assert play.scene().clock.deadline == play.now + 5_000
    play.send(S3)
    assert play.scene().clock.deadline == play.now + 20_000
    play.wait(19)
    play.send(S4)
    assert play.scene().phase == "vote"


def test_the_last_writer_with_more_than_twenty_seconds_gets_no_more() -> None:
    play = playing(3, "reply")
    play.wait(60)
    play.send(S2)
    assert play.scene().clock.deadline == play.now + 60_000


def test_the_last_writer_keeps_twenty_seconds_even_where_the_others_sent_in_a_pause() -> None:
    play = playing(3, "reply")
    play.wait(115)
    play.do(c.PauseAll())
    play.send(S2)
    play.do(c.ResumeAll())
    assert play.scene().clock.deadline == play.now + 20_000


def test_a_clock_that_has_run_out_is_not_wound_up_again_by_the_drafts_it_sends() -> None:
    play = playing(4, "reply")
    play.save(S2, "one")
    play.save(S3, "two")
    play.wait(120)
    assert play.scene().phase == "vote"


def test_nobody_waits_for_the_longer_clock_of_somebody_who_left() -> None:
    play = playing(4, "floor")
    play.do(c.SetPace(150), S4)
    play.do(c.YieldFloor(), S1)
    play.do(c.LeaveWorkshop(), S4)
    play.wait(120)
    assert play.scene().phase == "reveal"
    assert play.beat().heard is None


# --- silence


def test_no_reply_at_all_means_no_vote_a_silence_and_five_degrees() -> None:
    play = playing(3, "reply")
    play.wait(120)
    assert play.scene().phase == "reveal"
    assert play.events(e.VoteOpened) == []
    assert [(step.reason, step.change) for step in play.beat().steps] == [("silence", 5)]
    assert play.scene().heat == 65
    assert play.document("scene", T1).reveal.silence == "silence line"


# --- the vote


def voting(people: int = 4, **options: object) -> Play:
    play = playing(people, "reply", **options)  # type: ignore[arg-type]
    for seat in play.beat().eligible:
        play.send(seat)
    return play


def judge_all(play: Play, *voters: SeatId) -> None:
    for voter in voters:
        for pair in play.beat().plans.get(voter, ()):
            play.do(c.CastBallot(pair.left, pair.right, pair.left), voter)


def mark_all(play: Play) -> None:
    for reply in play.beat().replies:
        play.mark(reply.token, 50)
    play.do(c.SealNeed("heard"), play.scene().acting_customer)


def test_a_vote_ends_when_every_voter_and_the_customer_are_done() -> None:
    play = voting()
    judge_all(play, S2, S3, S4)
    assert play.scene().phase == "vote"
    mark_all(play)
    assert play.scene().phase == "reveal"


def test_a_customer_who_has_marked_but_not_sealed_a_need_is_waited_for() -> None:
    play = voting()
    judge_all(play, S2, S3, S4)
    for reply in play.beat().replies:
        play.mark(reply.token, 50)
    assert play.scene().phase == "vote"
    play.do(c.SealNeed("heard"), S1)
    assert play.scene().phase == "reveal"


@pytest.mark.parametrize(("people", "seconds"), [(3, 30), (4, 40), (5, 60), (6, 75)])
def test_a_vote_ends_with_its_clock(people: int, seconds: int) -> None:
    play = voting(people)
    play.wait(seconds - 1)
    assert play.scene().phase == "vote"
    play.wait(1)
    assert play.scene().phase == "reveal"


def test_nobody_waits_for_a_voter_or_a_customer_who_is_gone() -> None:
    play = voting()
    judge_all(play, S2, S3)
    play.do(c.LeaveWorkshop(), S4)
    present(play, S1, here=False)
    play.wait(20)
    assert acting_bot(play)
    mark_all(play)
    assert play.scene().phase == "reveal"


# --- marks that are missing


def test_a_reveal_waits_five_seconds_for_marks_and_then_peers_decide() -> None:
    play = voting(assess=None)
    judge_all(play, S2, S3, S4)
    mark_all(play)
    assert play.scene().phase == "vote"
    assert play.scene().clock.deadline == play.now + 5_000
    play.wait(4.9)
    assert play.scene().phase == "vote"
    play.wait(0.1)
    assert play.scene().phase == "reveal"
    points = play.reply_of(S2).points
    assert points is not None
    assert points.rubric is None


def test_a_reveal_comes_as_soon_as_the_last_mark_does() -> None:
    play = voting(assess=None)
    judge_all(play, S2, S3, S4)
    mark_all(play)
    tokens: list[Token] = [reply.token for reply in play.beat().replies]
    for token in tokens:
        assert play.scene().phase == "vote"
        play.do(c.RecordMarks(token, assessment(1)))
    assert play.scene().phase == "reveal"


@pytest.mark.parametrize("before", [True, False])
def test_even_an_untimed_workshop_waits_no_longer_for_marks(before: bool) -> None:
    play = voting(assess=None)
    if before:
        play.do(c.SetTimed(timed=False))
    judge_all(play, S2, S3, S4)
    mark_all(play)
    if not before:
        play.do(c.SetTimed(timed=False))
    play.wait(5)
    assert play.scene().phase == "reveal"


# --- customers who are away


def test_a_customer_who_is_away_for_twenty_seconds_is_played_by_the_bot_until_the_next_beat() -> None:
    play = playing(4, "floor")
    present(play, S1, here=False)
    play.wait(19.9)
    assert play.scene().standin is None
    play.wait(0.1)
    assert acting_bot(play)
    present(play, S1, here=True)
    assert acting_bot(play)
    play.refused("not_customer", c.YieldFloor(), S1)
    play.to("floor")
    assert play.scene().acting_customer == S1
    play.do(c.YieldFloor(), S1)


def test_the_bot_that_stood_in_leaves_when_the_customer_is_back() -> None:
    play = playing(4, "floor")
    present(play, S1, here=False)
    play.wait(20)
    bot = play.scene().standin
    assert bot is not None
    present(play, S1, here=True)
    play.to("ready")
    play.to("reply")
    assert play.seat(bot).gone
    assert play.beat().eligible == (S2, S3, S4)


def test_a_bot_that_the_desk_removes_from_the_customers_part_is_replaced_at_once() -> None:
    play = playing(4, "floor")
    present(play, S1, here=False)
    play.wait(20)
    standin = play.scene().acting_customer
    assert standin is not None
    play.do(c.RemoveSeat(standin, ban=False))
    assert acting_bot(play)
    assert play.scene().acting_customer != standin


def test_a_bot_whose_part_went_to_a_person_does_not_stay_to_answer() -> None:
    play = workshop(4)
    for seat in (S1, S2, S3, S4):
        play.do(c.SetSwitches(not_today=True, no_abuse=False), seat)
    play.start()
    play.do(c.SetSwitches(not_today=False, no_abuse=False), S1)
    play.do(c.Recast(T1))
    assert play.scene().customer == S1
    play.to("reply")
    assert play.beat().eligible == (S2, S3, S4)


def test_a_customer_who_leaves_is_replaced_at_once_and_two_agents_remain() -> None:
    play = workshop(2)
    play.start()
    play.cast(S1)
    assert len(play.members()) == 3
    play.do(c.LeaveWorkshop(), S1)
    assert acting_bot(play)
    play.to("reply")
    assert len(play.beat().eligible) == 2


def test_a_customer_who_was_recast_has_no_second_customer_beside_them() -> None:
    play = playing(5, "floor")
    play.do(c.Recast(T1))
    new = play.scene().acting_customer
    assert new in (S2, S3, S4, S5)
    play.refused("not_customer", c.Say("still me"), S1)
    play.do(c.Say("now me"), new)


# --- who may answer


def test_eligibility_is_fixed_when_the_floor_opens() -> None:
    play = playing(4, "ready")
    present(play, S4, here=False)
    play.wait(12)
    assert play.beat().eligible == (S2, S3, S4)
    play.wait(12)
    present(play, S4, here=True)
    play.to("ready")
    present(play, S4, here=False)
    play.do(c.PauseAll())
    play.wait(20)
    play.do(c.ResumeAll())
    play.to("floor")
    assert play.beat().eligible == (S2, S3)
    present(play, S4, here=True)
    play.refused("not_agent", c.SendReply("back", anyway=True), S4)


def test_where_no_agent_is_left_two_bots_answer() -> None:
    play = playing(3, "ready")
    play.all(c.LeaveWorkshop(), S2, S3)
    play.to("floor")
    assert len(play.beat().eligible) == 2
    assert all(play.seat(seat).bot for seat in play.beat().eligible)


# --- the end of a scene


def test_the_last_beat_closes_the_scene_with_its_outcome() -> None:
    play = playing(3, "reveal")
    play.to("ready")
    assert play.beat().closing
    play.to("reveal")
    play.wait(35)
    assert (play.scene().phase, play.scene().outcome) == ("outcome", "walked_away")
    assert play.scene().finished_at == play.now


def test_an_ended_scene_does_not_stand_still_for_an_old_stop() -> None:
    play = playing(3, "reply")
    play.do(c.PressStop(), S2)
    play.to("outcome")
    assert not play.scene().clock.held
