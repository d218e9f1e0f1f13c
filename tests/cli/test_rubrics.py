"""The report as a trainer asks for it: what it says, what it refuses, and what it never spoils."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from game.cli.commands import app
from tests.cli.test_commands import RUN

GOOD = {"id": "L1", "reply": "I am sorry that the parcel got lost. I will send a new one tomorrow.", "levels_a": {"apology": 3}}


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    return written(tmp_path / "x.jsonl", GOOD)


def written(file: Path, *lines: dict[str, Any]) -> Path:
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return file


def reported(labelled: Path, html: Path | None = None, *options: str) -> Result:
    return RUN.invoke(app, ["rubric", "report", str(labelled), *(["--html", str(html)] if html else []), *options])


def test_faults_of_the_labels_end_the_report_and_the_twenty_first_is_counted(tmp_path: Path) -> None:
    labelled = written(tmp_path / "x.jsonl", GOOD, *[{"reply": "Hi.", "levels_a": {"apology": 4}}] * 23)
    said = reported(labelled, tmp_path / "page.html")
    assert said.exit_code == 1
    told = said.stderr.splitlines()
    assert told[0] == f"{labelled}, line 2: levels_a.apology must be 0, 1, 2, 3 or null"
    assert (len(told), told[-1]) == (21, "and 3 more")
    assert said.stdout == ""
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_a_line_is_no_report(content: bytes, tmp_path: Path) -> None:
    labelled = tmp_path / "x.jsonl"
    labelled.write_bytes(content)
    said = reported(labelled)
    assert said.exit_code == 1
    assert said.stderr == f"{labelled} has no line to report on.\n"
