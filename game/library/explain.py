"""Turns what the schema complains about into sentences for authors. Knows the schema's words, not its meaning."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.library import schema
from game.library.faults import Finding, Path

Model = TypeVar("Model", bound=BaseModel)

_FIELDS: Final = sorted(
    {
        name
        for model in vars(schema).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name in model.model_fields
    }
)


def validate(model: type[Model], data: object) -> tuple[Model | None, tuple[Finding, ...]]:
    """The data as `model`, or None and every way in which it does not fit."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_findings(error))


def _findings(error: ValidationError) -> Iterator[Finding]:
    for detail in error.errors(include_url=False):
        path: Path = tuple(step for step in detail["loc"] if step != "[key]")
        yield Finding(path, *_sentence(detail, path))


def _sentence(detail: ErrorDetails, path: Path) -> tuple[str, str]:
    given, name = detail["input"], str(path[-1]) if path else "file"
    sentence, remedy = _SENTENCES.get(detail["type"], ("{message}.", "Compare with the guide for authors."))
    limits = detail.get("ctx", {})
    values = {
        **limits,
        "message": detail["msg"],
        "name": name,
        "given": given,
        "shown": _shown(given),
        "kind": _kind(given),
        "length": len(given) if isinstance(given, (str, list)) else 0,
        "near": _near(name),
        "spelling": _SPELLINGS.get(str(limits.get("pattern")), "Check its spelling."),
    }
    return sentence.format_map(values), remedy.format_map(values)


_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("The field `{name}` is missing.", "Add it."),
    "extra_forbidden": ("There is no field `{name}` here.", "{near}"),
    "literal_error": ("{shown} is not one of the known words.", "Use {expected}."),
    "string_type": ("This must be text, not {kind}.", "Write a text; put numbers in quotes."),
    "string_too_short": ("The text is empty.", "Write something."),
    "string_too_long": ("The text has {length} characters, at most {max_length} are allowed.", "Shorten it."),
    "string_pattern_mismatch": ("{shown} is not written as it should be.", "{spelling}"),
    "int_type": ("This must be a whole number, not {kind}.", "Write digits only, without quotes."),
    "bool_type": ("This must be true or false, not {kind}.", "Write true or false, without quotes."),
    "list_type": ("This must be a list, not {kind}.", "Start each entry with a dash."),
    "dict_type": ("This must be a group of fields, not {kind}.", "Write `name: value` lines below it."),
    "model_type": ("This must be a group of fields, not {kind}.", "Write `name: value` lines below it."),
    "too_short": ("There are {actual_length} entries, at least {min_length} are needed.", "Add more."),
    "too_long": ("There are more entries than the {max_length} allowed.", "Remove some."),
    "greater_than_equal": ("{given} is too small.", "Use {ge} or more."),
    "less_than_equal": ("{given} is too large.", "Use {le} or less."),
}

_SPELLINGS: Final[Mapping[str, str]] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use lower-case letters, digits and single hyphens, such as late-parcel.",
    r"^T(0[1-9]|[12][0-9]|30)$": "Techniques are called T01 to T30.",
    r"^[A-Z]{3}$": "Use three capital letters, such as EUR.",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "Use a language tag such as en or pt-BR.",
}


def _near(name: str) -> str:
    near = get_close_matches(name, _FIELDS, n=1, cutoff=0.75)
    return f"Did you mean `{near[0]}`?" if near else "Remove it."


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
    return "a group of fields"


def _shown(value: object) -> str:
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
