"""Every event survives the log exactly, and what people wrote lies beside it."""

import json
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.core.clock import Clock
from game.core.events import AimSet, BeatReadied, BeatRevealed, ClocksRemoved, Event, SteppedOut
from game.core.ids import CRITERIA, SeatId, TeamId, Token
from game.core.state import ReplyPoints
from game.core.words import Words, blank_words_of
from game.store.codec import Codec, kind_of
from game.store.upcasters import Upcasters
from tests.store.events import EVENT_TYPES, of_type, replied, words

CODEC = Codec()


def texts_of(found: tuple[Words, ...]) -> dict[str, str]:
    return {one.ref: one.text for one in found}


def all_words(value: Any) -> list[Words]:
    """Every text anywhere inside, found by looking rather than by type."""
    if isinstance(value, Words):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in all_words(item)]
    slots = getattr(type(value), "__dataclass_fields__", {})
    return [found for name in slots for found in all_words(getattr(value, name))]


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=kind_of)
@settings(max_examples=20)
@given(data=st.data())
def test_every_event_comes_back_equal_and_blank_without_its_texts(event_type: type[Event], data: st.DataObject) -> None:
    event = data.draw(of_type(event_type))
    found = all_words(event)
    assume(len({one.ref for one in found}) == len(found))
    coded = CODEC.encode(event)
    assert CODEC.decode(coded.kind, coded.shape, coded.body, texts_of(coded.words)) == event
    blank = event
    for seat in {one.seat for one in found}:
        blank = blank_words_of(blank, seat)  # type: ignore[arg-type]  # a text of nobody is blanked alike
    assert CODEC.decode(coded.kind, coded.shape, coded.body, {}) == blank


def test_the_log_holds_ref_and_seat_but_no_text() -> None:
    event = AimSet(SeatId("s1"), CRITERIA[0], words("w1", "they shout"), words("w2", "I breathe out"))
    coded = CODEC.encode(event)
    assert json.loads(coded.body)["when"] == {"ref": "w1", "seat": "s1"}
    assert "shout" not in coded.body
    assert "breathe" not in coded.body
    assert texts_of(coded.words) == {"w1": "they shout", "w2": "I breathe out"}


def test_an_empty_text_needs_no_row() -> None:
    assert CODEC.encode(SteppedOut(TeamId("t1"), words("w1", ""))).words == ()


@pytest.mark.parametrize("text", ["nul \x00", "half \ud83d"])
def test_a_text_that_no_database_keeps_is_refused_before_it_gets_there(text: str) -> None:
    with pytest.raises(ValueError, match=r"NUL|surrogates"):
        CODEC.encode(replied(text))


def test_kinds_are_unique_and_read_like_the_event() -> None:
    kinds = [kind_of(event_type) for event_type in get_args(Event)]
    assert len(set(kinds)) == len(kinds)
    assert kind_of(BeatRevealed) == "beat_revealed"


def test_a_kind_from_a_later_version_is_named() -> None:
    with pytest.raises(ValueError, match="newer version: it holds tea_served"):
        CODEC.decode("tea_served", 1, "{}", {})


def test_a_shape_from_a_later_version_is_named() -> None:
    with pytest.raises(ValueError, match="clocks_removed in shape 2"):
        CODEC.decode(kind_of(ClocksRemoved), 2, "{}", {})


def test_an_event_of_old_is_carried_through_every_change_since() -> None:
    changes = (
        lambda body: {"team": body["table"], "words": body["words"]},
        lambda body: {**body, "team": f"t{body['team']}"},
    )
    codec = Codec(Upcasters(steps={"stepped_out": changes}, renamed={"left_the_part": "stepped_out"}))
    expected = SteppedOut(TeamId("t7"), words("w1", "to be heard"))
    body = {"table": 7, "words": {"ref": "w1", "seat": "s1"}}
    assert codec.decode("left_the_part", 1, json.dumps(body), {"w1": "to be heard"}) == expected
    assert codec.decode("stepped_out", 2, json.dumps({**body, "team": 7}), {"w1": "to be heard"}) == expected
    assert codec.encode(expected).shape == 3


def test_texts_deep_inside_are_kept_apart_too() -> None:
    assert CODEC._places[kind_of(BeatReadied)] == {"lines": {"__all__": {"words": True}}}


def test_points_that_are_whole_numbers_stay_equal() -> None:
    points = ReplyPoints(60, None, 50, (50, 30, 20), 0, 58, 0, False)
    event = BeatRevealed(
        TeamId("t1"), ((Token("a"), points),), Token("a"), (), 40, (), None, (), Clock(holds=frozenset({"pause", "gather"}))
    )
    coded = CODEC.encode(event)
    assert CODEC.decode(coded.kind, coded.shape, coded.body, {}) == event
