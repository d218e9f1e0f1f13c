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


@pytest.mark.parametrize("linked", ["itself", "symbolic", "hard"])
def test_the_page_never_replaces_the_labels(linked: str, labelled: Path, tmp_path: Path) -> None:
    html, before = tmp_path / "page.html", labelled.read_bytes()
    match linked:
        case "itself":
            html = labelled
        case "symbolic":
            html.symlink_to(labelled)
        case "hard":
            html.hardlink_to(labelled)

    said = reported(labelled, html)

    assert said.exit_code == 1
    assert said.stderr == f"{html} is what the report is made from. Choose another file for the page.\n"
    assert labelled.read_bytes() == before


def test_the_page_never_replaces_a_part_of_the_rubric(labelled: Path, tmp_path: Path) -> None:
    part = tmp_path / "content" / "rubric" / "apology.yaml"
    part.parent.mkdir(parents=True)
    part.write_text("criterion: apology")
    said = reported(labelled, part, "--content", str(tmp_path / "content"))
    assert said.exit_code == 1
    assert "what the report is made from" in said.stderr
    assert part.read_text() == "criterion: apology"


def test_the_page_replaces_an_older_one_behind_a_link_and_leaves_nothing_beside(labelled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "old.html").write_text("old")
    (folder / "link.html").symlink_to(folder / "old.html")

    said = reported(labelled, folder / "link.html")

    assert said.exit_code == 0, said.output
    assert (folder / "link.html").is_symlink()
    assert (folder / "old.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert {file.name for file in folder.iterdir()} == {"old.html", "link.html"}


def test_half_a_character_in_a_reply_spoils_no_page(tmp_path: Path) -> None:
    labelled = written(tmp_path / "x.jsonl", {"reply": "It is gone \ud800 for good.", "levels_a": {"apology": 3}})
    html = written(tmp_path / "page.html", {})
    before = html.read_bytes()
    assert reported(labelled, html).exit_code == 1
    assert html.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("", "Is a directory"),
        ("x.jsonl/page.html", "a folder on the way to it is a file"),
        ("x.jsonl/deeper/page.html", "a folder on the way to it is a file"),
        ("n" * 300 + ".html", "File name too long"),
        ("/dev/full", "No space left on device"),
    ],
)
def test_a_page_that_cannot_be_written_is_one_sentence(place: str, why: str, labelled: Path) -> None:
    html = labelled.parent / place
    said = reported(labelled, html)
    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit)
    assert said.stderr == f"{html} cannot be written: {why}.\n"


def test_faults_of_the_labels_end_the_report_and_the_twenty_first_is_counted(tmp_path: Path) -> None:
    labelled = written(tmp_path / "x.jsonl", GOOD, *[{"reply": "Hi.", "levels_a": {"apology": 4}}] * 23)
    said = reported(labelled, tmp_path / "page.html")
    assert said.exit_code == 1
    told = said.stderr.splitlines()
    assert told[0] == f"{labelled}, line 2: levels_a.apology must be 0, 1, 2, 3 or null."
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
