"""Lines of JSON: what may go in and what comes out."""

import json
import re
from typing import Any

import pytest
from pydantic import ValidationError

from game.core.ids import CRITERIA
from game.rubric import Rubric
from game.rubric.lines import LineIn, assess_json_line, misspelt, sentence
from tests.rubric import sets

DOCUMENTED = (
    (sets.ROOT / "docs" / "rubric.md").read_text(encoding="utf-8").partition("## Assessing")[2].partition("## The head")[0]
)
REPLY = "I am sorry that the parcel got lost. I will send a new one tomorrow."


def test_only_the_reply_is_required(rubric: Rubric) -> None:
    out = assess_json_line({"reply": REPLY}, rubric)
    assert set(out) == {"id", "levels", "evidence", "review", "rubric"}
    json.dumps(out)


def test_what_comes_out_has_levels_for_every_criterion_and_whole_evidence(rubric: Rubric) -> None:
    out: Any = assess_json_line({"id": "r1", "reply": REPLY, "abusive": False, "closing": False}, rubric)
    assert out["id"] == "r1"
    assert tuple(out["levels"]) == CRITERIA
    assert out["levels"]["limits"] is None
    assert out["levels"]["apology"] == 3
    for item in out["evidence"]:
        assert set(item) == {"criterion", "start", "end", "polarity", "cue", "reason", "confidence"}
        assert REPLY[item["start"] : item["end"]].strip()
    assert out["rubric"] == rubric.version


def test_a_range_of_amounts_is_taken_and_one_in_prose_judges_nothing(rubric: Rubric) -> None:
    line = {"reply": REPLY, "actions": ["offer"], "offered": 60, "fair_range": {"min": 0, "max": 40, "currency": "EUR"}}
    assert assess_json_line(line, rubric)["levels"]["solution"] == 1  # type: ignore[index]
    line["fair_range"] = "a new parcel and up to 40 EUR"
    assert assess_json_line(line, rubric)["levels"]["solution"] == 2  # type: ignore[index]


def test_the_history_and_the_customer_are_read() -> None:
    asked = LineIn.model_validate(
        {
            "reply": "ok",
            "customer": "Nine weeks!",
            "history": [{"who": "customer", "text": "hello?"}, {"who": "agent", "text": "Hi."}],
            "beat": "resolve",
            "levels_a": {"empathy": 0},
        }
    )
    context = asked.context()
    assert context.customer == ("Nine weeks!",)
    assert [turn.who for turn in context.history] == ["customer", "agent"]
    assert context.beat == "resolve"


def test_an_abstention_comes_with_its_sentence(rubric: Rubric) -> None:
    out: Any = assess_json_line({"id": "r2", "reply": "Lo siento mucho, señora, ahora mismo le devuelvo el dinero."}, rubric)
    assert set(out["levels"].values()) == {None}
    assert "English" in out["abstained"]


@pytest.mark.parametrize(
    "line", [{}, {"reply": 7}, {"reply": "ok", "actions": ["shout"]}, {"reply": "ok", "history": [{"who": "me"}]}]
)
def test_a_line_that_makes_no_sense_is_refused(rubric: Rubric, line: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        assess_json_line(line, rubric)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({}, "reply is missing"),
        ({"reply": None}, "reply is missing"),
        ({"reply": 7}, "reply must be text"),
        ({"reply": "ok", "customer": 7}, "customer must be text, or a list of texts"),
        ({"reply": "ok", "history": [{"who": "me", "text": "hi"}]}, "history must be a list of objects with who"),
        ({"reply": "ok", "history": [{"who": "agent"}]}, "history must be a list of objects with who"),
        ({"reply": "ok", "fair_range": [0, 40]}, "fair_range must be text, or an object with min, max and currency"),
        ({"reply": "ok", "fair_range": {"min": -1}}, "fair_range must be"),
        ({"reply": "ok", "fair_range": {"min": 40, "max": 0}}, "fair_range must be"),
        ({"reply": "ok", "beat": "later"}, "beat must be vent, explore or resolve"),
        ({"reply": "ok", "channel": "pigeon"}, "channel must be chat, phone or email"),
        ({"reply": "ok", "authority": -1}, "authority must be a whole number from 0"),
        ({"reply": "ok", "offered": -1}, "offered must be a whole number from 0"),
        ({"reply": "ok", "earlier_apologies": -1}, "earlier_apologies must be a whole number from 0"),
        ({"reply": "ok", "earlier_promises": -1}, "earlier_promises must be a whole number from 0"),
    ],
)
def test_given_a_field_with_something_else_when_read_then_a_sentence_says_what_it_must_be(
    line: dict[str, object], why: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        LineIn.model_validate(line)
    assert sentence("Line 2", refused.value).startswith(f"Line 2: {why}")


def test_given_several_faults_in_a_line_when_read_then_one_sentence_says_all() -> None:
    with pytest.raises(ValidationError) as refused:
        LineIn.model_validate({"beat": "later", "customer": [1, 2]})
    assert sentence("Line 2", refused.value) == (
        "Line 2: reply is missing; customer must be text, or a list of texts; beat must be vent, explore or resolve."
    )


def test_given_nulls_when_read_then_they_count_as_left_out() -> None:
    nulls = dict.fromkeys(LineIn.model_fields.keys() - {"reply"})
    assert LineIn.model_validate({"reply": "ok", **nulls}) == LineIn(reply="ok")


def test_given_a_number_as_id_when_read_then_it_comes_back_as_text() -> None:
    assert LineIn.model_validate({"reply": "ok", "id": 12}).id == "12"


def test_given_every_labelled_line_when_read_then_it_is_taken_and_no_name_in_it_seems_misspelt() -> None:
    for path in (*sorted((sets.CONTENT / "corpus").glob("*.jsonl")), sets.HERE / "gold-dev.jsonl"):
        for number, line in enumerate(sets.lines_of(path), start=1):
            LineIn.model_validate(line)
            assert not misspelt(line), f"{path.name}:{number}"


def test_given_the_documented_fields_when_compared_then_they_are_those_that_are_read_with_their_defaults() -> None:
    fields = {}
    for name, field in LineIn.model_fields.items():
        default = json.dumps(field.get_default(call_default_factory=True)) if not field.is_required() else ""
        fields[name] = (field.description, f"`{default}`" if default else "needed")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| .+ \|$", DOCUMENTED, re.MULTILINE)
    assert {name: (what, default) for name, what, default in rows} == fields


def test_given_the_documented_example_when_assessed_then_its_answer_is_the_documented_one(rubric: Rubric) -> None:
    line, answer = map(json.loads, re.findall(r"^\{.+\}$", DOCUMENTED, re.MULTILINE))
    answered = json.loads(json.dumps(assess_json_line(line, rubric)))
    assert answered.pop("rubric")
    assert answer.pop("rubric")
    assert answered == answer
    rows = set(re.findall(r"^\| `(\w+)` \| [^|]+ \|$", DOCUMENTED, re.MULTILINE))
    assert rows == {*answered, "rubric", "abstained"}
