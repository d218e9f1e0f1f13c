import logging
from collections.abc import Iterator

import pytest
import structlog

from game.cli.logs import configure


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def fail(written: str) -> None:
    raise ValueError(f"a text of {len(written)} characters")


@pytest.mark.parametrize("terminal", [True, False])
def test_a_logged_failure_tells_where_it_happened_and_nothing_that_anybody_wrote(
    terminal: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    configure("info")
    written = "my-own-words"
    try:
        fail(written)
    except ValueError:
        structlog.get_logger("test").exception("rules failed", workshop="w1")
    said = capsys.readouterr().err
    for part in ("rules failed", "w1", "a text of 12 characters", "test_logs.py"):
        assert part in said
    assert written not in said
