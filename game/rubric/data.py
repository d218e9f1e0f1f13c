"""The rubric's data, checked and compiled, as one value. Knows files and shapes; what the data means lies elsewhere."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from game.core.ids import CRITERIA, Criterion
from game.rubric.cues import Cue
from game.rubric.faults import Fault, RubricFaults
from game.rubric.grammar import FILE as GRAMMAR_FILE
from game.rubric.grammar import Grammar, read_grammar
from game.rubric.language import Languages
from game.rubric.patterns import BadPattern, Lexicons, Pattern
from game.rubric.reading import Respelling, Spelling
from game.rubric.schema import CueIn, CuesIn, LanguagesIn, LexiconsIn, NextIn, SpellingIn, VetoesIn, VetoIn, WordsIn
from game.rubric.semantic import FILES as HEAD_FILES
from game.rubric.semantic import Head, read_head
from game.rubric.signs import SIGNS
from game.rubric.sources import Source, read_source, shaped
from game.rubric.story import StoryWords
from game.rubric.vetoes import Veto

Shape = TypeVar("Shape", bound=BaseModel)
_SHARED: Final = ("lexicons.yaml", "spelling.yaml", "languages.yaml", "words.yaml", "next.yaml", "vetoes.yaml")
_ABSTENTIONS: Final = frozenset({"empty", "wordless", "scenario", "language", "quoted", "unreadable"})


@dataclass(frozen=True, slots=True)
class RubricData:
    """Everything authored. `digest` changes when any byte of it does; `written` keeps cues and vetoes as authored."""

    cues: tuple[Cue, ...]
    vetoes: tuple[Veto, ...]
    spelling: Spelling
    languages: Languages
    words: StoryWords
    negations: frozenset[str]
    grammar: Grammar | None
    head: Head | None
    next_level: Mapping[Criterion, tuple[str, ...]]
    written: tuple[CueIn | VetoIn, ...]
    digest: str


def read_data(folder: Path, *, trained: bool = True, semantic: bool = True) -> RubricData:
    """The data of a folder; `trained` reads the grammar and, if `semantic`, the head. Raises RubricFaults with every fault."""
    faults: list[Fault] = []
    names = [*_SHARED, *(f"{criterion}.yaml" for criterion in CRITERIA)]
    sources = {name: source for name in names if (source := read_source(folder / name, faults)) is not None}
    head = read_head(folder, faults) if trained and semantic else None
    data = _Builder(sources, faults).build(_digest(folder, [*names, GRAMMAR_FILE, *(HEAD_FILES if head else [])]))
    grammar = read_grammar(folder, faults) if trained else None
    if faults or data is None:
        raise RubricFaults(tuple(faults))
    return replace(data, grammar=grammar, head=head)


def _digest(folder: Path, names: Sequence[str]) -> str:
    found = hashlib.sha256()
    for name in sorted(names):
        path = folder / name
        if path.is_file():
            found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


class _Builder:
    """Walks through the sources once, noting faults instead of stopping at them."""

    def __init__(self, sources: Mapping[str, Source], faults: list[Fault]) -> None:
        self._sources = sources
        self._faults = faults
        self._lexicons: Lexicons | None = None  # none where they could not be read: then no pattern is tried
        self._ids: set[str] = set()
        self._written: list[CueIn | VetoIn] = []

    def build(self, digest: str) -> RubricData | None:
        self._read_lexicons()
        spelling, languages = self._part("spelling.yaml", SpellingIn), self._part("languages.yaml", LanguagesIn)
        words, next_level = self._part("words.yaml", WordsIn), self._part("next.yaml", NextIn)
        cues = tuple(cue for criterion in CRITERIA for cue in self._cues(criterion))
        vetoes = self._vetoes()
        if spelling is None or languages is None or words is None or next_level is None:
            return None
        self._require("languages.yaml", "abstentions", _ABSTENTIONS - languages.abstentions.keys())
        self._require("next.yaml", "next_level", set(CRITERIA) - next_level.next_level.keys())
        small = {name: frozenset(words) for name, words in languages.others.items()}
        return RubricData(
            cues=cues,
            vetoes=vetoes,
            spelling=_spelling(spelling),
            languages=Languages(languages.language, frozenset(languages.own), small, languages.abstentions),
            words=StoryWords(frozenset(words.common), {word: group[0] for group in words.same for word in group}),
            negations=frozenset(words.negations),
            grammar=None,
            head=None,
            next_level={criterion: tuple(sentences) for criterion, sentences in next_level.next_level.items()},
            written=tuple(self._written),
            digest=digest,
        )

    def _part(self, name: str, shape: type[Shape]) -> Shape | None:
        source = self._sources.get(name)
        return shaped(source, shape, self._faults) if source else None

    def _require(self, name: str, field: str, missing: set[str] | frozenset[str] | set[Criterion]) -> None:
        for key in sorted(missing):
            self._note(name, (field,), f"{field}.{key}", "is missing", "Add it")

    def _read_lexicons(self) -> None:
        if (part := self._part("lexicons.yaml", LexiconsIn)) is None:
            return
        self._lexicons = Lexicons(part.lexicons)
        for name in part.lexicons:
            self._compiled("lexicons.yaml", ("lexicons", name), f"@{name}")

    def _cues(self, criterion: Criterion) -> list[Cue]:
        name = f"{criterion}.yaml"
        if (part := self._part(name, CuesIn)) is None:
            return []
        if part.criterion != criterion:
            self._note(name, ("criterion",), "criterion", f"is {part.criterion}", f"Make it {criterion}, as the file is named")
        return [self._cue(name, criterion, number, cue) for number, cue in enumerate(part.cues)]

    def _cue(self, name: str, criterion: Criterion, number: int, cue: CueIn) -> Cue:
        place = ("cues", number)
        self._claim(name, (*place, "id"), cue)
        if cue.sign not in SIGNS[criterion]:
            remedy = f"Use one of {', '.join(sorted(SIGNS[criterion]))}"
            self._note(name, (*place, "sign"), f"cues.{number}.sign", f"{cue.sign} is not a sign of {criterion}", remedy)
        patterns = self._patterns(name, place, cue.patterns)
        return Cue(
            cue.id, criterion, cue.sign, cue.polarity, cue.level, cue.article, cue.reason, cue.negation == "veto", patterns
        )

    def _vetoes(self) -> tuple[Veto, ...]:
        if (part := self._part("vetoes.yaml", VetoesIn)) is None:
            return ()
        vetoes = []
        for number, veto in enumerate(part.vetoes):
            self._claim("vetoes.yaml", ("vetoes", number, "id"), veto)
            patterns = self._patterns("vetoes.yaml", ("vetoes", number), veto.patterns)
            strikes = frozenset(veto.strikes or CRITERIA)
            vetoes.append(Veto(veto.id, strikes, veto.scope, veto.takes, veto.reason, patterns))
        return tuple(vetoes)

    def _patterns(self, name: str, place: tuple[str | int, ...], patterns: Sequence[str]) -> tuple[Pattern, ...]:
        found = (self._compiled(name, (*place, "patterns", at), pattern) for at, pattern in enumerate(patterns))
        return tuple(pattern for pattern in found if pattern is not None)

    def _compiled(self, name: str, place: tuple[str | int, ...], pattern: str) -> Pattern | None:
        if self._lexicons is None:
            return None
        try:
            return self._lexicons.compiled(pattern)
        except BadPattern as error:
            self._note(name, place, ".".join(map(str, place)), str(error), "Mend the pattern")
            return None

    def _claim(self, name: str, place: tuple[str | int, ...], entry: CueIn | VetoIn) -> None:
        if entry.id in self._ids:
            self._note(name, place, ".".join(map(str, place)), f"{entry.id} is taken", "Give it a name of its own")
        self._ids.add(entry.id)
        self._written.append(entry)

    def _note(self, name: str, place: tuple[str | int, ...], field: str, problem: str, remedy: str) -> None:
        source = self._sources.get(name)
        self._faults.append(Fault(name, source.line(*place) if source else 0, field, problem, remedy))


def _spelling(part: SpellingIn) -> Spelling:
    company = {
        entry.word: Respelling(entry.word, entry.becomes, frozenset(entry.before), frozenset(entry.not_after))
        for entry in part.in_company
    }
    endings = tuple((ending, written) for ending, written in part.endings)
    return Spelling(part.words, endings, company, frozenset(part.abbreviations))
