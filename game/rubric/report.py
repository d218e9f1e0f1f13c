"""How well a rubric agrees with people: scores labelled replies. Knows what a labelled line says, not how marks are found."""

import re
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Assessment
from game.rubric.lines import LineIn
from game.rubric.rubric import Rubric

_PRESENT: Final[Mapping[str, int]] = {"listening": 2}  # the least level that counts as present; 1 for all others
_WORST: Final = 12  # disagreements shown per criterion
_NO_VARIATION: Final = 1e-12
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One reply on which the rubric and people differ; `people` is the mean of their levels."""

    id: str
    situation: str
    reply: str
    people: float
    rubric: int
    shown: tuple[tuple[str, str, str], ...]  # words, polarity, reason


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion's numbers. F1 and kappa are None where there is nothing to compare.

    `confusion[people][rubric]` counts replies, people's mean rounded down at .5.
    """

    criterion: Criterion
    positives: int
    precision: float | None
    recall: float | None
    f1: float | None
    kappa: float | None
    confusion: tuple[tuple[int, ...], ...]
    worst: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of one set. Latencies in milliseconds; `evidence_f1` is over words, None where nobody quoted any."""

    rubric: str
    replies: int
    abstained: int
    criteria: tuple[CriterionReport, ...]
    macro_f1: float
    macro_kappa: float
    evidence_f1: float | None
    evidence_pairs: int
    latency_p50: float
    latency_p95: float
    latency_max: float

    def of(self, criterion: Criterion) -> CriterionReport:
        return next(item for item in self.criteria if item.criterion == criterion)


@dataclass(frozen=True, slots=True)
class Marked:
    """A labelled reply with the rubric's marks, and how many milliseconds they took."""

    id: str
    situation: str
    reply: str
    labels: tuple[Mapping[str, int | None], ...]
    assessment: Assessment
    overlaps: tuple[float, ...]  # of evidence, word F1, one per criterion and person where both gave some
    millis: float


def report(lines: Iterable[Mapping[str, object]], rubric: Rubric) -> Report:
    """Marks every line and compares. Raises pydantic's ValidationError for a line without a reply."""
    return compare([mark(line, rubric) for line in lines], rubric.version)


def compare(scored: Sequence[Marked], version: str) -> Report:
    """The numbers of replies that are marked already; `version` is that of the rubric."""
    criteria = tuple(_criterion(criterion, scored) for criterion in CRITERIA)
    overlaps = [overlap for item in scored for overlap in item.overlaps]
    millis = sorted(item.millis for item in scored) or [0.0]
    return Report(
        rubric=version,
        replies=len(scored),
        abstained=sum(bool(item.assessment.abstained) for item in scored),
        criteria=criteria,
        macro_f1=_mean([item.f1 for item in criteria if item.f1 is not None]),
        macro_kappa=_mean([item.kappa for item in criteria if item.kappa is not None]),
        evidence_f1=_mean(overlaps) if overlaps else None,
        evidence_pairs=len(overlaps),
        latency_p50=statistics.median(millis),
        latency_p95=millis[min(len(millis) - 1, int(len(millis) * 0.95))],
        latency_max=millis[-1],
    )


def mark(line: Mapping[str, object], rubric: Rubric) -> Marked:
    """One labelled line with the rubric's marks. Raises pydantic's ValidationError for a line without a reply."""
    asked = LineIn.model_validate(line)
    context = asked.context()
    started = time.perf_counter()
    assessment = rubric.assess(asked.reply, context)
    millis = (time.perf_counter() - started) * 1000
    labels = [given for key in ("levels_a", "levels_b") if isinstance(given := line.get(key), Mapping)]
    quotes = [given for key in ("evidence_a", "evidence_b") if isinstance(given := line.get(key), Mapping)]
    situation = str(line.get("situation", ""))
    overlaps = tuple(_overlaps(asked.reply, assessment, quotes))
    return Marked(asked.id, situation, asked.reply, tuple(labels), assessment, overlaps, millis)


def _criterion(criterion: Criterion, scored: Sequence[Marked]) -> CriterionReport:
    hit = missed = false = 0
    people: list[float] = []
    given: list[int] = []
    confusion = [[0] * 4 for _ in range(4)]
    apart: list[tuple[float, Disagreement]] = []
    for item in scored:
        levels = [labels[criterion] for labels in item.labels if labels.get(criterion) is not None]
        level = item.assessment.level(criterion)
        if not levels or len(levels) < len(item.labels) or level is None:
            continue
        told = [value for value in levels if value is not None]
        mean = sum(told) / len(told)
        people.append(mean)
        given.append(level)
        confusion[int(mean)][level] += 1
        if abs(mean - level) >= 1:
            apart.append((abs(mean - level), _disagreement(criterion, item, mean, level)))
        present = {_present(criterion, value) for value in told}
        if len(present) > 1:
            continue
        match (present.pop(), _present(criterion, level)):
            case (True, True):
                hit += 1
            case (True, False):
                missed += 1
            case (False, True):
                false += 1
    precision = hit / (hit + false) if hit + false else None
    recall = hit / (hit + missed) if hit + missed else None
    f1 = 2 * hit / (2 * hit + missed + false) if hit + missed else None
    apart.sort(key=lambda pair: -pair[0])
    worst = tuple(disagreement for _, disagreement in apart[:_WORST])
    return CriterionReport(
        criterion, hit + missed, precision, recall, f1, quadratic_kappa(people, given), tuple(map(tuple, confusion)), worst
    )


def _present(criterion: Criterion, level: float) -> bool:
    return level <= 1 if criterion == "composure" else level >= _PRESENT.get(criterion, 1)


def quadratic_kappa(people: Sequence[float], given: Sequence[float]) -> float | None:
    """Cohen's kappa with quadratic weights, for means too: one minus observed over expected squared distance.

    None where there is nothing to compare, or no variation at all.
    """
    if not people:
        return None
    observed = sum((one - two) ** 2 for one, two in zip(people, given, strict=True)) / len(people)
    means = statistics.fmean(people), statistics.fmean(given)
    squares = statistics.fmean(one * one for one in people) + statistics.fmean(two * two for two in given)
    expected = squares - 2 * means[0] * means[1]  # the mean squared distance of every pair
    return 1 - observed / expected if expected > _NO_VARIATION else None


def _overlaps(reply: str, assessment: Assessment, people: Iterable[Mapping[str, object]]) -> Iterable[float]:
    """Word F1 between the rubric's spans and each person's quotation, where both gave some."""
    for criterion in CRITERIA:
        spans = [(e.start, e.end) for e in assessment.evidence if e.criterion == criterion and e.polarity == "earned"]
        for quotes in people:
            quote = quotes.get(criterion)
            quoted = _places(reply, [quote] if isinstance(quote, str) else list(quote) if isinstance(quote, list) else [])
            if not spans or not quoted:
                continue
            words = [found.span() for found in _WORD.finditer(reply)]
            ours, theirs = _within(words, spans), _within(words, quoted)
            yield 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


def _within(words: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    return {at for at, (start, end) in enumerate(words) if any(start < last and end > first for first, last in spans)}


def _places(reply: str, quotes: Sequence[object]) -> list[tuple[int, int]]:
    found = [(reply.find(str(quote)), len(str(quote))) for quote in quotes]
    return [(start, start + length) for start, length in found if start >= 0 and length]


def _disagreement(criterion: Criterion, item: Marked, people: float, level: int) -> Disagreement:
    evidence = [shown for shown in item.assessment.evidence if shown.criterion == criterion]
    shown = tuple((item.reply[e.start : e.end], e.polarity, f"{e.reason} ({e.cue})") for e in evidence)
    return Disagreement(item.id, item.situation, item.reply, people, level, shown)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
