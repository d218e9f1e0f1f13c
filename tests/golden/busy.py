"""A workshop in which everything happens that can happen: every kind of event is in its log. Knows nothing of storage."""

from dataclasses import replace

from game.core import commands as c
from game.core.flow.scenes import own_deadline
from game.core.ids import Instant, PlayerId, SeatId
from game.core.settings import Settings
from game.core.state import CustomerMark
from tests.core.given import S1, S2, S3, S4, T1, T2, Play
from tests.core.scenarios import assessment, badge, by_level, scenario

SETTINGS = Settings("A busy afternoon", "Gold", ("kettle", "kettle"), ("long", "short"), team_size=4)
BADGES = (badge("heard", kind="heard_count"), badge("lid", kind="omission_found"), badge("marks", kind="customer_marks"))
MARKS: tuple[CustomerMark, ...] = (25, 75, 100)
S5, S6, S7, S8 = (SeatId(f"s{number}") for number in range(5, 9))


def busy_workshop() -> Play:
    """Two teams of four, three rounds (the last one live), and every trouble that the rules know."""
    play = Play(SETTINGS, seed="a busy seed", badges=BADGES, assess=by_level)
    _lobby(play)
    play.start(scenario(), "long")
    _casting(play)
    _first_beat(play)
    _second_beat(play)
    _outcomes(play)
    _looking_back(play)
    _second_round(play)
    _live_round(play)
    play.do(c.StartCeremony())
    play.do(c.CloseWorkshop())
    return play


def _lobby(play: Play) -> None:
    play.join("Ada", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal")
    (guest,) = play.join("Guest")
    play.do(c.MoveSeat(guest, None))
    play.do(c.MoveSeat(guest, T2))
    play.do(c.RemoveSeat(guest, ban=True))
    play.do(c.UnbanAll())
    play.do(c.RenameSeat(S1, "Ada the First"))
    play.do(c.RenameTeam(T1, "Bees"))
    play.do(c.LeaveWorkshop(), S2)
    play.join("Ben")
    play.do(c.SetSwitches(not_today=False, no_abuse=True), S8)
    play.do(c.SetPace(150), S2)
    play.do(c.SetLock(locked=True))
    play.do(c.SetStageSound(on=True))
    play.do(c.ChangeSettings(replace(SETTINGS, minutes=60)))


def _casting(play: Play) -> None:
    play.cast(S1, T1)
    play.cast(S5, T2)
    play.do(c.PassCard(), S5)
    new = play.scene(T2).customer
    assert new is not None
    for team, customer in ((T1, S1), (T2, new)):
        play.do(c.OpenCard(), customer)
        play.all(c.Ready(), *play.members(team))
    play.do(c.PauseAll())
    play.wait(30)
    play.do(c.ResumeAll())
    play.wait(12)


def _first_beat(play: Play) -> None:
    """Team one has a wildcard, a slow last writer, marks that come late, a stop and a report; team two a stand-in."""
    play.do(c.PlayWildcard("card-1"), S1)
    play.do(c.Say("And nobody rang me."), S1)
    play.do(c.SendReply("3 I am listening.", anyway=True), S3)
    play.do(c.YieldFloor(), S1)
    customer = play.scene(T2).customer
    assert customer is not None
    play.do(c.SetPresence(customer, here=False))
    play.wait(25)
    play.do(c.SwapRole(), play.beat(T2).eligible[0])
    play.do(c.AddTime())
    play.do(c.PressStop(), S4)
    play.all(c.GoOn(), S1, S2, S3, S4)
    own = own_deadline(play.scene(T1), play.beat(T1), S4)
    assert own is not None
    play.save(S4, "0 It is not my fault.")
    play.wait((own - play.now) / 1000 - 10)
    play.assess = None
    late = play.send(S2, "2 I am so sorry. Did the lid close?", "call_back")
    play.assess = by_level
    play.wait(20)
    assert play.scene(T1).phase == "vote"
    for reply, mark in zip(play.beat(T1).replies, MARKS, strict=True):
        play.mark(reply.token, mark)
    play.wait(60)
    play.do(c.RecordMarks(late, assessment(2)))


def _second_beat(play: Play) -> None:
    """Gathered, given back by the server after an outage, judged across teams; the customer of team two is recast."""
    play.do(c.Gather())
    play.wait(60)
    play.do(c.ResumeAll())
    play.do(c.Resume(Instant(play.now - 5_000)))
    play.do(c.Recast(T2))
    play.to("reply", T1)
    heard = play.send(S2, "3 I call you at four. Here is a refund.", "offer", offer="refund")
    other = play.send(S3, "1 Hm.")
    play.send(S4, "2 Let me see.", "look_up")
    play.wait(31)
    play.do(c.TickFacts(heard, ("lid",)), S1)
    play.do(c.ReportReply(other), S4)
    play.do(c.KeepCovered(other))
    play.do(c.UncoverReply(other))
    for seat in play.beat(T1).plans:
        for pair in play.beat(T1).plans[seat]:
            play.do(c.CastBallot(pair.left, pair.right, pair.left), seat)
    for reply in play.beat(T1).replies:
        play.mark(reply.token, 75)
    play.do(c.SealNeed("heard"), S1)
    play.do(c.ReleaseReply(heard))
    play.do(c.SignReply(heard), S2)
    play.do(c.ClearStage())
    play.do(c.DropBeat())


def _outcomes(play: Play) -> None:
    play.to("outcome", T1)
    play.do(c.StepOut("A straight answer."), S1)
    play.all(c.ThankCustomer(), S2, S3)
    play.do(c.PressStop(), S3)
    while play.scene(T2).phase != "reply":
        play.do(c.SkipPhase(T2))
    for seat in play.beat(T2).eligible:
        play.send(seat, f"2 Thank you for waiting, says {seat}.")
    play.do(c.AskDuel(), S2)
    pair = play.state.gallery[S2].pair
    play.do(c.CastBallot(pair.left, pair.right, pair.right), S2)
    play.do(c.SetTimed(timed=False))
    play.do(c.SetTimed(timed=True))
    play.do(c.EndRound())


def _looking_back(play: Play) -> None:
    own = play.reply_of(S2)
    play.do(c.AppealMark(own.token, "apology", "I did say what I am sorry for."), S2)
    play.do(c.KeepMark(own.token, "You did, and nothing mended it yet."))
    play.do(c.OverruleMark(own.token, "empathy", 1, "It was kind, and it named no feeling."))
    play.do(c.TakeAgain(own.words.text, "I call you at four, and I stay on it."), S2)
    play.do(c.Ready(), S1)
    play.do(c.SkipPhase())
    play.do(c.SetAim("empathy", "they shout", "name what they feel"), S2)
    for number, seat in enumerate((S1, S2, S3, S4, S6)):
        play.do(c.CheckStress("before", 1 + number), seat)
    play.to_stage("done")


def _second_round(play: Play) -> None:
    play.do(c.SetLock(locked=False))
    play.do(c.TakeSeat(PlayerId("late"), "Latecomer", "🐼"))
    play.start(scenario(), "short")
    play.wait(10)
    play.to("reply", T1)
    play.assess = lambda _: assessment(1)
    for seat in play.beat(T1).eligible:
        if not play.seat(seat).bot:
            play.send(seat)
    play.do(c.EraseMe(), S7)
    play.to("reveal", T1)
    while play.stage() != "done":
        play.pass_time()


def _live_round(play: Play) -> None:
    """Team one talks: a tap-in, a hold, a silence, a fact that comes out, moments; team two is skipped through."""
    play.assess = by_level
    play.start(scenario(), "short", "live")
    play.wait(12)
    play.to("live", T1)
    customer, first = play.scene(T1).acting_customer, play.beat(T1).on_line
    assert customer is not None
    assert first is not None
    other = next(seat for seat in play.beat(T1).eligible if seat != first and not play.seat(seat).bot)
    turn = play.send(first, "3 That is a whole week of cold water. Did the lid leak?", "call_back")
    play.do(c.MarkMoment(turn, "stung"), other)
    play.do(c.MarkMoment(turn, "calmed"), other)
    play.do(c.TickFacts(turn, ("lid",)), customer)
    play.do(c.HoldLine("look_up", 30), first)
    play.wait(31)
    play.do(c.TapIn(), other)
    play.send(other, "2 I have your order here. Here is a refund.", "look_up", "offer", offer="refund")
    play.do(c.Say("All right then."), customer)
    play.do(c.HandOver(), other)
    play.do(c.EndExchange(), customer)
    while play.stage() != "done":
        play.do(c.SkipPhase())
