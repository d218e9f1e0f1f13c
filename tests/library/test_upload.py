"""What people send as a pack: a few plain files come out, or faults, and nothing else ever happens."""

import io
import stat
import struct
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.library import scaffold
from game.library.upload import MAX_ENTRIES, MAX_UPLOAD, Upload, slug_of, unpack
from tests.library.zips import zipped

CAKE = scaffold("the-cake").encode()


def only(upload: Upload) -> str:
    """The sentence of the only fault; with it comes no file."""
    assert upload.files == {}
    (fault,) = upload.faults
    assert fault.remedy
    return fault.sentence


def test_one_scenario_is_filed_under_its_slug_whatever_it_is_called() -> None:
    assert set(unpack(CAKE, "Downloads (3).yaml").files) == {"scenarios/the-cake.yaml"}
    assert set(unpack(b"\xef\xbb\xbf" + CAKE, "a.YML").files) == {"scenarios/the-cake.yaml"}


@pytest.mark.parametrize("text", [b"slug: ../../etc/passwd", b"slug: [", b"title: x", b"- 1", b"\xff\xfe"])
def test_one_scenario_without_a_good_slug_keeps_the_name_it_came_with(text: bytes) -> None:
    assert unpack(text, "..\\..\\My Cake.yaml").files == {"scenarios/my-cake.yaml": text}


@pytest.mark.parametrize(
    "names",
    [
        ("scenarios/the-cake.yaml",),
        ("the-cake.yaml",),
        ("my-pack/scenarios/the-cake.yaml",),
        ("my-pack/the-cake.yaml",),
        ("pack.yaml", "scenarios/the-cake.yaml"),
        ("my-pack/", "my-pack/README.md", "my-pack/scenario.schema.json", "my-pack/scenarios/the-cake.yaml"),
        ("my-pack\\scenarios\\the-cake.yaml", "my-pack\\pack.yaml"),
        ("scenarios/the-cake.yaml", "__MACOSX/scenarios/._the-cake.yaml", "scenarios/.DS_Store", "scenarios/._the-cake.yaml"),
    ],
)
def test_a_pack_is_found_however_its_folder_was_zipped(names: tuple[str, ...]) -> None:
    upload = unpack(zipped(dict.fromkeys(names, CAKE)), "my-pack.zip")
    assert upload.faults == ()
    assert set(upload.files) - {"pack.yaml"} == {"scenarios/the-cake.yaml"}
    assert ("pack.yaml" in upload.files) == any(name.endswith("pack.yaml") for name in names)


@pytest.mark.parametrize(
    "path",
    [
        "../the-cake.yaml",
        "/etc/the-cake.yaml",
        "scenarios/../../x.yaml",
        "..\\x.yaml",
        "\\x.yaml",
        "C:\\x.yaml",
        "a" * 201 + ".yaml",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(path: str) -> None:
    assert only(unpack(zipped({path: CAKE}), "pack.zip")) == "The path leads out of the pack."


def test_a_link_in_a_zip_is_refused() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        link = zipfile.ZipInfo("scenarios/the-cake.yaml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert only(unpack(raw.getvalue(), "pack.zip")) == "This is a link, not a file."


@pytest.mark.parametrize("name", ["badges/badges.yaml", "rubric/apology.yaml", "names.yaml"])
def test_a_pack_cannot_replace_other_parts_of_the_library(name: str) -> None:
    upload = unpack(zipped({"scenarios/the-cake.yaml": CAKE, name: b"a: 1"}), "pack.zip")
    assert only(upload) == "A pack adds scenarios and nothing else."


@pytest.mark.parametrize("name", ["scenarios/run.sh", "scenarios/deeper/the-cake.yaml", "scenarios/old.yml"])
def test_what_is_no_scenario_is_named_rather_than_left_out(name: str) -> None:
    upload = unpack(zipped({"scenarios/the-cake.yaml": CAKE, name: b"a: 1"}), "pack.zip")
    assert only(upload) == "Only files that end in .yaml are read."


def test_all_faults_of_a_zip_are_said_at_once() -> None:
    upload = unpack(zipped({"../a.yaml": CAKE, "badges/b.yaml": CAKE, "scenarios/c.sh": CAKE}), "pack.zip")
    assert [fault.file for fault in upload.faults] == ["../a.yaml", "badges/b.yaml", "scenarios/c.sh"]


def test_fifty_megabytes_are_not_even_looked_at() -> None:
    assert "larger than 2 MB" in only(unpack(b"a" * 50 * 1024 * 1024, "pack.yaml"))
    assert "larger than 2 MB" in only(unpack(b"PK\x03\x04" + b"a" * MAX_UPLOAD, "pack.zip"))


def test_a_small_zip_that_grows_to_fifty_megabytes_is_refused() -> None:
    raw = zipped({"scenarios/the-cake.yaml": b"a" * 50 * 1024 * 1024})
    assert len(raw) < MAX_UPLOAD
    assert "more than 4 MB" in only(unpack(raw, "pack.zip"))


def test_a_zip_that_lies_about_its_sizes_is_read_no_further_than_a_file_may_be_long() -> None:
    raw = bytearray(zipped({"scenarios/the-cake.yaml": b"a" * 20 * 1024 * 1024}))
    directory = raw.rindex(b"PK\x01\x02")
    raw[directory + 24 : directory + 28] = struct.pack("<I", 100)
    assert unpack(bytes(raw), "pack.zip").files == {}


def test_a_file_over_its_limit_is_named() -> None:
    upload = unpack(zipped({"scenarios/a.yaml": b"a" * 300_000, "scenarios/b.yaml": CAKE}), "pack.zip")
    assert only(upload) == "The file is larger than 256 KB."


def test_a_zip_of_very_many_files_is_refused() -> None:
    files = {f"scenarios/a{number}.yaml": b"" for number in range(MAX_ENTRIES + 1)}
    assert "more than 200 files" in only(unpack(zipped(files), "pack.zip"))


def test_a_locked_zip_is_refused() -> None:
    raw = bytearray(zipped({"scenarios/the-cake.yaml": CAKE}))
    raw[6] |= 1
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    assert only(unpack(bytes(raw), "pack.zip")) == "The file is locked with a password."


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 10, zipped({"scenarios/a.yaml": CAKE})[:200]])
def test_a_damaged_zip_is_a_fault_not_an_exception(raw: bytes) -> None:
    assert only(unpack(raw, "pack.zip")) == "The zip is damaged."


def test_an_empty_zip_and_one_without_scenarios_say_so() -> None:
    assert only(unpack(zipped({}), "pack.zip")) == "The zip holds no scenario."
    assert only(unpack(zipped({"README.md": b"hello"}), "pack.zip")) == "The zip holds no scenario."


@pytest.mark.parametrize(("raw", "name"), [(b"\x89PNG\r\n\x1a\n\x00", "a.yaml"), (b"hello", "a.txt"), (b"MZ\x90", "a.exe")])
def test_other_files_are_refused(raw: bytes, name: str) -> None:
    assert only(unpack(raw, name)) == "This is neither a zip nor a YAML file."


def test_an_empty_file_is_refused() -> None:
    assert only(unpack(b" \n", "a.yaml")) == "The file is empty."


@given(st.binary(max_size=200), st.text(max_size=20), st.booleans())
def test_nothing_that_is_sent_makes_it_raise(raw: bytes, name: str, begins_as_zip: bool) -> None:
    upload = unpack(b"PK\x03\x04" + raw if begins_as_zip else raw, name)
    assert bool(upload.files) != bool(upload.faults)


@given(st.lists(st.tuples(st.integers(0, 399), st.integers(0, 255)), min_size=1, max_size=6))
def test_no_damage_to_a_zip_makes_it_raise(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(zipped({"pack/pack.yaml": b"name: A", "pack/scenarios/the-cake.yaml": b"slug: the-cake\n" * 4}))
    for place, byte in changes:
        raw[place % len(raw)] = byte
    assert isinstance(unpack(bytes(raw), "pack.zip"), Upload)


@example({"\x00": b""})
@given(st.dictionaries(st.text(min_size=1, max_size=12), st.binary(max_size=20), max_size=4))
def test_no_name_in_a_zip_leads_anywhere_but_into_the_pack(files: dict[str, bytes]) -> None:
    assert all(path == "pack.yaml" or path.startswith("scenarios/") for path in unpack(zipped(files), "a.zip").files)


def test_names_in_any_script_become_short_names_of_their_own() -> None:
    assert slug_of("My pack (2)") == "my-pack-2"
    assert slug_of("Πελάτες") != slug_of("Клиенты")
    assert all(set(slug_of(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in ("Ü", "", "../x", "🙂 ok"))
