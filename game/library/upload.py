"""Turns an upload (a zip, or one YAML file) into the few plain files of a pack, or into faults. Knows no rule of a scenario.

Nothing is written and nothing is followed: no path leads out of the pack, and no more is unpacked than is allowed.
"""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from game.library.faults import Fault
from game.library.loader import PACK_FILE
from game.library.node import Node
from game.library.source import MAX_BYTES, parse

MAX_UPLOAD: Final = 2 * 1024 * 1024  # bytes as they arrive
MAX_UNPACKED: Final = 4 * 1024 * 1024
MAX_ENTRIES: Final = 200
LONGEST_NAME: Final = 200

_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COMPRESSIONS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Parts of a whole library, which belong to whoever runs the server.
_LIBRARY_PARTS: Final = frozenset({"badges", "coaching", "rubric", "warmup.yaml", "names.yaml", "breather.yaml"})


@dataclass(frozen=True, slots=True)
class Upload:
    """The files of a pack by their path inside it (`pack.yaml`, `scenarios/<slug>.yaml`), or why there are none."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def unpack(raw: bytes, filename: str) -> Upload:
    """The pack in `raw`, which its sender called `filename`. Never raises for bad input."""
    if len(raw) > MAX_UPLOAD:
        return _refused(filename, too_large(), "Split the pack; a scenario is a few kilobytes of text.")
    if not raw.strip():
        return _refused(filename, "The file is empty.", "Choose another one.")
    if is_zip(raw):
        return _unzip(raw, filename)
    if b"\x00" in raw or not filename.lower().endswith((".yaml", ".yml")):
        return _refused(filename, "This is neither a zip nor a YAML file.", "Send one scenario, or a zip of a pack's folder.")
    return Upload({f"scenarios/{_own_slug(raw, filename)}.yaml": raw})


def too_large() -> str:
    """What is said of an upload that is too large to be looked at."""
    return f"The file is larger than {MAX_UPLOAD // 1024 // 1024} MB."


def is_zip(raw: bytes) -> bool:
    """Whether these bytes begin as a zip does, whatever their file is called."""
    return raw.startswith(_ZIPS)


def slug_of(name: str) -> str:
    """A short name of lower-case letters, digits and hyphens; names that differ in signs only share it.

    Letters that it cannot hold are told apart by a few digits of their digest: two packs in Greek are two packs.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48].strip("-")
    if name.isascii() and plain:
        return plain
    return "-".join(filter(None, (plain, hashlib.sha256(name.encode(errors="replace")).hexdigest()[:8])))


def _own_slug(raw: bytes, filename: str) -> str:
    """One scenario is filed under the slug that it states; where it states none, under the name it came with."""
    stated = Node(parse(raw.decode("utf-8-sig", errors="replace")).data)["slug"].text if len(raw) <= MAX_BYTES else ""
    fits = _SLUG.fullmatch(stated) and len(stated) <= 60
    return stated if fits else slug_of(PurePosixPath(filename.replace("\\", "/")).stem)


def _unzip(raw: bytes, filename: str) -> Upload:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _Unzipping(archive, filename).upload()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return _refused(filename, "The zip is damaged.", "Make it anew and send it again.")


def _refused(file: str, sentence: str, remedy: str) -> Upload:
    return Upload(faults=(Fault(_shown(file), 0, "", sentence, remedy),))


def _shown(name: str) -> str:
    """A name from outside, fit to be printed."""
    return "".join(char if char.isprintable() else "?" for char in name)[:LONGEST_NAME]


@dataclass(slots=True)
class _Unzipping:
    """One reading of a zip, gathering faults as it goes."""

    archive: zipfile.ZipFile
    filename: str
    faults: list[Fault] = field(default_factory=list)

    def upload(self) -> Upload:
        for entry in self.archive.infolist():
            entry.filename = entry.filename.replace("\\", "/")  # as some programs on Windows write them
        entries = [
            entry for entry in self.archive.infolist() if not entry.filename.endswith("/") and not _clutter(entry.filename)
        ]
        if len(entries) > MAX_ENTRIES:
            return _refused(self.filename, f"The zip holds more than {MAX_ENTRIES} files.", "Send the pack alone.")
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            most = MAX_UNPACKED // 1024 // 1024
            return _refused(self.filename, f"The zip holds more than {most} MB.", "Send the pack alone.")
        sound = [entry for entry in entries if not self._odd(entry)]
        root = _root([entry.filename for entry in sound])
        files = {path: data for path, data in self._files(sound, root) if data is not None}
        if not self.faults and not any(path.startswith("scenarios/") for path in files):
            return _refused(self.filename, "The zip holds no scenario.", "Put at least one into a folder called scenarios.")
        return Upload(files if not self.faults else {}, tuple(self.faults))

    def _odd(self, entry: zipfile.ZipInfo) -> bool:
        """Whether this entry is something that no pack holds; says so."""
        name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
        parts = name.split("/")
        if name.startswith("/") or ":" in parts[0] or ".." in parts or len(name) > LONGEST_NAME:
            return self._blame(name, "The path leads out of the pack.", "Zip the pack's folder itself.")
        if not name or not name.isprintable():
            return self._blame(name, "The name holds characters that cannot be seen.", "Rename the file.")
        if kind not in (0, stat.S_IFREG):
            return self._blame(name, "This is a link, not a file.", "Put the file itself into the zip.")
        if entry.flag_bits & 1:
            return self._blame(name, "The file is locked with a password.", "Make the zip without one.")
        if entry.compress_type not in _COMPRESSIONS:
            return self._blame(name, "The file is compressed in an unusual way.", "Make an ordinary zip.")
        return False

    def _files(self, entries: list[zipfile.ZipInfo], root: str) -> Iterator[tuple[str, bytes | None]]:
        """What belongs to a pack, with its path inside it. A README or a JSON Schema is left out."""
        names = [entry.filename.removeprefix(root) for entry in entries]
        bare = not any(name.startswith("scenarios/") for name in names)
        seen: set[str] = set()
        for entry, name in zip(entries, names, strict=True):
            path = f"scenarios/{name}" if bare and _is_loose_scenario(name) else name
            if path in seen:
                self._blame(path, "The file is in the zip twice.", "Keep one.")
            seen.add(path)
            if name.split("/")[0] in _LIBRARY_PARTS:
                self._blame(path, "A pack adds scenarios and nothing else.", "Take it out of the zip.")
            elif path.startswith("scenarios/") and (path.count("/") > 1 or not path.endswith(".yaml")):
                self._blame(path, "Only files that end in .yaml are read.", "Rename or remove it.")
            elif path.startswith("scenarios/") or path == PACK_FILE:
                yield path, self._read(entry, path)

    def _read(self, entry: zipfile.ZipInfo, path: str) -> bytes | None:
        """The file, read no further than a file may be long: the size that a zip states need not be true."""
        with self.archive.open(entry) as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            self._blame(path, f"The file is larger than {MAX_BYTES // 1024} KB.", "Split it or shorten it.")
            return None
        return data

    def _blame(self, name: str, sentence: str, remedy: str) -> bool:
        self.faults.append(Fault(_shown(name), 0, "", sentence, remedy))
        return True


def _clutter(name: str) -> bool:
    """What computers add by themselves."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1] in (".DS_Store", "Thumbs.db", "desktop.ini") or parts[-1].startswith("._")


def _root(names: list[str]) -> str:
    """The folder around the whole pack, with its slash, where the pack's folder was zipped rather than what is in it."""
    firsts = {name.split("/")[0] if "/" in name else "" for name in names}
    first = firsts.pop() if len(firsts) == 1 else ""
    return f"{first}/" if first and first not in _LIBRARY_PARTS | {"scenarios"} else ""


def _is_loose_scenario(name: str) -> bool:
    return "/" not in name and name.endswith(".yaml") and name != PACK_FILE and name not in _LIBRARY_PARTS
