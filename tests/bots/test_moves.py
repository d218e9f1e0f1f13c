"""Thinking time, ids and chance."""

from game.bots.moves import Memory, Move, command_id, dice, left, within
from game.core.documents import ClockView
from game.core.ids import Instant, Millis

RUNNING = ClockView(Millis(40_000), Instant(20_000), None, held=False)
HELD = ClockView(Millis(40_000), None, Millis(5_000), held=True)
UNTIMED = ClockView(None, None, None, held=False)


def test_thinking_ends_well_before_the_clock_does() -> None:
    assert within(3, RUNNING, 10_000) == 3
    assert within(30, RUNNING, 10_000) == 6
    assert within(30, RUNNING, 25_000) == 0
    assert within(30, UNTIMED, 0) == 30
    assert within(30, None, 0) == 30


def test_what_is_left_is_counted_in_seconds() -> None:
    assert left(RUNNING, 15_000) == 5
    assert left(HELD, 99_000) == 5
    assert left(UNTIMED, 0) is None


def test_an_id_says_seat_round_and_turn_and_fits_on_the_wire() -> None:
    assert command_id("s3", 1, "b2-reply") == "bot-s3-r1-b2-reply"
    assert len(command_id("s400", 12, "gallery-0123456789-0123456789")) <= 64


def test_chance_falls_the_same_way_for_the_same_seed() -> None:
    assert dice("a", 1).random() == dice("a", 1).random()
    assert dice("a", 1).random() != dice("b", 1).random()


def test_who_asks_in_vain_remembers() -> None:
    memory = Memory()
    memory.learn(Move("ask-0", "ask_duel"), refused="nothing_to_judge")
    memory.learn(Move("ask-1", "ask_duel"), refused="nothing_to_judge")
    assert (memory.asked, memory.fruitless) == (2, 2)
    memory.learn(Move("ask-2", "ask_duel"))
    assert (memory.asked, memory.fruitless) == (3, 0)
    assert memory.done == {"ask-0", "ask-1", "ask-2"}


def test_what_was_sent_too_early_is_sent_again() -> None:
    memory = Memory()
    memory.learn(Move("b1-reply", "send_reply"), refused="still_talking")
    assert not memory.done
