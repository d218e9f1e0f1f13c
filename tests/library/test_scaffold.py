"""A new author's first scenario."""

from pathlib import Path
from typing import get_args

import pytest

from game.core.scenario import Channel
from game.library import check, load_pack, scaffold


def test_the_scaffold_passes_the_check_under_any_good_slug(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    for slug in ("late-train", "a", "room-101", "7", "no", "true"):
        (tmp_path / "scenarios" / f"{slug}.yaml").write_text(scaffold(slug), encoding="utf-8")
    assert check(tmp_path) == ()
    assert {scenario.slug for scenario in load_pack(tmp_path).scenarios} == {"late-train", "a", "room-101", "7", "no", "true"}


@pytest.mark.parametrize("slug", ["", "Late Train", "../escape", "a/b", "-a", "a--b", "ä", "x" * 61, "a\nb: c"])
def test_a_slug_that_cannot_name_a_file_is_refused_with_a_sentence(slug: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        scaffold(slug)


@pytest.mark.parametrize("channel", get_args(Channel))
def test_the_scaffold_takes_a_channel_and_a_language(tmp_path: Path, channel: Channel) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "zug.yaml").write_text(scaffold("zug", channel, "no"), encoding="utf-8")
    (made,) = load_pack(tmp_path).scenarios
    assert (made.channel, made.language) == (channel, "no")


@pytest.mark.parametrize("language", ["", "Deutsch", "en_GB", 'en"\nslug: x'])
def test_a_language_without_a_tag_is_refused_with_a_sentence(language: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        scaffold("zug", "chat", language)
