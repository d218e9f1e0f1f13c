"""Where pages and content are found."""

import shutil
from pathlib import Path

from game.paths import content_folder, web_folder
from tests.loading import load


def test_a_checkout_serves_the_pages_from_inside_the_package(repository: Path) -> None:
    assert web_folder() == repository / "game" / "_web"


def test_a_checkout_reads_the_content_beside_the_package(repository: Path) -> None:
    assert content_folder() == repository / "content"


def test_an_installed_package_reads_the_content_it_carries(repository: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site" / "game"
    (installed / "_content").mkdir(parents=True)
    (tmp_path / "site" / "content").mkdir()
    shutil.copy(repository / "game" / "paths.py", installed)

    assert load(installed / "paths.py").content_folder() == installed / "_content"
