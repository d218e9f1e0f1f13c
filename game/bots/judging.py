"""What the rubric's marks mean to a bot: how strong a reply is, and which of two it prefers. Knows nothing of documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.core.documents import FocusView
from game.core.ids import CRITERIA, Criterion, Token
from game.core.marks import Assessment, Context, Level
from game.runtime.ports import Assessor

_MOST_KEPT: Final = 4_000


@dataclass(frozen=True, slots=True)
class Impression:
    """What a reply is to a bot that has read it: `strength` 0 to 100 (``None`` where the rubric cannot say), the levels
    behind it, and the passages (character spans) in which it asks for something.
    """

    strength: float | None
    levels: Mapping[Criterion, Level | None] = field(default_factory=dict)
    asks: tuple[tuple[int, int], ...] = ()


def strength(assessment: Assessment, focus: Iterable[FocusView]) -> float | None:
    """0 to 100: the weighted mean of the criteria in focus; ``None`` where the rubric says nothing about any of them."""
    if assessment.abstained:
        return None
    given = [(item.weight, level) for item in focus if (level := assessment.level(item.criterion)) is not None]
    whole = sum(weight for weight, _ in given)
    return sum(weight * level for weight, level in given) / whole / 3 * 100 if whole else None


def impression(assessment: Assessment, focus: Iterable[FocusView]) -> Impression:
    """What these marks make a bot think."""
    asks = ((one.start, one.end) for one in assessment.evidence if one.criterion == "inquiry" and one.polarity == "earned")
    levels = {} if assessment.abstained else {criterion: assessment.level(criterion) for criterion in CRITERIA}
    return Impression(strength(assessment, focus), levels, tuple(asks))


def preferred(left: float | None, right: float | None, noise: float) -> str | None:
    """ "left", "right", or ``None`` for neither, by strengths; `noise` (in points) is added to the left one."""
    gap = (50.0 if left is None else left) - (50.0 if right is None else right) + noise
    if abs(gap) < 1.5:
        return None
    return "left" if gap > 0 else "right"


class Judge:
    """The rubric for bots, each reply read once however many bots look at it."""

    def __init__(self, assessor: Assessor) -> None:
        self._assessor = assessor
        self._kept: dict[tuple[Token, str], Assessment] = {}

    async def read(self, token: Token, text: str, context: Context, focus: Iterable[FocusView]) -> Impression:
        """What this reply is to whoever has read it."""
        key = (token, text)
        assessment = self._kept.get(key)
        if assessment is None:
            assessment = await self._assessor.assess(text, context)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = assessment
        return impression(assessment, focus)
