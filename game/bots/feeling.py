"""How a reply feels to the customer whom a bot plays: by its words and by its deeds. Knows nothing of documents.

It is honest: words that the rubric finds strong feel good, insults never do, and a remedy counts for what it is to this
customer, whatever the words around it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.bots.judging import Impression
from game.core.ids import Token
from game.core.rules.outcome import is_fair
from game.core.scenario import ActionKind, BeatKind, Fact, Need, Offer, Scenario
from game.core.state import CustomerMark

_MARKS: Final[tuple[tuple[float, CustomerMark], ...]] = ((18, 0), (40, 25), (58, 50), (78, 75))  # each below this feeling
_INSULTED: Final = 10.0  # whoever is insulted feels no better than this
_ARGUED: Final = 35.0
_BETTER: Final = 60.0  # a deed that helps feels at least like this
_FAIR, _CRUMBS, _ASKED, _NO_WAY_OUT, _ACCUSED = 15.0, -15.0, 10.0, -15.0, -20.0
_NEEDS: Final[Mapping[BeatKind, Need]] = {"vent": "heard", "explore": "explanation", "resolve": "way_out"}
_REQUEST: Final = re.compile(
    r"\b(?:tell|show|describe|read|send|spell|name|check|look|walk|talk|take me|let me know|could you|can you|would you"
    r"|may i (?:ask|know)|i(?:'d| would) like to (?:know|hear|ask)|i wonder|i need to know|do you remember)\b",
    re.IGNORECASE,
)
_ASKS: Final = frozenset("?？؟")  # noqa: RUF001 - how other scripts ask
_SENTENCE: Final = re.compile(r"[^.!?？؟\n]+[.!?？؟]*")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply as it reaches the customer. `asked` are the hidden facts it asked for."""

    impression: Impression
    actions: tuple[ActionKind, ...] = ()
    offer: Offer | None = None
    asked: tuple[str, ...] = ()
    limit_was_due: bool = False


def feeling(heard: Heard, scenario: Scenario | None, *, closing: bool, offered_before: bool) -> float | None:
    """0 (much worse) to 100 (much better); ``None`` where nobody can say what the words were worth.

    Without the scenario only the words count. The right question and a fair offer feel better than no change, however
    plain the words; an insult feels much worse, whatever comes with it, and an argument does where nothing helps.
    """
    felt = heard.impression.strength
    if felt is None:
        return None
    deeds = tuple(_deeds(heard, scenario, closing=closing, offered_before=offered_before)) if scenario else ()
    felt = min(100.0, max(0.0, felt + sum(deeds)))
    helps = any(deed > 0 for deed in deeds)
    match heard.impression.levels.get("composure"):
        case 0:
            return min(felt, _INSULTED)
        case 1:
            return felt if helps else min(felt, _ARGUED)
        case _:
            return max(felt, _BETTER) if helps else felt


def _deeds(heard: Heard, scenario: Scenario, *, closing: bool, offered_before: bool) -> Iterator[float]:
    """What each deed does to the feeling, in points."""
    if heard.offer is not None and is_fair(heard.offer, scenario):
        yield _FAIR
    elif heard.offer is not None and heard.offer.cost < scenario.fair_min:
        yield _CRUMBS
    elif closing and heard.offer is None and not offered_before:
        yield _NO_WAY_OUT
    if any(fact.omission and fact.id in heard.asked for fact in scenario.facts):
        yield _ASKED
    if "set_limit" in heard.actions and not heard.limit_was_due:
        yield _ACCUSED


def customer_marks(felt: Mapping[Token, float | None], *, alone: bool = False) -> dict[Token, CustomerMark]:
    """A mark for each reply of a beat, half by how it felt, half by how it compares with the others.

    Where one agent answers `alone` there is nothing to compare with. What nobody can judge changes nothing (50).
    """
    known = [value for value in felt.values() if value is not None]
    mean = fmean(known) if known else 50.0
    return {
        token: 50 if value is None else _mark(value if alone else 0.5 * value + 0.5 * (50 + value - mean))
        for token, value in felt.items()
    }


def _mark(felt: float) -> CustomerMark:
    return next((mark for below, mark in _MARKS if felt < below), 100)


def asked_for(text: str, impression: Impression, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The facts that a reply really asks for: one of their authored words stands in a sentence that asks.

    A sentence asks where it ends in a question mark, requests something, or holds what the rubric found to be a question.
    Whoever insults is told nothing.
    """
    if impression.levels.get("composure") == 0:
        return ()
    asking = [found[0].lower() for found in _SENTENCE.finditer(text) if _is_asking(found, impression)]
    return tuple(fact.id for fact in facts if any(word in sentence for word in fact.asked for sentence in asking))


def _is_asking(sentence: re.Match[str], impression: Impression) -> bool:
    overlaps = any(start < sentence.end() and end > sentence.start() for start, end in impression.asks)
    return not _ASKS.isdisjoint(sentence[0]) or overlaps or _REQUEST.search(sentence[0]) is not None


def need_of(scenario: Scenario | None, kind: BeatKind | None) -> Need:
    """What the persona needs most in this beat, as authored; else what most people need then."""
    beat = next((beat for beat in scenario.beats if beat.kind == kind), None) if scenario else None
    return beat.need if beat and beat.need else _NEEDS[kind or "resolve"]
