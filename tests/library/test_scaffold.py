"""A new author's first scenario."""

from pathlib import Path

import pytest

from game.library import check, load_scenarios, scaffold


def test_the_scaffold_passes_the_check_under_any_good_slug(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    for slug in ("late-train", "a", "room-101"):
        (tmp_path / "scenarios" / f"{slug}.yaml").write_text(scaffold(slug), encoding="utf-8")
    assert check(tmp_path) == ()
    assert {scenario.slug for scenario in load_scenarios(tmp_path)} == {"late-train", "a", "room-101"}


@pytest.mark.parametrize("slug", ["", "Late Train", "../escape", "a/b", "-a", "a--b", "ä", "x" * 61, "a\nb: c"])
def test_a_slug_that_cannot_name_a_file_is_refused_with_a_sentence(slug: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        scaffold(slug)
