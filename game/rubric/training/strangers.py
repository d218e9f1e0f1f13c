"""Puts replies beside the customer of another conversation, or of none, with what is still known of them. Knows no network.

What a reply takes up of one customer's story misses another. A network that sees both learns to compare, and not how customers
sound whom agents fail.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.core.ids import CRITERIA, Criterion
from game.rubric.training.examples import Example, Labelled

if TYPE_CHECKING:
    import numpy as np

_BESIDE: Final = 0.3  # of the replies stand beside a stranger in one round
_ALONE: Final = 0.2  # of them stand beside nobody
_CANDIDATES: Final = (3, 24)  # strangers to choose from: of few any one, of many such as sound alike
_ALIKE: Final = 0.4  # share of the fewer words; customers who share more may be in the same trouble
_BEGINNING: Final = 6  # letters of a word that count
_WORD: Final = re.compile(r"[a-z]{3,}|\d+")
_COMMON: Final = """
about after again all also and any are away back because been before being but call called can cant could day days did
didnt does doing dont even for from get gets got had has have help here how into its ive just know like made make many
more most much need not now off one only our out over people please really right said say should some soon sorry still
straight take team tell than thank thanks that the their them then there they this three time today told tomorrow two
very want was week weeks were what when where which while who why will with work working would you your
"""
_EVERYWHERE: Final = frozenset(_COMMON.split())  # words that tell no story
_UNTOUCHED: Final = frozenset({"listening", "composure", "limits"})  # they are about manners, not about the story
_ANYBODYS: Final = frozenset({"empathy", "apology", "informing", "rapport"})  # what names nothing may be said to anybody
_STILL_THERE: Final = frozenset({"apology", "rapport"})  # a sorry and a politeness are there, whatever they are for


@dataclass(frozen=True, slots=True)
class _Met:
    """A reply with its customer: the words of theirs that tell a story, and those that each criterion is quoted for."""

    example: Example
    customer: frozenset[str]
    quotes: Mapping[Criterion, frozenset[str]]
    scene: tuple[bool, bool, bool]  # abusive, closing, later than the opening beat

    @property
    def later(self) -> bool:
        return self.scene[2]


class Strangers:
    """The replies of a corpus, each of which may stand beside another's customer, or alone."""

    def __init__(self, learnt: Sequence[tuple[Labelled, Example]]) -> None:
        self._all = [example for _, example in learnt]
        self._met = {place: _met(line, example) for place, (line, example) in enumerate(learnt) if _hears(example)}
        self._places = list(self._met)
        self._said_to: dict[bytes, list[frozenset[str]]] = {}
        for met in self._met.values():
            self._said_to.setdefault(_said(met), []).append(met.customer)

    def mixed(self, chance: "np.random.Generator") -> list[Example]:
        """All replies in their order, some of them beside a stranger's customer, some beside nobody.

        What was said to several customers, or in a later beat, is never shown alone: its labels are about what they had said.
        """
        mixed = list(self._all)
        for place, own in self._met.items():
            drawn = chance.random()
            if drawn < _BESIDE:
                if other := self._stranger(own, chance):
                    mixed[place] = _beside(own, other)
            elif drawn < _BESIDE + _ALONE and len(self._said_to[_said(own)]) == 1 and not own.later:
                mixed[place] = _alone(own.example)
        return mixed

    def _stranger(self, own: _Met, chance: "np.random.Generator") -> _Met | None:
        """Somebody in other trouble, in a scene of the same kind, who never got that reply; often somebody who sounds alike."""
        tries = chance.choice(self._places, _CANDIDATES[int(chance.integers(len(_CANDIDATES)))])
        met = [self._met[int(place)] for place in tries]
        found = [other for other in met if _differ(own, other) and other.customer not in self._said_to[_said(own)]]
        return max(found, key=lambda other: len(own.customer & other.customer), default=None)


def _hears(example: Example) -> bool:
    return len(example.tokens) > example.own


def _said(met: _Met) -> bytes:
    return met.example.tokens[: met.example.own].tobytes()


def _alone(example: Example) -> Example:
    return replace(example, tokens=example.tokens[: example.own], stems=example.stems[: example.own])


def _met(line: Labelled, example: Example) -> _Met:
    asked = line.asked.context()
    earlier = [turn.text for turn in asked.history if turn.who == "customer"]
    quotes = {criterion: _telling(" ".join(found)) for criterion, found in line.quotes.items()}
    return _Met(example, _telling(" ".join((*earlier, *asked.customer))), quotes, (asked.abusive, asked.closing, bool(earlier)))


def _telling(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower().replace("'", "").replace("\u2019", ""))
    return frozenset(word[:_BEGINNING] for word in words if word not in _EVERYWHERE)


def _differ(own: _Met, other: _Met) -> bool:
    fewer = min(len(own.customer), len(other.customer))
    return own.scene == other.scene and len(own.customer & other.customer) <= _ALIKE * fewer > 0


def _beside(own: _Met, other: _Met) -> Example:
    """The reply beside the other's customer.

    A criterion whose words tell of something that only its own customer said reaches level 2 no more, and acknowledgement
    reaches nothing. What names nothing holds for anybody, but for level 3. What else it deserves there, nobody knows. What was
    masked for its own customer stays so.
    """
    import numpy as np

    example = own.example
    wanted, counts, speaks, heard = (np.array(part) for part in (example.wanted, example.counts, example.speaks, example.heard))
    for row, criterion in enumerate(CRITERIA):
        if criterion in _UNTOUCHED or not wanted[row].any():
            continue
        quoted = own.quotes.get(criterion)
        tells = bool(quoted and quoted & (own.customer - other.customer))
        if tells and criterion == "acknowledgement":
            wanted[row], speaks[:, row] = 0, 0
        elif tells:
            wanted[row, 1:], heard[:, row] = 0, 0
            counts[row, 0] *= criterion in _STILL_THERE
        elif criterion in _ANYBODYS and quoted is not None:
            counts[row, 2] = 0
        else:
            counts[row], heard[:, row] = 0, 0
    theirs = other.example
    tokens = np.concatenate([example.tokens[: example.own], theirs.tokens[theirs.own :]])
    stems = (*example.stems[: example.own], *theirs.stems[theirs.own :])
    return replace(example, tokens=tokens, stems=stems, wanted=wanted, counts=counts, speaks=speaks, heard=heard)
