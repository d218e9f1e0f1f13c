"""Runs the tests that need a real Chromium, and installs one where it may. Knows nothing of what the tests test.

Without a Chromium it says NOT RUN; on a build server (CI=true) that is a failure.
"""

import os
import shutil
import subprocess
import sys
from typing import Final

import marked_tests

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The path of a Chromium on PATH, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def may_install() -> bool:
    """Whether this is root on a machine with apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install() -> None:
    """Asks apt-get for Chromium; a failure shows in that there is still none."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *step], env=environment, stdout=sys.stderr, check=False)


def main(arguments: list[str]) -> int:
    """Returns pytest's exit code; 1 on a build server without Chromium."""
    if chromium() is None and may_install():
        install()
    if chromium() is None:
        print("NOT RUN: the browser tests need Chromium on PATH (Debian: apt-get install chromium).", flush=True)
        return 1 if os.environ.get("CI") == "true" else 0
    return marked_tests.main(["-m", "browser and not bench", *arguments])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
