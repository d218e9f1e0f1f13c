"""Reads one YAML file as plain data with line numbers. Knows nothing of what the data means.

Only what a content file needs is understood: mappings, lists, text, whole numbers, true, false and null. Everything else
that YAML can do (anchors, aliases, tags, several documents, dates, ``yes`` and ``no``) is refused or read as text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Final

import yaml

from game.library.faults import Finding, Path

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 16
MAX_VALUES: Final = 20_000

_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_CONSTANTS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,11})")
# Control characters, and the overrides that make text read in another order than it is stored.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202d\u202e\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """The data of a file, the line on which each part of it begins (from 1), and what was wrong with reading it."""

    data: object = None
    lines: Mapping[Path, int] = field(default_factory=dict)
    findings: tuple[tuple[int, Finding], ...] = ()

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest part around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def read(file: File, inside: File) -> Source:
    """Reads `file`, which must be a plain file within the folder `inside` and at most 256 KiB. Never raises for bad input."""
    if file.is_symlink() or not file.resolve().is_relative_to(inside.resolve()):
        return _refused(0, "The file is a link or lies outside the pack.", "Put a plain file into the folder.")
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return _refused(0, f"The file cannot be read ({reason}).", "Check that it exists and who may read it.")
    if len(raw) > MAX_BYTES:
        return _refused(0, f"The file is larger than {MAX_BYTES // 1024} KB.", "Split it or shorten it.")
    try:
        return parse(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _refused(raw[: error.start].count(b"\n") + 1, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.")


def parse(text: str) -> Source:
    """The data in `text`. Several faults may come back together with what could still be read."""
    if bad := _FORBIDDEN.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        return _refused(line, f"The character U+{ord(bad[0]):04X} is not allowed.", "Delete it; it is probably invisible.")
    reader = _Reader(text)
    try:
        data = reader.document()
    except _RefusedError as refusal:
        return Source(None, {}, (*reader.findings, (refusal.line, refusal.finding)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "the text breaks off"
        return _refused(
            mark.line + 1 if mark else 0,
            f"This is not valid YAML: {problem}.",
            "Check indentation, quotes and colons around this line.",
        )
    return Source(data, reader.lines, tuple(reader.findings))


def _refused(line: int, sentence: str, remedy: str) -> Source:
    return Source(None, {}, ((line, Finding((), sentence, remedy)),))


class _RefusedError(Exception):
    def __init__(self, event: yaml.Event, path: Path, sentence: str, remedy: str) -> None:
        self.line = _line(event)
        self.finding = Finding(path, sentence, remedy)


class _Reader:
    """Builds data straight from parser events: no alias is ever followed and the depth is known before it is entered."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self._values = 0
        self.lines: dict[Path, int] = {}
        self.findings: list[tuple[int, Finding]] = []

    def document(self) -> object:
        data: object = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError(event, (), "The file holds more than one document.", "Remove the line of three dashes.")
                first = next(self._events)
                self.lines[()] = _line(first)
                data = self._value(first, ())
        return data

    def _value(self, event: yaml.Event, path: Path) -> object:
        self._admit(event, path)
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(path)
            case yaml.SequenceStartEvent():
                return self._sequence(path)
            case yaml.ScalarEvent():
                return _scalar(event)
        raise _RefusedError(event, path, "This cannot be read.", "Write a mapping, a list or a text.")

    def _admit(self, event: yaml.Event, path: Path) -> None:
        self._values += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(
                event, path, "Anchors (&) and aliases (*) are not allowed.", "Write the text out, or put it in quotes."
            )
        if tag := getattr(event, "tag", None):
            raise _RefusedError(event, path, f"The tag {tag} is not allowed.", "Remove it, or put the text in quotes.")
        if len(path) > MAX_DEPTH:
            raise _RefusedError(event, path[:3], "The data is nested too deeply.", "No content file needs this many levels.")
        if self._values > MAX_VALUES:
            raise _RefusedError(event, path[:3], f"The file holds more than {MAX_VALUES} values.", "Split it or shorten it.")

    def _mapping(self, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._admit(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(event, path, "The name of a field must be text.", "Write `name: value`.")
            key, line = str(event.value), _line(event)
            here = (*path, key)
            if key in result:
                self.findings.append((line, Finding(here, "The field occurs twice.", "Keep one of the two.")))
            self.lines.setdefault(here, line)
            result[key] = self._value(next(self._events), here)
        return result

    def _sequence(self, path: Path) -> list[object]:
        result: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            here = (*path, len(result))
            self.lines[here] = _line(event)
            result.append(self._value(event, here))
        return result


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent) -> object:
    text = str(event.value)
    if event.style:  # quoted or block text is always text
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _WHOLE.fullmatch(text) else text
