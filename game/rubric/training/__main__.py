"""The command line of the training: see the package."""

import sys
from pathlib import Path

import game.rubric.training
from game.rubric.training.grammar import write_grammar

CONTENT = Path("content")


def main(arguments: list[str]) -> int:
    """Runs one training. Returns the exit code."""
    match arguments:
        case ["grammar"]:
            write_grammar(CONTENT)
        case ["head"]:
            from game.rubric.training.head import write_head  # needs packages that playing does not
            from game.rubric.training.network import Course

            write_head(CONTENT / "rubric", Course())
        case ["bars"]:
            from game.rubric.training.head import write_bars

            write_bars(CONTENT / "rubric")
        case _:
            sys.stderr.write(game.rubric.training.__doc__ or "")
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
