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


def test_where_nothing_is_compared_no_number_is_said(tmp_path: Path) -> None:
    said = reported(written(tmp_path / "x.jsonl", {"reply": "Hi."}))
    assert said.exit_code == 0
    assert said.stdout.startswith("1 replies: macro F1 \u2013, kappa \u2013, ")
    assert "Replies without labels: 1 of 1." in said.stdout


def test_labels_for_what_is_no_criterion_are_named_with_their_number(tmp_path: Path) -> None:
    lines = (
        {"reply": "Hi.", "levels_a": {"Apology": 1, "apology": 0}},
        {"reply": "Hi.", "levels_a": {"Apology": 2, "tone": 0}},
    )
    said = reported(written(tmp_path / "x.jsonl", *lines))
    assert said.exit_code == 0
    assert said.stderr == "Labels for what is no criterion, left out: 'Apology' (2), 'tone' (1).\n"


def test_abstentions_and_what_is_left_out_are_said(labelled: Path) -> None:
    lines = (
        {**GOOD, "levels_b": {"apology": 0}},
        {**GOOD, "levels_b": {"apology": None}},
        {"reply": "\U0001f642", "levels_a": {"apology": 0}},
    )
    said = reported(written(labelled, *lines))
    assert "abstained from 1\n" in said.stdout
    assert "because the annotators disagree on presence: 1." in said.stdout
    assert "because only one of two annotators gave a level: 1." in said.stdout
    assert "because the rubric gave no level: 1." in said.stdout


def test_where_nothing_is_left_out_nothing_is_said_of_it(labelled: Path) -> None:
    said = reported(labelled)
    assert len(said.stdout.splitlines()) == 1
    assert said.stderr == ""
