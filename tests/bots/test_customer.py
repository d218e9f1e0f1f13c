"""What a customer bot says, asks for and leaves with."""

import random
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from game.bots import customer, phrases
from game.core.documents import EchoChoice, LineChoice, WildcardChoice
from game.core.scenario import NEEDS, Mood, Tone, WildcardKind

LINES = (
    LineChoice("1", "hot", "hot", used=False),
    LineChoice("2", "soft", "soft", used=False),
    LineChoice("3", "any", "any", used=False),
    LineChoice("4", "said", "hot", used=True),
)
CHANCE = st.integers(0, 2**32).map(random.Random)
TONES = st.sampled_from((None, *get_args(Tone)))
MOODS = st.sampled_from(get_args(Mood)[1:])


@given(CHANCE, MOODS)
def test_a_line_fits_the_mood_and_was_not_said_before(chance: random.Random, mood: Mood) -> None:
    line = customer.choose_line(LINES, mood, chance)
    assert line is not None
    assert line.mood in (mood, "any")
    assert not line.used


def test_where_no_line_fits_there_is_none() -> None:
    assert customer.choose_line(LINES[:1], "soft", random.Random(1)) is None
    assert customer.choose_line(LINES[3:], "hot", random.Random(1)) is None


@given(st.integers(0, 100))
def test_whoever_was_heard_softens_and_whoever_was_argued_with_does_not(heat: int) -> None:
    assert customer.mood_of(heat, "argued") == "hot"
    assert customer.mood_of(heat, "heard") == ("soft" if heat < 80 else "hot")
    for tone in (None, "ignored"):
        assert customer.mood_of(heat, tone) == ("hot" if heat >= 50 else "soft")


@given(CHANCE, st.integers(1, 3), st.integers(0, 100), TONES)
def test_one_to_three_lines_and_fewer_beside_the_opening(
    chance: random.Random, beat: int, heat: int, tone: Tone | None
) -> None:
    lines = customer.how_many_lines(beat, heat, tone, chance)
    assert (2 if tone == "argued" else 1) <= lines <= (2 if beat == 1 or tone == "heard" else 3)


ECHOES = (
    EchoChoice("heard-1", "That is better.", "heard", used=True),
    EchoChoice("heard-2", "Thank you.", "heard", used=False),
)


@given(CHANCE)
def test_the_last_reply_is_answered_once_with_each_echo(chance: random.Random) -> None:
    assert customer.choose_echo(ECHOES, chance) == ECHOES[1]
    assert customer.choose_echo(ECHOES[:1], chance) is None
    assert customer.tone_of(ECHOES) == "heard"
    assert customer.tone_of(()) is None


@given(CHANCE, st.integers(0, 100), TONES)
def test_a_beat_that_judges_limits_gives_a_limit_to_set(chance: random.Random, heat: int, tone: Tone | None) -> None:
    card = WildcardChoice("over", "over_the_line", "!", used=False)
    assert customer.choose_wildcard((card,), 1, heat, tone, chance, tests_limits=True) == card
    played = WildcardChoice("over", "over_the_line", "!", used=True)
    assert customer.choose_wildcard((played,), 1, heat, tone, chance, tests_limits=True) is None


@given(CHANCE, st.integers(1, 3), st.integers(0, 100), TONES)
def test_a_card_is_played_only_where_it_makes_sense(chance: random.Random, beat: int, heat: int, tone: Tone | None) -> None:
    kinds: tuple[WildcardKind, ...] = ("over_the_line", "are_you_there", "threaten_to_leave", "repeat")
    cards = tuple(WildcardChoice(kind, kind, kind, used=kind == "repeat") for kind in kinds)
    card = customer.choose_wildcard(cards, beat, heat, tone, chance)
    if card is not None:
        assert card.kind != "repeat"
        assert card.kind != "over_the_line" or heat >= 70
        assert card.kind != "are_you_there" or beat > 1
        assert card.kind != "threaten_to_leave" or heat >= 50


def test_every_need_has_its_parting_sentences() -> None:
    assert set(phrases.STEP_OUTS) == set(NEEDS)
