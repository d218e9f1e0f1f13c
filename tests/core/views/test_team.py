from game.core import commands as c
from game.core.ids import SeatId
from game.core.views.team import suggested_facts
from tests.core.given import S1, S2, S3, S4, T1, playing, workshop
from tests.core.scenarios import scenario


def test_who_was_asked_and_who_answered_in_casting_is_private() -> None:
    play = workshop(4)
    play.do(c.SetSwitches(not_today=True, no_abuse=False), S4)
    play.start()
    play.do(c.Volunteer(willing=True), S2)
    scene = play.document("scene", T1)
    assert scene.waiting_for == ()
    assert scene.customer_seat is None
    assert [play.document("seat", seat).asked for seat in (S1, S4)] == [True, False]


def test_a_card_is_passed_on_unseen_by_others() -> None:
    play = playing(4, "briefing")
    before = play.document("scene", T1)
    play.do(c.PassCard(), S1)
    after = play.document("scene", T1)
    assert (before.customer_seat, after.customer_seat) == (None, None)
    assert before == after
    new = play.scene().customer or SeatId("")
    play.do(c.OpenCard(), new)
    assert play.document("scene", T1).customer_seat == new


def test_a_card_is_passed_on_unseen_also_by_those_who_are_ready() -> None:
    play = playing(4, "briefing")
    play.all(c.Ready(), S2, S3, S4)
    assert play.document("scene", T1).waiting_for == (S1,)
    play.do(c.PassCard(), S1)
    assert play.document("scene", T1).waiting_for == (S1, S2, S3, S4)
    assert not play.document("seat", S3).ready


def test_the_conversation_begins_with_the_floor() -> None:
    play = playing(3, "briefing")
    assert play.document("scene", T1).lines == ()
    play.to("ready")
    assert play.document("scene", T1).lines == ()
    play.to("floor")
    assert [line.text for line in play.document("scene", T1).lines] == ["opening line"]


def test_while_replies_are_written_the_scene_tells_how_many_are_in_and_not_whose() -> None:
    play = playing(4, "reply")
    play.send(S2, "my words")
    scene = play.document("scene", T1)
    assert (scene.sent, scene.waiting_for, scene.replies) == (1, (), ())
    assert "my words" not in repr(scene)
    assert play.document("case", T1).writing == (S3, S4)


def test_in_the_vote_replies_are_read_under_their_tokens_in_an_order_that_tells_nothing() -> None:
    play = playing(4, "reply")
    for seat in (S4, S2, S3):
        play.send(seat)
    replies = play.document("scene", T1).replies
    assert [reply.token for reply in replies] == sorted(reply.token for reply in replies)
    assert all(not hasattr(reply, "seat") for reply in replies)


def test_who_is_waited_for_is_told_where_it_gives_nothing_away() -> None:
    play = playing(3, "briefing")
    play.do(c.Ready(), S2)
    assert set(play.document("scene", T1).waiting_for) == {S1, S3}


# --- the card


def test_an_unopened_card_holds_the_persona_only() -> None:
    play = playing(3, "briefing")
    card = play.document("card", T1)
    assert (card.opened, card.persona, card.story, card.facts, card.wildcards) == (False, "Pat", "", (), ())
    play.do(c.OpenCard(), S1)
    assert play.document("card", T1).story == "card story"


def test_lines_that_fit_the_heat_come_first_and_used_ones_are_marked() -> None:
    play = playing(3, "floor", form="long")
    play.do(c.SayLine("vent-2"), S1)
    lines = play.document("card", T1).lines
    assert [(line.id, line.used) for line in lines] == [("vent-2", True), ("vent-1", False), ("vent-3", False)]


def test_lines_for_a_calm_customer_come_first_when_heat_is_low() -> None:
    play = playing(3, "floor", form="long", scenario=scenario(opening_heat=30))
    assert [line.id for line in play.document("card", T1).lines] == ["vent-3", "vent-1", "vent-2"]


def test_the_customer_reads_replies_unnamed_as_they_arrive_with_the_facts_they_seem_to_ask_for() -> None:
    play = playing(3, "reply")
    token = play.send(S2, "Does it DRIP near the lid?")
    (incoming,) = play.document("card", T1).incoming
    assert (incoming.token, incoming.text, incoming.suggested, incoming.mark) == (
        token,
        "Does it DRIP near the lid?",
        ("leak", "lid"),
        None,
    )
    assert not hasattr(incoming, "seat")


def test_a_fact_that_is_known_is_not_suggested_again() -> None:
    play = playing(3, "reply")
    play.do(c.TickFacts(play.send(S2, "the lid?"), ("lid",)), S1)
    play.to("reveal")
    play.to("reply")
    play.send(S2, "the lid again?")
    assert suggested_facts(scenario(), play.scene(), play.reply_of(S2)) == ()


# --- the case file


def test_the_case_file_shows_which_offers_go_beyond_the_authority() -> None:
    play = playing(3, "briefing")
    case = play.document("case", T1)
    assert {offer.id for offer in case.offers if offer.beyond} == {"yacht"}
    assert case.actions == ("look_up", "call_back", "record", "set_limit", "escalate", "close", "offer")
    assert case.results == ()


def test_results_are_read_after_the_action_was_taken() -> None:
    play = playing(3, "reply")
    play.send(S2, "", "record")
    assert play.document("case", T1).results == ()
    play.to("reveal")
    assert [(view.action, view.result) for view in play.document("case", T1).results] == [("record", "record result")]


# --- the outcome


def test_the_outcome_shows_how_it_ended_and_what_is_said_about_it() -> None:
    play = playing(3, "reveal")
    play.to("outcome")
    play.do(c.ThankCustomer(), S2)
    outcome = play.document("scene", T1).outcome
    assert (outcome.kind, outcome.line, outcome.word_of_mouth) == (
        "walked_away",
        "walked_away line",
        "walked_away word of mouth",
    )
    assert (outcome.heat, outcome.thanks) == ((60, 65, 70), 1)


def test_the_three_breaths_are_asked_for_from_seventy_on() -> None:
    assert not playing(3, "floor", scenario=scenario(opening_heat=69)).document("scene", T1).breaths
    assert playing(3, "floor", scenario=scenario(opening_heat=70)).document("scene", T1).breaths
