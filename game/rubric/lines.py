"""One labelled or unlabelled reply as a line of JSON, in and out. Knows the wire names, not how marks are found."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from game.core.marks import Assessment, Context, Turn
from game.core.scenario import ActionKind
from game.rubric.rubric import Rubric


class FairRangeIn(BaseModel):
    """What is fair in amounts, in whole units of the currency."""

    model_config = ConfigDict(extra="forbid")
    min: int | None = None
    max: int | None = None
    currency: str = ""


class TurnIn(BaseModel):
    who: Literal["customer", "agent"]
    text: str


class LineIn(BaseModel):
    """A reply to assess. Only `reply` is required; a `fair_range` in prose allows no judgement of amounts.

    Unknown fields (labels, notes) are let through unread.
    """

    model_config = ConfigDict(extra="ignore")
    id: str = ""
    reply: str
    customer: str | list[str] = Field(default_factory=list)
    history: list[TurnIn] = Field(default_factory=list)
    channel: str = "chat"
    language: str = "en"
    abusive: bool = False
    closing: bool = False
    beat: str = "vent"
    facts: list[str] = Field(default_factory=list)
    company_at_fault: bool = True
    fair_range: FairRangeIn | str | None = None
    authority: int | None = None
    offered: int | None = None
    floor_yielded: bool = True
    actions: list[ActionKind] = Field(default_factory=list)
    earlier_apologies: int = 0
    earlier_promises: int = 0

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
