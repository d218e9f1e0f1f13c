"""Chooses from which chance on the head is believed, on replies that it did not learn from. Knows no words and no network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.ids import Criterion
from game.rubric.semantic import Bars
from game.rubric.training.examples import earns
from game.rubric.weighing import Case, settled

_Grids = tuple[tuple[float, ...], ...]
_SURE: Final = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
_RAISES: Final = (0.4, *_SURE)
_UNSURE: Final = (0.2, 0.3)
_ACQUITS: Final = (0.8, 0.9, 0.95, 1.01)
_CIVIL: Final = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)
_LESS: Final = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2)
_DOUBTS: Final = (*_LESS, 0.3, 0.4, 0.5, 0.6)
_START: Final = (0.8, 0.8, 0.2, 0.0, 0.0, 0.0)
_TONE_START: Final = (1.01, 0.9, 0.1, 0.3, 0.1, 0.0)
_GRIDS: Final = (_SURE, _RAISES, _UNSURE, _LESS, _LESS, _CIVIL)
_FORMS: Final[Mapping[Criterion, _Grids]] = {
    "listening": (_SURE, _RAISES, _UNSURE, (0.0, 0.02), _LESS, _CIVIL),
    "informing": (_SURE, _RAISES, (0.05, 0.1, 0.15), _LESS, _LESS, _CIVIL),
    "acknowledgement": (_SURE, _RAISES, (0.05, 0.1), _LESS, _LESS, _CIVIL),
    "apology": (_SURE, _RAISES, (0.15, 0.2), _LESS, _LESS, _CIVIL),
    "empathy": (_SURE, _RAISES, (0.15,), _LESS, _LESS, _CIVIL),
}  # what has forms that cues hear well, or compare with the story themselves, is doubted less
_TONE_GRIDS: Final = (_ACQUITS, _ACQUITS, _DOUBTS, _DOUBTS, _DOUBTS, _CIVIL)
_ROUNDS: Final = 4
_DISTANCE: Final = 0.35  # what a level off costs, squared, beside a thing seen that is not there, or missed
_WRONGED: Final = 2.0  # what it costs to take back what cues and people saw
_MODEST: Final = 10.0  # what it costs to doubt a level above 1 from so high a chance on: where little is gained, cues stand
_HARSH: Final = 20.0  # what each civil tone costs that is marked down beyond the share that may be
_MISJUDGED: Final = 0.02  # share of civil replies that may be marked down for their tone; among firm ones it is more
_REVIEWED: Final = 0.1  # share of civil replies that may be sent to people


@dataclass(frozen=True, slots=True)
class Judged:
    """One reply and one criterion: what is to be weighed, and the levels that people gave."""

    case: Case
    people: tuple[int, ...]


def choose(criterion: Criterion, judged: Sequence[Judged]) -> Bars:
    """The bars that go wrong least, tried one after the other, from such as change little where nothing is to be learnt."""
    tone = criterion == "composure"
    grids = _TONE_GRIDS if tone else _FORMS.get(criterion, _GRIDS)
    values = [start if start in grid else max(grid) for start, grid in zip(_TONE_START if tone else _START, grids, strict=True)]
    best = _cost(criterion, judged, values)
    for _ in range(_ROUNDS):
        before = best
        for place, grid in enumerate(grids):
            for value in grid:
                tried = [*values[:place], value, *values[place + 1 :]]
                if (cost := _cost(criterion, judged, tried)) < best:
                    best, values = cost, tried
        if best == before:
            break
    review = 0.0
    if tone and (civil := sorted(item.case.civil for item in judged if min(item.people) >= 2)):
        review = round(civil[int(len(civil) * _REVIEWED)], 3)
    return _bars(values, review)


def _bars(values: Sequence[float], review: float = 0.0) -> Bars:
    return Bars((values[0], values[1]), (values[2], values[3], values[4]), values[5], review)


def _cost(criterion: Criterion, judged: Sequence[Judged], values: Sequence[float]) -> float:
    bars = _bars(values)
    cost = misjudged = 0.0
    for item in judged:
        level = settled(item.case, bars)
        cost += _DISTANCE * (level - sum(item.people) / len(item.people)) ** 2
        seen, there = earns(criterion, level), [earns(criterion, one) for one in item.people]
        if seen and not any(there):
            misjudged += 1
            cost += 1
        elif all(there) and not seen:
            cost += _WRONGED if earns(criterion, item.case.level) else 1
    if criterion != "composure":
        cost += _MODEST * sum(bars.doubts[1:])
    else:
        cost += _HARSH * max(0.0, misjudged - _MISJUDGED * sum(min(item.people) >= 2 for item in judged))
    return cost
