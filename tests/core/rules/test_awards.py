from dataclasses import replace
from typing import Any

import pytest

from game.core.badges import RULE_KINDS, BadgeRule
from game.core.ids import SeatId, Token
from game.core.rules import awards, scoring
from game.core.state import Beat, PlayerResult, Promise, Scene
from tests.core.pieces import beat, marked, reply, scene
from tests.core.scenarios import scenario

A, B = SeatId("s-a"), SeatId("s-b")


def count(played: Scene, kind: Any, who: SeatId = A, result: PlayerResult | None = None, **rule: Any) -> int:
    marks: dict[str, awards.Levels] = {one.token: scoring.reply_levels(one) for part in played.beats for one in part.replies}
    return awards.happened(BadgeRule(kind, **rule), awards.Play(played, scenario(), who, result, marks))


def heard(*names: str, **changes: Any) -> Scene:
    """A scene in which s-a (level 3, then 2) and s-b (level 2) replied in every beat; these were heard."""
    return scene(*(replace(_beat(n, name), **changes) for n, name in enumerate(names, start=1)))


def _beat(number: int, name: str) -> Beat:
    one, two = marked(f"a{number}", 3 if number == 1 else 2), marked(f"b{number}")
    replies = replace(one, seat=A), replace(two, seat=B)
    return beat(*replies, number=number, heard=Token(f"{name}{number}"))


def test_criterion_level_counts_each_reply_that_reaches_it() -> None:
    played = heard("a", "b")
    assert count(played, "criterion_level", criterion="empathy", threshold=3) == 1
    assert count(played, "criterion_level", criterion="empathy", threshold=2) == 2
    assert count(played, "criterion_level", criterion="empathy", threshold=2, heard_only=True) == 1
    assert count(played, "criterion_level", threshold=2) == 0


def test_criterion_level_does_not_count_what_does_not_apply() -> None:
    assert count(scene(beat(marked("a", None))), "criterion_level", criterion="empathy", threshold=1) == 0


@pytest.mark.parametrize(("after", "times"), [(40, 1), (41, 0)])
def test_heat_drop_counts_where_ones_reply_was_heard_and_heat_fell_enough(after: int, times: int) -> None:
    played = heard("a", heat_before=60, heat_after=after)
    assert count(played, "heat_drop", threshold=20) == times
    assert count(played, "heat_drop", B, threshold=20) == 0


def test_omission_found_is_for_whoever_asked_when_it_came_out() -> None:
    asked = replace(reply("a"), ticked=("lid",))
    found = scene(beat(asked, reply("b"), heard=Token("a"), disclosed=("lid",)))
    assert count(found, "omission_found") == 1
    assert count(found, "omission_found", B) == 0
    assert count(scene(beat(asked, disclosed=())), "omission_found") == 0
    assert count(scene(beat(replace(asked, ticked=("leak",)), disclosed=("leak",))), "omission_found") == 0


def test_promise_kept_is_for_whoever_made_it() -> None:
    played = heard("a", "b")
    kept, broken = Promise("call_back", 1, 2, "kept"), Promise("call_back", 1, 2, "broken")
    assert count(replace(played, promises=(kept,)), "promise_kept") == 1
    assert count(replace(played, promises=(kept,)), "promise_kept", B) == 0
    assert count(replace(played, promises=(broken,)), "promise_kept") == 0


def test_outcome_is_for_those_who_answered_in_the_scene() -> None:
    played = heard("a")
    assert count(played, "outcome", outcome="resolved") == 1
    assert count(played, "outcome", outcome="customer_for_life") == 0
    assert count(played, "outcome", SeatId("s-c"), outcome="resolved") == 0


def test_heard_count_counts_heard_replies() -> None:
    assert count(heard("a", "b", "a"), "heard_count") == 2
    assert count(heard("b"), "heard_count") == 0


def test_customer_marks_wants_every_reply_marked_by_the_customer_in_person() -> None:
    full = beat(replace(reply("a"), customer_mark=50), replace(reply("b"), customer_mark=0))
    customer = SeatId("s-c")
    played = scene(full)
    assert count(played, "customer_marks", customer) == 1
    assert count(scene(full, replace(full, customer=SeatId("s-9"))), "customer_marks", customer) == 0
    assert count(scene(full, beat(reply("a"))), "customer_marks", customer) == 0
    assert count(scene(beat()), "customer_marks", customer) == 0
    assert count(played, "customer_marks") == 0


def test_customer_marks_does_not_ask_for_a_mark_on_a_text_that_was_covered() -> None:
    covered = beat(replace(reply("a"), customer_mark=50), replace(reply("b"), reported=True))
    assert count(scene(covered), "customer_marks", SeatId("s-c")) == 1


@pytest.mark.parametrize(("met", "times"), [(True, 1), (False, 0), (None, 0)])
def test_aim_met_follows_the_result(met: bool | None, times: int) -> None:
    result = PlayerResult(A, None, "agent", 50, (), met, ())
    assert count(heard("a"), "aim_met", result=result) == times
    assert count(heard("a"), "aim_met", result=None) == 0


def test_no_interruption_wants_a_reply_in_every_beat_and_none_too_early() -> None:
    played = heard("a", "b")
    assert count(played, "no_interruption") == 1
    assert count(heard("a", "b", replies=()), "no_interruption") == 0
    early = scene(beat(reply("a", interrupted=True)), beat(reply("a"), number=2))
    assert count(early, "no_interruption") == 0
    late_joiner = replace(played, beats=(replace(played.beats[0], eligible=(), replies=()), played.beats[1]))
    assert count(late_joiner, "no_interruption") == 0


@pytest.mark.parametrize(("top", "end", "times"), [(81, 45, 1), (80, 45, 0), (81, 46, 0), (100, 0, 1)])
def test_comeback_wants_heat_to_rise_and_to_come_down_again(top: int, end: int, times: int) -> None:
    played = heard("a", "b")
    one, two = played.beats
    beats = (replace(one, heat_before=60, heat_after=top), replace(two, heat_before=top, heat_after=end))
    assert count(replace(played, beats=beats), "comeback", threshold=80, ended_at_most=45) == times
    assert count(replace(played, beats=beats), "comeback", SeatId("s-c"), threshold=80, ended_at_most=45) == 0


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_a_stopped_scene_and_an_empty_one_earn_nothing(kind: Any) -> None:
    rule: dict[str, Any] = {"criterion": "empathy", "threshold": 0, "ended_at_most": 100, "outcome": "stopped"}
    assert count(replace(heard("a", "a"), outcome="stopped"), kind, **rule) == 0
    assert count(scene(), kind, **rule) == 0


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_a_beat_without_a_reveal_does_not_count(kind: Any) -> None:
    hidden = heard("a", revealed=False, disclosed=("lid",))
    assert count(hidden, kind, criterion="empathy", threshold=0, ended_at_most=100) == 0
