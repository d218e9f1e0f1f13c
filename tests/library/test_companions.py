"""The rules of badges, tips, warm-up, names and breather."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from game.core.badges import RuleKind
from game.library import Fault
from game.library.companions import RULE_FIELDS, missing_techniques

FaultsAfter = Callable[[str, Callable[[dict[str, Any]], object]], tuple[Fault, ...]]
BADGES, TIPS = "badges/badges.yaml", "coaching/techniques.yaml"


def rule(kind: str, **fields: object) -> Callable[[dict[str, Any]], object]:
    """An edit that gives the first badge another rule."""
    return lambda data: data["badges"][0].update(rule={"kind": kind, **fields})


@pytest.mark.parametrize(
    ("file", "edit", "field", "sentence"),
    [
        (
            BADGES,
            lambda data: data["badges"][1].update(id="long-ears"),
            "badges[1].id",
            "The badge id “long-ears” occurs twice.",
        ),
        (BADGES, rule("heat_drop"), "badges[0].rule", "needs `threshold`"),
        (BADGES, rule("criterion_level", threshold=2), "badges[0].rule", "needs `criterion`"),
        (BADGES, rule("criterion_level", criterion="empathy", threshold=4), "badges[0].rule.threshold", "no level 4"),
        (BADGES, rule("outcome", outcome="resolved", threshold=3), "badges[0].rule.threshold", "does not use `threshold`"),
        (BADGES, rule("aim_met", heard_only=True), "badges[0].rule.heard_only", "does not use `heard_only`"),
        (BADGES, rule("luck"), "badges[0].rule.kind", "“luck” is not one of the known words."),
        (BADGES, lambda data: data["badges"][0].update(name="<i>x"), "badges[0].name", "markup"),
        (TIPS, lambda data: data["tips"].pop(), "", "There is no tip for T30."),
        (TIPS, lambda data: data["tips"][1].update(technique="T01"), "tips[1].technique", "“T01” occurs twice"),
        (TIPS, lambda data: data["tips"][1].pop("avoid"), "tips[1].avoid", "The field `avoid` is missing."),
        ("warmup.yaml", lambda data: [one.update(quality="good") for one in data["replies"]], "replies", "same quality"),
        ("warmup.yaml", lambda data: data["replies"].pop(), "replies", "There are 2 entries, at least 3 are needed."),
        ("names.yaml", lambda data: data["avatars"].pop(), "avatars", "There are 23 avatars."),
        ("names.yaml", lambda data: data["nouns"].append("Otter"), "nouns[33]", "The entry “Otter” occurs twice."),
        ("names.yaml", lambda data: data["nouns"].append("Arse"), "nouns[33]", "The name check refuses “Arse”."),
        ("names.yaml", lambda data: data["rude_words"].insert(0, "two words"), "rude_words[0]", "can never match"),
        ("breather.yaml", lambda data: data.update(suggestions=["Tea", "Tea"]), "suggestions[1]", "occurs twice"),
    ],
)
def test_each_rule_says_where_it_is_broken(
    faults_after: FaultsAfter, file: str, edit: Callable[[dict[str, Any]], object], field: str, sentence: str
) -> None:
    faults = faults_after(file, edit)
    assert [fault for fault in faults if fault.field == field and sentence in fault.sentence], faults
    assert all(fault.remedy for fault in faults)


def test_every_kind_of_rule_says_what_it_needs() -> None:
    assert set(RULE_FIELDS) == set(get_args(RuleKind))


def test_missing_techniques_are_named_in_order() -> None:
    have = {f"T{number:02}" for number in range(1, 31)} - {"T28", "T07"}
    assert missing_techniques(have) == ("T07", "T28")
