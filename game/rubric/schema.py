"""The shape of the rubric's data files. Knows nothing of how patterns match or of what a level means."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.core.ids import Criterion

Article = Literal["A0", "A1", "A2", "A3", "A4"]
Sentence = Annotated[str, Field(min_length=2, max_length=400)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
Examples = Annotated[list[Sentence], Field(min_length=2)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CueIn(_Strict):
    """A clause-level pattern with what it says about a reply. `yes` must match it and `no` must not.

    `negation` "veto" drops a match with a negation just before it; "built_in" is for patterns that hold their own.
    """

    id: Slug
    sign: Slug
    polarity: Literal["earned", "lost"]
    level: Literal[0, 1, 2, 3]
    article: Article
    reason: Sentence
    negation: Literal["veto", "built_in"] = "veto"
    patterns: Annotated[list[str], Field(min_length=1)]
    yes: Examples
    no: Examples


class CuesIn(_Strict):
    """One file of cues for one criterion."""

    criterion: Criterion
    cues: list[CueIn]


class VetoIn(_Strict):
    """A pattern that takes back what its clause, sentence or the whole reply earned (or lost) for some criteria.

    No criteria in `strikes` means all of them.
    """

    id: Slug
    strikes: list[Criterion]
    scope: Literal["clause", "sentence", "reply"]
    takes: Literal["earned", "lost"] = "earned"
    reason: Sentence
    patterns: Annotated[list[str], Field(min_length=1)]
    yes: Examples
    no: Examples


class VetoesIn(_Strict):
    vetoes: list[VetoIn]


class LexiconsIn(_Strict):
    """Word classes that patterns name as ``@name``; entries are patterns themselves and may name other classes."""

    lexicons: dict[str, list[str]]


class CompanyIn(_Strict):
    word: str
    becomes: str
    before: list[str] = []
    not_after: list[str] = []


class SpellingIn(_Strict):
    words: dict[str, str]
    endings: list[Annotated[list[str], Field(min_length=2, max_length=2)]]
    in_company: list[CompanyIn]
    abbreviations: list[str]


class LanguagesIn(_Strict):
    """Small words by which a language is told, and the sentences said when the rubric abstains.

    `abstentions` names the cases `empty`, `wordless`, `scenario`, `language`, `quoted`, `unreadable`.
    """

    language: str
    own: list[str]
    others: dict[str, list[str]]
    abstentions: dict[str, Sentence]


class NextIn(_Strict):
    """What the level above takes: for each criterion one sentence for the way from level 0, 1 and 2."""

    next_level: dict[Criterion, Annotated[list[Sentence], Field(min_length=3, max_length=3)]]


class WordsIn(_Strict):
    """Words for comparing a reply with the customer's story.

    `common` carry no content; `same` lists groups of words that mean one thing; `negations` turn a clause round.
    """

    common: list[str]
    same: list[list[str]]
    negations: list[str]
