"""The content library: authored files in, scenarios of the core out, or every fault at once.

    LibraryError
    └── faults: tuple[Fault, ...]   file, line, field, sentence, remedy

Nothing in a pack is ever executed, and nothing is half-loaded: `load_library` returns everything or raises.
"""

from game.library.faults import Fault, LibraryError
from game.library.loader import check, load_library, load_scenarios
from game.library.model import Library, NameLists, Tip, WarmUp
from game.library.names import has_slur, is_rude, nickname
from game.library.scaffold import SCHEMA_FILE, editor_line, scaffold
from game.library.schema import json_schema

__all__ = [
    "SCHEMA_FILE",
    "Fault",
    "Library",
    "LibraryError",
    "NameLists",
    "Tip",
    "WarmUp",
    "check",
    "editor_line",
    "has_slur",
    "is_rude",
    "json_schema",
    "load_library",
    "load_scenarios",
    "nickname",
    "scaffold",
]
