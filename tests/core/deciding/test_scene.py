import pytest

from game.core import commands as c
from game.core import events as e
from game.core.deciding.scene import check_reply, wildcards_dealt
from game.core.ids import SeatId, Token
from game.core.scenario import ActionKind, Wildcard
from game.core.settings import LINE_LENGTH, REPLY_LENGTH
from game.core.views.team import card_document
from tests.core.given import S1, S2, S3, S4, T1, Play, playing, workshop
from tests.core.scenarios import assessment, by_level, scenario

NOBODY = SeatId("s99")


# --- casting


def test_volunteers_are_heard_in_casting_only() -> None:
    play = playing(3)
    play.do(c.Volunteer(willing=True), S2)
    play.all(c.Volunteer(willing=False), S1, S3)
    assert play.scene().customer == S2
    play.refused("wrong_phase", c.Volunteer(willing=True), S1)


def test_a_volunteer_may_think_again_until_everybody_has_answered() -> None:
    play = playing(3)
    play.do(c.Volunteer(willing=True), S1)
    play.do(c.Volunteer(willing=False), S1)
    play.do(c.Volunteer(willing=True), S2)
    play.do(c.Volunteer(willing=False), S3)
    assert play.scene().customer == S2


# --- the card


def test_an_unopened_card_can_be_passed_and_the_briefing_begins_anew() -> None:
    play = playing(4, "briefing")
    play.wait(50)
    assert isinstance(play.do(c.PassCard(), S1)[0], e.CardPassed)
    assert play.scene().customer not in (None, S1)
    assert play.scene().clock.deadline == play.now + 80_000
    assert play.scene().phase == "briefing"


def test_passing_on_goes_to_volunteers_first_and_never_back() -> None:
    play = playing(3)
    play.all(c.Volunteer(willing=True), S2, S3)
    play.do(c.Volunteer(willing=False), S1)
    first = play.scene().customer
    assert first in (S2, S3)
    play.do(c.PassCard(), first)
    second = play.scene().customer
    assert {first, second} == {S2, S3}
    play.do(c.PassCard(), second)
    assert play.scene().customer == S1
    play.do(c.PassCard(), S1)
    assert play.scene().customer is not None
    assert play.seat(play.scene().customer or NOBODY).bot


def test_whoever_passed_was_not_customer_and_answers_as_an_agent() -> None:
    play = playing(4, "briefing")
    assert play.seat(S1).times_customer == 1
    play.do(c.PassCard(), S1)
    assert play.seat(S1).times_customer == 0
    play.to("reply")
    assert S1 in play.beat().eligible


def test_an_opened_card_stays() -> None:
    play = playing(3, "briefing")
    play.do(c.OpenCard(), S1)
    play.refused("card_open", c.PassCard(), S1)
    play.refused("already_done", c.OpenCard(), S1)


def test_only_the_customer_holds_the_card() -> None:
    play = playing(3, "briefing")
    for command in (c.OpenCard(), c.PassCard()):
        play.refused("not_customer", command, S2)


def test_a_card_is_passed_in_the_briefing_only() -> None:
    play = playing(3, "briefing")
    play.to("ready")
    play.refused("wrong_phase", c.PassCard(), S1)


# --- ready


def test_the_briefing_ends_when_everybody_is_ready_and_the_customer_has_read() -> None:
    play = playing(3, "briefing")
    play.all(c.Ready(), S2, S3)
    play.refused("card_closed", c.Ready(), S1)
    play.do(c.OpenCard(), S1)
    play.do(c.Ready(), S1)
    assert play.scene().phase == "ready"


@pytest.mark.parametrize("phase", ["floor", "reply"])
def test_there_is_nothing_to_be_ready_for_while_somebody_speaks_or_writes(phase: str) -> None:
    play = playing(3, "floor")
    if phase == "reply":
        play.to("reply")
    play.refused("wrong_phase", c.Ready(), S2)


def test_ready_for_nothing_is_refused() -> None:
    play = workshop(3)
    play.refused("wrong_phase", c.Ready(), S1)
    play.refused("no_seat", c.Ready(), NOBODY)


# --- the floor


def test_the_customer_adds_to_the_opening_line_by_typing_and_tapping() -> None:
    play = playing(3, "floor")
    play.do(c.Say("  And the lid!  "), S1)
    play.do(c.SayLine("vent-2"), S1)
    assert [(line.kind, line.text) for line in play.beat().lines] == [
        ("opening", "opening line"),
        ("said", "And the lid!"),
        ("suggested", "vent line hot"),
    ]


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \n ", "empty"), ("x" * (LINE_LENGTH + 1), "too_long")])
def test_a_message_has_one_to_four_hundred_characters(text: str, code: str) -> None:
    playing(3, "floor").refused(code, c.Say(text), S1)


def test_a_suggested_line_is_said_once_and_belongs_to_its_beat() -> None:
    play = playing(3, "floor", form="long")
    play.do(c.SayLine("vent-1"), S1)
    play.refused("already_done", c.SayLine("vent-1"), S1)
    play.refused("unknown_line", c.SayLine("resolve-1"), S1)


@pytest.mark.parametrize("command", [c.Say("x"), c.SayLine("vent-1"), c.PlayWildcard("card-1"), c.YieldFloor()])
def test_nobody_but_the_customer_has_the_floor_and_only_until_they_yield_it(command: c.Command) -> None:
    play = playing(3, "floor")
    play.refused("not_customer", command, S2)
    play.do(c.YieldFloor(), S1)
    play.refused("wrong_phase", command, S1)


def test_yielding_opens_the_reply_clock() -> None:
    play = playing(3, "floor")
    play.do(c.YieldFloor(), S1)
    assert (play.scene().phase, play.beat().yielded) == ("reply", "customer")
    assert play.scene().clock.deadline == play.now + 120_000


def test_a_wildcard_is_played_once() -> None:
    play = playing(3, "floor")
    play.do(c.PlayWildcard("card-1"), S1)
    assert play.beat().lines[-1].wildcard == "repeat"
    play.refused("already_done", c.PlayWildcard("card-1"), S1)
    play.refused("unknown_card", c.PlayWildcard("card-9"), S1)
    play.to("floor")
    play.refused("already_done", c.PlayWildcard("card-1"), S1)


def test_a_wildcard_whose_words_have_been_said_is_not_played_again() -> None:
    asking = scenario(wildcards=(Wildcard("card-3", "are_you_there", "Is anybody there?", abusive=False),))
    play = playing(3, "reply", scenario=asking, assess=lambda _: assessment(2, informing=0))
    play.send(S2, "Let me see.", "look_up")  # without a word about the wait: the customer asks by themselves
    play.to("floor")
    assert play.beat().lines[0].text == "Is anybody there?"
    assert [card.used for card in card_document(play.state, play.round, play.scene()).wildcards] == [True]
    play.refused("already_done", c.PlayWildcard("card-3"), S1)


# --- over the line


def cards(play: Play) -> list[str]:
    return [card.id for card in wildcards_dealt(play.state, play.scene(), scenario())]


def test_over_the_line_is_dealt_where_nobody_switched_it_off() -> None:
    play = playing(3, "floor")
    assert cards(play) == ["card-1", "card-2"]
    play.do(c.PlayWildcard("card-2"), S1)
    assert play.beat().abusive


@pytest.mark.parametrize("sheltered", [S1, S2, S3])
def test_one_switch_in_the_scene_takes_it_from_the_customer(sheltered: SeatId) -> None:
    play = playing(3, "floor")
    play.do(c.SetSwitches(not_today=False, no_abuse=True), sheltered)
    assert cards(play) == ["card-1"]
    play.refused("unknown_card", c.PlayWildcard("card-2"), S1)
    play.do(c.SetSwitches(not_today=False, no_abuse=False), sheltered)
    assert cards(play) == ["card-1", "card-2"]


def test_a_watcher_and_a_late_joiner_are_sheltered_too() -> None:
    play = playing(4, "floor")
    play.do(c.SwapRole(), S4)
    play.do(c.SetSwitches(not_today=False, no_abuse=True), S4)
    assert cards(play) == ["card-1"]
    play.do(c.SetSwitches(not_today=False, no_abuse=False), S4)
    (late,) = play.join("Late")
    play.do(c.SetSwitches(not_today=False, no_abuse=True), late)
    assert cards(play) == ["card-1"]


# --- replies


def test_a_reply_goes_in_under_a_token_that_tells_nothing_of_its_author() -> None:
    play = playing(3, "reply")
    (sent, *_) = play.do(c.SendReply("  Sorry to hear.  ", ("offer", "look_up"), "refund"), S2)
    assert isinstance(sent, e.ReplySent)
    assert (sent.words.text, sent.actions, sent.offer) == ("Sorry to hear.", ("offer", "look_up"), "refund")
    assert (sent.interrupted, sent.by_clock) == (False, False)
    assert S2 not in sent.token
    assert playing(3, "reply", seed="another").send(S2) != sent.token


def test_sending_while_they_talk_asks_once_and_then_counts_as_an_interruption() -> None:
    play = playing(3, "floor")
    refusal = play.refused("still_talking", c.SendReply("Listen!"), S2)
    assert refusal.sentence == "They are still talking. Send anyway?"
    play.do(c.SendReply("Listen!", anyway=True), S2)
    assert play.reply_of(S2).interrupted


def test_sending_anyway_after_they_have_yielded_is_no_interruption() -> None:
    play = playing(3, "reply")
    play.do(c.SendReply("Sorry", anyway=True), S2)
    assert not play.reply_of(S2).interrupted


@pytest.mark.parametrize(
    ("text", "actions", "offer", "code"),
    [
        ("", (), None, "empty"),
        ("  ", ("look_up",), None, "empty"),
        ("x" * (REPLY_LENGTH + 1), (), None, "too_long"),
        ("x" * 20_000, (), None, "too_long"),
        ("x", ("dance",), None, "unknown_action"),
        ("x", ("look_up", "look_up"), None, "unknown_action"),
        ("x", ("offer",), None, "offer_mismatch"),
        ("x", (), "refund", "offer_mismatch"),
        ("x", ("offer",), "a pony", "unknown_offer"),
    ],
    ids=lambda value: str(value)[:16],
)
def test_a_reply_that_cannot_be_sent_says_why(text: str, actions: tuple[ActionKind, ...], offer: str | None, code: str) -> None:
    playing(3, "reply").refused(code, c.SendReply(text, actions, offer), S2)


def test_the_longest_reply_is_twelve_hundred_characters() -> None:
    play = playing(3, "reply")
    play.send(S2, "x" * REPLY_LENGTH)


def test_one_reply_each_and_only_from_agents_of_this_beat() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.refused("already_done", c.SendReply("again"), S2)
    play.refused("not_agent", c.SendReply("me too"), S1)
    play.refused("no_seat", c.SendReply("me too"), NOBODY)
    play.refused("no_seat", c.SendReply("me too"), None)


def test_whoever_has_left_sends_and_types_no_more() -> None:
    play = playing(4, "reply")
    play.do(c.LeaveWorkshop(), S2)
    play.do(c.EraseMe(), S3)
    for seat in (S2, S3):
        play.refused("no_seat", c.SendReply("one more thing"), seat)
        assert check_reply(play.state, seat, c.SaveDraft("one more thing")) is not None


@pytest.mark.parametrize("phase", ["casting", "briefing", "ready", "reveal", "outcome"])
def test_replies_are_taken_on_the_floor_and_after_it_only(phase: str) -> None:
    play = playing(3)
    if phase != "casting":
        play.cast(S1)
        while play.scene().phase != phase:
            play.do(c.SkipPhase(T1))
    play.refused("wrong_phase", c.SendReply("now?", anyway=True), S2)


def test_a_draft_is_held_to_the_same_rules_but_may_be_empty() -> None:
    play = playing(3, "reply")
    assert check_reply(play.state, S2, c.SaveDraft("")) is None
    refused = check_reply(play.state, S2, c.SaveDraft("x" * (REPLY_LENGTH + 1)))
    assert refused is not None
    assert refused.code == "too_long"
    assert check_reply(play.state, S1, c.SaveDraft("x")) is not None
    play.send(S2)
    assert check_reply(play.state, S2, c.SaveDraft("x")) is not None


# --- the customer meanwhile


def test_the_customer_marks_ticks_and_seals_while_replies_arrive() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.mark(token, 25)
    play.mark(token, 75)
    play.do(c.TickFacts(token, ("lid", "leak", "lid")), S1)
    play.do(c.SealNeed("respect"), S1)
    assert (play.reply(token).customer_mark, play.reply(token).ticked, play.beat().need) == (75, ("lid", "leak"), "respect")
    play.do(c.TickFacts(token, ()), S1)
    assert play.reply(token).ticked == ()


def test_only_hidden_facts_can_be_ticked() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.refused("unknown_fact", c.TickFacts(token, ("known",)), S1)
    play.refused("unknown_fact", c.TickFacts(token, ("no such",)), S1)


@pytest.mark.parametrize(
    "command", [c.MarkReply(Token("t"), 50), c.TickFacts(Token("t"), ()), c.SealNeed("heard")], ids=lambda c: type(c).__name__
)
def test_nobody_else_marks_and_not_before_or_after_the_beat(command: c.Command) -> None:
    play = playing(3, "reply")
    play.send(S2)
    play.refused("not_customer", command, S2)
    if not isinstance(command, c.SealNeed):
        play.refused("unknown_reply", command, S1)
    play.to("reveal")
    play.refused("wrong_phase", command, S1)


def test_marks_of_another_beat_or_team_are_unknown() -> None:
    play = playing(3, "reply")
    token = play.send(S2)
    play.to("reveal")
    play.to("reply")
    play.refused("unknown_reply", c.MarkReply(token, 50), S1)


@pytest.mark.parametrize(("text", "echo"), [("3 good", "heard-1"), ("0 rude", "argued-1")])
def test_the_customer_can_answer_the_tone_of_the_last_reply_once(text: str, echo: str) -> None:
    play = playing(3, "reply", form="long", assess=by_level)
    play.send(S2, text)
    play.to("floor")
    assert [choice.id for choice in play.document("card", T1).echoes] == [echo]
    play.refused("unknown_line", c.SayLine("ignored-1"), S1)
    play.do(c.SayLine(echo), S1)
    play.refused("already_done", c.SayLine(echo), S1)
    assert play.document("card", T1).echoes[0].used


def test_there_is_nothing_to_answer_before_anything_was_heard() -> None:
    play = playing(3, "floor", form="long")
    assert play.document("card", T1).echoes == ()
    play.refused("unknown_line", c.SayLine("heard-1"), S1)
