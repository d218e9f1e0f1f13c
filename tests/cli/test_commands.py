"""The command line as a person types it: what it prints, what it refuses, how it ends."""

import asyncio
import json
import shutil
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.app import running
from game.cli.commands import app
from game.core.commands import OpenWorkshop, TakeSeat
from game.core.decide import decide
from game.core.evolve import evolve
from game.core.ids import Instant, PlayerId, WorkshopId
from game.core.refusal import Refusal
from game.core.settings import Settings
from game.runtime.ports import Batch, Entry
from game.settings import ServerSettings
from game.store import open_store

RUN = CliRunner()


@pytest.fixture
def pack(repository: Path, tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may break."""
    return Path(shutil.copytree(repository / "content", tmp_path / "content"))


def test_every_command_has_help_with_an_example() -> None:
    deeper = (["rubric", "report"], ["rubric", "labels"], ["admin", "reset-password"], ["new", "scenario"])
    for command in (["serve"], ["demo"], ["check"], ["schema"], ["assess"], ["replay"], *deeper):
        said = RUN.invoke(app, [*command, "--help"])
        assert said.exit_code == 0, command
        assert "Example:" in said.output, command


def test_check_finds_no_fault_in_the_shipped_content() -> None:
    said = RUN.invoke(app, ["check"])
    assert said.exit_code == 0, said.output
    assert "No faults" in said.output


def test_check_lists_every_fault_at_once(pack: Path) -> None:
    first, second = sorted((pack / "scenarios").glob("*.yaml"))[:2]
    first.write_text(first.read_text().replace("title:", "titel:", 1))
    second.write_text(second.read_text().replace("channel:", "channel: pigeon\nchanel:", 1))

    said = RUN.invoke(app, ["check", str(pack)])

    assert said.exit_code == 1
    assert first.name in said.stderr
    assert second.name in said.stderr


def test_a_broken_pack_keeps_the_server_from_starting_and_says_all_of_it(pack: Path, tmp_path: Path) -> None:
    first, second = sorted((pack / "scenarios").glob("*.yaml"))[:2]
    first.write_text("title: [")
    second.write_text(second.read_text().replace("title:", "titel:", 1))

    said = RUN.invoke(app, ["serve", "--content", str(pack), "--data", str(tmp_path / "data"), "--port", "0"])

    assert said.exit_code == 2
    assert "cannot start" in said.stderr
    assert first.name in said.stderr
    assert second.name in said.stderr


def test_a_port_in_use_is_named_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = RUN.invoke(app, ["serve", "--host", "127.0.0.1", "--port", str(port), "--data", str(tmp_path)])
    assert said.exit_code == 2
    assert f"127.0.0.1:{port}" in said.stderr
    assert "--port" in said.stderr


def test_a_data_folder_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    said = RUN.invoke(app, ["serve", "--host", "127.0.0.1", "--port", "0", "--data", str(file / "data")])
    assert said.exit_code == 2
    assert "cannot start" in said.stderr


def test_wrong_settings_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMMERDOWN_PUBLIC_URL", "ftp://example.org")
    said = RUN.invoke(app, ["serve", "--data", str(tmp_path)])
    assert said.exit_code == 2
    assert "public_url" in said.stderr


@pytest.mark.parametrize(
    ("written", "why"),
    [(b"[bad", "Expected ']'"), (b"\xff\xfe", "decode"), (None, "no such file"), (b"nonsense = 1", "nonsense")],
)
def test_a_settings_file_that_cannot_be_used_is_said_in_a_sentence(
    written: bytes | None, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "simmerdown.toml"
    if written is not None:
        file.write_bytes(written)
    monkeypatch.setenv("SIMMERDOWN_CONFIG", str(file))
    said = RUN.invoke(app, ["serve"])
    assert said.exit_code == 2
    assert why in said.stderr
    assert isinstance(said.exception, SystemExit)


def test_settings_come_from_the_toml_file_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "simmerdown.toml"
    file.write_text('port = 9001\npublic_url = "https://game.example.org"\n')
    monkeypatch.setenv("SIMMERDOWN_CONFIG", str(file))
    monkeypatch.setenv("SIMMERDOWN_PORT", "9002")
    found = ServerSettings()
    assert (found.port, found.public_url) == (9002, "https://game.example.org")


def test_assess_answers_line_by_line_and_says_which_line_is_wrong() -> None:
    lines = [
        json.dumps({"id": "a", "reply": "I am so sorry that you waited nine weeks."}),
        "not json",
        json.dumps({"reply": ""}),
    ]
    said = RUN.invoke(app, ["assess"], input="\n".join(lines))
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert said.exit_code == 1
    assert [answer["id"] for answer in answers] == ["a", ""]
    assert answers[0]["levels"]["apology"] >= 1
    assert "Line 2" in said.stderr


def test_assess_explains_one_reply() -> None:
    said = RUN.invoke(app, ["assess", "--explain", "I am so sorry that you waited nine weeks."])
    assert said.exit_code == 0
    assert "sorry" in said.output


async def _opened(data: Path) -> str:
    settings = ServerSettings(host="127.0.0.1", port=0, data=data)
    async with running(settings) as server:
        assert server.set_up is not None
    async with open_store(data) as store:
        await store.accounts.create("Mia", "hash")
    return server.url


async def test_a_password_is_reset_by_name(tmp_path: Path) -> None:
    await _opened(tmp_path)
    arguments = ["admin", "reset-password", "Mia", "--data", str(tmp_path), "--password", "a longer sentence"]
    done = await asyncio.to_thread(RUN.invoke, app, arguments)
    unknown = await asyncio.to_thread(RUN.invoke, app, [*arguments[:2], "Nobody", *arguments[3:]])

    assert done.exit_code == 0, done.output
    assert unknown.exit_code == 1
    async with open_store(tmp_path) as store:
        account = await store.accounts.find("Mia")
    assert account is not None
    assert account.password_hash != "hash"


async def test_a_workshop_is_replayed_from_its_log(tmp_path: Path) -> None:
    opened = decide(None, OpenWorkshop(WorkshopId("w"), "A7KQ3", "seed", Settings("A morning", "", (), ()), ()), at=Instant(1))
    assert not isinstance(opened, Refusal)
    state = evolve(None, opened[0])
    joined = decide(state, TakeSeat(PlayerId("p"), "Ana", "x"), at=Instant(2))
    assert not isinstance(joined, Refusal)
    entries = tuple(Entry(number, Instant(number), event) for number, event in enumerate((*opened, *joined), start=1))
    async with open_store(tmp_path) as store:
        await store.log.append(Batch(WorkshopId("w"), 0, entries, ()))

    said = await asyncio.to_thread(RUN.invoke, app, ["replay", "a7kq3", "--data", str(tmp_path), "--json"])
    unknown = await asyncio.to_thread(RUN.invoke, app, ["replay", "ZZZZZ", "--data", str(tmp_path)])

    assert json.loads(said.stdout) == {
        "code": "A7KQ3", "title": "A morning", "phase": "lobby", "version": len(entries), "rounds": 0, "standings": [],
    }  # fmt: skip
    assert unknown.exit_code == 1


def test_a_demo_of_a_scenario_that_is_not_there_says_which() -> None:
    said = RUN.invoke(app, ["demo", "--scenarios", "cot-before-thursday,nowhere"])
    assert said.exit_code != 0
    assert "nowhere" in said.output
