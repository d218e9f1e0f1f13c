"""How the matter itself is mended, T16 to T27: for each lesson a reply that follows it, and one that does not."""

import pytest

from game.core.rules.outcome import fair_offer, omission_found
from game.core.scenario import ActionKind, Scenario
from tests.core.given import S2, T1
from tests.lessons.scene import Kitchen, Said, kettle, say, why


def asking(text: str) -> tuple[Said, Kitchen, tuple[str, ...]]:
    """A question: what it came to, and the hidden facts it seems to ask about. The customer ticks these."""
    kitchen = Kitchen("inquiry")
    kitchen.play.to("reply")
    token = kitchen.play.send(S2, text)
    card = kitchen.play.document("card", T1)
    asked = next(reply.suggested for reply in card.incoming if reply.token == token)
    again = Kitchen("inquiry")
    return again.say(text, ticks=asked), again, asked


@pytest.mark.lesson("T16", "good")
def test_a_specific_question_brings_a_hidden_fact_out() -> None:
    said, kitchen, asked = asking("Which day did you place the order, and where did you first see it leak?")
    assert (said.level or 0) >= 2
    assert set(asked) == {"leak", "order"}
    assert set(kitchen.play.scene().facts) == {"leak", "order"}
    assert said.heat < 0


@pytest.mark.lesson("T16", "bad")
def test_a_rhetorical_question_brings_nothing_out() -> None:
    said, kitchen, asked = asking("Did you even read the manual?")
    assert said.level == 0
    assert asked == ()
    assert kitchen.play.scene().facts == ()
    assert said.heat > 0


@pytest.mark.lesson("T17", "good")
def test_asking_for_the_skipped_step_is_the_big_find() -> None:
    said, kitchen, _ = asking("What happened between closing the lid and the moment you saw the water?")
    assert (said.level or 0) >= 2
    assert omission_found(kitchen.play.scene(), kitchen.play.round.scenario)
    assert said.heat < 0


@pytest.mark.lesson("T17", "bad")
def test_asking_for_anything_at_all_does_not_find_it() -> None:
    said, kitchen, _ = asking("Can you tell me more?")
    assert said.level == 1
    assert not omission_found(kitchen.play.scene(), kitchen.play.round.scenario)
    assert said.heat > 0


CHOICE = "I can send somebody to dry the floor today, or give you fifty euros for it. Which would help you more?"


@pytest.mark.lesson("T18", "good")
def test_a_choice_with_a_fair_offer_is_a_joint_solution() -> None:
    kitchen = Kitchen("solution")
    said = kitchen.say(CHOICE, "offer", offer="refund")
    assert said.level == 3
    assert said.heat < 0
    assert fair_offer(kitchen.play.scene(), kitchen.play.round.scenario)


@pytest.mark.lesson("T18", "bad")
def test_a_bare_no_is_none() -> None:
    kitchen = Kitchen("solution")
    said = kitchen.say("There is nothing we can do.")
    assert said.level == 0
    assert said.heat > 0
    assert not fair_offer(kitchen.play.scene(), kitchen.play.round.scenario)


@pytest.mark.lesson("T19", "good")
def test_a_fair_offer_costs_nothing() -> None:
    said = say("solution", CHOICE, "offer", offer="refund")
    assert said.deduction == 0


@pytest.mark.lesson("T19", "bad")
def test_an_offer_beyond_authority_costs_points_and_is_no_fair_solution() -> None:
    said = say("solution", CHOICE, "offer", offer="yacht")
    assert said.level == 1
    assert said.deduction == 10
    assert said.heat > 0


LITTLE = {"fair_min": 5, "fair_max": 15, "authority": 15, "limited_recourse": True}


def little(text: str, offer: str) -> tuple[Said, bool]:
    """A reply where little can be given: what it came to, and whether its offer was fair."""
    kitchen = Kitchen("informing", played=kettle("informing", "empathy", **LITTLE))
    said = kitchen.say(text, "offer", offer=offer)
    return said, fair_offer(kitchen.play.scene(), kitchen.play.round.scenario)


@pytest.mark.lesson("T20", "good")
def test_where_little_can_be_given_care_and_clarity_are_worth_the_points() -> None:
    said, fair = little(
        "Your whole Sunday on your knees in hot water, anybody would be furious. I cannot pay for the floor, because the "
        "warranty ended in May. What I can do by tonight is a voucher for the dryer.",
        "voucher",
    )
    assert fair
    assert said.deduction == 0
    assert said.heat < 0


@pytest.mark.lesson("T20", "bad")
def test_giving_what_one_may_not_give_makes_up_for_neither() -> None:
    said, fair = little("Fine. Take fifty euros.", "refund")
    assert not fair
    assert said.deduction == 10
    assert said.heat > 0


def looked_up(text: str) -> tuple[Said, list[str]]:
    """A look-up with these words, and what the customer says first in the next beat."""
    kitchen = Kitchen("informing")
    said = kitchen.say(text, "look_up")
    kitchen.play.to("ready")
    return said, [line.text for line in kitchen.play.beat().lines]


@pytest.mark.lesson("T21", "good")
def test_whoever_says_that_they_look_it_up_is_waited_for() -> None:
    said, lines = looked_up("One moment please while I look that up, it takes about two minutes. Thank you for waiting.")
    assert said.level == 3
    assert why(said) == {"heard"}
    assert "Hello? Are you there?" not in lines


@pytest.mark.lesson("T21", "bad")
def test_whoever_goes_silent_is_asked_whether_they_are_there() -> None:
    said, lines = looked_up("Let me see what we have.")
    assert said.level == 0
    assert "silent_wait" in why(said)
    assert lines[0] == "Hello? Are you there?"


@pytest.mark.lesson("T22", "good")
def test_whoever_serves_others_too_says_so_and_when_the_answer_comes() -> None:
    said = say(
        "informing",
        "I am helping three other customers at the same time, so my answers may take a minute, but they will come.",
    )
    assert (said.level or 0) >= 2
    assert said.heat < 0


@pytest.mark.lesson("T22", "bad")
def test_a_wait_nobody_explains_costs_heat() -> None:
    said = say("informing", "Yes. Later.")
    assert (said.level or 0) <= 1
    assert said.heat > 0


@pytest.mark.lesson("T23", "good")
def test_asking_leave_to_write_it_down_takes_the_problem_up() -> None:
    text = "May I write down what happened to your floor, so that it does not happen to anybody again?"
    said = say("acknowledgement", text, "record")
    assert said.level == 2
    assert said.heat < 0


@pytest.mark.lesson("T23", "bad")
def test_writing_it_down_without_asking_does_not() -> None:
    said = say("acknowledgement", "Fine, noted.", "record")
    assert (said.level or 0) <= 1
    assert said.heat > 0


@pytest.mark.lesson("T24", "good")
def test_the_choice_to_wait_or_be_called_back_is_the_best_way_to_wait() -> None:
    text = "Would you rather wait on the line for five minutes, or shall I call you back at four?"
    said = say("informing", text, "call_back")
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T24", "bad")
def test_a_call_at_some_time_is_no_choice() -> None:
    said = say("informing", "I will call you back some time.", "call_back")
    assert said.level == 0
    assert said.heat > 0


PROMISE = "I call you back today at four and tell you who dries the floor."


def promised(then: str, *actions: ActionKind) -> tuple[Said, str]:
    """A promised call, then this in the beat in which it is due: what that came to, and what became of the promise."""
    kitchen = Kitchen("follow_through")
    kitchen.say(PROMISE, "call_back")
    said = kitchen.say(then, *actions)
    return said, kitchen.play.scene().promises[0].state


@pytest.mark.lesson("T25", "good")
def test_a_promise_that_is_kept_costs_nothing() -> None:
    said, state = promised("It is four, and this is my call: Marek from our workshop rings your bell at six.", "call_back")
    assert state == "kept"
    assert "broken_promise" not in why(said)


@pytest.mark.lesson("T25", "bad")
def test_a_promise_that_is_forgotten_costs_heat() -> None:
    said, state = promised("How is the weather over there?")
    assert state == "broken"
    assert "broken_promise" in why(said)
    assert said.heat > 0


BARE = "Someone else will take this from here."


def handed_over(text: str, *, insulted: bool = False, played: Scenario | None = None) -> float:
    """What handing over with these words takes off a reply's points."""
    return say("follow_through", text, "escalate", insulted=insulted, played=played).deduction


@pytest.mark.lesson("T26", "good")
def test_a_hand_over_after_abuse_beyond_authority_or_with_the_story_is_legitimate() -> None:
    assert handed_over(BARE, insulted=True) == 0
    assert handed_over(BARE, played=kettle("follow_through", authority=5)) == 0
    story = "You have boiling water under a new floor since Sunday. My colleague Ana has your story and calls you at four."
    assert handed_over(story) == 0
    assert say("follow_through", story, "escalate").heat < 0


@pytest.mark.lesson("T26", "bad")
def test_a_bare_hand_over_is_the_easy_way_out() -> None:
    assert handed_over(BARE) == 10


def closed(text: str) -> Said:
    """The last words of a scene."""
    kitchen = Kitchen("closing")
    kitchen.say("Please tell me more.")
    return kitchen.say(text, "close")


@pytest.mark.lesson("T27", "good")
def test_more_help_and_a_good_wish_end_it_well() -> None:
    said = closed("Is there anything else I can do for you? Then I wish you a dry kitchen and a good cup of tea.")
    assert said.level == 3
    assert said.heat < 0


@pytest.mark.lesson("T27", "bad")
def test_an_abrupt_end_does_not() -> None:
    said = closed("Bye.")
    assert said.level == 0
    assert said.heat > 0
