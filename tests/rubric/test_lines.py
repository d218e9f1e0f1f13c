"""Lines of JSON: what may go in and what comes out."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from game.core.ids import CRITERIA
from game.rubric import Rubric
from game.rubric.lines import LineIn, assess_json_line

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
