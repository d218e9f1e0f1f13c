"""One labelled or unlabelled reply as a line of JSON, in and out. Knows the wire names, not how marks are found."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from game.core.marks import Assessment, Context, Turn
from game.core.scenario import ACTIONS, ActionKind, BeatKind, Channel
from game.rubric.rubric import Rubric

_ALIKE: Final = 0.75  # of two names, from 0 to 1: from here on one may be meant for the other
_TRUTH: Final = "true or false"
_NUMBER: Final = "a whole number from 0"
_Number = Annotated[int, Field(ge=0)]


class _FormIn(BaseModel):
    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, given: object) -> object:
        """Null counts as left out."""
        return {name: value for name, value in given.items() if value is not None} if isinstance(given, Mapping) else given


class FairRangeIn(_FormIn):
    """What is fair in amounts, in whole units of the currency."""

    model_config = ConfigDict(extra="forbid")
    min: _Number | None = None
    max: _Number | None = None
    currency: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> "FairRangeIn":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max")
        return self


class TurnIn(_FormIn):
    who: Literal["customer", "agent"]
    text: str


class LineIn(_FormIn):
    """A reply to assess. Only `reply` is required; a `fair_range` in prose allows no judgement of amounts.

    Unknown fields (labels, notes) are let through unread. A field's description goes on after "must be", for whoever gave
    something else.
    """

    model_config = ConfigDict(extra="ignore")
    id: str = Field(default="", coerce_numbers_to_str=True, description="text or a number")
    reply: str = Field(description="text")
    customer: str | list[str] = Field(default_factory=list, description="text, or a list of texts")
    history: list[TurnIn] = Field(default_factory=list, description="a list of objects with who (customer or agent) and text")
    channel: Channel = Field(default="chat", description="chat, phone or email")
    language: str = Field(default="en", description="text, such as en or pt-BR")
    abusive: bool = Field(default=False, description=_TRUTH)
    closing: bool = Field(default=False, description=_TRUTH)
    beat: BeatKind = Field(default="vent", description="vent, explore or resolve")
    facts: list[str] = Field(default_factory=list, description="a list of texts")
    company_at_fault: bool = Field(default=True, description=_TRUTH)
    fair_range: FairRangeIn | str | None = Field(
        default=None, description="text, or an object with min, max and currency (amounts from 0, max not below min)"
    )
    authority: _Number | None = Field(default=None, description=_NUMBER)
    offered: _Number | None = Field(default=None, description=_NUMBER)
    floor_yielded: bool = Field(default=True, description=_TRUTH)
    actions: list[ActionKind] = Field(default_factory=list, description=f"a list with any of {', '.join(ACTIONS)}")
    earlier_apologies: _Number = Field(default=0, description=_NUMBER)
    earlier_promises: _Number = Field(default=0, description=_NUMBER)

    def context(self) -> Context:
        fair = self.fair_range if isinstance(self.fair_range, FairRangeIn) else FairRangeIn()
        return Context(
            customer=(self.customer,) if isinstance(self.customer, str) else tuple(self.customer),
            history=tuple(Turn(turn.who, turn.text) for turn in self.history),
            beat=self.beat,
            channel=self.channel,
            language=self.language,
            abusive=self.abusive,
            closing=self.closing,
            floor_yielded=self.floor_yielded,
            company_at_fault=self.company_at_fault,
            facts=tuple(self.facts),
            actions=tuple(self.actions),
            offered=self.offered,
            fair_min=fair.min,
            fair_max=fair.max,
            authority=self.authority,
            currency=fair.currency,
            earlier_apologies=self.earlier_apologies,
            earlier_promises=self.earlier_promises,
        )


def read_line(raw: bytes) -> dict[str, Any]:
    """The JSON object in a line of UTF-8, a byte order mark before it or not. Raises ValueError: what the line is instead."""
    try:
        text = raw.decode("utf-8-sig")
        found = json.loads(text)
        json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        if "\0" in error.doc[:2]:  # as every letter has one in UTF-16
            raise ValueError("is not UTF-8 text.") from None
        raise ValueError(f"is not JSON: {error.msg.removesuffix(' at')} at column {error.colno}.") from None
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8 text.") from None
    except UnicodeEncodeError:
        raise ValueError("has half of a character (one of \\ud800 to \\udfff without its other half).") from None
    except RecursionError:
        raise ValueError("is nested too deeply.") from None
    except ValueError:
        raise ValueError("has a number with too many digits.") from None
    if not isinstance(found, dict):
        raise ValueError("is not a JSON object with at least a \u201creply\u201d.")  # noqa: TRY004 - of the input, not the code
    return found


def misspelt(line: Mapping[str, object]) -> dict[str, str]:
    """The unknown names in a line that are nearly those of fields, each with the field's."""
    near = {name: get_close_matches(name, LineIn.model_fields, 1, _ALIKE) for name in line if name not in LineIn.model_fields}
    return {name: found[0] for name, found in near.items() if found}


def sentence(place: str, error: ValueError) -> str:
    """What is wrong at a place ("Line 2"), all of it: for what `read_line` and `assess_json_line` raise."""
    if not isinstance(error, ValidationError):
        return f"{place} {error}"
    faults = {str(fault["loc"][0]): fault["type"] == "missing" and len(fault["loc"]) == 1 for fault in error.errors()}
    said = (
        f"{name} {'is missing' if missing else f'must be {LineIn.model_fields[name].description}'}"
        for name, missing in faults.items()
    )
    return f"{place}: {'; '.join(said)}."


def assess_json_line(line: Mapping[str, object], rubric: Rubric) -> dict[str, object]:
    """The line's assessment in the shape that `simmerdown assess` prints. Raises pydantic's ValidationError for a bad line."""
    asked = LineIn.model_validate(line)
    return as_json(asked.id, rubric.assess(asked.reply, asked.context()))


def as_json(reply_id: str, assessment: Assessment) -> dict[str, object]:
    """An assessment as plain data: levels by criterion (None is n/a), evidence, criteria worth a second look, version."""
    out: dict[str, object] = {
        "id": reply_id,
        "levels": {mark.criterion: mark.level for mark in assessment.marks},
        "evidence": [
            {
                "criterion": item.criterion,
                "start": item.start,
                "end": item.end,
                "polarity": item.polarity,
                "cue": item.cue,
                "reason": item.reason,
                "confidence": item.confidence,
            }
            for item in assessment.evidence
        ],
        "review": [mark.criterion for mark in assessment.marks if mark.review],
        "rubric": assessment.rubric,
    }
    if assessment.abstained:
        out["abstained"] = assessment.abstained
    return out
