"""Rows as a CSV file that spreadsheets open as it is meant. Knows nothing of what the rows say."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from game.exports.row import COLUMNS, Cell, Row
from game.exports.rows import rows
from game.runtime.ports import Entry

BOM: Final = "\ufeff"  # without it some spreadsheets read UTF-8 as something else
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def workshop_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """Everything of a workshop as lines of CSV."""
    return csv_lines(rows(entries))


def csv_lines(lines: Iterable[Row]) -> Iterator[str]:
    """A header and the rows, each with its line end; the first begins with the byte order mark of UTF-8.

    Texts are quoted, numbers are not. A text that a spreadsheet would run as a formula has an apostrophe in front.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    buffer.write(BOM)
    writer.writerow(COLUMNS)
    yield _take(buffer)
    for line in lines:
        writer.writerow([_cell(value) for value in line.cells()])
        yield _take(buffer)


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else round(value, 2)


def _take(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line
