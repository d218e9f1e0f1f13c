"""What can be wrong with a pack, said so that its author can mend it. Knows nothing of how a fault is found."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault inside one file, before its place is known: where in the data, what is wrong, and the remedy."""

    path: Path
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `file` is relative to the pack, `line` counts from 1 (0: the file as a whole),
    `field` is written like ``beats[1].focus[0].weight`` and is empty for the whole file.
    """

    file: str
    line: int
    field: str
    sentence: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field + ': ' if self.field else ''}{self.sentence} {self.remedy}".rstrip()


class LibraryError(Exception):
    """A pack that cannot be used. `faults` holds every one that was found, in the order of files and lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(self._summary())

    def _summary(self) -> str:
        count = len(self.faults)
        return "\n".join([f"The content has {count} {'fault' if count == 1 else 'faults'}:", *map(str, self.faults)])


def field_name(path: Path) -> str:
    """A path as an author would write it: ``("beats", 0, "goal")`` becomes ``beats[0].goal``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name
