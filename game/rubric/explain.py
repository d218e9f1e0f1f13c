"""Shows one assessment in a terminal: the reply with its words highlighted, then every mark with its reasons."""

from typing import Final

from rich.text import Text

from game.core.marks import Assessment, Evidence, Mark

_EARNED: Final = "green underline"
_LOST: Final = "red underline"
_LEVELS: Final = ("\u25cb\u25cb\u25cb", "\u25cf\u25cb\u25cb", "\u25cf\u25cf\u25cb", "\u25cf\u25cf\u25cf")


def explain(reply: str, assessment: Assessment) -> Text:
    """The reply with highlights, then one block per criterion; what cost a level has a minus, so colour is never alone."""
    text = Text(reply)
    for item in sorted(assessment.evidence, key=lambda item: item.polarity):
        text.stylize(_EARNED if item.polarity == "earned" else _LOST, item.start, item.end)
    text.append("\n\n")
    if assessment.abstained:
        text.append(f"{assessment.abstained}\n", style="yellow")
    for mark in assessment.marks:
        if mark.level is not None:
            _mark(text, reply, mark, [item for item in assessment.evidence if item.criterion == mark.criterion])
    text.append(f"rubric {assessment.rubric}", style="dim")
    return text


def _mark(text: Text, reply: str, mark: Mark, evidence: list[Evidence]) -> None:
    text.append(f"{_LEVELS[mark.level or 0]} {mark.criterion.replace('_', ' ')}", style="bold")
    text.append(f" {mark.level}")
    text.append("  worth a second look\n" if mark.review else "\n", style="yellow")
    for item in evidence:
        sign, style = ("+", "green") if item.polarity == "earned" else ("-", "red")
        words = " ".join(reply[item.start : item.end].split())
        text.append(f"  {sign} \u201c{words}\u201d ", style=style)
        text.append(f"{item.reason} [{item.cue}, {item.confidence}]\n")
    if mark.next_level:
        text.append(f"  next: {mark.next_level}\n", style="dim")
