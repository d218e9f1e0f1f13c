"""Reads the rubric's YAML files and remembers on which line everything stood. Knows shapes, not meanings."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from game.rubric.faults import Fault

Shape = TypeVar("Shape", bound=BaseModel)
Path_ = tuple[str | int, ...]


class _PlainLoader(yaml.SafeLoader):
    """Reads *yes*, *no*, *on* and *off* as the words they are: this data is about words."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed file: plain data, and the line (from 1) of every place in it."""

    name: str
    data: object
    lines: dict[Path_, int]

    def line(self, *path: str | int) -> int:
        """The line of the closest place that is known."""
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return line
        return 0


def read_source(path: Path, faults: list[Fault]) -> Source | None:
    """The file's data, or None with a fault noted."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_PlainLoader)
        data: object = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 (a safe loader, see above)
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(path.name, 0, "file", f"cannot be read ({error})", "Make it a readable UTF-8 text file"))
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or "is not YAML")
        faults.append(Fault(path.name, mark.line + 1 if mark else 0, "yaml", problem, "Check indentation, quotes and colons"))
        return None
    lines: dict[Path_, int] = {}
    if node is not None:
        _note_lines(node, (), lines, faults, path.name)
    return Source(path.name, data, lines)


def shaped(source: Source, shape: type[Shape], faults: list[Fault]) -> Shape | None:
    """The file's data in its shape, or None with every mismatch noted."""
    try:
        return shape.model_validate(source.data)
    except ValidationError as error:
        for problem in error.errors():
            place = tuple(problem["loc"])
            field = ".".join(map(str, place)) or "file"
            faults.append(Fault(source.name, source.line(*place), field, problem["msg"], _remedy(problem["type"])))
        return None


def _remedy(kind: str) -> str:
    match kind:
        case "missing":
            return "Add the field"
        case "extra_forbidden":
            return "Remove the field or mend its spelling"
        case "too_short":
            return "Add more entries"
        case "literal_error":
            return "Use one of the allowed values"
        case _:
            return "Give a value of the right kind"


def _note_lines(node: yaml.Node, place: Path_, lines: dict[Path_, int], faults: list[Fault], name: str) -> None:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[Hashable] = set()
        for key, value in node.value:
            if key.value in seen:
                field = ".".join(map(str, (*place, key.value)))
                faults.append(Fault(name, key.start_mark.line + 1, field, "stands there twice", "Keep one of the two"))
            seen.add(key.value)
            lines[(*place, key.value)] = key.start_mark.line + 1
            _note_lines(value, (*place, key.value), lines, faults, name)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _note_lines(item, (*place, number), lines, faults, name)
