"""What the schema complains about, as sentences."""

from typing import Any

import pytest

from game.library.explain import validate
from game.library.schema import ScenarioIn


def sentences(data: object) -> dict[tuple[str | int, ...], tuple[str, str]]:
    given, findings = validate(ScenarioIn, data)
    assert (given is None) == bool(findings)
    return {finding.path: (finding.sentence, finding.remedy) for finding in findings}


def test_a_scenario_without_a_fault_comes_back_typed(scenario: dict[str, Any]) -> None:
    given, findings = validate(ScenarioIn, scenario)
    assert findings == ()
    assert given is not None
    assert given.slug == "the-cake"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", 12, "This must be text, not a number."),
        ("title", "  ", "The text is empty."),
        ("title", "x" * 81, "The text has 81 characters, at most 80 are allowed."),
        ("channel", "fax", "“fax” is not one of the known words."),
        ("difficulty", 5, "5 is too large."),
        ("opening_heat", 3, "3 is too small."),
        ("difficulty", "two", "This must be a whole number, not text."),
        ("company_at_fault", "maybe", "This must be true or false, not text."),
        ("company_at_fault", 1, "This must be true or false, not a number."),
        ("policy", "be nice", "This must be a list, not text."),
        ("policy", [], "There are 0 entries, at least 1 are needed."),
        ("policy", ["a"] * 9, "There are more entries than the 8 allowed."),
        ("persona", ["a"], "This must be a group of fields, not a list."),
        ("outcomes", "good", "This must be a group of fields, not text."),
        ("currency", "euro", "“euro” is not written as it should be."),
        ("story", None, "This must be text, not nothing."),
    ],
)
def test_each_kind_of_complaint_has_a_plain_sentence(
    scenario: dict[str, Any], field: str, value: object, sentence: str
) -> None:
    found = sentences(scenario | {field: value})
    assert found[(field,)][0] == sentence
    assert found[(field,)][1]


def test_a_misspelt_field_is_named_together_with_the_one_that_was_meant(scenario: dict[str, Any]) -> None:
    scenario["opening_heet"] = scenario.pop("opening_heat")
    found = sentences(scenario)
    assert found[("opening_heat",)] == ("The field `opening_heat` is missing.", "Add it.")
    assert found[("opening_heet",)] == ("There is no field `opening_heet` here.", "Did you mean `opening_heat`?")


def test_an_unknown_outcome_is_placed_at_its_own_line(scenario: dict[str, Any]) -> None:
    scenario["outcomes"]["delighted"] = "Hooray."
    assert "not one of the known words" in sentences(scenario)[("outcomes", "delighted")][0]


def test_unknown_words_inside_beats_are_all_reported(scenario: dict[str, Any]) -> None:
    scenario["beats"][0]["techniques"] = ["T01", "T31"]
    scenario["beats"][1]["focus"][0]["criterion"] = "charm"
    scenario["beats"][2]["practice"][0]["actions"] = ["hug"]
    found = sentences(scenario)
    assert found[("beats", 0, "techniques", 1)][1] == "Techniques are called T01 to T30."
    assert "“charm”" in found[("beats", 1, "focus", 0, "criterion")][0]
    assert "“hug”" in found[("beats", 2, "practice", 0, "actions", 0)][0]


def test_something_else_than_a_group_of_fields_is_one_complaint() -> None:
    assert sentences(["a"]) == {(): ("This must be a group of fields, not a list.", "Write `name: value` lines below it.")}
