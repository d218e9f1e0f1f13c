"""An export tells everything of a workshop, except what nobody but its owner may know."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import events as e
from game.core.badges import Badge, BadgeRule
from game.core.clock import Clock
from game.core.events import Event
from game.core.ids import Instant, Millis, SeatId, TeamId, Token
from game.core.marks import Assessment, Evidence, Mark
from game.core.scenario import BeatPlan, Fact, Offer, Persona, Scenario
from game.core.state import Award, HeatStep, Line, Pair, PlayerResult, ReplyPoints, RoundResult, TeamResult, Title
from game.exports.row import Row
from game.exports.rows import PRIVATE, rows
from game.runtime.ports import Entry
from tests.store.events import EVENT_TYPES, of_type, opened, replied, taken, words

T1, S1, S2, S3 = TeamId("t1"), SeatId("s1"), SeatId("s2"), SeatId("s3")
A, B = Token("a"), Token("b")
PLAN = BeatPlan("vent", "let them vent", (), (), (), ())
SCENARIO = Scenario(
    slug="lost-parcel",
    version="1",
    language="en",
    title="The lost parcel",
    summary="",
    industry="",
    company="",
    channel="chat",
    difficulty=1,
    company_at_fault=True,
    persona=Persona("Pat", "🙂", ""),
    opening="Where is it?",
    opening_heat=60,
    story="",
    triggers=(),
    softeners=(),
    case="",
    policy=(),
    currency="EUR",
    authority=50,
    fair_min=10,
    fair_max=40,
    facts=(Fact("birthday", "It was a birthday present.", True, False, "", ()),),
    offers=(Offer("refund", "Give the money back", 30, False, ""),),
    effects=(),
    wildcards=(),
    beats=(PLAN,),
    silence="",
    outcomes=(),
    word_of_mouth=(),
    techniques=(),
)
BADGE = Badge("calm-waters", "Calm Waters", "🌊", "", "gold", BadgeRule("heat_drop"))


def log(*events: Event) -> list[Entry]:
    return [Entry(version, Instant(version * 1_000), event) for version, event in enumerate(events, start=1)]


def told(*events: Event, of: str | None = None) -> list[Row]:
    """The rows of a log, or those called `of`."""
    return [row for row in rows(log(*events)) if of is None or row.event == of]


def reply(token: Token, seat: SeatId, text: str) -> e.ReplySent:
    return replace(replied(text, seat, token), token=token, actions=("look_up", "offer"), offer="refund", by_clock=True)


def ballot(chosen: Token | None = A, *, gallery: bool = False, beat: int = 1) -> e.BallotCast:
    return e.BallotCast(T1, beat, S3, Pair(A, B), chosen, gallery, False)


def revealed(points: Sequence[tuple[Token, ReplyPoints]] = ()) -> e.BeatRevealed:
    steps = (HeatStep("heard", -12, "The heard reply calmed them."),)
    return e.BeatRevealed(T1, tuple(points), A, steps, 48, ("birthday",), "refund", (), Clock())


PLAYING: tuple[Event, ...] = (
    replace(opened(), badges=(BADGE,)),
    taken("s1", "Ada", "p1"),
    taken("s2", "Bo", "p2"),
    taken("s3", "Cy", "p3"),
    e.TeamFormed(T1, "Otters"),
    e.RoundStarted(1, SCENARIO, "short", (PLAN,), Instant(5_000)),
    e.SceneStarted(T1, 60, Clock()),
    e.CustomerCast(T1, S3, Clock()),
    e.BeatReadied(T1, 1, PLAN, False, (Line("opening", "Where is it?"),), Clock()),
)


def test_a_reply_is_told_with_all_that_came_with_it() -> None:
    (row,) = told(*PLAYING, reply(A, S1, "I am sorry."), of="reply sent")
    assert (row.round, row.team, row.beat, row.seat, row.role) == (1, "Otters", 1, "Ada", "agent")
    assert (row.token, row.text, row.actions, row.offer) == ("a", "I am sorry.", "look_up; offer", "Give the money back")
    assert (row.at, row.version, row.detail) == ("1970-01-01T00:00:10.000+00:00", 10, "by clock")


def test_a_moment_is_told_once_the_vote_is_over_and_a_turn_with_its_number() -> None:
    turn = replace(reply(A, S1, "I look it up."), turn=2)
    marked = e.MomentMarked(T1, 1, A, S2, "calmed")
    assert told(*PLAYING, turn, marked, of="moment marked") == []
    (row,) = told(*PLAYING, turn, marked, revealed(), of="moment marked")
    assert (row.seat, row.beat, row.token, row.detail) == ("Bo", 1, "a", "calmed")
    (sent,) = told(*PLAYING, turn, of="reply sent")
    assert sent.turn == 2


def test_a_live_exchange_is_told_with_its_line_its_waits_and_what_came_out() -> None:
    events = (
        e.LineTaken(T1, S1, "tap_in", Instant(1)),
        e.LineHeld(T1, S1, Line("hold", "One moment.", by=S1), None),
        e.SilenceNoticed(T1, Line("silence", "Hello?"), None),
        e.FactsDisclosed(T1, ("birthday",)),
    )
    taken_up, held, noticed, found = told(*PLAYING, *events)[len(told(*PLAYING)) :]
    assert (taken_up.seat, taken_up.detail) == ("Ada", "tap in")
    assert (held.seat, held.text) == ("Ada", "One moment.")
    assert (noticed.seat, noticed.text) == (None, "Hello?")
    assert found.detail == "It was a birthday present."


def test_the_customer_is_named_with_what_they_said() -> None:
    typed = e.CustomerSpoke(T1, Line("said"), None, words("w1", "Hello?!", "s3"))
    tapped = e.CustomerSpoke(T1, Line("suggested", "I want it now."), "l1", None)
    first, second = told(*PLAYING, typed, e.StandinSet(T1, S2), tapped, of="customer spoke")
    assert (first.seat, first.role, first.text, first.detail) == ("Cy", "customer", "Hello?!", "said")
    assert (second.seat, second.text, second.detail) == ("Bo", "I want it now.", "suggested")


def test_marks_come_with_the_words_that_earned_them() -> None:
    marks = (Mark("apology", 2, "cue", False, "Say what for."), Mark("limits", None, "none", True, ""))
    evidence = (Evidence("apology", 0, 10, "earned", "sorry", "It says sorry.", "cue"),)
    recorded = e.MarksRecorded(T1, A, Assessment(marks, evidence, "r1"))
    apology, limits = told(*PLAYING, reply(A, S1, "I am sorry."), recorded, of="marks recorded")
    assert (apology.seat, apology.beat, apology.criterion, apology.level) == ("Ada", 1, "apology", 2)
    assert (apology.evidence, apology.reason) == ("I am sorry", "It says sorry.")
    assert (limits.level, limits.evidence, limits.detail) == ("n/a", None, "worth a second look")


def test_an_abstention_says_why() -> None:
    recorded = e.MarksRecorded(T1, A, Assessment((), (), "r1", "This is Spanish."))
    (row,) = told(*PLAYING, reply(A, S1, "Lo siento."), recorded, of="marks recorded")
    assert row.reason == "This is Spanish."


def test_points_come_in_parts_and_heat_with_its_reasons() -> None:
    points = ReplyPoints(60, None, 50.5, (70, 0, 30), 10, 47.15, 0, False)
    all_rows = told(
        *PLAYING, reply(A, S1, "Sorry"), revealed([(A, points)]), e.PeersSettled(T1, 1, ((A, replace(points, settled=True)),))
    )
    reveal, given, heat, settled = all_rows[-4:]
    assert (reveal.event, reveal.token, reveal.seat, reveal.heat) == ("beat revealed", "a", "Ada", 48)
    assert (reveal.offer, reveal.detail) == ("Give the money back", "It was a birthday present.")
    assert (given.event, given.points, given.points_rubric, given.points_peers) == ("points given", 47.15, 60, None)
    assert (given.points_customer, given.deduction, given.seat) == (50.5, 10, "Ada")
    assert (heat.event, heat.heat_change, heat.reason) == ("heat moved", -12, "The heard reply calmed them.")
    assert (settled.event, settled.beat, settled.seat) == ("points settled", 1, "Ada")


def test_an_overrule_keeps_both_levels_and_the_reason() -> None:
    overruled = e.MarkOverruled(T1, A, "apology", 1, None, None, words("w9", "=It was a quote.", None))
    (row,) = told(*PLAYING, reply(A, S1, "Sorry"), overruled, of="mark overruled")
    assert (row.seat, row.criterion, row.level_before, row.level) == ("Ada", "apology", 1, "n/a")
    assert (row.reason, row.text) == ("=It was a quote.", None)


def test_results_outcome_titles_and_awards_are_told() -> None:
    player = PlayerResult(S1, T1, "agent", 71.5, (("best two replies", 66.5), ("aim", 5)), True, ())
    result = RoundResult(1, "lost-parcel", "", (player,), (TeamResult(T1, 80, (("bonus", 7),), "resolved", (60, 40)),))
    all_rows = told(
        *PLAYING,
        e.SceneEnded(T1, "resolved", Instant(9_000), Clock()),
        e.RoundSettled(result, (), ()),
        e.AwardGiven(Award(S1, "calm-waters", 1)),
        e.CeremonyStarted((Title(T1, "empathy", "Warmest words"),)),
    )
    ended, mine, teams, award, _, title = all_rows[-6:]
    assert ended.outcome == "resolved"
    assert (mine.seat, mine.points, mine.detail) == ("Ada", 71.5, "best two replies: 66.5; aim: 5")
    assert (teams.role, teams.team, teams.points, teams.outcome, teams.heat) == ("team", "Otters", 80, "resolved", 40)
    assert (award.seat, award.award, award.round) == ("Ada", "Calm Waters", 1)
    assert (title.team, title.award, title.criterion) == ("Otters", "Warmest words", "empathy")


def test_notes_of_the_debrief_are_told() -> None:
    take = e.TakenAgain(S1, words("w1", "Calm down"), words("w2", "I hear you"))
    aim = e.AimSet(S1, "empathy", words("w3", "they shout"), words("w4", "I breathe"))
    again, aimed = told(*PLAYING, take, aim)[-2:]
    assert (again.seat, again.text) == ("Ada", "Calm down → I hear you")
    assert (aimed.text, aimed.criterion) == ("they shout → I breathe", "empathy")


# --- ballots


def test_a_ballot_is_told_only_once_its_vote_has_closed() -> None:
    voting = (
        *PLAYING,
        reply(A, S1, "x"),
        reply(B, S2, "y"),
        e.VoteOpened(T1, {}, Clock()),
        ballot(),
        ballot(None, gallery=True),
    )
    assert told(*voting, of="ballot cast") == []
    for end in (e.MarksAwaited(T1, Clock()), revealed(), e.SceneEnded(T1, "stopped", Instant(1), Clock()), e.WorkshopClosed()):
        first, second = told(*voting, end, of="ballot cast")
        assert (first.seat, first.role, first.left, first.right, first.chosen) == ("Cy", "voter", "a", "b", "a")
        assert (second.role, second.chosen) == ("gallery", "neither")


def test_a_closed_vote_does_not_open_the_next_ones_ballots() -> None:
    second_beat = e.BeatReadied(T1, 2, PLAN, True, (), Clock())
    assert len(told(*PLAYING, ballot(), revealed(), second_beat, ballot(beat=2), of="ballot cast")) == 1
    second_round = e.RoundStarted(2, SCENARIO, "short", (PLAN,), Instant(9_000))
    again = (second_round, PLAYING[-1])
    assert len(told(*PLAYING, ballot(), revealed(), *again, ballot(), of="ballot cast")) == 1


# --- what stays private


def test_private_wishes_are_left_out() -> None:
    private = (e.SwitchesSet(S1, True, True), e.VolunteerAnswered(T1, S1, False))
    assert told(*PLAYING, *private) == told(*PLAYING)


def test_passing_a_card_on_leaves_no_trace() -> None:
    passed = (e.CustomerCast(T1, S1, Clock()), e.CardPassed(T1, S1), e.CustomerCast(T1, S2, Clock()))
    events = [(row.event, row.seat) for row in told(*PLAYING[:-2], *passed)]
    assert [seat for event, seat in events if event == "customer cast"] == ["Bo"]
    assert "card passed" not in {event for event, _ in events}


def test_nobody_learns_who_pressed_stop_or_who_went_on() -> None:
    stop, went = told(*PLAYING, e.StopPressed(T1), e.WentOn(T1, S1))[-2:]
    assert (stop.event, stop.team, stop.seat, stop.role) == ("stop pressed", "Otters", None, None)
    assert (went.seat, went.role) == (None, None)


@pytest.mark.parametrize(("answers", "expected"), [(4, []), (5, ["before: 3.0 on average, 5 answers"])])
def test_of_stress_only_the_rooms_average_is_told_from_five_answers_on_and_after_the_round(
    answers: int, expected: list[str]
) -> None:
    checks = [e.StressChecked("before", level) for level in range(1, answers + 1)] + [e.StressChecked("after", 2)]
    assert told(*PLAYING, *checks, of="stress checked") == []
    found = told(*PLAYING, *checks, e.StageEntered("done", Clock()), of="stress checked")
    assert [row.detail for row in found] == expected
    assert all(row.seat is None for row in found)


def test_the_seed_is_a_secret() -> None:
    seeded = replace(opened(), seed="very secret seed")
    assert "very secret seed" not in str(told(seeded))


def test_who_was_erased_is_called_by_their_seat() -> None:
    (row,) = told(taken("s1", ""), reply(A, S1, ""), of="reply sent")
    assert (row.seat, row.text) == ("s1", "")


# --- everything


@given(data=st.data())
@settings(max_examples=60)
def test_any_log_can_be_exported(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(EVENT_TYPES), max_size=4))
    events: list[Any] = [data.draw(of_type(kind)) for kind in kinds]
    assert all(row.event for row in rows(log(*events)))


@pytest.mark.parametrize("event_type", [kind for kind in EVENT_TYPES if kind not in PRIVATE], ids=lambda kind: kind.__name__)
@settings(max_examples=1)
@given(data=st.data())
def test_every_kind_of_event_is_told_or_named_as_private(event_type: type[Event], data: st.DataObject) -> None:
    event = data.draw(of_type(event_type))
    told_in_parts = (e.StressChecked, e.MarksRecorded, e.PeersSettled, e.RoundSettled, e.ResultRevised)
    told_later = (e.BallotCast, e.MomentMarked)
    if event_type not in told_in_parts + told_later:
        assert told(event)


def test_a_clock_that_was_held_says_why() -> None:
    row = told(e.ClocksHeld("pause", None, Instant(1)), e.TimeAdded(None, Millis(30_000)))[0]
    assert (row.event, row.detail) == ("clocks held", "pause")
