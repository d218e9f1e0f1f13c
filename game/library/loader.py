"""Finds the files of a content folder and loads them whole, or reports every fault at once. Knows no rule of any single file.

content/
    scenarios/<slug>.yaml    one scenario each
    badges/*.yaml            badges
    coaching/*.yaml          one tip for every technique
    warmup.yaml  names.yaml  breather.yaml
    pack.yaml                name and language of a pack that adds to a library
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

from game.library import build, schema
from game.library.checks import check_scenario
from game.library.companions import (
    check_badges,
    check_breather,
    check_names,
    check_pack,
    check_tips,
    check_warmup,
    missing_techniques,
)
from game.library.explain import validate
from game.library.faults import Fault, Finding, LibraryError, field_name
from game.library.model import Library, PackContent
from game.library.node import Node
from game.library.source import read

MAX_FILES: Final = 400
PACK_FILE: Final = "pack.yaml"
Model = TypeVar("Model", bound=BaseModel)


def load_library(folder: Path) -> Library:
    """Everything in `folder`. Raises `LibraryError` with every fault there is; nothing is half-loaded."""
    shelf = _Shelf(folder)
    return shelf.library(shelf.scenarios())


def load_pack(folder: Path) -> PackContent:
    """A pack that adds to a library: its name and its scenarios. Raises `LibraryError` with every fault there is."""
    shelf = _Shelf(folder)
    scenarios = shelf.scenarios()
    shelf.raise_faults()
    name = shelf.pack.name if shelf.pack else ""
    return PackContent(name, tuple(build.scenario(scenario) for scenario in scenarios))


def check(folder: Path) -> tuple[Fault, ...]:
    """Every fault in `folder`, or in one scenario file; empty when all is well. Never raises for what a pack holds.

    A folder with nothing but scenarios is a pack that adds to a library; what else is there must be complete.
    """
    shelf = _Shelf(folder if folder.is_dir() else folder.parent)
    if not folder.is_dir():
        shelf.read(folder, SCENARIO)
        return shelf.found()
    scenarios = shelf.scenarios()
    if any((folder / part).exists() for part in ("badges", "coaching", "warmup.yaml", "names.yaml", "breather.yaml")):
        try:
            shelf.library(scenarios)
        except LibraryError as error:
            return error.faults
    return shelf.found()


@dataclass(frozen=True, slots=True)
class _Kind(Generic[Model]):
    """One kind of content file: its model and the rules between its fields."""

    model: type[Model]
    rules: Callable[[object], tuple[Finding, ...]]


SCENARIO: Final = _Kind(schema.ScenarioIn, check_scenario)
BADGES: Final = _Kind(schema.BadgesIn, check_badges)
COACHING: Final = _Kind(schema.CoachingIn, check_tips)
WARMUP: Final = _Kind(schema.WarmUpIn, check_warmup)
NAMES: Final = _Kind(schema.NamesIn, check_names)
BREATHER: Final = _Kind(schema.BreatherIn, check_breather)
PACK: Final = _Kind(schema.PackIn, check_pack)


@dataclass(slots=True)
class _Shelf:
    """One reading of a folder, gathering faults as it goes."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)
    pack: schema.PackIn | None = None

    def scenarios(self) -> list[schema.ScenarioIn]:
        if (self.folder / PACK_FILE).exists() or (self.folder / PACK_FILE).is_symlink():
            self.pack = self.read(self.folder / PACK_FILE, PACK)
        found = self.all("scenarios", SCENARIO)
        slugs = {scenario.slug for scenario in found}
        for scenario in found:
            if scenario.sequel_of and scenario.sequel_of not in slugs:
                what = f"{scenario.slug} follows “{scenario.sequel_of}”, which is not in this pack."
                self.blame("scenarios", what, "Add the first part, or correct `sequel_of`.")
        return found

    def library(self, scenarios: list[schema.ScenarioIn]) -> Library:
        badges = [badge for sheet in self.all("badges", BADGES) for badge in sheet.badges]
        tips = [tip for sheet in self.all("coaching", COACHING) for tip in sheet.tips]
        warmup = self.read(self.folder / "warmup.yaml", WARMUP)
        names = self.read(self.folder / "names.yaml", NAMES)
        breather = self.read(self.folder / "breather.yaml", BREATHER)
        self._across_files([badge.id for badge in badges], "badges", "The badge")
        self._across_files([tip.technique for tip in tips], "coaching", "The tip for")
        if (missing := missing_techniques({tip.technique for tip in tips})) and not self._blamed("coaching"):
            self.blame("coaching", f"There is no tip for {', '.join(missing)}.", "Write one for each technique.")
        self.raise_faults()
        assert warmup is not None  # each of the three is None only together with a fault
        assert names is not None
        assert breather is not None
        return Library(
            scenarios=tuple(build.scenario(scenario) for scenario in scenarios),
            badges=tuple(build.badge(badge) for badge in badges),
            tips=tuple(build.tip(tip) for tip in sorted(tips, key=lambda tip: tip.technique)),
            warmup=build.warmup(warmup),
            names=build.names(names),
            breather=tuple(breather.suggestions),
        )

    def all(self, part: str, kind: _Kind[Model]) -> list[Model]:
        """The content of every file in one part of the folder, without those that have faults."""
        return [given for file in self.files(part) if (given := self.read(file, kind))]

    def files(self, part: str) -> list[Path]:
        """The YAML files of one part of the folder, by name. What should be there and is not is a fault."""
        folder = self.folder / part
        if folder.is_symlink() or not folder.is_dir():
            self.blame(part, "The folder is missing.", "Create it, as a plain folder, and put at least one file into it.")
            return []
        found = sorted(file for file in folder.iterdir() if not file.name.startswith("."))
        if len(found) > MAX_FILES:
            self.blame(part, f"The folder holds more than {MAX_FILES} files.", "Split the pack.")
            return []
        for file in found:
            if file.suffix.lower() in (".yml", ".json") or file.is_dir():
                self.blame(f"{part}/{file.name}", "Only files that end in .yaml are read.", "Rename or remove it.")
        yaml_files = [file for file in found if file.suffix == ".yaml" and not file.is_dir()]
        if not yaml_files:
            self.blame(part, "The folder holds no .yaml file.", "Add one.")
        return yaml_files

    def read(self, file: Path, kind: _Kind[Model]) -> Model | None:
        """The content of one file, or None when it has faults."""
        before = len(self.faults)
        name = self._name(file)
        source = read(file, self.folder)
        for line, finding in source.findings:
            self.faults.append(Fault(name, line, field_name(finding.path), finding.sentence, finding.remedy))
        if source.data is None:
            if not source.findings:
                self.blame(name, "The file is empty.", "Write its content, or remove it.")
            return None
        given, findings = validate(kind.model, self._in_language(source.data) if kind is SCENARIO else source.data)
        slug = _slug(source.data, file) if kind is SCENARIO else ()
        for finding in (*findings, *kind.rules(source.data), *slug):
            self.faults.append(
                Fault(name, source.line(finding.path), field_name(finding.path), finding.sentence, finding.remedy)
            )
        return given if len(self.faults) == before else None

    def blame(self, name: str, sentence: str, remedy: str) -> None:
        self.faults.append(Fault(name, 0, "", sentence, remedy))

    def found(self) -> tuple[Fault, ...]:
        return tuple(sorted(dict.fromkeys(self.faults), key=lambda fault: (fault.file, fault.line, fault.field)))

    def raise_faults(self) -> None:
        if self.faults:
            raise LibraryError(self.found())

    def _in_language(self, data: object) -> object:
        """A scenario that states no language speaks its pack's."""
        if not isinstance(data, dict) or self.pack is None or self.pack.language is None:
            return data
        return {"language": self.pack.language, **data}

    def _blamed(self, part: str) -> bool:
        return any(fault.file.startswith(part) for fault in self.faults)

    def _name(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()

    def _across_files(self, ids: list[str], part: str, what: str) -> None:
        for again in sorted({one for one in ids if ids.count(one) > 1}):
            self.blame(part, f"{what} {again} is written in more than one file.", "Keep one.")


def _slug(data: object, file: Path) -> Iterator[Finding]:
    slug = Node(data)["slug"]
    if slug.text and slug.text != file.stem:
        yield slug.finding(f"The slug “{slug.text}” is not the name of the file.", f"Call the file {slug.text}.yaml.")
