"""Reads amounts of money out of a reply. Knows no fair range and no criteria."""

import re
from typing import Final

from game.rubric.reading import Reading

_NUMBER: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?")
_CURRENCIES: Final = frozenset(
    {"euro", "dollar", "dollars", "pound", "pounds", "chf", "francs", "usd", "gbp", "kr", "quid", "bucks"}
)
_GIVING: Final = frozenset(
    {"back", "off", "credit", "voucher", "refund", "compensation", "goodwill", "discount", "rebate", "extra"}
)
_NEAR: Final = 3  # pieces after a bare number in which a word of giving makes it an amount


def amounts(reading: Reading, first: int, last: int) -> list[int]:
    """Whole amounts of money between two pieces, in the order of the text; shares such as 50% are none."""
    found = []
    pieces = reading.pieces[first:last]
    for at, piece in enumerate(pieces):
        if not _NUMBER.fullmatch(piece):
            continue
        around = {*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]}
        if around & _CURRENCIES or _GIVING.intersection(pieces[at + 1 : at + 1 + _NEAR]):
            found.append(_whole(piece))
    return found


def _whole(written: str) -> int:
    """``1,200``, ``1.200`` and ``1200.50`` as whole units: what follows the last mark is cents where it has two places."""
    whole, mark, rest = written.replace(",", ".").rpartition(".")
    if mark and len(rest) < 3:
        return int(whole.replace(".", "") or 0)
    return int(written.replace(",", "").replace(".", ""))
