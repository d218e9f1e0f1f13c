"""The conversation in the order in which it was spoken."""

from dataclasses import replace

from game.core.ids import SeatId
from game.core.state import Beat, Line, Reply
from game.core.transcript import before, customer_waits, spoken
from tests.core.pieces import beat, reply

OPENING, AGAIN = Line("opening", "Hello?"), Line("said", "And now?", after=1)
ONE, TWO = reply("a", "s-a"), reply("b", "s-a")
EXCHANGE = replace(beat(ONE, TWO), lines=(OPENING, AGAIN), line=(SeatId("s-a"),))


def said(played: Beat) -> list[str]:
    return [one.text if isinstance(one, Line) else one.words.text for one in spoken(played)]


def test_a_live_beat_tells_lines_and_turns_as_they_came() -> None:
    assert said(EXCHANGE) == ["Hello?", "text a", "And now?", "text b"]


def test_any_other_beat_tells_the_customer_and_then_what_they_heard_once_that_is_known() -> None:
    together = replace(EXCHANGE, line=(), heard=TWO.token)
    assert said(together) == ["Hello?", "And now?", "text b"]
    assert said(replace(together, revealed=False)) == ["Hello?", "And now?"]


def test_a_turn_answers_what_was_said_before_it() -> None:
    assert before(EXCHANGE, ONE) == (OPENING,)
    assert [one.token for one in before(EXCHANGE, TWO) if isinstance(one, Reply)] == ["a"]


def test_the_customer_waits_while_the_last_word_is_theirs_and_a_hold_notice_is_no_answer() -> None:
    assert not customer_waits(EXCHANGE)
    asked = replace(EXCHANGE, lines=(*EXCHANGE.lines, Line("said", "Well?", after=2)))
    assert customer_waits(asked)
    assert customer_waits(replace(asked, lines=(*asked.lines, Line("hold", "One moment.", after=2))))
