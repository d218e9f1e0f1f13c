"""What an assessment of one reply looks like, and what it is told. Knows nothing of how marks are found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.core.ids import CRITERIA, Criterion
from game.core.scenario import ActionKind

Level = Literal[0, 1, 2, 3]
Polarity = Literal["earned", "lost"]
Confidence = Literal["cue", "semantic", "none"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a mark was given: characters `start` to `end` of the reply as it was written, and the reason in plain words."""

    criterion: Criterion
    start: int
    end: int
    polarity: Polarity
    cue: str
    reason: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Mark:
    """A level given to a reply for one criterion. ``level`` is None where the criterion does not apply.

    `next_level` says what the level above would take, in one sentence; empty at level 3 or n/a. `review` marks what is
    worth a second look by people. `confidence` "none" means nothing decided it: peers decide.
    """

    criterion: Criterion
    level: Level | None
    confidence: Confidence
    review: bool
    next_level: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Twelve marks (in the order of `CRITERIA`), their evidence, the version of the rubric and what it abstained from.

    `abstained` is a sentence where the rubric could not read the reply at all (another language, an emoji), else empty.
    """

    marks: tuple[Mark, ...]
    evidence: tuple[Evidence, ...]
    rubric: str
    abstained: str = ""

    @property
    def cues_only(self) -> bool:
        """Whether the rubric judged without its head: its version says so."""
        return self.rubric.endswith("+cues")

    def level(self, criterion: Criterion) -> Level | None:
        return next((mark.level for mark in self.marks if mark.criterion == criterion), None)


@dataclass(frozen=True, slots=True)
class Breach:
    """What a reply offends against most, with the words and the reason where it is a word that offends."""

    criterion: Criterion
    evidence: Evidence | None


def breach(assessment: Assessment) -> Breach | None:
    """The worst mark of a reply, composure first; ``None`` where nothing is at level 0 or lost anything."""
    lost = [piece for piece in assessment.evidence if piece.polarity == "lost"]
    for criterion in ("composure", *CRITERIA):
        found = next((piece for piece in lost if piece.criterion == criterion), None)
        if found is not None:
            return Breach(criterion, found)
    missing = next((mark.criterion for mark in reversed(assessment.marks) if mark.level == 0), None)
    return Breach(missing, None) if missing else None


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the conversation so far."""

    who: Literal["customer", "agent"]
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an assessment may know besides the reply itself. Money in whole units of the scenario's currency.

    `fair_min`/`fair_max`/`authority` are None where amounts cannot be judged; `offered` is the cost of the attached
    offer, if any. `earlier_apologies` and `earlier_promises` count what this scene's heard replies already said.
    """

    customer: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()
    beat: str = "vent"
    channel: str = "chat"
    language: str = "en"
    abusive: bool = False
    closing: bool = False
    floor_yielded: bool = True
    company_at_fault: bool = True
    facts: tuple[str, ...] = ()
    actions: tuple[ActionKind, ...] = ()
    offered: int | None = None
    fair_min: int | None = None
    fair_max: int | None = None
    authority: int | None = None
    currency: str = ""
    earlier_apologies: int = 0
    earlier_promises: int = 0


@dataclass(frozen=True, slots=True)
class Overrule:
    """A facilitator's change of one mark, with the reason; both the old and the new level stay on record."""

    criterion: Criterion
    before: Level | None
    after: Level | None
    reason: str


def levels(assessment: Assessment, overrules: Mapping[Criterion, Level | None] | None = None) -> dict[Criterion, Level | None]:
    """The level of every criterion after overrules, in the order of `CRITERIA`."""
    given = {mark.criterion: mark.level for mark in assessment.marks}
    given.update(overrules or {})
    return {criterion: given.get(criterion) for criterion in CRITERIA}
