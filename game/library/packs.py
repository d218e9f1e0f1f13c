"""Keeps the packs that were added to a server, each whole or not at all. Knows nothing of who adds them.

A pack lies in a folder `<id>.<number>`: written aside under a name with a dot before it, then renamed. Of one id the highest
number counts, so that a version is replaced in one step whatever happens in between.
"""

import errno
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from game.core.scenario import Scenario
from game.library.faults import Fault, LibraryError
from game.library.loader import PACK_FILE, load_pack
from game.library.model import PackContent
from game.library.upload import is_zip, slug_of, unpack

MAX_PACKS: Final = 50
_NEVER: Final = -1  # no folder was changed then


@dataclass(frozen=True, slots=True)
class Pack:
    """An added pack. One with `faults` (after an update of the program, say) is kept, and its scenarios cannot be played."""

    id: str
    name: str
    scenarios: tuple[Scenario, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a pack was not added: a sentence, and every fault where the pack itself is the reason."""

    sentence: str
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """A pack that is in its place; `replaced` says that an older version of it was there before."""

    pack: Pack
    replaced: bool


class Packs:
    """The added packs in `folder`, which need not exist yet. Methods block; whoever reads sees whole packs only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._read: dict[str, Pack] = {}
        self._seen = _NEVER
        for left in folder.glob(".*") if folder.is_dir() else ():
            shutil.rmtree(left, ignore_errors=True)

    def all(self) -> tuple[Pack, ...]:
        """Every pack, by its id. What another process added or removed is noticed; a version is read only once."""
        with self._lock:
            with suppress(OSError):  # a disk that is gone for a moment takes nothing away that was read before
                changed = self._folder.stat().st_mtime_ns if self._folder.is_dir() else 0
                if changed != self._seen:
                    self._read = {place.name: self._read.get(place.name) or _load(place) for place in _newest(self._folder)}
                    self._seen = changed
            return tuple(self._read.values())

    def add(self, raw: bytes, filename: str, shipped: Iterable[Scenario]) -> Added | Rejected:
        """The upload `raw`, called `filename`, as a pack. One with the same id is replaced; rejected, it changes nothing."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside = Path(tempfile.mkdtemp(prefix=".", dir=self._folder))
            try:
                return self._add(raw, filename, aside, tuple(shipped))
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        except OSError as error:
            return Rejected(_not_stored(error))

    def remove(self, pack: str) -> bool:
        """Whether there was a pack with this id; now there is none. Rounds that play it go on. Raises `OSError`."""
        with self._lock:
            places = [place for place in _folders(self._folder) if _id(place) == pack]
            for place in places:
                aside = place.with_name(f".{place.name}")
                place.rename(aside)
                shutil.rmtree(aside, ignore_errors=True)
            self._seen = _NEVER
            return bool(places)

    def _add(self, raw: bytes, filename: str, aside: Path, shipped: tuple[Scenario, ...]) -> Added | Rejected:
        content = _written(raw, filename, aside)
        if not isinstance(content, PackContent):
            return _faulty(content)
        pack = _named(content, filename, archive=is_zip(raw))
        known = self.all()
        others = [other for other in known if other.id != pack.id]
        if len(others) >= MAX_PACKS:
            return Rejected(f"There are {MAX_PACKS} packs already. Remove one first.")
        if clashes := tuple(_clashes(pack, shipped, others)):
            return _faulty(clashes)
        if not content.name:
            _write(aside / PACK_FILE, yaml.safe_dump({"name": pack.name}, allow_unicode=True).encode())
        with self._lock:
            self._keep(pack, aside)
        return Added(pack, replaced=len(others) < len(known))

    def _keep(self, pack: Pack, aside: Path) -> None:
        """Puts the written pack into its place and takes older versions away."""
        older = [place for place in _folders(self._folder) if _id(place) == pack.id]
        place = self._folder / f"{pack.id}.{max(map(_number, older), default=0) + 1}"
        aside.chmod(0o755)
        aside.rename(place)
        _sync(self._folder)
        self._read[place.name] = pack
        self._seen = _NEVER
        for one in older:
            shutil.rmtree(one, ignore_errors=True)


def check_upload(raw: bytes, filename: str) -> tuple[Fault, ...]:
    """Every fault of a pack that somebody may want to add. Raises `OSError` where there is no room to look at it."""
    with tempfile.TemporaryDirectory(prefix="simmerdown-") as aside:
        content = _written(raw, filename, Path(aside))
    return () if isinstance(content, PackContent) else content


def _written(raw: bytes, filename: str, aside: Path) -> PackContent | tuple[Fault, ...]:
    """The upload's files in the empty folder `aside`, read back as what they say."""
    upload = unpack(raw, filename)
    if upload.faults:
        return upload.faults
    (aside / "scenarios").mkdir()
    for path, data in upload.files.items():
        _write(aside / path, data)
    _sync(aside / "scenarios")
    try:
        return load_pack(aside)
    except LibraryError as error:
        return error.faults


def _named(content: PackContent, filename: str, *, archive: bool) -> Pack:
    """The pack under the name that it states, else under that of its only scenario or of the zip."""
    if content.name:
        return Pack(slug_of(content.name), content.name, content.scenarios)
    if not archive:
        (alone,) = content.scenarios
        return Pack(alone.slug, alone.title, content.scenarios)
    plain = re.sub(r"[^\w.,'()-]+", " ", Path(filename.replace("\\", "/")).stem).strip()[:80].strip() or "Pack"
    return Pack(slug_of(plain), plain, content.scenarios)


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Makes the names in a folder last; where a system cannot, they last as long as its files."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _load(place: Path) -> Pack:
    try:
        content = load_pack(place)
    except LibraryError as error:
        return Pack(_id(place), _id(place), (), error.faults)
    return Pack(_id(place), content.name or _id(place), content.scenarios)


def _clashes(pack: Pack, shipped: tuple[Scenario, ...], others: Iterable[Pack]) -> Iterator[Fault]:
    """Slugs and titles that stand for something else already."""
    known = [("the game itself", one) for one in shipped] + [
        (f"the pack “{o.name}”", one) for o in others for one in o.scenarios
    ]
    titles: dict[str, str] = {}
    for scenario in pack.scenarios:
        file = f"scenarios/{scenario.slug}.yaml"
        for where, other in known:
            if other.slug == scenario.slug:
                yield Fault(file, 0, "slug", f"“{scenario.slug}” is in {where} already.", "Give yours another slug.")
            elif other.title == scenario.title:
                yield Fault(file, 0, "title", f"“{scenario.title}” is a title in {where} already.", "Give yours another title.")
        if scenario.title in titles:
            sentence = f"“{scenario.title}” is also the title of {titles[scenario.title]}."
            yield Fault(file, 0, "title", sentence, "Give each its own.")
        titles[scenario.title] = scenario.slug


def _faulty(faults: tuple[Fault, ...]) -> Rejected:
    count = "one fault" if len(faults) == 1 else f"{len(faults)} faults"
    return Rejected(f"The pack has {count}, so nothing of it was added.", faults)


def _not_stored(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "The server has no room left for the pack on its disk. Nothing was changed; make room and try again."
    return f"The server cannot write the pack ({error.strerror or 'unknown reason'}). Nothing was changed."


def _newest(folder: Path) -> list[Path]:
    """The folder that counts for each id, by id."""
    newest: dict[str, Path] = {}
    for place in sorted(_folders(folder), key=_number):
        newest[_id(place)] = place
    return [newest[pack] for pack in sorted(newest)]


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [place for place in folder.iterdir() if place.suffix[1:].isdecimal() and not place.name.startswith(".")]


def _id(place: Path) -> str:
    return place.stem


def _number(place: Path) -> int:
    return int(place.suffix[1:])
