"""The CSV opens in a spreadsheet as it is meant, whatever people wrote."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.events import LockSet
from game.exports.csv_export import csv_lines, harmless, workshop_csv
from game.exports.row import COLUMNS, Row
from tests.store.events import batch, opened, replied, taken


def read(lines: list[str]) -> list[list[str]]:
    """As a spreadsheet reads it: bytes in, cells out."""
    return list(csv.reader(io.StringIO("".join(lines).encode().decode("utf-8-sig"), newline="")))


def test_the_file_begins_with_the_byte_order_mark_and_the_names_of_its_columns() -> None:
    (header,) = list(csv_lines([]))
    assert header.encode().startswith(b"\xef\xbb\xbf")
    assert read([header]) == [list(COLUMNS)]


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@here", "\t=1", "\r=1", "=HYPERLINK(1)"])
def test_what_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Sorry = sad", "a-b", "'=1", "😀"])
def test_any_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_numbers_stay_numbers() -> None:
    row = Row(at="2026-01-01", version=1, event="heat moved", heat_change=-12, points=66.6666)
    (_, line) = csv_lines([row])
    assert ",-12," in line
    assert ",66.67," in line


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_every_text_comes_back_and_none_is_a_formula(texts: list[str]) -> None:
    rows = [Row(at="now", version=number, event="said", text=text, seat=text) for number, text in enumerate(texts)]
    lines = read(list(csv_lines(rows)))[1:]
    assert len(lines) == len(texts)
    for text, line in zip(texts, lines, strict=True):
        cell = line[COLUMNS.index("text")]
        assert cell in (text, f"'{text}")
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_workshop_is_written_line_by_line() -> None:
    name, text = "=cmd()", 'I said: "sorry",\nthen = nothing'
    lines = read(list(workshop_csv(batch(opened(), taken("s1", name), replied(text), LockSet(True)).entries)))
    cells = [dict(zip(COLUMNS, line, strict=True)) for line in lines[1:]]
    assert [cell["event"] for cell in cells] == ["workshop opened", "seat taken", "reply sent", "lock set"]
    assert (cells[2]["seat"], cells[2]["text"]) == ("'=cmd()", text)
    assert cells[2]["at"] == "1970-01-01T00:00:04.000+00:00"
