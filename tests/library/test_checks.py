"""The rules between the fields of a scenario: each is broken once, alone."""

from collections.abc import Callable
from typing import Any

import pytest

from game.library.checks import check_scenario
from game.library.faults import field_name

Data = dict[str, Any]


def found(data: object) -> list[tuple[str, str]]:
    return [(field_name(finding.path), finding.sentence) for finding in check_scenario(data)]


def put(*path: str | int, value: object) -> Callable[[Data], None]:
    """An edit that sets the value at a path."""

    def edit(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return edit


def drop(*path: str | int) -> Callable[[Data], None]:
    """An edit that removes what is at a path."""

    def edit(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return edit


def test_the_scaffold_breaks_no_rule(scenario: Data) -> None:
    assert found(scenario) == []


@pytest.mark.parametrize(
    ("edit", "field", "sentence"),
    [
        (put("facts", 1, "id", value="order"), "facts[1].id", "The fact id “order” occurs twice."),
        (put("offers", 1, "id", value="voucher"), "offers[1].id", "The offer id “voucher” occurs twice."),
        (put("effects", 0, "facts", value=["ghost"]), "effects[0].facts[0]", "There is no fact “ghost”."),
        (put("effects", 1, "facts", value=["order"]), "effects[1].facts[0]", "Only look_up can bring up facts."),
        (put("beats", 2, "practice", 0, "offer", value="ghost"), "beats[2].practice[0].offer", "There is no offer “ghost”."),
        (put("beats", 2, "practice", 4, "actions", value=[]), "beats[2].practice[4].offer", "actions do not say so"),
        (drop("beats", 2, "practice", 4, "offer"), "beats[2].practice[4].actions", "needs to say which offer"),
        (put("facts", 1, "omission", value=False), "facts", "No fact is an omission."),
        (put("facts", 1, "hidden", value=False), "facts[1].omission", "An omission has to be hidden."),
        (put("facts", 1, "asked", value=[]), "facts[1]", "The omission cannot be asked for."),
        (put("effects", 0, "facts", value=[]), "facts[2]", "The hidden fact can never come out."),
        (put("facts", 1, "reply", value=" "), "facts[1]", "The customer has nothing to say when asked."),
        (put("facts", 1, "asked", 0, value="Number"), "facts[1].asked[0]", "“Number” has capital letters."),
        (put("fair_min", value=26), "fair_min", "The fair range begins at 26 and ends at 25."),
        (put("fair_max", value=31), "fair_max", "The fair range reaches 31, above the authority of 30."),
        (put("offers", 1, "cost", value=26), "offers", "No offer costs between 5 and 25."),
        (put("story", value="word " * 121), "story", "The role card (story and triggers) has 128 words."),
        (put("policy", 0, value="word " * 121), "case", "words."),
        (drop("beats", 1), "beats", "The beats are vent, resolve."),
        (put("beats", value=[]), "beats", "The beats are missing."),
        (put("beats", 0, "focus", 0, "weight", value=40), "beats[0].focus", "The weights add up to 90."),
        (put("beats", 0, "focus", 1, "criterion", value="listening"), "beats[0].focus[1].criterion", "occurs twice"),
        (put("beats", 0, "focus", 0, "criterion", value="closing"), "beats[0].focus[0].criterion", "last beat only"),
        (put("beats", 0, "focus", 0, "criterion", value="limits"), "beats[0].focus[0].criterion", "no wildcard is over"),
        (put("beats", 0, "focus", 0, "example", value="word " * 71), "beats[0].focus[0].example", "has 71 words"),
        (put("beats", 0, "techniques", value=["T01", "T01"]), "beats[0].techniques[1]", "occurs twice"),
        (
            put("beats", 2, "practice", 0, "actions", value=["offer", "close", "close"]),
            "beats[2].practice[0].actions[2]",
            "The action “close” occurs twice.",
        ),
        (put("beats", 1, "lines", "any", value=[]), "beats[1].lines", "There are 2 suggested lines."),
        (put("beats", 1, "lines", "hot", value=[]), "beats[1].lines", "There is no hot line."),
        (put("beats", 2, "lines", "soft", value=[]), "beats[2].lines", "There is no soft line."),
        (drop("beats", 0, "practice", 0), "beats[0].practice", "There are 1 good practice replies."),
        (drop("effects", 5), "effects", "These actions have no effect: close."),
        (put("effects", 2, "action", value="close"), "effects[5].action", "The action “close” occurs twice."),
        (drop("effects", 1, "due_in"), "effects[1]", "A call back is a promise without a date."),
        (put("wildcards", 0, "kind", value="over_the_line"), "wildcards[0]", "An over-the-line card must be flagged."),
        (put("wildcards", 0, "abusive", value=True), "wildcards[0].abusive", "Only over_the_line cards are abusive."),
        (drop("outcomes", "stopped"), "outcomes", "Lines are missing for: stopped."),
        (put("word_of_mouth", "resolved", value=""), "word_of_mouth", "Lines are missing for: resolved."),
        (put("silence", value="HELLO? Have you gone to bake it"), "wildcards[1].text", "says the same elsewhere"),
        (put("title", value="<b>Cake</b>"), "title", "The text holds markup (“<b”)."),
        (put("facts", 0, "text", value="See [here](javascript:alert(1))"), "facts[0].text", "markup"),
        (put("persona", "name", value="A&#66;"), "persona.name", "markup"),
        (put("beats", 0, "lines", "hot", 0, value="</script>"), "beats[0].lines.hot[0]", "markup"),
    ],
)
def test_each_rule_says_where_it_is_broken(scenario: Data, edit: Callable[[Data], None], field: str, sentence: str) -> None:
    edit(scenario)
    assert any(place == field and sentence in said for place, said in found(scenario)), found(scenario)


@pytest.mark.parametrize("text", ["5 < 7 and 9 > 3", "A & B", "I <3 this", "R&D; and so on", "a <- b", "Q&A"])
def test_plain_text_with_odd_signs_is_no_markup(scenario: Data, text: str) -> None:
    scenario["summary"] = text
    assert found(scenario) == []


def test_rules_that_have_nothing_to_do_with_each_other_are_all_reported(scenario: Data) -> None:
    for edit in (put("fair_max", value=99), put("facts", 1, "asked", value=[]), put("beats", 0, "focus", value="odd")):
        edit(scenario)
    assert {place for place, _ in found(scenario)} == {"fair_max", "facts[1]"}


@pytest.mark.parametrize("data", [None, [], "text", {"facts": "x", "beats": [1], "offers": [{"cost": "x"}], "outcomes": []}])
def test_data_of_any_shape_is_looked_at_without_an_exception(data: object) -> None:
    assert found(data)
