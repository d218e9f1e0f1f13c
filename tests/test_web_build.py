"""When the pages are built again, and what the wheel then carries."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from tests.loading import load


@pytest.fixture
def builder(repository: Path, tmp_path: Path) -> ModuleType:
    """The build script over a small `web/` of its own, whose pages were built just now."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "package.json").write_text("{}")
    (tmp_path / "web" / "src" / "main.ts").write_text("first();")
    (tmp_path / "game" / "_web").mkdir(parents=True)
    module = load(Path(shutil.copy(repository / "scripts" / "web_build.py", tmp_path / "scripts")))
    module.BUILT_FROM.write_text(module.digest(module.sources()))
    return module


def test_pages_are_fresh_after_a_build(builder: ModuleType) -> None:
    assert not builder.is_stale()


def test_pages_that_were_never_built_are_stale(builder: ModuleType) -> None:
    builder.BUILT_FROM.unlink()
    assert builder.is_stale()


def test_a_changed_source_makes_them_stale(builder: ModuleType) -> None:
    (builder.WEB / "src" / "main.ts").write_text("second();")
    assert builder.is_stale()


def test_a_renamed_source_makes_them_stale(builder: ModuleType) -> None:
    (builder.WEB / "src" / "main.ts").rename(builder.WEB / "src" / "start.ts")
    assert builder.is_stale()


def test_a_touched_source_does_not(builder: ModuleType) -> None:
    os.utime(builder.WEB / "src" / "main.ts", (2_000_000_000, 2_000_000_000))
    assert not builder.is_stale()


def test_installed_packages_do_not(builder: ModuleType) -> None:
    (builder.WEB / "node_modules" / "vite").mkdir(parents=True)
    (builder.WEB / "node_modules" / "vite" / "index.js").write_text("")
    assert not builder.is_stale()


def test_a_package_without_web_sources_is_content_with_the_pages_it_carries(builder: ModuleType) -> None:
    shutil.rmtree(builder.WEB)
    (builder.BUILT / "index.html").write_text("<!doctype html>")
    assert not builder.is_stale()


def test_the_wheel_carries_pages_and_content(repository: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=repository, check=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        carried = set(wheel.namelist())
    assert not [name for name in carried if "/rubric/corpus/" in name], "playing needs none of what the head learnt from"
    pages = {"game/_web/index.html", "game/_web/desk.html", "game/_web/stage.html", "game/py.typed"}
    packs = (repository / "content").rglob("*.yaml")
    content = {f"game/_content/{pack.relative_to(repository / 'content').as_posix()}" for pack in packs}
    assert pages | content <= carried
    assert not [name for name in carried if name.startswith(("tests/", "web/", "content/"))]
