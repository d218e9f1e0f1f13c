"""Has AsyncAPI's own parser read the protocol reference. Knows nothing of what the reference says.

python scripts/asyncapi_check.py        exit code 0 where the parser has nothing to complain about
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import web_build

from game.server import asyncapi

HERE: Final = Path(__file__).resolve().parent / "asyncapi"
INSTALLED_FROM: Final = HERE / "node_modules" / ".simmerdown-lock.sha256"


def install() -> None:
    """Installs the parser, once per lockfile. It is apart from web/, because only this check needs it."""
    wanted = web_build.digest([HERE / "package.json", HERE / "package-lock.json"])
    if INSTALLED_FROM.is_file() and INSTALLED_FROM.read_text() == wanted:
        return
    command, environment = web_build.npm()
    subprocess.run([*command, "ci", "--no-audit", "--no-fund"], cwd=HERE, env=environment, check=True)
    INSTALLED_FROM.write_text(wanted)


def complaints(document: object) -> str:
    """What the parser finds wrong with this document, one JSON object a line; empty where all is well."""
    install()
    command, environment = web_build.npm()
    node = command[0] if len(command) > 1 else "node"
    checked = subprocess.run(
        [node, str(HERE / "check.mjs")],
        input=json.dumps(document),
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    return checked.stdout + checked.stderr if checked.returncode else ""


def main() -> int:
    """Prints the complaints; returns the exit code."""
    found = complaints(asyncapi.document("0"))
    print(found, end="", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
