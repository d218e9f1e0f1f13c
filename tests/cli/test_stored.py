"""What a stopped server has stored, reached from the command line."""

from pathlib import Path

import pytest

from game.cli.commands import app
from tests.cli.test_commands import RUN


@pytest.mark.parametrize(
    "command",
    [["rubric", "labels", "A7KQ3"], ["replay", "A7KQ3"], ["admin", "reset-password", "Mia", "--password", "a longer sentence"]],
)
def test_given_a_folder_without_data_when_something_is_read_then_a_sentence_says_so_and_nothing_is_made(
    command: list[str], tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path / "mistyped"):
        said = RUN.invoke(app, [*command, "--data", str(folder)])
        assert said.stderr == f"There is no Simmerdown data in {folder}. Name its folder with --data.\n"
        assert said.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["rubric", "labels"], ["replay"]])
def test_given_an_empty_code_when_a_workshop_is_read_then_the_code_is_asked_for(command: list[str], tmp_path: Path) -> None:
    said = RUN.invoke(app, [*command, " ", "--data", str(tmp_path)])
    assert (said.stderr, said.exit_code) == ("Name the workshop's join code.\n", 2)
