"""A forgiving look into raw data, so that one broken part does not hide the faults of the others. Knows no rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.library.faults import Finding, Path


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the data. What is absent or of another type reads as empty; the schema reports that by itself."""

    value: object
    path: Path = ()

    def __getitem__(self, key: str) -> "Node":
        return Node(self.value.get(key) if isinstance(self.value, dict) else None, (*self.path, key))

    def each(self) -> Iterator["Node"]:
        for index, item in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Node(item, (*self.path, index))

    def fields(self) -> Iterator[tuple[str, "Node"]]:
        for key, value in (self.value if isinstance(self.value, dict) else {}).items():
            yield key, Node(value, (*self.path, key))

    def walk(self) -> Iterator["Node"]:
        """This place and every one below it."""
        yield self
        for child in (*self.each(), *(node for _, node in self.fields())):
            yield from child.walk()

    @property
    def text(self) -> str:
        return self.value if isinstance(self.value, str) else ""

    @property
    def number(self) -> int | None:
        return self.value if isinstance(self.value, int) and not isinstance(self.value, bool) else None

    @property
    def flag(self) -> bool:
        return self.value is True

    def texts(self) -> list[str]:
        return [item.text for item in self.each() if item.text]

    def words(self) -> int:
        """How many words this text, or the texts in this list, have together."""
        return len(self.text.split()) + sum(len(text.split()) for text in self.texts())

    def finding(self, sentence: str, remedy: str) -> Finding:
        return Finding(self.path, sentence, remedy)
