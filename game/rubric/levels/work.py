"""Levels of how the matter is handled: inquiry, informing, solution, follow-through."""

from game.core.marks import Level
from game.rubric.findings import Findings, Verdict, Verdicts


def inquiry(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none or rhetorical, to 3, a probe into what the story left out."""
    probing, specific = findings.of("inquiry", "probing"), findings.of("inquiry", "specific")
    generic, rhetorical = findings.of("inquiry", "generic"), findings.of("inquiry", "rhetorical")
    if probing:
        return Verdict(3, (*probing, *specific))
    if specific:
        return Verdict(2, specific)
    if generic:
        return Verdict(1, generic)
    return Verdict(0, rhetorical)


def informing(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, left in the dark, to 3, reason and time, or a choice."""
    times, reasons = findings.of("informing", "time"), findings.of("informing", "reason")
    choice, doing = findings.of("informing", "choice"), findings.of("informing", "doing")
    bare = findings.of("informing", "wait", "cause")
    if choice:
        return Verdict(3, (*choice, *times))
    if times and (reasons or doing):
        return Verdict(3, (*times, *reasons, *doing))
    if times or reasons:
        return Verdict(2, (*times, *reasons))
    if bare or doing:
        return Verdict(1, (*bare, *doing))
    return Verdict(0, findings.of("informing", "in_the_dark"))


def solution(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, none, to 3, a choice or a joint plan; at most 1 when it gives away more than is fair."""
    steps, choices = findings.of("solution", "step"), findings.of("solution", "choice", "joint")
    vague, giveaway = findings.of("solution", "vague"), findings.of("solution", "giveaway")
    context = findings.context
    if _beyond_fair(findings):
        return Verdict(1, (*giveaway, *steps))
    if choices and steps:
        return Verdict(3, (*choices, *steps))
    if (
        steps
        or choices
        or (context.offered is not None and context.fair_max is not None and context.offered <= context.fair_max)
    ):
        return Verdict(2, (*steps, *choices))
    if vague:
        return Verdict(1, vague)
    return Verdict(0, findings.of("solution", "refusal"))


def _beyond_fair(findings: Findings) -> bool:
    context = findings.context
    if context.offered is not None:
        limits = [limit for limit in (context.fair_max, context.authority) if limit is not None]
        if limits and context.offered > min(limits):
            return True
    return findings.any("solution", "giveaway")


def follow_through(findings: Findings, _: Verdicts) -> Verdict:
    """From 0, nobody will, to 3, who, what and when, or a clean hand-over."""
    promised = findings.of("follow_through", "promise", "owner")
    handover, intention = findings.of("follow_through", "handover"), findings.of("follow_through", "intention")
    guarantee = findings.of("follow_through", "guarantee")
    times = findings.of("informing", "time")
    if guarantee:
        return Verdict(1, guarantee)
    if handover:
        return Verdict(3, handover)
    if promised:
        level: Level = 3 if findings.sentences(promised) & findings.sentences(times) else 2
        return Verdict(level, (*promised, *times))
    if intention:
        return Verdict(1, intention)
    return Verdict(0, findings.of("follow_through", "someone"))
