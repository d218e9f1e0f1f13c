"""The letters a pattern needs are never asked of a text that it matches."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rubric import Rubric
from game.rubric.literals import needs, runs_of
from game.rubric.patterns import cut
from game.rubric.reading import read


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("sorry", 1),
        ("(?:sorry|pardon)", 1),
        ("(?:sorry)?", 0),
        ("(?:sorry|\\w+)", 0),
        ("sorr[yi]es", 1),
        ("(?!sorry)\\w+", 0),
        ("(?<=sorry )\\w+", 0),
        ("a(?:bcd){0,2}", 0),
        ("a(?:bcd){1,2}", 1),
        ("refund(?:s|ed)? today", 2),
        ("colou?r", 1),
        ("[^|?]{3,50} \\?", 0),
    ],
)
def test_only_letters_that_must_be_there_are_needed(pattern: str, wanted: int) -> None:
    assert len(needs(pattern)) == wanted


TEXTS = st.lists(st.sampled_from(["sorry", "pardon", "we", "refund", "refunds", "today", "colour", "color", "x"]), max_size=8)


@given(words=TEXTS)
@settings(deadline=None)
def test_no_match_is_ever_lost(words: list[str]) -> None:
    text = " ".join(words)
    for pattern in ("(?:sorry|pardon) we", "refund(?:s|ed)? today", "colou?r(?: x)*", "(?:we |x )?(?:refund|pardon)"):
        if re.search(pattern, text):
            assert not any(need.isdisjoint(runs_of(text)) for need in needs(pattern))


def test_no_authored_pattern_loses_a_match(rubric: Rubric, gold: list[dict[str, object]]) -> None:
    replies = [str(line["reply"]) for line in gold]
    replies += [f"{one} {two}" for one, two in pairwise(replies)]  # patterns must not care what stands beside
    replies += [example for written in rubric.data.written for example in (*written.yes, *written.no)]
    texts = [read(reply, rubric.data.spelling).text for reply in replies]
    patterns = [pattern for cue in rubric.data.cues for pattern in cue.patterns]
    patterns += [pattern for veto in rubric.data.vetoes for pattern in veto.patterns]
    lost = []
    for text in texts:
        parts = cut(text)
        for pattern in patterns:
            found = [match.span() for match in pattern.find(parts)]
            if found != [match.span() for match in pattern.regex.finditer(text)]:
                lost.append((pattern.regex.pattern, text))
    assert lost == []
