"""From validated content to what the rules read."""

from typing import Any

from game.core.badges import BadgeRule
from game.core.scenario import Scenario, plan_beats
from game.library import build
from game.library.explain import validate
from game.library.schema import BadgeIn, ScenarioIn


def built(data: dict[str, Any]) -> Scenario:
    given, findings = validate(ScenarioIn, data)
    assert given is not None, findings
    return build.scenario(given)


def test_the_version_follows_the_content_and_not_its_layout(scenario: dict[str, Any]) -> None:
    first = built(scenario)
    again = built(dict(reversed(scenario.items())))
    changed = built(scenario | {"title": "Another cake"})
    assert first.version == again.version != changed.version
    assert len(first.version) == 12
    assert set(first.version) <= set("0123456789abcdef")


def test_lines_and_wildcards_get_ids_that_occur_once(scenario: dict[str, Any]) -> None:
    made = built(scenario)
    lines = [line.id for beat in made.beats for line in beat.lines]
    assert len(lines) == len(set(lines)) == 12
    assert lines[:4] == ["vent-1", "vent-2", "vent-3", "vent-4"]
    assert [line.mood for line in made.beats[0].lines] == ["any", "any", "hot", "soft"]
    assert [card.id for card in made.wildcards] == ["card-1", "card-2"]


def test_the_techniques_of_a_scenario_are_those_of_its_beats_and_its_own_in_order(scenario: dict[str, Any]) -> None:
    made = built(scenario | {"techniques": ["T30", "T02"]})
    assert made.techniques == ("T01", "T02", "T11", "T16", "T17", "T18", "T27", "T30")


def test_both_forms_can_be_played(scenario: dict[str, Any]) -> None:
    made = built(scenario)
    assert [beat.kind for beat in plan_beats(made, "long")] == ["vent", "explore", "resolve"]
    assert [beat.kind for beat in plan_beats(made, "short")] == ["vent", "resolve"]


def test_a_badge_keeps_its_rule() -> None:
    data = {
        "id": "back",
        "name": "Back",
        "icon": "🌊",
        "description": "You come back.",
        "tier": "gold",
        "rule": {"kind": "comeback", "threshold": 85, "ended_at_most": 45},
    }
    badge = build.badge(BadgeIn.model_validate(data))
    assert badge.rule == BadgeRule(kind="comeback", count=1, threshold=85, ended_at_most=45)
