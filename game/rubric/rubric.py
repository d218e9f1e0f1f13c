"""The rubric's one door: a reply and its context in, an assessment out. Pure: the same words give the same marks."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
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
from game.rubric.semantic import find_encoder
from game.rubric.story import echoes, story

ENGINE: Final = "4"  # part of the version: raise it when the same data would give other marks
_SORRY: Final = re.compile(r"\b(?:sorry|apolog(?:y|ies|ise|ize))\b", re.IGNORECASE)
_DIGEST_SHOWN: Final = 10


class Rubric:
    """A loaded rubric. It holds no state between replies and may be used from several threads."""

    def __init__(self, data: RubricData) -> None:
        self.data = data
        self.version = f"{ENGINE}.{data.digest[:_DIGEST_SHOWN]}+{'head' if data.head else 'cues'}"

    def assess(self, reply: str, context: Context) -> Assessment:
        """Twelve marks for a reply, with their evidence. Never raises; what cannot be read is abstained from."""
        reading = read(reply, self.data.spelling)
        told = [self._read(text) for text in _customer_said(context)]
        hidden = frozenset(masks.quoted(reading) | masks.pasted(reading, told))
        if abstained := self.data.languages.abstention(reading, hidden, context.language):
            unmarked = tuple(Mark(criterion, None, "none", False, "") for criterion in CRITERIA)
            return Assessment(unmarked, (), self.version, abstained)
        own = reading.masked(hidden | masks.repeated(reading) | masks.listed(reading) | masks.placeholders(reading))
        findings = self._findings(own, _with_history(context), told)
        by_cues = verdicts(findings)
        meant = self._meant(own, findings)
        if not meant:
            return self._assessment(reading, by_cues, findings)
        with_head = replace(findings, hits=(*findings.hits, *meant))
        return self._assessment(reading, _raised(by_cues, verdicts(with_head)), with_head)

    def _read(self, text: str) -> Reading:
        return read(text, self.data.spelling)

    def _findings(self, reading: Reading, context: Context, told: Iterable[Reading]) -> Findings:
        hits = cues.find(self.data.cues, reading, self.data.negations)
        piled = frozenset(self.data.grammar.piled(reading)) if self.data.grammar else frozenset[int]()
        hits = [hit for hit in hits if hit.polarity == "lost" or hit.first not in piled]
        held = vetoes.strikes(self.data.vetoes, reading)
        kept, lost = vetoes.apply(held, hits)
        tale = story(self.data.words, told, map(self._read, context.facts))
        told_again = echoes(self.data.words, tale, reading, piled | vetoes.struck(held, "acknowledgement"))
        return Findings(reading, context, (*kept, *lost), told_again, piled)

    def _meant(self, reading: Reading, findings: Findings) -> list[Hit]:
        """What the head finds where no cue for the same criterion explained it; vetoes hold for it too."""
        if self.data.head is None:
            return []
        cued = {(hit.criterion, hit.sentence) for hit in findings.hits}
        odd = {number for number, sentence in enumerate(reading.sentences) if sentence.first in findings.piled}
        if self.data.grammar:
            odd |= self.data.grammar.doubtful(reading)
        explained = {hit.sentence for hit in findings.hits if hit.criterion != "rapport" or hit.polarity == "lost"}
        found = self.data.head.find(reading, explained, odd)
        kept, _ = vetoes.apply(vetoes.strikes(self.data.vetoes, reading), found)
        vetoed = {hit.criterion for hit in findings.hits if hit.sign == "vetoed"}
        return [hit for hit in kept if hit.criterion not in vetoed and (hit.criterion, hit.sentence) not in cued]

    def _assessment(self, reading: Reading, found: Mapping[Criterion, Verdict], findings: Findings) -> Assessment:
        marks: list[Mark] = []
        evidence: list[Evidence] = []
        for criterion in CRITERIA:
            verdict = found[criterion]
            marks.append(self._mark(criterion, verdict))
            if verdict.level is None:
                continue
            shown = dict.fromkeys((*verdict.hits, *findings.of(criterion, "vetoed")))
            for hit in shown:
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
        next_level = self.data.next_level[criterion][level] if level < 3 else ""
        return Mark(criterion, level, confidence, verdict.review, next_level)


def load_rubric(folder: Path, *, semantic: bool = True) -> Rubric:
    """The rubric of a folder of data, with the semantic head where its model is installed. Raises RubricFaults."""
    return Rubric(read_data(folder, encoder=find_encoder() if semantic else None))


def _raised(by_cues: Mapping[Criterion, Verdict], with_head: Mapping[Criterion, Verdict]) -> Mapping[Criterion, Verdict]:
    """The head may raise a criterion to level 2 at most, and never lowers one."""
    found = dict(by_cues)
    for criterion, verdict in with_head.items():
        before = by_cues[criterion].level
        if before is None or verdict.level is None:
            continue
        if verdict.level > before:
            level = max(before, min(2, verdict.level))
            found[criterion] = replace(verdict, level=level) if level > before else by_cues[criterion]
        elif verdict.review and not by_cues[criterion].review:
            found[criterion] = replace(by_cues[criterion], hits=(*by_cues[criterion].hits, *verdict.hits), review=True)
    return found


def _with_history(context: Context) -> Context:
    """The context with the apologies counted that its history shows."""
    shown = sum(bool(_SORRY.search(turn.text)) for turn in context.history if turn.who == "agent")
    return replace(context, earlier_apologies=max(context.earlier_apologies, shown))


def _customer_said(context: Context) -> list[str]:
    earlier = [turn.text for turn in context.history if turn.who == "customer"]
    return list(dict.fromkeys((*earlier, *context.customer)))
