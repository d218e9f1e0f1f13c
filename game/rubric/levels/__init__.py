"""How signs combine to levels: one function per criterion, run in an order in which each finds what it builds upon."""

from collections.abc import Callable, Mapping
from typing import Final

from game.core.ids import Criterion
from game.rubric.findings import Findings, Verdict, Verdicts
from game.rubric.levels import bearing, care, work

Rule = Callable[[Findings, Verdicts], Verdict]
_ORDER: Final[tuple[tuple[Criterion, Rule], ...]] = (
    ("solution", work.solution),
    ("follow_through", work.follow_through),
    ("informing", work.informing),
    ("inquiry", work.inquiry),
    ("acknowledgement", care.acknowledgement),
    ("empathy", care.empathy),
    ("apology", care.apology),
    ("limits", bearing.limits),
    ("listening", care.listening),
    ("rapport", care.rapport),
    ("closing", bearing.closing),
    ("composure", bearing.composure),
)


def verdicts(findings: Findings) -> Mapping[Criterion, Verdict]:
    """The verdict on every criterion."""
    found = Verdicts()
    for criterion, rule in _ORDER:
        found.found[criterion] = rule(findings, found)
    return found.all()
