"""A complete small pack in a folder, and its scenario as data, for tests that break one thing at a time."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.library import Fault, check, scaffold
from game.library.source import parse

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def content(repository: Path) -> Path:
    """The content that ships."""
    return repository / "content"


@pytest.fixture
def scenario() -> dict[str, Any]:
    """The scaffold as data: a scenario without a fault."""
    data = parse(scaffold("the-cake")).data
    assert isinstance(data, dict)
    return data


@pytest.fixture
def pack(tmp_path: Path, content: Path) -> Path:
    """A whole library of one scenario, without a fault."""
    folder = tmp_path / "pack"
    for part in ("badges", "coaching"):
        shutil.copytree(content / part, folder / part)
    for name in ("warmup.yaml", "names.yaml", "breather.yaml"):
        shutil.copy(content / name, folder / name)
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "the-cake.yaml").write_text(scaffold("the-cake"), encoding="utf-8")
    return folder


@pytest.fixture
def faults_after(pack: Path) -> Callable[[str, Edit], tuple[Fault, ...]]:
    """What is found in the pack once one of its files has been edited."""

    def edited(file: str, edit: Edit) -> tuple[Fault, ...]:
        path = pack / file
        data = parse(path.read_text(encoding="utf-8")).data
        assert isinstance(data, dict)
        edit(data)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return check(pack)

    return edited
