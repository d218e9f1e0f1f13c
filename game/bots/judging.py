"""What the rubric's marks mean to a bot: how strong a reply is, and how a customer marks it. Knows nothing of documents."""

from collections.abc import Iterable, Mapping
from statistics import fmean
from typing import Final

from game.core.documents import FocusView
from game.core.ids import Token
from game.core.marks import Assessment, Context
from game.core.state import CustomerMark
from game.runtime.ports import Assessor

_MOST_KEPT: Final = 4_000
_MARKS: Final[tuple[tuple[float, CustomerMark], ...]] = ((18, 0), (40, 25), (58, 50), (78, 75))  # each below this strength


def strength(assessment: Assessment, focus: Iterable[FocusView]) -> float | None:
    """0 to 100: the weighted mean of the criteria in focus; ``None`` where the rubric says nothing about any of them."""
    if assessment.abstained:
        return None
    given = [(item.weight, level) for item in focus if (level := assessment.level(item.criterion)) is not None]
    whole = sum(weight for weight, _ in given)
    return sum(weight * level for weight, level in given) / whole / 3 * 100 if whole else None


def customer_marks(scores: Mapping[Token, float | None]) -> dict[Token, CustomerMark]:
    """A mark for each reply of a beat, half by its own strength, half by how it compares with the others.

    A reply that the rubric could not read changes nothing (50).
    """
    known = [score for score in scores.values() if score is not None]
    mean = fmean(known) if known else 50.0
    return {token: 50 if score is None else _mark(0.5 * score + 0.5 * (50 + score - mean)) for token, score in scores.items()}


def _mark(felt: float) -> CustomerMark:
    return next((mark for below, mark in _MARKS if felt < below), 100)


def preferred(left: float | None, right: float | None, noise: float) -> str | None:
    """ "left", "right", or ``None`` for neither, by scores; `noise` (in points) is added to the left one."""
    gap = (50.0 if left is None else left) - (50.0 if right is None else right) + noise
    if abs(gap) < 1.5:
        return None
    return "left" if gap > 0 else "right"


class Judge:
    """The rubric for bots, each reply read once however many bots look at it."""

    def __init__(self, assessor: Assessor) -> None:
        self._assessor = assessor
        self._kept: dict[tuple[Token, str], Assessment] = {}

    async def score(self, token: Token, text: str, context: Context, focus: Iterable[FocusView]) -> float | None:
        """The strength of this reply, 0 to 100; ``None`` where the rubric cannot say."""
        key = (token, text)
        assessment = self._kept.get(key)
        if assessment is None:
            assessment = await self._assessor.assess(text, context)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = assessment
        return strength(assessment, focus)
