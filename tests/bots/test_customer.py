"""What a customer bot says, asks for and leaves with."""

import random

from hypothesis import given
from hypothesis import strategies as st

from game.bots import customer, phrases
from game.core.documents import IncomingReply, LineChoice, WildcardChoice
from game.core.ids import Token
from game.core.scenario import NEEDS, WildcardKind

LINES = (
    LineChoice("1", "hot", "hot", used=False),
    LineChoice("2", "soft", "soft", used=False),
    LineChoice("3", "any", "any", used=False),
    LineChoice("4", "said", "hot", used=True),
)
CHANCE = st.integers(0, 2**32).map(random.Random)


@given(CHANCE, st.integers(0, 100))
def test_a_line_fits_the_heat_and_was_not_said_before(chance: random.Random, heat: int) -> None:
    line = customer.choose_line(LINES, heat, chance)
    assert line is not None
    assert line.mood in (("hot", "any") if heat >= 50 else ("soft", "any"))
    assert not line.used


def test_where_no_line_fits_there_is_none() -> None:
    assert customer.choose_line(LINES[:1], 10, random.Random(1)) is None
    assert customer.choose_line(LINES[3:], 90, random.Random(1)) is None


@given(CHANCE, st.integers(1, 3), st.integers(0, 100))
def test_one_to_three_lines_and_fewer_beside_the_opening(chance: random.Random, beat: int, heat: int) -> None:
    assert 1 <= customer.how_many_lines(beat, heat, chance) <= (2 if beat == 1 else 3)


@given(CHANCE, st.integers(1, 3), st.integers(0, 100))
def test_a_card_is_played_only_where_it_makes_sense(chance: random.Random, beat: int, heat: int) -> None:
    kinds: tuple[WildcardKind, ...] = ("over_the_line", "are_you_there", "threaten_to_leave", "repeat")
    cards = tuple(WildcardChoice(kind, kind, kind, used=kind == "repeat") for kind in kinds)
    card = customer.choose_wildcard(cards, beat, heat, chance)
    if card is not None:
        assert card.kind != "repeat"
        assert card.kind != "over_the_line" or heat >= 70
        assert card.kind != "are_you_there" or beat > 1
        assert card.kind != "threaten_to_leave" or heat >= 50


@given(CHANCE)
def test_the_sealed_need_belongs_to_the_beat(chance: random.Random) -> None:
    assert customer.choose_need("vent", chance) in ("heard", "respect")
    assert customer.choose_need("resolve", chance) in ("way_out", "explanation")


def test_every_need_has_its_parting_sentences() -> None:
    assert set(phrases.STEP_OUTS) == set(NEEDS)


def reply(ticked: tuple[str, ...], suggested: tuple[str, ...]) -> IncomingReply:
    return IncomingReply(Token("t"), "text", (), None, None, ticked, suggested, covered=False)


def test_facts_that_were_asked_for_are_ticked_once() -> None:
    assert customer.facts_to_tick(reply((), ("leak",))) == ("leak",)
    assert customer.facts_to_tick(reply(("leak",), ("leak",))) == ()
    assert customer.facts_to_tick(reply(("leak",), ("order",))) == ("leak", "order")
