"""Puts the built pages and the content into the wheel. Knows nothing of how pages are built: `scripts/web_build.py` does."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UNPLAYED = Path("rubric/corpus")  # what the rubric's head learnt from; playing needs none of it

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))

import web_build


class PagesAndContent(BuildHookInterface[Any]):
    """Runs before hatchling collects its files, for sdist, wheel and editable installs alike."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, only where pages must be built and the machine has no Node."""
        return web_build.requires() if web_build.is_stale() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the pages if needed; a wheel (not an editable one) carries `content/` inside the package."""
        web_build.build()
        content = Path(self.root) / "content"
        if self.target_name == "wheel" and version == "standard" and content.is_dir():
            for path in sorted(content.rglob("*")):
                if path.is_file() and UNPLAYED not in path.relative_to(content).parents:
                    build_data["force_include"][str(path)] = f"game/_content/{path.relative_to(content).as_posix()}"
