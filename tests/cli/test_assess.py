"""Replies marked at the command line: lines in, lines out, and a sentence for whatever is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli.commands import app
from tests.cli.test_commands import RUN

GOOD = b'{"id": "good", "reply": "I am so sorry that you waited nine weeks."}'


def ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, which has real standard streams."""
    command = [sys.executable, "-m", "game", *arguments]
    return subprocess.run(command, stderr=subprocess.PIPE, check=False, timeout=120, **options)


def test_given_lines_that_cannot_be_read_when_assessed_then_each_has_its_sentence_and_the_next_goes_on() -> None:
    bad = {
        b"[" * 100_000: "Line 1 is nested too deeply.",
        b'{"reply": "caf\xe9"}': "Line 3 is not UTF-8 text.",
        b'{"reply": "ok", "offered": 1' + b"0" * 5000 + b"}": "Line 5 has a number with too many digits.",
        b'{"reply": "\\ud83d"}': "Line 7 has half of a character",
        b'{"reply" "ok"}': "Line 9 is not JSON: Expecting ':' delimiter at column 10.",
        b'["ok"]': "Line 11 is not a JSON object",
        '{"reply": "ok"}'.encode("utf-16"): "Line 13 is not UTF-8 text.",
    }
    said = RUN.invoke(app, ["assess"], input=b"".join(line + b"\n" + GOOD + b"\n" for line in bad))
    assert ids(said.stdout) == ["good"] * len(bad)
    for told, sentence in zip(said.stderr.splitlines(), bad.values(), strict=True):
        assert told.startswith(sentence)
    assert said.exit_code == 1


def test_given_a_strict_locale_when_assessed_then_text_goes_in_and_out_as_utf_8() -> None:
    strict = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"}
    lines = '{"id": "ü", "reply": "Señora, I am sorry."}\n'.encode() + b"\xff\n" + GOOD
    said = run("assess", input=lines, stdout=subprocess.PIPE, env=strict)
    assert ids(said.stdout.decode()) == ["ü", "good"]
    assert said.stderr == b"Line 2 is not UTF-8 text.\n"


def test_given_a_byte_order_mark_when_assessed_then_it_is_passed_over() -> None:
    said = RUN.invoke(app, ["assess"], input=b"\xef\xbb\xbf" + GOOD)
    assert (ids(said.stdout), said.stderr, said.exit_code) == (["good"], "", 0)


def test_given_a_misspelt_field_when_assessed_then_it_is_said_once_and_other_fields_pass() -> None:
    line = json.dumps({"id": "a", "reply": "ok", "custmer": "Nine weeks!", "levels_a": {}, "situation": "s", "note": 1})
    said = RUN.invoke(app, ["assess"], input=f"{line}\n{line}\n")
    assert ids(said.stdout) == ["a", "a"]
    assert said.stderr == "Line 1: 'custmer' is not a field; did you mean 'customer'?\n"
    assert said.exit_code == 0


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "--explain", "I am sorry."]])
def test_given_a_full_disk_when_assessed_then_one_sentence_says_so(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        said = run(*arguments, input=GOOD, stdout=full)
    assert said.stderr == b"Cannot write to standard output (No space left on device).\n"
    assert said.returncode == 2


def test_given_a_reader_who_has_gone_when_assessed_then_it_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        said = run("assess", input=GOOD, stdout=gone)
    assert (said.stderr, said.returncode) == (b"", 1)


def test_given_files_when_assessed_then_every_line_is_answered_and_messages_name_file_and_line(tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_bytes(GOOD + b"\n\nno\n" + GOOD)
    two.write_bytes(b'\xef\xbb\xbf{"id": 2, "reply": ""}')
    said = RUN.invoke(app, ["assess", str(one), "-", str(two)], input=b'{"id": "in", "reply": ""}\n[]')
    assert ids(said.stdout) == ["good", "good", "in", "2"]
    first, second = said.stderr.splitlines()
    assert first.startswith(f"{one}, line 3 is not JSON: ")
    assert second.startswith("Line 2 is not a JSON object")
    assert said.exit_code == 1


def test_given_a_file_that_is_not_there_when_assessed_then_one_sentence_says_so(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.jsonl", "No such file or directory"), (tmp_path, "Is a directory")):
        said = RUN.invoke(app, ["assess", str(path)])
        assert (said.stderr, said.exit_code) == (f"Cannot read {path} ({why}).\n", 2)


def test_given_a_reply_with_its_context_when_explained_then_the_context_counts() -> None:
    line = {"reply": "Tell me more.", "floor_yielded": False, "abusive": True}
    plain = RUN.invoke(app, ["assess", "--explain", "Tell me more."])
    told = RUN.invoke(app, ["assess", "--explain", json.dumps(line)])
    assert plain.stdout.startswith("Tell me more.\n")
    assert told.stdout.startswith("Tell me more.\n")
    assert ("\u25cf\u25cf\u25cb listening 2" in plain.stdout, "limits" in plain.stdout) == (True, False)
    assert ("\u25cf\u25cb\u25cb listening 1" in told.stdout, "limits" in told.stdout) == (True, True)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ('{"reply": "ok"', "--explain is not JSON: Expecting ',' delimiter at column 15."),
        ('{"reply": "ok", "custmer": 7}', "--explain: 'custmer' is not a field; did you mean 'customer'?"),
        ('{"reply": "ok", "beat": "later"}', "--explain: beat must be vent, explore or resolve."),
    ],
)
def test_given_context_that_makes_no_sense_when_explained_then_a_sentence_says_why(given: str, sentence: str) -> None:
    assert RUN.invoke(app, ["assess", "--explain", given]).stderr == f"{sentence}\n"


def test_given_files_and_a_reply_to_explain_when_assessed_then_one_of_them_is_asked_for() -> None:
    said = RUN.invoke(app, ["assess", "one.jsonl", "--explain", "I am sorry."])
    assert (said.stderr, said.exit_code) == ("Name files or --explain, not both.\n", 2)


def test_given_bytes_that_are_no_text_when_explained_then_they_are_shown_as_unknown() -> None:
    said = run("assess", "--explain", os.fsdecode(b"I am sorry\xff."), stdout=subprocess.PIPE)
    assert said.stdout.decode().startswith("I am sorry\ufffd.\n")


def test_given_a_folder_without_a_rubric_when_assessed_then_one_sentence_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        said = RUN.invoke(app, ["assess", "--content", str(folder)], input=GOOD)
        assert (said.stderr, said.exit_code) == (f"There is no rubric in {folder}.\n", 2)
