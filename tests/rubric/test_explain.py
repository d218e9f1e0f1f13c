"""The terminal view of one assessment."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from game.core.marks import Assessment, Context
from game.rubric import Rubric
from game.rubric.explain import explain

REPLY = "I am sorry that the parcel got lost, I am sending a new one today. Calm down."
LOST = "\x1b[4;31m"  # how a terminal is told to underline in red


def shown(reply: str, assessment: Assessment, *, width: int = 200, colour: bool = False) -> str:
    """What a terminal of this width is sent."""
    screen = Console(file=StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None)
    with screen.capture() as said:
        screen.print(explain(reply, assessment))
    return said.get()


def test_the_reply_stands_first_with_its_words_highlighted_and_reasons_below(rubric: Rubric) -> None:
    assessment = rubric.assess(REPLY, Context())
    text = shown(REPLY, assessment)
    assert text.startswith(f"{REPLY}\n\n")
    assert "apology" in text
    assert "+ \u201c" in text
    assert "- \u201cCalm down\u201d" in text
    assert "next: " in text
    assert rubric.version in text
    assert f"{LOST}Calm down" in shown(REPLY, assessment, colour=True)


def test_an_abstention_says_why(rubric: Rubric) -> None:
    assert "no words" in shown("\U0001f642", rubric.assess("\U0001f642", Context()))


def test_given_control_characters_when_explained_then_none_is_sent_and_the_highlights_stay(rubric: Rubric) -> None:
    reply = "\x1b]0;owned\x07\x0d\x9b2J\x7f I am sorry.\n\tCalm down."
    assessment = rubric.assess(reply, Context())
    assessment = replace(assessment, evidence=tuple(replace(item, reason="Why\x1b[2J") for item in assessment.evidence))
    text = shown(reply, assessment)
    assert text.startswith("\u241b]0;owned\u2407\u240d\ufffd2J\u2421 I am sorry.\n")
    assert not [char for char in text if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]
    assert f"{LOST}Calm down" in shown(reply, assessment, colour=True)
    assert "- \u201cCalm down\u201d Why\u241b[2J [" in text


def test_given_a_narrow_terminal_when_explained_then_what_is_wrapped_stays_indented_and_cues_are_named(rubric: Rubric) -> None:
    assessment = rubric.assess(REPLY, Context())
    lines = shown(REPLY, assessment, width=45).splitlines()
    below = lines[lines.index("") + 1 :]
    starts = ("\u25cf", "\u25cb", "rubric ")
    assert all(line.startswith((*starts, "  ")) for line in below)
    item = assessment.evidence[0]
    assert f"[{item.cue}, {item.confidence}]" in shown(REPLY, assessment)
