"""Reads a file of labelled lines whole, with every fault it has. Knows the labels' format, not how they are compared.

A labelled line is a line to assess with `levels_a` (and `levels_b`, where a second person marked it too): levels by criterion,
null where it does not apply; `evidence_a` and `evidence_b` may quote the words behind a level. `situation` groups lines.
`simmerdown rubric labels` adds `machine`, the rubric's own levels, and `reasons` for those of `levels_a` that people changed.
"""

import codecs
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from game.core.ids import CRITERIA
from game.rubric.lines import LineIn

_KINDS: Final = frozenset({"str", "list[str]", "FairRangeIn"})  # pydantic's names for what a field may be instead


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
        match _parsed(written):
            case str(fault):
                faults.append(f"{path}, line {number} {fault}")
            case line:
                found = [f"{path}, line {number}: {fault}" for fault in (*_misshapen(line), *_mislabelled(line))]
                faults += found
                lines += [] if found else [line]
    return lines, faults


def _parsed(written: bytes) -> Mapping[str, Any] | str:
    """The object that a line is, or how the sentence goes on that says why it is none."""
    try:
        line = json.loads(written.decode())
    except UnicodeDecodeError:
        return "is not UTF-8 text"
    except json.JSONDecodeError as error:
        return f"is not JSON: {error.msg} (column {error.colno})"
    except (RecursionError, ValueError):
        return "is not JSON that can be read: it is nested too deeply, or a number in it is too long"
    return line if isinstance(line, dict) else "must be a JSON object with at least a \u201creply\u201d"


def _misshapen(line: Mapping[str, Any]) -> list[str]:
    """What keeps the rubric from being asked."""
    try:
        LineIn.model_validate(line)
    except ValidationError as error:
        found: dict[str, str] = {}
        for fault in error.errors():
            found.setdefault(".".join(str(part) for part in fault["loc"] if part not in _KINDS), fault["msg"])
        return [f"{field}: {message}" for field, message in found.items()]
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
