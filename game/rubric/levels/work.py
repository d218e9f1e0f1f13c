"""Levels of how the matter is handled: inquiry, informing, solution, follow-through."""

from collections.abc import Iterable
from typing import Final

from game.core.marks import Level
from game.rubric.cues import Hit
from game.rubric.findings import Findings, Verdict, Verdicts, held
from game.rubric.money import amounts

_TOO_MUCH: Final = "It is more than is fair here."
_IN_PROPORTION: Final = "Offer what is in proportion to what went wrong."


def inquiry(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none or rhetorical, to 3, a probe into what the story left out."""
    accusing = findings.sentences((*findings.rude(), *findings.of("composure", "blame", "argument")))
    probing = _outside(findings.of("inquiry", "probing"), accusing)
    specific = _outside(findings.of("inquiry", "specific"), accusing)
    generic = _outside(findings.of("inquiry", "generic"), accusing)
    if probing:
        return Verdict(3, (*probing, *specific))
    if specific:
        return Verdict(2, specific)
    if generic:
        return Verdict(1, generic)
    return Verdict(0, findings.of("inquiry", "rhetorical"))


def _outside(hits: tuple[Hit, ...], sentences: set[int]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.sentence not in sentences)


def informing(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, left in the dark, to 3, reason and time, or a choice."""
    times, doing = due(findings), findings.of("informing", "doing")
    reasons, choice = findings.of("informing", "reason"), findings.of("informing", "choice")
    wait, cause = findings.of("informing", "wait"), findings.of("informing", "cause")
    if choice:
        return Verdict(3, (*choice, *times))
    if times and (reasons or doing or cause):
        return Verdict(3, (*times, *reasons, *doing, *cause))
    if times or reasons or (wait and doing):
        return Verdict(2, (*times, *reasons, *(doing if wait else ())))
    if wait or cause:
        return Verdict(1, (*wait, *cause))
    return Verdict(0, findings.of("informing", "in_the_dark"))


def due(findings: Findings) -> tuple[Hit, ...]:
    """Times that say when something will be done: lengths of time always, dates only beside an act."""
    acts = findings.sentences(
        (
            *findings.of("solution", "step", "vague"),
            *findings.of("follow_through", "promise", "owner", "intention", "handover", "someone"),
            *findings.of("informing", "doing", "wait"),
        )
    )
    acts -= findings.sentences(findings.of("inquiry", "probing", "specific"))
    beside = tuple(hit for hit in findings.of("informing", "when") if hit.sentence in acts)
    return (*findings.of("informing", "time"), *beside)


def solution(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none, to 3, a choice or a joint plan; at most 1 when it gives away more than is fair."""
    steps, choices = findings.of("solution", "step"), findings.of("solution", "choice", "joint")
    gifts = findings.of("solution", "giveaway")
    vague = _outside(findings.of("solution", "vague"), findings.sentences(findings.of("inquiry")))
    if gifts or beyond_fair(findings, [(hit.first, hit.last) for hit in steps]):
        return Verdict(1, (*gifts, *held(steps, _TOO_MUCH)), highest=1, instead=_IN_PROPORTION)
    if not findings.context.company_at_fault and (full := findings.of("solution", "full")):
        return Verdict(1, full, highest=1)
    offered = findings.context.offered is not None or "offer" in findings.context.actions
    if findings.rude():
        return Verdict(1 if steps or vague or offered else 0, (*steps, *vague))
    if choices and steps:
        return Verdict(3, (*choices, *steps))
    if steps or offered:
        return Verdict(2, steps)
    if vague and choices:
        return Verdict(2, (*vague, *choices))
    if vague or choices:
        return Verdict(1, (*vague, *choices))
    return Verdict(0, findings.of("solution", "refusal"))


def beyond_fair(findings: Findings, offered: Iterable[tuple[int, int]]) -> bool:
    """Whether the attached offer, or an amount named in an offered step, is more than is fair or than this agent may give.

    `offered` are runs of pieces, first to last (exclusive).
    """
    context = findings.context
    limits = [limit for limit in (context.fair_max, context.authority) if limit is not None]
    if not limits:
        return False
    given = [context.offered] if context.offered is not None else []
    if context.fair_max is not None and not given:
        given = [amount for first, last in offered for amount in amounts(findings.reading, first, last)]
    return any(amount > min(limits) for amount in given)


def follow_through(findings: Findings, so_far: Verdicts) -> Verdict:
    """From 0, nobody will, to 3, who, what and when, or a clean hand-over."""
    promised, owner = findings.of("follow_through", "promise"), findings.of("follow_through", "owner")
    handover = findings.of("follow_through", "handover")
    intention = _outside(findings.of("follow_through", "intention"), findings.sentences(findings.of("inquiry")))
    guarantee = findings.of("follow_through", "guarantee")
    if guarantee:
        return Verdict(1, guarantee, highest=1)
    acts = {"call_back", "escalate", "record"} & set(findings.context.actions)
    gives_away = findings.any("solution", "giveaway", "full") and so_far.level("solution") == 1
    kept = (*promised, *owner)
    times = due(findings)
    timed = findings.sentences(kept) & findings.sentences(times)
    if handover or (kept and timed):
        shown = (*handover, *kept, *(hit for hit in times if hit.sentence in timed))
        return Verdict(2 if gives_away else 3, shown)
    if acts and (timed or times):
        return Verdict(3, (*kept, *intention, *times))
    if kept or acts:
        return Verdict(1, kept, highest=1) if gives_away else Verdict(2, kept)
    if intention:
        level: Level = 2 if findings.sentences(intention) & findings.sentences(times) else 1
        return Verdict(level, (*intention, *(times if level == 2 else ())))
    return Verdict(0, findings.of("follow_through", "someone"))
