"""How well a rubric agrees with people: scores labelled replies. Knows what a labelled line says, not how marks are found."""

import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Assessment, Context
from game.rubric.lines import LineIn
from game.rubric.rubric import Rubric

_PRESENT: Final[Mapping[str, int]] = {"listening": 2}  # the least level that counts as present; 1 for all others
_WORST: Final = 12  # disagreements shown per criterion
_NO_VARIATION: Final = 1e-12
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One reply on which the rubric and people differ; `people` is the mean of their `levels`.

    `customer` is what the customer said last, empty where that is not told.
    """

    id: str
    situation: str
    customer: str
    reply: str
    levels: tuple[int, ...]
    people: float
    rubric: int
    shown: tuple[tuple[str, str, str], ...]  # words, polarity, reason


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion's numbers. F1 and kappa are None where there is nothing to compare.

    `confusion[people][rubric]` counts replies, people's mean rounded down at .5; `apart` counts those a level or more apart,
    of which `worst` are the widest. Left out of precision, recall and F1 are the `disputed`, whose annotators disagree on
    presence; left out of everything are the `single`, which only one of two labelled, and the `unmarked`, to which the rubric
    gave no level.
    """

    criterion: Criterion
    compared: int
    disputed: int
    single: int
    unmarked: int
    positives: int
    precision: float | None
    recall: float | None
    f1: float | None
    kappa: float | None
    confusion: tuple[tuple[int, ...], ...]
    apart: int
    worst: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of one set. Latencies in milliseconds; `evidence_f1` is over words, None where nobody quoted any.

    The macro numbers are None where no criterion has one. `unlabelled` replies have no level at all. Of all `labels`, `copied`
    are the rubric's own, exported because nobody overruled them. `unknown` counts what is labelled and is no criterion.
    """

    rubric: str
    replies: int
    abstained: int
    unlabelled: int
    labels: int
    copied: int
    unknown: tuple[tuple[str, int], ...]
    criteria: tuple[CriterionReport, ...]
    macro_f1: float | None
    macro_kappa: float | None
    evidence_f1: float | None
    evidence_pairs: int
    latency_p50: float
    latency_p95: float
    latency_max: float

    def of(self, criterion: Criterion) -> CriterionReport:
        return next(item for item in self.criteria if item.criterion == criterion)

    def notes(self) -> tuple[str, ...]:
        """A sentence for everything that was left out or that proves little; none where there is no such thing."""
        disputed = sum(item.disputed for item in self.criteria)
        single = sum(item.single for item in self.criteria)
        unmarked = sum(item.unmarked for item in self.criteria)
        own = self.labels - self.copied
        notes = (
            (self.unlabelled, f"Replies without labels: {self.unlabelled} of {self.replies}."),
            (
                self.copied,
                f"Labels that people gave: {own} of {self.labels}. The others are marks of the rubric that nobody overruled.",
            ),
            (disputed, f"Marks left out of precision, recall and F1, because the annotators disagree on presence: {disputed}."),
            (single, f"Marks left out, because only one of two annotators gave a level: {single}."),
            (unmarked, f"Marks left out, because the rubric gave no level: {unmarked}."),
        )
        return tuple(sentence for count, sentence in notes if count)


@dataclass(frozen=True, slots=True)
class Marked:
    """A labelled reply with the rubric's marks, and how many milliseconds they took."""

    id: str
    situation: str
    customer: str  # what they said last
    reply: str
    labels: tuple[Mapping[str, int | None], ...]
    copied: int  # of the labels, how many are the rubric's own
    assessment: Assessment
    overlaps: tuple[float, ...]  # of evidence, word F1, one per criterion and person where both gave some
    millis: float

    def people(self, criterion: Criterion) -> tuple[int, ...]:
        """The levels that were given; fewer than `labels` where somebody gave none."""
        return tuple(level for given in self.labels if (level := given.get(criterion)) is not None)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A reply with what people gave it for one criterion and what the rubric gave."""

    item: Marked
    people: tuple[int, ...]
    rubric: int

    @property
    def mean(self) -> float:
        return sum(self.people) / len(self.people)

    @property
    def distance(self) -> float:
        return abs(self.mean - self.rubric)


def report(lines: Iterable[Mapping[str, object]], rubric: Rubric) -> Report:
    """Marks every line and compares. Raises pydantic's ValidationError for a line without a reply."""
    return compare([mark(line, rubric) for line in lines], rubric.version)


def compare(scored: Sequence[Marked], version: str) -> Report:
    """The numbers of replies that are marked already; `version` is that of the rubric."""
    criteria = tuple(_criterion(criterion, scored) for criterion in CRITERIA)
    overlaps = [overlap for item in scored for overlap in item.overlaps]
    millis = sorted(item.millis for item in scored) or [0.0]
    labels = [sum(len(item.people(criterion)) for criterion in CRITERIA) for item in scored]
    named = Counter(name for item in scored for given in item.labels for name in given if name not in CRITERIA)
    return Report(
        rubric=version,
        replies=len(scored),
        abstained=sum(bool(item.assessment.abstained) for item in scored),
        unlabelled=labels.count(0),
        labels=sum(labels),
        copied=sum(item.copied for item in scored),
        unknown=tuple(named.most_common()),
        criteria=criteria,
        macro_f1=_mean([item.f1 for item in criteria if item.f1 is not None]),
        macro_kappa=_mean([item.kappa for item in criteria if item.kappa is not None]),
        evidence_f1=_mean(overlaps),
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
    situation = str(given) if isinstance(given := line.get("situation"), str | int) else ""
    overlaps = tuple(_overlaps(asked.reply, assessment, quotes))
    return Marked(
        asked.id, situation, _last_words(context), asked.reply, tuple(labels), _copied(line), assessment, overlaps, millis
    )


def _last_words(context: Context) -> str:
    said = [turn.text for turn in context.history if turn.who == "customer"]
    return " ".join(context.customer) or (said[-1] if said else "")


def _copied(line: Mapping[str, object]) -> int:
    """How many of an exported line's levels nobody changed: an export has a reason for every one that was."""
    levels, machine, reasons = line.get("levels_a"), line.get("machine"), line.get("reasons")
    if not (isinstance(levels, Mapping) and isinstance(machine, Mapping) and isinstance(reasons, Mapping)):
        return 0
    return sum(levels.get(criterion) is not None and criterion not in reasons for criterion in CRITERIA)


def _criterion(criterion: Criterion, scored: Sequence[Marked]) -> CriterionReport:
    labelled = [(item, people) for item in scored if (people := item.people(criterion))]
    agreed_upon = [(item, people) for item, people in labelled if len(people) == len(item.labels)]
    pairs = [
        _Pair(item, people, level) for item, people in agreed_upon if (level := item.assessment.level(criterion)) is not None
    ]
    found = Counter(_presence(criterion, pair) for pair in pairs)
    hit, missed, false = found[True, True], found[True, False], found[False, True]
    cells = Counter((int(pair.mean), pair.rubric) for pair in pairs)
    apart = sorted((pair for pair in pairs if pair.distance >= 1), key=lambda pair: -pair.distance)
    return CriterionReport(
        criterion=criterion,
        compared=len(pairs),
        disputed=found[None, True] + found[None, False],
        single=len(labelled) - len(agreed_upon),
        unmarked=len(agreed_upon) - len(pairs),
        positives=hit + missed,
        precision=hit / (hit + false) if hit + false else None,
        recall=hit / (hit + missed) if hit + missed else None,
        f1=2 * hit / (2 * hit + missed + false) if hit + missed else None,
        kappa=quadratic_kappa([pair.mean for pair in pairs], [pair.rubric for pair in pairs]),
        confusion=tuple(tuple(cells[people, given] for given in range(4)) for people in range(4)),
        apart=len(apart),
        worst=tuple(_disagreement(criterion, pair) for pair in apart[:_WORST]),
    )


def _presence(criterion: Criterion, pair: _Pair) -> tuple[bool | None, bool]:
    """Whether people and the rubric see the criterion; None where people disagree on that."""
    seen = {_present(criterion, level) for level in pair.people}
    return seen.pop() if len(seen) == 1 else None, _present(criterion, pair.rubric)


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
    found = [(reply.find(quote), len(quote)) for quote in quotes if isinstance(quote, str)]
    return [(start, start + length) for start, length in found if start >= 0 and length]


def _disagreement(criterion: Criterion, pair: _Pair) -> Disagreement:
    item = pair.item
    evidence = [shown for shown in item.assessment.evidence if shown.criterion == criterion]
    shown = tuple((item.reply[e.start : e.end], e.polarity, f"{e.reason} ({e.cue})") for e in evidence)
    return Disagreement(item.id, item.situation, item.customer, item.reply, pair.people, pair.mean, pair.rubric, shown)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
