"""What comes after the anger, T28 and T29, and what the channel asks for, T30: for each lesson a good case and a bad one."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.core import commands as c
from game.core.documents import BoardDocument
from game.core.scenario import Channel, OutcomeKind, Return
from tests.core.given import Play, workshop
from tests.lessons.scene import Kitchen, kettle, say


def breather(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[BoardDocument, Play]:
    """A round to its end, in whose breather so many people said how tense they were."""
    play = workshop(6)
    play.start()
    play.to_stage("breather")
    for moment, answers in (("before", before), ("after", after)):
        for seat, level in zip(play.state.seats, answers, strict=False):
            play.do(c.CheckStress(moment, level), seat)  # type: ignore[arg-type]
    play.to_stage("done")
    board: BoardDocument = play.document("board")
    return board, play


@pytest.mark.lesson("T28", "good")
def test_a_room_that_let_go_reads_by_how_much() -> None:
    board, _ = breather((5, 4, 4, 5, 4), (2, 1, 2, 2, 1))
    assert board.debrief is not None
    assert board.debrief.stress_before == pytest.approx(4.4)
    assert board.debrief.stress_after == pytest.approx(1.6)


@pytest.mark.lesson("T28", "bad")
def test_a_room_that_grew_tenser_reads_that_too_and_nobody_reads_whose_answer_it_was() -> None:
    board, play = breather((2, 2, 2, 2, 2), (4, 4, 4, 4, 5))
    assert board.debrief is not None
    assert (board.debrief.stress_after or 0) > (board.debrief.stress_before or 0)
    few, _ = breather((5, 5, 5), (1, 1, 1))
    assert few.debrief is not None
    assert few.debrief.stress_before is None
    assert not any("stress" in repr(play.document("seat", seat)) for seat in play.members())


@pytest.mark.lesson("T28", "good")
def test_what_is_shredded_has_no_way_off_the_phone(repository: Path) -> None:
    shredder = (repository / "web/src/views/phone/Shred.tsx").read_text(encoding="utf-8")
    known = set(re.findall(r'from "([^"]+)"', shredder))
    assert known == {"@preact/signals", "preact", "preact/hooks", "../../parts/Button", "../../text"}


KIND = (
    "You must be furious, boiling water over a floor that was new on a Sunday morning. I am sorry that our kettle leaked, and "
    "I am sending someone today to dry it. What happened between closing the lid and the moment you saw the water?"
)
MENDED = (
    "Two weeks of waiting beside a wet new floor would make anybody furious. I can send somebody to dry the floor today, or "
    "give you fifty euros for it. Which would help you more? Is there anything else I can do? Then I wish you a dry kitchen "
    "and a good cup of tea."
)
COLD = ("Calm down. That is not my fault.", "There is nothing we can do. Bye.")


def left(first: str, last: str, *, fair: bool) -> tuple[OutcomeKind | None, str, int]:
    """How a scene ended, what the customer tells others, and the heat with which they come back."""
    returns = (
        Return("customer_for_life", 20, "Good morning, it is me again."),
        Return("resolved", 40, "Me again."),
        Return("walked_away", 80, "You again."),
        Return("hung_up", 90, "You. Again."),
    )
    played = kettle("empathy", "solution", opening_heat=50 if fair else 75)
    kitchen = Kitchen("empathy", played=played)
    kitchen.say(first, ticks=("lid",) if fair else ())
    kitchen.say(last, *(("offer", "close") if fair else ("close",)), offer="refund" if fair else None)
    play = kitchen.play
    play.to_stage("second_take")
    scene = play.document("scene", "t1")
    play.to_stage("done")
    play.start(replace(played, slug="kettle-2", sequel_of=played.slug, returns=returns))
    return scene.outcome.kind, scene.outcome.word_of_mouth, play.scene().heat


@pytest.mark.lesson("T29", "good")
def test_a_customer_who_was_well_handled_tells_others_and_comes_back_calmer() -> None:
    kind, told, heat = left(KIND, MENDED, fair=True)
    assert kind in ("customer_for_life", "resolved")
    assert told == f"{kind} word of mouth"
    assert heat <= 40


@pytest.mark.lesson("T29", "bad")
def test_a_customer_who_was_badly_handled_tells_everyone_and_comes_back_angrier() -> None:
    kind, told, heat = left(*COLD, fair=False)
    assert kind in ("walked_away", "hung_up")
    assert told == f"{kind} word of mouth"
    assert heat >= 80


WARM = "Thank you for staying so patient with us. I hope your kitchen smells of coffee again by tomorrow."
FLOORS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
THINGS = ("lamps", "plates", "towels", "spoons", "chairs", "curtains", "baskets", "clocks")


def warmth(channel: Channel, padding: int) -> int:
    """How warm this reply is on this channel with so many sentences of no use to anybody before it."""
    tour = [
        f"On the {floor} floor of our shop there are shelves with {thing} of every colour that one can look at all day."
        for floor, thing in zip(FLOORS, THINGS, strict=True)
    ]
    return say("rapport", " ".join((*tour[:padding], WARM)), played=kettle("rapport", channel=channel)).level or 0


@pytest.mark.lesson("T30", "good")
def test_each_channel_takes_what_it_can_carry() -> None:
    assert warmth("chat", 1) == warmth("phone", 1) == warmth("email", 1) >= 2
    assert warmth("email", 8) >= 2


@pytest.mark.lesson("T30", "bad")
def test_a_letter_in_a_chat_is_no_longer_warm() -> None:
    assert warmth("chat", 8) <= 1
