"""Files of labelled lines: what is read, and the sentence for everything that cannot be."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.rubric.labels import read_labels

LEVEL = "must be 0, 1, 2, 3 or null"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.jsonl"


def faults(file: Path, *lines: bytes | dict[str, Any]) -> list[str]:
    """The faults of a file of these lines, after its path."""
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    return [fault.removeprefix(str(file)) for fault in read_labels(file)[1]]


@pytest.mark.parametrize("level", [4, "2", 10**30, -1, 1.5, 1.0, True, [], float("nan")])
@pytest.mark.parametrize("key", ["levels_a", "levels_b"])
def test_a_level_that_is_none_is_refused(key: str, level: object, file: Path) -> None:
    line = {"reply": "Hi.", "levels_a": {"empathy": 1}, key: {"apology": level}}
    assert faults(file, line) == [f", line 1: {key}.apology {LEVEL}."]


@pytest.mark.parametrize("levels", [[], "none", 3, True])
def test_levels_that_are_no_object_are_refused(levels: object, file: Path) -> None:
    line = {"reply": "Hi.", "levels_a": {"apology": 1}, "levels_b": levels}
    assert faults(file, line) == [", line 1: levels_b must be an object, a level for each criterion, or null."]


@pytest.mark.parametrize(
    "line",
    [
        {"reply": "Hi.", "levels_a": {"apology": 0, "empathy": None, "limits": 3}},
        {"reply": "Hi.", "levels_a": {"apology": 0, "manners": "good"}, "levels_b": None},
        {"reply": "Hi."},
        {"reply": "Hi.", "levels_a": None},
    ],
)
def test_what_is_labelled_partly_or_not_at_all_is_read(line: dict[str, Any], file: Path) -> None:
    assert faults(file, line) == []
    assert read_labels(file)[0] == [line]


def test_every_fault_is_said_at_once_with_its_line(file: Path) -> None:
    found = faults(
        file,
        {"reply": "Hi.", "levels_a": {"apology": 4, "closing": -1}},
        b"",
        b'{"reply": "Hi.",}',
        b"[]",
        {"reply": 7, "customer": 7, "history": [{"who": "me", "text": "Hi."}]},
    )
    assert found == [
        f", line 1: levels_a.apology {LEVEL}.",
        f", line 1: levels_a.closing {LEVEL}.",
        ", line 3 is not JSON: Expecting property name enclosed in double quotes at column 17.",
        ", line 4 is not a JSON object with at least a \u201creply\u201d.",
        (
            ", line 5: reply must be text; customer must be text, or a list of texts; "
            "history must be a list of objects with who (customer or agent) and text."
        ),
    ]


def test_lines_without_fault_are_counted_on_past_those_with_one(file: Path) -> None:
    faults(file, b"no", {"reply": "Hi."})
    assert read_labels(file)[0] == [{"reply": "Hi."}]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"[" * 100_000, "is nested too deeply."),
        (b'{"reply": "Hi.", "id": ' + b"9" * 5_000 + b"}", "has a number with too many digits."),
        (b'{"reply": "It is gone \\ud800 for good."}', "has half of a character"),
    ],
    ids=["deep", "long", "half"],
)
def test_what_is_too_much_for_json_is_said(line: bytes, why: str, file: Path) -> None:
    (fault,) = faults(file, line)
    assert fault.startswith(f", line 1 {why}")


def test_a_mark_at_the_beginning_that_says_utf_8_is_no_fault(file: Path) -> None:
    assert faults(file, b'\xef\xbb\xbf{"reply": "Hi."}') == []


def test_bytes_that_are_no_utf_8_are_told_with_their_line(file: Path) -> None:
    assert faults(file, {"reply": "Hi."}, b'{"reply": "Gr\xfc\xdfe"}') == [", line 2 is not UTF-8 text."]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_one_fault(encoding: str, file: Path) -> None:
    (fault,) = faults(file, '{"reply": "Hi."}\n{"reply": "Ho."}\n'.encode(encoding))
    assert fault == " is not UTF-8 text but looks like UTF-16. Save it as UTF-8."
