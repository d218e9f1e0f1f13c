"""Makes a nickname fit to be shown: trimmed, visible, not too long. Knows nothing of rude words or of names already taken."""

import re
import unicodedata
from typing import Final

from game.core.legible import is_visible
from game.core.refusal import Refusal
from game.core.settings import NAME_LENGTH
from game.server.doors import NameCheck

# Marks that turn the direction of everything after them; the letters of right-to-left scripts need none of them.
_TURNS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE: Final = re.compile(r"\s+")
_JOINER: Final = "\u200d"
_SKIN: Final = range(0x1F3FB, 0x1F400)
_FLAG: Final = range(0x1F1E6, 0x1F200)
_MOST_CODES: Final = 8 * NAME_LENGTH  # one family emoji takes eleven codes; nobody needs a tower of accents


def fit(name: str, check: NameCheck) -> str | Refusal:
    """The name as it will be shown, or why not: `bad_name`, `name_too_long` or `rude_name`."""
    tidy = tidied(name)
    if not is_visible(tidy):
        return Refusal("bad_name", "Please choose a nickname with at least one letter, digit or emoji.")
    if length(tidy) > NAME_LENGTH or len(tidy) > _MOST_CODES:
        return Refusal("name_too_long", f"Please choose a shorter nickname: at most {NAME_LENGTH} characters.")
    sentence = check.check(tidy)
    return tidy if sentence is None else Refusal("rude_name", sentence)


def tidied(name: str) -> str:
    """Composed, without control characters and changes of direction, with single spaces."""
    spaced = _SPACE.sub(" ", _TURNS.sub("", name))
    kept = "".join(char for char in spaced if char == _JOINER or unicodedata.category(char)[0] != "C")
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def length(text: str) -> int:
    """Characters as a reader counts them: accents, joined emoji and flags count once."""
    count, joined, half_flag = 0, False, False
    for char in text:
        flag = ord(char) in _FLAG
        extends = unicodedata.category(char)[0] == "M" or char == _JOINER or ord(char) in _SKIN
        if not (extends or joined or (flag and half_flag)):
            count += 1
        half_flag = flag and not half_flag
        joined = char == _JOINER
    return count
