"""The rubric's one door: a reply and its context in, an assessment out. Pure: the same words give the same marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.core.ids import CRITERIA, Criterion
from game.core.marks import Assessment, Confidence, Context, Evidence, Mark
from game.rubric import cues, masks, vetoes
from game.rubric.cues import Hit
from game.rubric.data import RubricData, read_data
from game.rubric.findings import Findings, Verdict
from game.rubric.levels import verdicts
from game.rubric.reading import Reading, read
from game.rubric.semantic import Head
from game.rubric.story import echoes, story
from game.rubric.weighing import Case, cases, weigh

ENGINE: Final = "8"  # part of the version: raise it when the same data would give other marks
_SORRY: Final = re.compile(r"\b(?:sorry|apolog(?:y|ies|ise|ize))\b", re.IGNORECASE)
_DIGEST_SHOWN: Final = 10
_HEARD: Final = 256  # what customers said and facts, kept as readings: a scene asks about the same again and again


class Rubric:
    """A loaded rubric, for any number of threads. It remembers a few readings of what customers said, and no reply."""

    def __init__(self, data: RubricData) -> None:
        self.data = data
        self._heard = lru_cache(maxsize=_HEARD)(self._read)
        self.version = f"{ENGINE}.{data.digest[:_DIGEST_SHOWN]}+{'head' if data.head else 'cues'}"

    def assess(self, reply: str, context: Context) -> Assessment:
        """Twelve marks for a reply, with their evidence. Never raises; what cannot be read is abstained from."""
        reading, told = self._read(reply), self.answered(context)
        foreign = masks.foreign(reading, told)
        if abstained := self.data.languages.abstention(reading, frozenset(foreign), context.language):
            unmarked = tuple(Mark(criterion, None, "none", False, "") for criterion in CRITERIA)
            return Assessment(unmarked, (), self.version, abstained)
        hidden = foreign | masks.idle(reading)
        findings = self._findings(reading.masked(hidden), _with_history(context), told)
        found: Mapping[Criterion, Verdict] = verdicts(findings)
        if self.data.head and (opinion := self.data.head.read(findings.own(), told)):
            found = weigh(found, findings, opinion, self.data.head.bars)
        return self._assessment(reading, found, findings, self._hidden(reading, hidden))

    def own(self, reply: str, context: Context) -> Reading:
        """What the head reads of a reply: all is masked that is not the agent's own, or says nothing."""
        return self._found(reply, context).own()

    def answered(self, context: Context) -> list[Reading]:
        """What a reply answers: all that the customer said, in the history and now."""
        return [self._heard(text) for text in dict.fromkeys((*_earlier(context), *context.customer))]

    def cases(self, reply: str, context: Context, head: Head) -> Mapping[Criterion, Case]:
        """What a head is asked about a reply: for choosing its bars. Nothing where it reads nothing."""
        findings = self._found(reply, context)
        opinion = head.read(findings.own(), self.answered(context))
        return cases(verdicts(findings), findings, opinion) if opinion else {}

    def _found(self, reply: str, context: Context) -> Findings:
        reading, told = self._read(reply), self.answered(context)
        own = reading.masked(masks.foreign(reading, told) | masks.idle(reading))
        return self._findings(own, _with_history(context), told)

    def _read(self, text: str) -> Reading:
        return read(text, self.data.spelling)

    def _findings(self, reading: Reading, context: Context, told: Iterable[Reading]) -> Findings:
        hits = cues.find(self.data.cues, reading, self.data.negations)
        piled = frozenset(self.data.grammar.piled(reading)) if self.data.grammar else frozenset[int]()
        hits = [hit for hit in hits if hit.polarity == "lost" or hit.first not in piled]
        held = vetoes.strikes(self.data.vetoes, reading)
        kept, lost = vetoes.apply(held, hits)
        tale = story(self.data.words, told, map(self._heard, context.facts))
        told_again = echoes(self.data.words, tale, reading, piled | vetoes.struck(held, "acknowledgement"))
        return Findings(reading, context, (*kept, *lost), told_again, piled)

    def _hidden(self, reading: Reading, hidden: Mapping[int, str]) -> list[Hit]:
        """What would have earned something where it is hidden, once for each criterion and reason."""
        if not hidden:
            return []
        near = [range(one.first, one.last) for one in reading.sentences if hidden.keys() & range(one.first, one.last)]
        part = reading.masked(set(range(len(reading.pieces))).difference(*near))
        earning = (cue for cue in self.data.cues if cue.polarity == "earned")
        seen = [hit for hit in cues.find(earning, part, self.data.negations) if hit.first in hidden]
        found = {(hit.criterion, hidden[hit.first]): hit for hit in reversed(seen)}
        return [
            replace(hit, cue=f"{criterion}.hidden", polarity="lost", level=0, reason=why)
            for (criterion, why), hit in found.items()
        ]

    def _assessment(
        self, reading: Reading, found: Mapping[Criterion, Verdict], findings: Findings, hidden: Sequence[Hit]
    ) -> Assessment:
        marks: list[Mark] = []
        evidence: list[Evidence] = []
        for criterion in CRITERIA:
            verdict = found[criterion]
            marks.append(self._mark(criterion, verdict))
            if verdict.level is None:
                continue
            unseen = [hit for hit in hidden if hit.criterion == criterion and verdict.level == 0]
            for hit in _joined((*verdict.hits, *findings.of(criterion, "vetoed"), *unseen)):
                start, end = reading.span_of(hit.first, hit.last)
                if start < end:
                    evidence.append(Evidence(criterion, start, end, hit.polarity, hit.cue, hit.reason, hit.confidence))
        return Assessment(tuple(marks), tuple(evidence), self.version)

    def _mark(self, criterion: Criterion, verdict: Verdict) -> Mark:
        level = verdict.level
        if level is None:
            return Mark(criterion, None, "none", False, "")
        confidence: Confidence = "none"
        if verdict.hits:
            confidence = "cue" if any(hit.confidence == "cue" for hit in verdict.hits) else "semantic"
        next_level = verdict.instead or (self.data.next_level[criterion][level] if level < 3 else "")
        return Mark(criterion, level, confidence, verdict.review, next_level)


def load_rubric(folder: Path, *, semantic: bool = True) -> Rubric:
    """The rubric of a folder of data, with the head where its files and packages are there. Raises RubricFaults."""
    return Rubric(read_data(folder, semantic=semantic))


def _earlier(context: Context) -> list[str]:
    return [turn.text for turn in context.history if turn.who == "customer"]


def _joined(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in their order; what overlaps and says the same is one."""
    found: list[Hit] = []
    for hit in hits:
        for at, other in enumerate(found):
            same = (other.cue, other.reason, other.polarity) == (hit.cue, hit.reason, hit.polarity)
            if same and hit.first < other.last and other.first < hit.last:
                found[at] = replace(other, first=min(hit.first, other.first), last=max(hit.last, other.last))
                break
        else:
            found.append(hit)
    return found


def _with_history(context: Context) -> Context:
    """The context with the apologies counted that its history shows."""
    shown = sum(bool(_SORRY.search(turn.text)) for turn in context.history if turn.who == "agent")
    return replace(context, earlier_apologies=max(context.earlier_apologies, shown))
