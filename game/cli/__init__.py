"""The command line: `simmerdown serve`, `demo`, `check`, `assess`, `replay`, `rubric`, `admin`. Speaks to people."""

from game.cli.commands import main

__all__ = ["main"]
