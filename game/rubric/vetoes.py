"""Takes back what a clause would earn for reasons the cue itself cannot see. Knows no levels."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.core.ids import Criterion
from game.core.marks import Polarity
from game.rubric.cues import Hit, clause
from game.rubric.patterns import Pattern, cut
from game.rubric.reading import Reading

Scope = Literal["clause", "sentence", "reply"]


@dataclass(frozen=True, slots=True)
class Veto:
    """A pattern that strikes awards of some criteria within its scope."""

    id: str
    strikes: frozenset[Criterion]
    scope: Scope
    takes: Polarity
    reason: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    """Where a veto holds: pieces `first` to `last`, matched by `seen`."""

    veto: Veto
    first: int
    last: int
    seen: tuple[int, int]

    def covers(self, hit: Hit) -> bool:
        veto = self.veto
        return hit.polarity == veto.takes and hit.criterion in veto.strikes and self.first <= hit.first < self.last


def strikes(vetoes: Iterable[Veto], reading: Reading) -> list[Strike]:
    """Where each veto holds in a reading."""
    found = []
    text = cut(reading.text)
    for veto in vetoes:
        for pattern in veto.patterns:
            for match in pattern.find(text):
                first = reading.piece_at(match.start())
                last = reading.piece_at(max(match.start(), match.end() - 1)) + 1
                found.append(Strike(veto, *_reach(veto.scope, reading, first, last), (first, last)))
    return found


def _reach(scope: Scope, reading: Reading, first: int, last: int) -> tuple[int, int]:
    match scope:
        case "clause":
            return clause(reading, first, last)
        case "sentence":
            sentence = reading.sentences[reading.sentence_at(reading.starts[first])]
            return min(first, sentence.first), sentence.last
        case "reply":
            return 0, len(reading.pieces)


def apply(found: Iterable[Strike], hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The hits that stand, and for each criterion struck a lost hit that says why."""
    held = list(found)
    kept: list[Hit] = []
    lost: dict[tuple[str, Criterion], Hit] = {}
    for hit in hits:
        strike = next((strike for strike in held if strike.covers(hit)), None)
        if strike is None:
            kept.append(hit)
        elif strike.veto.takes == "earned":
            veto = strike.veto
            lost[(veto.id, hit.criterion)] = Hit(
                veto.id, hit.criterion, "vetoed", "lost", 0, veto.reason, *strike.seen, hit.sentence, "cue"
            )
    return kept, list(lost.values())


def struck(found: Iterable[Strike], criterion: Criterion) -> frozenset[int]:
    """All pieces from which a criterion may earn nothing."""
    held = (strike for strike in found if strike.veto.takes == "earned" and criterion in strike.veto.strikes)
    return frozenset(piece for strike in held for piece in range(strike.first, strike.last))
