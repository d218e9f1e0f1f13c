"""Shows one assessment in a terminal: the reply with its words highlighted, then every mark with its reasons."""

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from game.core.marks import Assessment, Evidence, Mark

_EARNED: Final = "green underline"
_LOST: Final = "red underline"
_LEVELS: Final = ("\u25cb\u25cb\u25cb", "\u25cf\u25cb\u25cb", "\u25cf\u25cf\u25cb", "\u25cf\u25cf\u25cf")
_INDENT: Final = 2
_VISIBLE: Final = {  # control characters, which a terminal would obey, each as one that it shows
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


def explain(reply: str, assessment: Assessment) -> Group:
    """The reply with highlights, then one block per criterion; what cost a level has a minus, so colour is never alone."""
    return Group(*_parts(reply.translate(_VISIBLE), assessment))


def _parts(reply: str, assessment: Assessment) -> Iterator[RenderableType]:
    text = Text(reply)
    for item in sorted(assessment.evidence, key=lambda item: item.polarity):
        text.stylize(_EARNED if item.polarity == "earned" else _LOST, item.start, item.end)
    yield text
    yield ""
    if assessment.abstained:
        yield Text(assessment.abstained, style="yellow")
    for mark in assessment.marks:
        if mark.level is not None:
            yield from _mark(reply, mark, [item for item in assessment.evidence if item.criterion == mark.criterion])
    yield Text(f"rubric {assessment.rubric}", style="dim")


def _mark(reply: str, mark: Mark, evidence: list[Evidence]) -> Iterator[RenderableType]:
    name = (f"{_LEVELS[mark.level or 0]} {mark.criterion.replace('_', ' ')}", "bold")
    yield Text.assemble(name, f" {mark.level}", ("  worth a second look" if mark.review else "", "yellow"))
    for item in evidence:
        sign, style = ("+", "green") if item.polarity == "earned" else ("-", "red")
        words = " ".join(reply[item.start : item.end].split())
        reason = item.reason.translate(_VISIBLE)
        said = Text.assemble((f"{sign} \u201c{words}\u201d ", style), f"{reason} [{item.cue}, {item.confidence}]")
        yield Padding.indent(said, _INDENT)
    if mark.next_level:
        yield Padding.indent(Text(f"next: {mark.next_level}", style="dim"), _INDENT)
