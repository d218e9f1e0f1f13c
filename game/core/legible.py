"""What a text looks like to somebody who reads it: whether anything is seen, and which names are told apart by the eye.

Knows nothing of what may be written.
"""

import unicodedata
from typing import Final

# Letters and symbols that are drawn as nothing at all: the fillers of Hangul, the empty Braille cell.
BLANKS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_JOINING: Final = frozenset("\u034f") | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

# Cyrillic and Greek letters (lower case) beside the Latin ones that they are drawn like, in either case.
_CYRILLIC: Final = (
    "0430 0432 0435 043a 043c 043d 043e 0440 0441 0442 0443 0445 0455 0456 0458 04bb 0501 051b 051d",
    "abekmhopctyxsijhdqw",
)
_GREEK: Final = "03b1 03b2 03b5 03b6 03b7 03b9 03ba 03bc 03bd 03bf 03c1 03c4 03c5 03c7", "abezhikmnoptyx"
_DRAWN_ALIKE: Final = {
    int(code, 16): letter for codes, letters in (_CYRILLIC, _GREEK) for code, letter in zip(codes.split(), letters, strict=True)
}


def is_visible(text: str) -> bool:
    """Whether there is anything to see: a letter, digit, sign or emoji, not only spaces and characters without a shape."""
    return any(unicodedata.category(char)[0] in "LNSP" and char not in BLANKS for char in text)


def look(name: str) -> str:
    """The same text for all names that look the same: letter case, invisible characters, widths and alphabets aside."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    seen = (char for char in plain if unicodedata.category(char)[0] != "C" and char not in BLANKS and char not in _JOINING)
    return " ".join("".join(seen).translate(_DRAWN_ALIKE).split())
