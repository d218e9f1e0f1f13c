"""Reading YAML: what is understood, what is refused, and on which line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.library.source import MAX_BYTES, Source, parse, read


def only(source: Source) -> tuple[int, str]:
    assert len(source.findings) == 1
    line, finding = source.findings[0]
    return line, finding.sentence


def test_every_part_knows_the_line_on_which_it_begins() -> None:
    source = parse("title: A\nbeats:\n  - kind: vent\n    goal: B\n  - kind: explore\n")
    assert source.data == {"title": "A", "beats": [{"kind": "vent", "goal": "B"}, {"kind": "explore"}]}
    assert [source.line(path) for path in [("title",), ("beats", 0, "goal"), ("beats", 1)]] == [1, 4, 5]


def test_what_is_missing_is_placed_at_what_is_around_it() -> None:
    assert parse("title: A\nbeats:\n  - kind: vent\n").line(("beats", 0, "goal", "more")) == 3


def test_words_that_other_readers_turn_into_something_else_stay_text() -> None:
    text = "a: no\nb: 12:30\nc: 2024-05-01\nd: 1.5\ne: 0x1F\nf: 007\ng: On\n"
    assert parse(text).data == {"a": "no", "b": "12:30", "c": "2024-05-01", "d": "1.5", "e": "0x1F", "f": "007", "g": "On"}


def test_numbers_truth_and_nothing_are_read_and_quotes_make_them_text() -> None:
    text = "a: 12\nb: -3\nc: true\nd: false\ne: null\nf: ~\ng:\nh: \"12\"\ni: 'true'\n"
    expected = {"a": 12, "b": -3, "c": True, "d": False, "e": None, "f": None, "g": None, "h": "12", "i": "true"}
    assert parse(text).data == expected


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb: &x 2\n", 2, "Anchors"),
        ("a: *x\n", 1, "Anchors"),
        ("&x a: 1\n", 1, "Anchors"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("a: !x 1\n", 1, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "more than one document"),
        ("a: 1\nb: [1, 2\n", 3, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a: 1\nb: \u202e2\n", 2, "U+202E"),
        ("a: 1\nb: \x00\n", 2, "U+0000"),
        ("? [1, 2]\n: 3\n", 1, "must be text"),
    ],
)
def test_what_a_content_file_never_needs_is_refused_on_its_line(text: str, line: int, word: str) -> None:
    found, sentence = only(parse(text))
    assert (found, word in sentence) == (line, True), sentence


def test_a_field_that_occurs_twice_is_a_fault_and_the_rest_is_still_read() -> None:
    source = parse("a: 1\nb: 2\na: 3\n")
    assert only(source) == (3, "The field occurs twice.")
    assert source.data == {"a": 3, "b": 2}


def test_aliases_that_would_grow_without_end_are_stopped_at_the_first() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert only(parse(bomb)) == (1, "Anchors (&) and aliases (*) are not allowed.")


def test_data_nested_without_end_is_stopped() -> None:
    assert only(parse("a: " + "[" * 5000))[1] == "The data is nested too deeply."


def test_a_file_of_very_many_values_is_stopped() -> None:
    assert "more than 20000 values" in only(parse("a: [" + "1," * 30_000 + "1]"))[1]


def test_a_file_that_is_too_large_is_not_even_parsed(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    file.write_bytes(b"a" * (MAX_BYTES + 1))
    assert only(read(file, tmp_path)) == (0, "The file is larger than 256 KB.")


def test_a_file_in_another_encoding_is_refused_where_it_breaks(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes("a: 1\nb: café\n".encode("latin-1"))
    assert only(read(file, tmp_path)) == (2, "The file is not UTF-8 text.")


def test_a_link_is_refused_even_when_it_points_into_the_pack(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    assert "link" in only(read(tmp_path / "link.yaml", tmp_path))[1]


def test_a_path_that_leaves_the_pack_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "pack"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("a: 1\n")
    assert "outside" in only(read(inside / ".." / "secret.yaml", inside))[1]


def test_a_file_that_is_not_there_is_a_fault_not_an_exception(tmp_path: Path) -> None:
    assert "cannot be read" in only(read(tmp_path / "none.yaml", tmp_path))[1]


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    source = parse(text)
    assert isinstance(source, Source)
