"""Scores the rubric on every set and prints totals, never a reply: what is agreed about it, and whether it holds.

    python -m tests.rubric.gates                the development set and the unkept lines of the blind sets
    python -m tests.rubric.gates --kept         the lines kept for the final check instead: once, at the end
    python -m tests.rubric.gates --criteria     precision, recall and kappa of every criterion as well
    python -m tests.rubric.gates --cues         without the head
    python -m tests.rubric.gates gold latency   only these: gold, blind, second, third, fourth, fifth, sixth, ...

Intervals are 95 %: Wilson's for shares, a bootstrap over replies for everything else.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.core.ids import CRITERIA
from game.core.marks import Assessment, Context
from game.rubric import Rubric, load_rubric
from game.rubric.lines import LineIn
from game.rubric.report import Marked, Report, compare, mark
from game.rubric.training.examples import read_labelled
from tests.rubric.intervals import Interval, bootstrap, wilson
from tests.rubric.sets import CONTENT, HELD_OUT, Line, blind, corpus_said, gold, gold_said
from tests.rubric.transforms import PROMISES, levels, promises_kept

_SENTENCES: Final = 300  # of the corpus, for rewriting
_TIMED: Final = 150  # replies of each length
_MANY: Final = 20  # positives from which a criterion has a bar of its own


@dataclass(frozen=True, slots=True)
class Row:
    """One number of the table: `value` and its interval as shares of one unless `unit` is given; `bar` is what was agreed."""

    name: str
    count: int
    value: float
    interval: Interval | None = None
    bar: str = ""
    holds: bool | None = None
    unit: str = ""

    def __str__(self) -> str:
        digits = 1 if self.unit else 3
        reach = f"{self.interval[0]:.{digits}f} to {self.interval[1]:.{digits}f}" if self.interval else ""
        verdict = {None: "", True: "holds", False: "MISSED"}[self.holds]
        return f"{self.name:44} {self.count:5}  {self.value:6.{digits}f}{self.unit:3} {reach:16} {self.bar:8} {verdict}"


def main(arguments: Sequence[str]) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []], help=argparse.SUPPRESS)
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--criteria", action="store_true")
    parser.add_argument("--cues", action="store_true")
    asked = parser.parse_args(arguments)
    rubric = load_rubric(CONTENT, semantic=not asked.cues)
    say(f"rubric {rubric.version}, {'kept' if asked.kept else 'unkept'} lines of the blind sets\n")
    for part in asked.parts or _PARTS:
        for row in _PARTS[part](rubric, asked.kept):
            say(str(row))
        lines = _LABELLED[part](asked.kept) if asked.criteria and part in _LABELLED else []
        for text in _criteria(lines, rubric):
            say(text)
    return 0


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _gold(rubric: Rubric, _: bool) -> Iterator[Row]:
    marked = [mark(line, rubric) for line in gold()]
    yield from _agreement("gold-dev", marked, f1=0.88, kappa=0.65, evidence=0.55)
    weak = [item for item in compare(marked, "").criteria if item.positives >= _MANY and item.f1 is not None]
    least = min(weak, key=lambda item: item.f1 or 0)
    yield Row(
        f"  weakest of {len(weak)} criteria: {least.criterion}", least.positives, least.f1 or 0, *_bar(least.f1 or 0, 0.75)
    )
    yield from _agreement("  8 situations with cues", [item for item in marked if item.situation not in HELD_OUT])
    yield from _agreement("  4 situations held out", [item for item in marked if item.situation in HELD_OUT])


def _blind(rubric: Rubric, kept: bool) -> Iterator[Row]:
    yield from _agreement("blind labelled", [mark(line, rubric) for line in blind("labelled", kept=kept)], f1=0.80, kappa=0.55)


def _third(rubric: Rubric, kept: bool) -> Iterator[Row]:
    yield from _whole(rubric, "third", kept=kept)


def _fourth(rubric: Rubric, kept: bool) -> Iterator[Row]:
    """The fourth blind set, all of it kept: as the third, and single questions beside."""
    if not blind("fourth", kept=kept):
        return
    yield from _whole(rubric, "fourth", kept=kept)
    tricks = [(line, _assess(rubric, line)) for line in blind("fourth-tricks", kept=kept)]
    yield _share("fourth adversarial above what is allowed", [not _at_most(*pair) for pair in tricks], 0.04, most=True)
    agreed = [
        (found.level(line["criterion"]) or 0) > max(line["at_most"], line["levels_b"][line["criterion"]] or 0)
        for line, found in tricks
    ]
    yield _share("  above what either reader allows", agreed, 0.04, most=True)
    paraphrases = [(line, _assess(rubric, line)) for line in blind("fourth-paraphrases", kept=kept)]
    yield _share("fourth paraphrases credited", [_at_least(*pair) for pair in paraphrases], 0.65)


def _fifth(rubric: Rubric, kept: bool) -> Iterator[Row]:
    yield _tricks(rubric, "fifth", blind("fifth-tricks", kept=kept))


def _sixth(rubric: Rubric, kept: bool) -> Iterator[Row]:
    """Half of the sixth set's tricks are in later beats."""
    lines = blind("sixth-tricks", kept=kept)
    yield _tricks(rubric, "sixth", lines)
    yield _tricks(rubric, "  in opening beats", [line for line in lines if not line["history"]])
    yield _tricks(rubric, "  in later beats", [line for line in lines if line["history"]])


def _tricks(rubric: Rubric, name: str, lines: Sequence[Line]) -> Row:
    above = [not _at_most(line, _assess(rubric, line)) for line in lines]
    return _share(f"{name} adversarial above what is allowed", above, 0.04, most=True)


def _whole(rubric: Rubric, name: str, *, kept: bool) -> Iterator[Row]:
    """A blind set of everyday replies, tricks, and tone, all with whole labels."""
    marked = [mark(line, rubric) for line in blind(name, kept=kept)]
    yield from _agreement(f"{name} blind labelled", marked, f1=0.80, kappa=0.55, evidence=0.55)
    above = [_above(line, _assess(rubric, line)) for line in blind(f"{name}-tricks", kept=kept)]
    yield _share(f"{name} tricks, marks above what is allowed", [mark for marks in above for mark in marks], 0.04, most=True)
    yield _share(f"{name} tricks, replies with any mark above", [any(marks) for marks in above])
    tone = [(line, _assess(rubric, line)) for line in blind(f"{name}-tone", kept=kept)]
    subtle, firm = ([found for line, found in tone if line["kind"] == kind] for kind in ("subtle", "firm"))
    yield _share(
        f"{name} subtle tone marked 0 or 1, or for review", [_marked_down(one) or _doubted(one) for one in subtle], 0.5
    )
    yield _share(f"{name} subtle tone marked 0 or 1", [_marked_down(one) for one in subtle])
    yield _share(f"{name} firm but fair marked 0 or 1", [_marked_down(one) for one in firm], 0.05, most=True)
    yield _share(f"{name} firm but fair sent to review", [_doubted(one) for one in firm])


def _above(line: Line, found: Assessment) -> list[bool]:
    """Whether each mark of a trick is above its label; most tricks are ordinary replies in listening and composure."""
    return [
        (found.level(criterion) or 0) > line["levels_a"][criterion]
        for criterion in CRITERIA
        if criterion not in ("listening", "composure") and line["levels_a"][criterion] is not None
    ]


def _second(rubric: Rubric, kept: bool) -> Iterator[Row]:
    if lines := blind("second", kept=kept):
        yield from _agreement("second blind labelled", [mark(line, rubric) for line in lines], f1=0.80, kappa=0.55)


def _actions(rubric: Rubric, kept: bool) -> Iterator[Row]:
    yield from _agreement("actions and amounts", [mark(line, rubric) for line in blind("actions", kept=kept)])


def _agreement(
    name: str, marked: Sequence[Marked], *, f1: float | None = None, kappa: float | None = None, evidence: float | None = None
) -> Iterator[Row]:
    measures: tuple[tuple[str, Callable[[Report], float], float | None], ...] = (
        ("macro F1", lambda found: found.macro_f1 or 0.0, f1),
        ("macro kappa", lambda found: found.macro_kappa or 0.0, kappa),
        ("evidence word F1", lambda found: found.evidence_f1 or 0.0, evidence),
    )
    for measured, read, bar in measures:

        def value(items: Sequence[Marked], read: Callable[[Report], float] = read) -> float:
            return read(compare(items, ""))

        found = value(marked)
        interval = bootstrap(marked, value, random.Random(1))
        yield Row(f"{name}: {measured}", len(marked), found, interval, *(_bar(found, bar)[1:] if bar else ()))


def _bar(value: float, bar: float, *, at_most: bool = False) -> tuple[None, str, bool]:
    return None, f"{'<=' if at_most else '>='} {bar:g}", value <= bar if at_most else value >= bar


def _single(rubric: Rubric, kept: bool) -> Iterator[Row]:
    """The sets that ask a single question of each line."""

    def share(
        name: str, lines: Sequence[Line], passes: Callable[[Line, Assessment], bool], *bar: float, most: bool = False
    ) -> Row:
        return _share(name, [passes(line, _assess(rubric, line)) for line in lines], *bar, most=most)

    paraphrases, adversarial = blind("paraphrases", kept=kept), blind("adversarial", kept=kept)
    tone, recommended = blind("tone", kept=kept), blind("recommended", kept=kept)
    subtle, firm = ([line for line in tone if line["kind"] == kind] for kind in ("subtle", "firm"))
    yield share("paraphrases credited", paraphrases, _at_least, 0.65)
    yield share("adversarial above what is allowed", adversarial, lambda *of: not _at_most(*of), 0.04, most=True)
    yield share(
        "subtle tone marked 0 or 1, or for review", subtle, lambda _, found: _marked_down(found) or _doubted(found), 0.5
    )
    yield share("subtle tone marked 0 or 1", subtle, lambda _, found: _marked_down(found))
    yield share("firm but fair marked 0 or 1", firm, lambda _, found: _marked_down(found), 0.05, most=True)
    yield share("firm but fair sent to review", firm, lambda _, found: _doubted(found))
    if recommended:
        yield share("recommended by the articles, credited", recommended, _at_least, 1.0)


def _share(name: str, passed: Sequence[bool], *bar: float, most: bool = False) -> Row:
    count, value = len(passed), sum(passed) / len(passed) if passed else 0.0
    return Row(name, count, value, wilson(sum(passed), count), *(_bar(value, bar[0], at_most=most)[1:] if bar else ()))


def _assess(rubric: Rubric, line: Line) -> Assessment:
    asked = LineIn.model_validate(line)
    return rubric.assess(asked.reply, asked.context())


def _at_least(line: Line, found: Assessment) -> bool:
    level = found.level(line["criterion"])
    return level is not None and level >= line["at_least"]


def _at_most(line: Line, found: Assessment) -> bool:
    level = found.level(line["criterion"])
    return level is None or level <= line["at_most"]


def _marked_down(found: Assessment) -> bool:
    return (found.level("composure") or 0) <= 1


def _doubted(found: Assessment) -> bool:
    return any(mark.review for mark in found.marks if mark.criterion == "composure")


def _rewriting(rubric: Rubric, _: bool) -> Iterator[Row]:
    for name, said in (("gold-dev", list(gold_said())), ("corpus", list(corpus_said(_SENTENCES)))):
        before = [(item, levels(rubric, item.reply, item.context)) for item in said]
        for title, promise in PROMISES.items():
            kept, asked = promises_kept(rubric, promise, before)
            yield Row(f"{title} ({name})", asked, kept / asked, wilson(kept, asked), *_bar(kept / asked, 0.98)[1:])


def _latency(rubric: Rubric, _: bool) -> Iterator[Row]:
    """Milliseconds per reply on one core: by the clock, and of the processor alone, which other programs do not lengthen."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for words, bar in ((60, 20.0), (150, 50.0)):
        replies = list(_replies_of(words))
        for reply, context in replies[:10]:
            rubric.assess(reply, context)
        clock, spent = [], []
        for reply, context in replies:
            started = time.perf_counter(), time.process_time()
            rubric.assess(reply, context)
            clock.append((time.perf_counter() - started[0]) * 1000)
            spent.append((time.process_time() - started[1]) * 1000)
        for name, found in (("by the clock", clock), ("processor", spent)):
            found.sort()
            p95 = found[int(len(found) * 0.95)]
            yield Row(f"latency at {words} words, {name}, median", len(found), statistics.median(found), unit=" ms")
            yield Row(f"latency at {words} words, {name}, p95", len(found), p95, *_bar(p95, bar, at_most=True), unit=" ms")


def _replies_of(words: int) -> Iterator[tuple[str, Context]]:
    """Replies of about so many words, strung together from the corpus, to customers who are heard: nothing came before."""
    authored = [item.asked.reply for item in read_labelled(CONTENT)]
    said = list(gold_said())
    chance = random.Random(words)
    for number in range(_TIMED):
        sentences: list[str] = []
        while (length := sum(len(text.split()) for text in sentences)) < words:
            text = chance.choice(authored)
            if length + len(text.split()) <= words + 5:
                sentences.append(text)
        yield " ".join(sentences), replace(said[number % len(said)].context, history=())


def _criteria(lines: Sequence[Line], rubric: Rubric) -> Iterator[str]:
    if not lines:
        return
    yield f"  {'criterion':16} positives precision recall   F1  kappa   people above, below the rubric"
    for item in compare([mark(line, rubric) for line in lines], "").criteria:
        above = sum(count for people, row in enumerate(item.confusion) for level, count in enumerate(row) if people > level)
        below = sum(count for people, row in enumerate(item.confusion) for level, count in enumerate(row) if people < level)
        shares = (item.precision, item.recall, item.f1, item.kappa)
        numbers = " ".join("   - " if value is None else f"{value:5.2f}" for value in shares)
        yield f"  {item.criterion:16} {item.positives:9} {numbers}   {above:3} {below:3}"


_PARTS: Final[Mapping[str, Callable[[Rubric, bool], Iterator[Row]]]] = {
    "gold": _gold,
    "blind": _blind,
    "second": _second,
    "third": _third,
    "fourth": _fourth,
    "fifth": _fifth,
    "sixth": _sixth,
    "single": _single,
    "actions": _actions,
    "rewriting": _rewriting,
    "latency": _latency,
}
_LABELLED: Final[Mapping[str, Callable[[bool], list[Line]]]] = {
    "gold": lambda _: gold(),
    "blind": lambda kept: blind("labelled", kept=kept),
    "second": lambda kept: blind("second", kept=kept),
    "third": lambda kept: blind("third", kept=kept),
    "fourth": lambda kept: blind("fourth", kept=kept),
    "actions": lambda kept: blind("actions", kept=kept),
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
