"""Everything found in one reply, as the level rules read it. Knows no levels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from game.core.ids import Criterion
from game.core.marks import Context, Level
from game.rubric.cues import Hit
from game.rubric.reading import Reading
from game.rubric.story import Echo


@dataclass(frozen=True, slots=True)
class Findings:
    """The hits that stand, what was vetoed, how much of the story each sentence takes up, and the context."""

    reading: Reading
    context: Context
    hits: tuple[Hit, ...]
    echoes: tuple[Echo, ...]
    piled: frozenset[int] = frozenset()  # pieces that are no sentences and earn nothing

    def own(self) -> Reading:
        """The reading without piles of words."""
        return self.reading.masked(self.piled)

    def of(self, criterion: Criterion, *signs: str) -> tuple[Hit, ...]:
        """Hits of a criterion, in reading order; all signs where none is named."""
        found = (hit for hit in self.hits if hit.criterion == criterion and (not signs or hit.sign in signs))
        return tuple(sorted(found, key=lambda hit: (hit.first, hit.last)))

    def any(self, criterion: Criterion, *signs: str) -> bool:
        return any(hit.criterion == criterion and hit.sign in signs for hit in self.hits)

    def rude(self) -> tuple[Hit, ...]:
        """Insults, irony, mockery: what no kind word beside it makes good."""
        return self.of("composure", "insult", "sarcasm", "calm_down", "mockery")

    def blunt(self) -> tuple[Hit, ...]:
        """Blame, defence, rule book, argument, threat."""
        return self.of("composure", "blame", "defence", "policy", "argument", "threat")

    def meant(self, criterion: Criterion, *signs: str) -> tuple[Hit, ...]:
        """Hits of a criterion outside the sentences that are rude: kind words beside an insult are not meant."""
        spoiled = self.sentences(self.rude())
        return tuple(hit for hit in self.of(criterion, *signs) if hit.sentence not in spoiled)

    def sentences(self, hits: Iterable[Hit]) -> set[int]:
        return {hit.sentence for hit in hits}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The level of one criterion with the hits that earned or lost it; None is n/a. `review` asks people to look.

    `highest` is what the context allows, whatever the words are. `instead` is what the next level takes where that is not what
    the level alone says: what holds the mark down.
    """

    level: Level | None
    hits: tuple[Hit, ...] = ()
    review: bool = False
    highest: Level = 3
    instead: str = ""


def held(hits: Iterable[Hit], why: str) -> tuple[Hit, ...]:
    """The hits with a second sentence to their reason: what holds their mark down."""
    return tuple(replace(hit, reason=f"{hit.reason} {why}") for hit in hits)


@dataclass(slots=True)
class Verdicts:
    """Verdicts so far: rules of later criteria read those of earlier ones."""

    found: dict[Criterion, Verdict] = field(default_factory=dict)

    def level(self, criterion: Criterion) -> int:
        verdict = self.found.get(criterion)
        return (verdict.level or 0) if verdict else 0

    def all(self) -> Mapping[Criterion, Verdict]:
        return self.found
