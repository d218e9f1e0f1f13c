"""An author at the command line: a first scenario, and a schema for the editor."""

import json
from pathlib import Path

from typer.testing import CliRunner

from game.cli.commands import app
from game.library import scaffold
from tests.library.zips import zipped

RUN = CliRunner()


def test_a_new_scenario_passes_the_check_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "my-pack" / "scenarios"
    made = RUN.invoke(app, ["new", "scenario", "late-train", "--channel", "chat", "--language", "pt-BR", "--out", str(folder)])
    assert made.exit_code == 0, made.output
    text = (folder / "late-train.yaml").read_text(encoding="utf-8")
    assert "channel: chat" in text
    assert 'language: "pt-BR"' in text
    for path in (folder / "late-train.yaml", folder.parent):
        checked = RUN.invoke(app, ["check", str(path)])
        assert (checked.exit_code, "No faults" in checked.stdout) == (0, True), checked.output


def test_a_scenario_that_is_there_already_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "late-train.yaml").write_text("mine")
    again = RUN.invoke(app, ["new", "scenario", "late-train", "--out", str(tmp_path)])
    assert again.exit_code == 1
    assert "already" in again.stderr
    assert (tmp_path / "late-train.yaml").read_text() == "mine"


def test_names_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    for slug in ("../late-train", "Late Train", "/late-train"):
        refused = RUN.invoke(app, ["new", "scenario", slug, "--out", str(tmp_path / "in")])
        assert refused.exit_code == 1
        assert "lower-case letters" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    refused = RUN.invoke(app, ["new", "scenario", "late-train", "--out", str(tmp_path / "file" / "in")])
    assert refused.exit_code == 2
    assert "--out" in refused.stderr


def test_the_schema_is_json_and_nothing_else_on_standard_output() -> None:
    said = RUN.invoke(app, ["schema"])
    assert said.exit_code == 0
    assert json.loads(said.stdout)["title"] == "Simmerdown scenario"
    assert "# yaml-language-server: $schema=" in said.stderr


def test_a_zip_is_checked_as_the_desk_would_check_it(tmp_path: Path) -> None:
    text = scaffold("late-train")
    for name, changed in (("good", text), ("bad", text.replace("difficulty: 1", "difficulty: 9"))):
        (tmp_path / f"{name}.zip").write_bytes(zipped({"my-pack/scenarios/late-train.yaml": changed}))
    good, bad, none = (RUN.invoke(app, ["check", str(tmp_path / f"{name}.zip")]) for name in ("good", "bad", "none"))
    assert (good.exit_code, bad.exit_code, none.exit_code) == (0, 1, 2)
    assert "scenarios/late-train.yaml:" in bad.stderr
    assert "9 is too large" in bad.stderr
