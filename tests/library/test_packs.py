"""Packs on a server: added whole or not at all, replaced, removed, still there after a restart."""

import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.library import Added, Catalogue, Packs, Rejected, check_upload, load_library, scaffold
from game.library.packs import MAX_PACKS
from tests.library.zips import zipped

CAKE = scaffold("the-cake")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "packs"


def tart(title: str = "The tart") -> str:
    return scaffold("the-tart").replace("title: The cake with the wrong name", f"title: {title}")


def added(packs: Packs, raw: str | bytes, name: str = "cake.yaml") -> Added:
    answer = packs.add(raw.encode() if isinstance(raw, str) else raw, name, ())
    assert isinstance(answer, Added), answer
    return answer


def rejected(packs: Packs, raw: str | bytes, name: str = "cake.yaml") -> Rejected:
    answer = packs.add(raw.encode() if isinstance(raw, str) else raw, name, ())
    assert isinstance(answer, Rejected), answer
    return answer


def titles(packs: Packs) -> Sequence[str]:
    return [scenario.title for pack in packs.all() for scenario in pack.scenarios]


def test_nothing_is_there_and_nothing_is_written_before_the_first_pack(folder: Path) -> None:
    assert Packs(folder).all() == ()
    assert not folder.exists()


def test_one_scenario_is_a_pack_with_its_title(folder: Path) -> None:
    answer = added(Packs(folder), CAKE)
    assert (answer.pack.id, answer.pack.name, answer.replaced) == ("the-cake", "The cake with the wrong name", False)


def test_a_zip_is_called_as_it_says_or_as_its_file(folder: Path) -> None:
    packs = Packs(folder)
    stated = zipped({"scenarios/the-cake.yaml": CAKE, "pack.yaml": "name: Πελάτες στο φούρνο\nlanguage: el\n"})
    assert added(packs, stated, "x.zip").pack.name == "Πελάτες στο φούρνο"
    plain = zipped({"scenarios/the-tart.yaml": tart()})
    assert added(packs, plain, "<b>Tarts & more.zip").pack.name == "b Tarts more"
    assert {pack.name for pack in Packs(folder).all()} == {"b Tarts more", "Πελάτες στο φούρνο"}


def test_packs_are_still_there_after_a_restart(folder: Path) -> None:
    before = Packs(folder)
    added(before, CAKE)
    assert Packs(folder).all() == before.all()


def test_what_another_process_adds_and_removes_is_noticed(folder: Path) -> None:
    here, there = Packs(folder), Packs(folder)
    assert there.all() == ()
    added(here, CAKE)
    assert titles(there) == ["The cake with the wrong name"]
    assert here.remove("the-cake")
    assert there.all() == ()


def test_a_new_version_takes_the_place_of_the_old_one(folder: Path) -> None:
    packs = Packs(folder)
    old = added(packs, CAKE).pack.scenarios[0]
    answer = added(packs, CAKE.replace("title: The cake with", "title: A cake with"))
    assert answer.replaced
    assert titles(packs) == titles(Packs(folder)) == ["A cake with the wrong name"]
    assert old.title == "The cake with the wrong name", "a round that began with it keeps it"
    assert [place.name for place in folder.iterdir()] == ["the-cake.2"]


def test_a_version_that_was_cut_short_is_never_seen(folder: Path) -> None:
    added(Packs(folder), CAKE)
    (folder / ".half" / "scenarios").mkdir(parents=True)
    (folder / ".half" / "scenarios" / "half.yaml").write_text("slug: ha")
    (folder / "the-cake.2").mkdir()
    assert len(Packs(folder).all()) == 1
    assert not (folder / ".half").exists(), "the next start clears it away"


def test_a_removed_pack_is_gone_and_an_unknown_one_is_none(folder: Path) -> None:
    packs = Packs(folder)
    added(packs, CAKE)
    assert packs.remove("the-cake")
    assert not packs.remove("the-cake")
    assert not packs.remove("../packs")
    assert packs.all() == ()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("difficulty: 1", "difficulty: one", "must be a whole number"),
        ("omission: true", "omission: false", "No fact is an omission"),
        ("fair_max: 25", "fair_max: 300", "above the authority of 30"),
        ("facts: [other-cake]", "facts: []", "can never come out"),
        ("- id: box-number", "- id: order", "occurs twice"),
        ("techniques: [T01, T11]", "techniques: [T01, T31]", "not written as it should be"),
        ("title: The cake", "title: <script>alert(1)</script>The cake", "holds markup"),
        ("summary: A", "summary: &a A", "Anchors"),
        ("title: The cake", "title: !!python/object/apply:os.system [ls] #", "tag"),
    ],
)
def test_a_faulty_pack_is_told_all_and_nothing_is_kept(folder: Path, old: str, new: str, sentence: str) -> None:
    packs = Packs(folder)
    assert old in CAKE
    answer = rejected(packs, CAKE.replace(old, new, 1))
    assert any(sentence in fault.sentence and fault.line and fault.remedy for fault in answer.faults), answer
    assert "nothing of it was added" in answer.sentence
    assert (packs.all(), list(folder.iterdir())) == ((), [])


def test_one_faulty_scenario_keeps_the_whole_pack_out_and_the_old_version_in(folder: Path) -> None:
    packs = Packs(folder)
    good = {"pack.yaml": "name: Bakery\n", "scenarios/the-cake.yaml": CAKE}
    added(packs, zipped(good))
    answer = rejected(packs, zipped({**good, "scenarios/the-tart.yaml": "slug: the-tart\n", "scenarios/x.yaml": "a: *b\n"}))
    assert {fault.file for fault in answer.faults} == {"scenarios/the-tart.yaml", "scenarios/x.yaml"}
    assert titles(packs) == ["The cake with the wrong name"]


def test_a_path_trick_writes_nothing_anywhere(folder: Path, tmp_path: Path) -> None:
    packs = Packs(folder)
    rejected(packs, zipped({"../../../evil.yaml": CAKE, "scenarios/the-cake.yaml": CAKE}), "../../evil.zip")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_slugs_and_titles_that_are_taken_are_faults(folder: Path, content: Path) -> None:
    packs = Packs(folder)
    shipped = load_library(content).scenarios
    first = shipped[0]
    same_slug = scaffold(first.slug)
    same_title = CAKE.replace("title: The cake with the wrong name", f'title: "{first.title}"')
    for raw, field in ((same_slug, "slug"), (same_title, "title")):
        answer = packs.add(raw.encode(), "a.yaml", shipped)
        assert isinstance(answer, Rejected)
        assert [fault.field for fault in answer.faults] == [field]
    added(packs, CAKE)
    answer = rejected(packs, zipped({"scenarios/the-cake.yaml": CAKE, "scenarios/the-tart.yaml": tart("Same")}), "other.zip")
    assert [fault.sentence for fault in answer.faults] == ["“the-cake” is in the pack “The cake with the wrong name” already."]
    twins = zipped({"scenarios/a.yaml": scaffold("a"), "scenarios/b.yaml": scaffold("b")})
    packs.remove("the-cake")
    assert [fault.field for fault in rejected(packs, twins, "twins.zip").faults] == ["title"]


def test_a_pack_that_no_longer_fits_the_program_is_kept_and_named(folder: Path) -> None:
    added(Packs(folder), CAKE)
    (folder / "the-cake.1" / "scenarios" / "the-cake.yaml").write_text("slug: the-cake\n")
    (pack,) = Packs(folder).all()
    assert (pack.scenarios, bool(pack.faults)) == ((), True)


def test_there_is_an_end_to_how_many_packs_are_kept(folder: Path) -> None:
    packs = Packs(folder)
    for number in range(MAX_PACKS):
        (folder / f"p{number}.1").mkdir(parents=True)
    assert "Remove one first" in rejected(packs, CAKE).sentence
    packs.remove("p7")
    added(packs, CAKE)


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may grow, as on a full disk: not for longer than needed, since a test run writes too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_leaves_everything_as_it_was(folder: Path) -> None:
    packs = Packs(folder)
    added(packs, CAKE)
    with no_room():
        answer = rejected(packs, CAKE.replace("title: The cake", "title: Another cake"))
    assert "no room left" in answer.sentence
    assert answer.faults == ()
    assert titles(packs) == ["The cake with the wrong name"]
    assert [place.name for place in folder.iterdir()] == ["the-cake.1"]


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file")
    assert "cannot write the pack" in rejected(Packs(tmp_path / "packs"), CAKE).sentence


def test_the_catalogue_is_what_ships_and_what_was_added_as_it_stands_now(folder: Path, content: Path) -> None:
    packs = Packs(folder)
    catalogue = Catalogue(load_library(content), packs)
    shipped = len(catalogue.scenarios)
    assert catalogue.scenario("the-cake") is None
    added(packs, CAKE)
    found = catalogue.scenario("the-cake")
    assert found is not None
    assert catalogue.titled(found.title) is found
    assert catalogue.scenarios[-1] is found
    packs.remove("the-cake")
    assert len(catalogue.scenarios) == shipped


def test_a_pack_can_be_checked_without_a_server() -> None:
    assert check_upload(zipped({"scenarios/the-cake.yaml": CAKE}), "a.zip") == ()
    assert check_upload(b"slug: x\n", "a.yaml") != ()
