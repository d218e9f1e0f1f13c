"""Reads a file of labelled lines whole, with every fault it has. Knows the labels' format, not how they are compared.

A labelled line is a line to assess with `levels_a` (and `levels_b`, where a second person marked it too): levels by criterion,
null where it does not apply; `evidence_a` and `evidence_b` may quote the words behind a level. `situation` groups lines.
`simmerdown rubric labels` adds `machine`, the rubric's own levels, and `reasons` for those of `levels_a` that people changed.
"""

import codecs
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.core.ids import CRITERIA
from game.rubric.lines import LineIn, read_line, sentence


def read_labels(path: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Every line without fault, and a sentence for every fault, with file and line. Raises OSError for an unreadable file."""
    content = path.read_bytes()
    if b"\0" in content[:4]:
        return [], [f"{path} is not UTF-8 text but looks like UTF-16. Save it as UTF-8."]
    lines: list[Mapping[str, Any]] = []
    faults: list[str] = []
    for number, written in enumerate(content.removeprefix(codecs.BOM_UTF8).splitlines(), start=1):
        if not written.strip():
            continue
        place = f"{path}, line {number}"
        try:
            line = read_line(written)
        except ValueError as error:
            faults.append(sentence(place, error))
            continue
        found = [*_misshapen(place, line), *(f"{place}: {fault}." for fault in _mislabelled(line))]
        faults += found
        lines += [] if found else [line]
    return lines, faults


def _misshapen(place: str, line: Mapping[str, Any]) -> list[str]:
    """What keeps the rubric from being asked."""
    try:
        LineIn.model_validate(line)
    except ValidationError as error:
        return [sentence(place, error)]
    return []


def _mislabelled(line: Mapping[str, Any]) -> Iterator[str]:
    for key in ("levels_a", "levels_b"):
        match line.get(key):
            case None:
                pass
            case dict() as levels:
                wrong = (criterion for criterion in CRITERIA if not _is_level(levels.get(criterion)))
                yield from (f"{key}.{criterion} must be 0, 1, 2, 3 or null" for criterion in wrong)
            case _:
                yield f"{key} must be an object, a level for each criterion, or null"


def _is_level(given: object) -> bool:
    return given is None or (type(given) is int and 0 <= given <= 3)  # neither true nor 1.0
