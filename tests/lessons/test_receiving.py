"""How an angry customer is received, T01 to T15: for each lesson a reply that follows it, and one that does not."""

import pytest

from game.bots.feeling import Heard, customer_marks, feeling
from game.bots.judging import impression
from game.core import commands as c
from game.core.documents import FocusView
from game.core.ids import Token
from game.core.marks import Context
from game.core.state import CustomerMark
from tests.core.given import S2, T1
from tests.lessons.scene import STORY, Kitchen, kettle, rubric, say, why

SENT = "I am sorry that our kettle leaked over your new floor. I am sending someone today to dry it."
SORRY = "I am sorry that our kettle leaked over your new floor."
NAMED = "So the kettle let boiling water run over your new floor, we sent you away for two weeks, and you mopped all Sunday."


@pytest.mark.lesson("T01", "good")
def test_whoever_waits_and_invites_more_is_a_listener() -> None:
    said = say("listening", "Please tell me the rest of it, I am listening.")
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T01", "bad")
def test_the_same_invitation_cut_in_is_an_interruption() -> None:
    said = say("listening", "Please tell me the rest of it, I am listening.", early=True)
    assert said.level == 1
    assert "interruption" in why(said)
    assert said.heat > 0


@pytest.mark.lesson("T02", "good")
def test_whoever_answers_the_problem_and_not_the_sting_stays_composed() -> None:
    said = say("composure", "That must look terrible from where you stand. Shall we see together what happened on Sunday?")
    assert (said.level or 0) >= 2
    assert said.heat < 0


@pytest.mark.lesson("T02", "bad")
def test_whoever_defends_themselves_does_not() -> None:
    said = say("composure", "That is not my fault, I was not even working that day.")
    assert said.level == 1
    assert said.heat > 0


@pytest.mark.lesson("T03", "good")
def test_a_difference_is_left_lying_for_the_next_step() -> None:
    said = say("composure", "We remember that differently. What matters now is your floor, so I am sending someone today.")
    assert (said.level or 0) >= 2
    assert said.heat < 0


@pytest.mark.lesson("T03", "bad")
def test_arguing_back_raises_heat() -> None:
    said = say("composure", "No, you are wrong. That is not what happened.")
    assert (said.level or 0) <= 1
    assert said.heat > 0


@pytest.mark.lesson("T04", "good")
def test_a_limit_with_the_offer_to_go_on_calms() -> None:
    text = "I want to help you with the floor. Please leave the names out of it, then we go on with your refund."
    said = say("limits", text, insulted=True)
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T04", "bad")
def test_submitting_to_an_insult_is_no_limit() -> None:
    said = say("limits", "Oh, you are right, I am useless.", insulted=True)
    assert said.level == 0
    assert said.heat > 0


@pytest.mark.lesson("T05", "good")
def test_a_feeling_with_its_reason_is_empathy() -> None:
    said = say("empathy", "You must be furious, boiling water over a floor that was new on a Sunday morning.")
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T05", "bad")
def test_a_feeling_denied_is_none() -> None:
    said = say("empathy", "I don't see why you are upset.")
    assert said.level == 0
    assert said.heat > 0


def patience(*texts: str) -> float:
    """What the team gets for heat brought down in a scene of two beats that begins badly."""
    kitchen = Kitchen("composure")
    risen = kitchen.say("Calm down.")
    assert risen.heat > 0
    for text in texts:
        kitchen.say(text)
    kitchen.play.to_stage("second_take")
    (team,) = kitchen.play.state.past[-1].teams
    return dict(team.parts)["Heat brought down"]


@pytest.mark.lesson("T06", "good")
def test_heat_that_comes_down_after_a_rise_is_worth_a_bonus() -> None:
    assert patience("That was wrong of me. You have waited long enough, so I am sending someone today to dry your floor.") > 0


@pytest.mark.lesson("T06", "bad")
def test_heat_that_only_rises_is_worth_none() -> None:
    assert patience("I said calm down!") == 0


@pytest.mark.lesson("T07", "good")
def test_kindness_is_warm_and_once_they_have_calmed_a_light_word_may_fit() -> None:
    kitchen = Kitchen("rapport", played=kettle("rapport", opening_heat=50))
    said = kitchen.say("Thank you for staying so patient with us. I hope your kitchen smells of coffee again by tomorrow.")
    assert (said.level or 0) >= 2
    assert said.heat < 0
    assert kitchen.play.document("scene", T1).light


@pytest.mark.lesson("T07", "bad")
def test_a_cold_word_is_not_and_in_anger_no_light_word_is_asked_for() -> None:
    kitchen = Kitchen("rapport", played=kettle("rapport", opening_heat=50))
    said = kitchen.say("Order number.")
    assert said.level == 0
    assert said.heat > 0
    assert not kitchen.play.document("scene", T1).light


@pytest.mark.lesson("T08", "good")
def test_whoever_asks_after_the_person_is_warm() -> None:
    said = say("rapport", "How are you holding up today? Your whole Sunday went into that floor.")
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T08", "bad")
def test_whoever_asks_for_the_number_first_is_not() -> None:
    said = say("rapport", "Customer number first.")
    assert said.level == 0
    assert said.heat > 0


def mirrored(text: str) -> CustomerMark:
    """How a bot that plays the customer marks a reply by its tone, beside one that it takes for plain."""
    focus = (FocusView("composure", 1, ""),)
    told = Context(customer=(STORY,))
    heard = Heard(impression(rubric().assess(text, told), focus))
    felt = feeling(heard, None, closing=False, offered_before=False)
    return customer_marks({Token("one"): felt, Token("other"): 50.0})[Token("one")]


@pytest.mark.lesson("T09", "good")
def test_a_calm_tone_is_mirrored_by_the_customer() -> None:
    assert mirrored("I have it all in front of me. One thing at a time, and I will send you a new one today.") >= 75


@pytest.mark.lesson("T09", "bad")
def test_so_is_a_loud_one() -> None:
    assert mirrored("THERE IS NO NEED TO SHOUT AT ME!!!") <= 25


def breathing(text: str) -> tuple[int, bool]:
    """How heat moved after a reply to somebody boiling, and whether three breaths came first."""
    kitchen = Kitchen("composure", played=kettle("composure", opening_heat=80))
    kitchen.play.to("reply")
    breaths = bool(kitchen.play.document("scene", T1).breaths)
    kitchen.play.do(c.SendReply(text), S2)
    kitchen.play.to("reveal")
    return kitchen.play.scene().heat - 80, breaths


@pytest.mark.lesson("T10", "good")
def test_at_high_heat_three_breaths_come_first_and_a_quiet_reply_after_them_calms() -> None:
    moved, breaths = breathing("I am sorry about your floor. I am sending somebody today to dry it.")
    assert breaths
    assert moved < 0


@pytest.mark.lesson("T10", "bad")
def test_the_same_words_in_capitals_add_fuel() -> None:
    moved, breaths = breathing("I AM SORRY ABOUT YOUR FLOOR!!! I AM SENDING SOMEBODY TODAY TO DRY IT!!!")
    assert breaths
    assert moved > 0


@pytest.mark.lesson("T11", "good")
def test_a_sincere_sorry_after_they_have_finished_calms() -> None:
    said = say("apology", SENT)
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T11", "bad")
def test_a_sorry_for_how_they_feel_is_none() -> None:
    said = say("apology", "I am sorry if you feel that way.")
    assert said.level == 1
    assert said.heat > 0


@pytest.mark.lesson("T12", "good")
def test_a_sorry_for_the_thing_itself_fits() -> None:
    assert (say("apology", SORRY).level or 0) >= 2


@pytest.mark.lesson("T12", "bad")
def test_a_sorry_for_any_inconvenience_fits_nobody() -> None:
    assert say("apology", "We apologise for any inconvenience caused.").level == 1


@pytest.mark.lesson("T13", "good")
def test_a_sorry_that_mends_something_is_worth_most() -> None:
    assert (say("apology", SENT).level or 0) > (say("apology", SORRY).level or 0) > (say("apology", "Sorry.").level or 0)


@pytest.mark.lesson("T13", "bad")
def test_the_third_bare_sorry_has_lost_its_credit() -> None:
    kitchen = Kitchen("apology", "long")
    first, second, third = (kitchen.say(SORRY) for _ in range(3))
    assert (first.level, second.level, third.level) == (2, 2, 1)
    assert first.heat < 0 < third.heat


@pytest.mark.lesson("T14", "good")
def test_compassion_needs_no_fault() -> None:
    no_fault = kettle("apology", company_at_fault=False)
    said = say("apology", "I am so sorry that your Sunday and your new floor were spoiled.", played=no_fault)
    assert (said.level or 0) >= 2
    assert not said.mark.review


@pytest.mark.lesson("T14", "bad")
def test_admitting_a_fault_that_is_not_there_is_flagged() -> None:
    no_fault = kettle("apology", company_at_fault=False)
    said = say("apology", "I am so sorry, that was our fault. We made a mistake with your kettle.", played=no_fault)
    assert said.level == 1
    assert said.mark.review


@pytest.mark.lesson("T15", "good")
def test_the_problem_in_ones_own_words_shows_that_it_was_heard() -> None:
    said = say("acknowledgement", NAMED)
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T15", "bad")
def test_a_complaint_that_was_noted_was_not_heard() -> None:
    said = say("acknowledgement", "Your complaint has been noted.")
    assert said.level == 0
    assert said.heat > 0
