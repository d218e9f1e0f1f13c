"""The content library: authored files in, scenarios of the core out, or every fault at once.

    LibraryError
    └── faults: tuple[Fault, ...]   file, line, field, sentence, remedy

Nothing in a pack is ever executed, and nothing is half-loaded: `load_library` returns everything or raises.
"""

from game.library.catalogue import Catalogue
from game.library.faults import Fault, LibraryError
from game.library.loader import check, load_library, load_pack
from game.library.model import Library, NameLists, PackContent, Tip, WarmUp
from game.library.names import has_slur, is_rude, nickname
from game.library.packs import Added, Pack, Packs, Rejected, check_upload
from game.library.scaffold import SCHEMA_FILE, editor_line, scaffold
from game.library.schema import json_schema
from game.library.upload import MAX_UPLOAD

__all__ = [
    "MAX_UPLOAD",
    "SCHEMA_FILE",
    "Added",
    "Catalogue",
    "Fault",
    "Library",
    "LibraryError",
    "NameLists",
    "Pack",
    "PackContent",
    "Packs",
    "Rejected",
    "Tip",
    "WarmUp",
    "check",
    "check_upload",
    "editor_line",
    "has_slur",
    "is_rude",
    "json_schema",
    "load_library",
    "load_pack",
    "nickname",
    "scaffold",
]
