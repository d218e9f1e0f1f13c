"""Loading a folder: whole or not at all, with every fault at once."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.library import Fault, LibraryError, check, load_library, load_pack, scaffold

FaultsAfter = Callable[[str, Callable[[dict[str, Any]], object]], tuple[Fault, ...]]
SCENARIO = "scenarios/the-cake.yaml"


def test_a_pack_without_faults_is_loaded_whole(pack: Path) -> None:
    library = load_library(pack)
    assert check(pack) == ()
    assert [scenario.slug for scenario in library.scenarios] == ["the-cake"]
    assert library.scenario("the-cake") is library.scenarios[0]
    assert library.scenario("none") is None
    assert library.badge("long-ears") is not None
    tip = library.tip("T17")
    assert tip is not None
    assert tip.technique == "T17"
    assert (len(library.tips), len(library.breather), len(library.warmup.replies)) == (30, 10, 3)


def test_one_reading_reports_the_faults_of_every_file_with_line_and_remedy(pack: Path) -> None:
    text = (pack / SCENARIO).read_text(encoding="utf-8")
    for old, new in (
        ("difficulty: 1", "difficulty: 9"),
        ("fair_max: 25", "fair_max: 300"),
        ("facts: [other-cake]", "facts: [ghost]"),
        ("techniques: [T01, T11]", "techniques: [T01, T99]"),
        ("title: The cake", "title: <b>The cake"),
    ):
        assert old in text
        text = text.replace(old, new)
    (pack / SCENARIO).write_text(text, encoding="utf-8")
    (pack / "scenarios" / "broken.yaml").write_text("slug: [", encoding="utf-8")
    (pack / "breather.yaml").unlink()
    with pytest.raises(LibraryError) as raised:
        load_library(pack)
    faults = raised.value.faults
    lines = text.splitlines()
    at = {fault.field: fault for fault in faults if fault.file == SCENARIO}
    assert set(at) == {"title", "difficulty", "fair_max", "effects[0].facts[0]", "beats[0].techniques[1]", "facts[2]"}
    for field, word in (("title", "<b>"), ("difficulty", "9"), ("fair_max", "300"), ("effects[0].facts[0]", "ghost")):
        assert word in lines[at[field].line - 1]
    assert {fault.file for fault in faults} == {SCENARIO, "scenarios/broken.yaml", "breather.yaml"}
    assert all(fault.sentence and fault.remedy for fault in faults)
    assert faults == check(pack)


def test_the_error_prints_every_fault_with_its_place(pack: Path) -> None:
    (pack / "warmup.yaml").write_text("situation: 1\n", encoding="utf-8")
    with pytest.raises(LibraryError) as raised:
        load_library(pack)
    printed = str(raised.value)
    assert printed.startswith("The content has 4 faults:")
    assert "warmup.yaml:1: situation: This must be text, not a number. Write a text; put numbers in quotes." in printed


def test_a_slug_that_is_not_the_name_of_its_file_is_a_fault(faults_after: FaultsAfter) -> None:
    (fault,) = faults_after(SCENARIO, lambda data: data.update(slug="another"))
    assert (fault.field, fault.line, fault.remedy) == ("slug", 1, "Call the file another.yaml.")


def test_a_path_as_a_slug_is_a_fault(faults_after: FaultsAfter) -> None:
    faults = faults_after(SCENARIO, lambda data: data.update(slug="../../etc/passwd"))
    assert any("not written as it should be" in fault.sentence for fault in faults)


def test_the_same_badge_in_two_files_is_a_fault(pack: Path) -> None:
    shutil.copy(pack / "badges" / "badges.yaml", pack / "badges" / "more.yaml")
    assert any(fault.sentence == "The badge long-ears is written in more than one file." for fault in check(pack))


def test_a_broken_file_of_tips_is_not_also_blamed_for_missing_ones(pack: Path) -> None:
    (pack / "coaching" / "techniques.yaml").write_text("tips: &a []\n", encoding="utf-8")
    assert [fault.sentence for fault in check(pack)] == ["Anchors (&) and aliases (*) are not allowed."]


def test_missing_parts_and_odd_files_are_named(pack: Path) -> None:
    shutil.rmtree(pack / "badges")
    (pack / "names.yaml").write_text("# nothing\n", encoding="utf-8")
    (pack / "scenarios" / "old.yml").write_text("a: 1\n", encoding="utf-8")
    (pack / "scenarios" / "deeper").mkdir()
    (pack / "scenarios" / ".hidden").write_text("", encoding="utf-8")
    sentences = {fault.file: fault.sentence for fault in check(pack)}
    assert sentences == {
        "badges": "The folder is missing.",
        "names.yaml": "The file is empty.",
        "scenarios/deeper": "Only files that end in .yaml are read.",
        "scenarios/old.yml": "Only files that end in .yaml are read.",
    }


def test_links_out_of_the_pack_are_refused_for_files_and_folders(pack: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "sneaky.yaml").write_text(scaffold("sneaky"), encoding="utf-8")
    (pack / "scenarios" / "sneaky.yaml").symlink_to(outside / "sneaky.yaml")
    shutil.rmtree(pack / "badges")
    (pack / "badges").symlink_to(outside)
    assert {fault.file for fault in check(pack)} == {"badges", "scenarios/sneaky.yaml"}


def test_a_folder_of_scenarios_alone_is_a_pack_that_adds_to_a_library(pack: Path) -> None:
    for part in ("badges", "coaching"):
        shutil.rmtree(pack / part)
    for name in ("warmup.yaml", "names.yaml", "breather.yaml"):
        (pack / name).unlink()
    assert check(pack) == ()
    assert [scenario.slug for scenario in load_pack(pack).scenarios] == ["the-cake"]
    with pytest.raises(LibraryError):
        load_library(pack)


def test_one_file_can_be_checked_by_itself(pack: Path) -> None:
    assert check(pack / SCENARIO) == ()
    (pack / SCENARIO).write_text("slug: the-cake\n", encoding="utf-8")
    assert {fault.file for fault in check(pack / SCENARIO)} == {"the-cake.yaml"}


def test_a_folder_that_does_not_exist_is_a_fault_not_an_exception(tmp_path: Path) -> None:
    (fault,) = check(tmp_path / "nowhere")
    assert "cannot be read" in fault.sentence
    with pytest.raises(LibraryError):
        load_library(tmp_path / "nowhere")


def test_loading_scenarios_raises_rather_than_leaving_one_out(pack: Path) -> None:
    (pack / "scenarios" / "half.yaml").write_text("slug: half\n", encoding="utf-8")
    with pytest.raises(LibraryError):
        load_pack(pack)


def test_a_scenario_without_a_language_speaks_its_packs(pack: Path) -> None:
    text = (pack / SCENARIO).read_text(encoding="utf-8")
    (pack / SCENARIO).write_text(text.replace('language: "en"', "", 1), encoding="utf-8")
    (pack / "scenarios" / "own.yaml").write_text(scaffold("own", language="fr"), encoding="utf-8")
    (pack / "pack.yaml").write_text("name: Kuchen und Kaffee\nlanguage: de\n", encoding="utf-8")
    loaded = load_pack(pack)
    assert loaded.name == "Kuchen und Kaffee"
    assert {scenario.slug: scenario.language for scenario in loaded.scenarios} == {"the-cake": "de", "own": "fr"}


def test_what_a_pack_says_of_itself_is_checked_too(pack: Path) -> None:
    (pack / "pack.yaml").write_text("name: <b>Cake</b>\nlanguage: German\nauthor: me\n", encoding="utf-8")
    assert {fault.field for fault in check(pack)} == {"name", "language", "author"}
