"""Turns what the schema complains about into sentences for authors. Knows the schema's words, not its meaning."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.library import schema
from game.library.faults import Finding, Path

Model = TypeVar("Model", bound=BaseModel)

_FIELDS = sorted(
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
    limits: dict[str, Any] = detail.get("ctx", {})
    given = detail["input"]
    name = path[-1] if path else "file"
    match detail["type"]:
        case "missing":
            return f"The field `{name}` is missing.", "Add it."
        case "extra_forbidden":
            near = get_close_matches(str(name), _FIELDS, n=1, cutoff=0.75)
            return f"There is no field `{name}` here.", f"Did you mean `{near[0]}`?" if near else "Remove it."
        case "literal_error":
            return f"{_shown(given)} is not one of the known words.", f"Use {limits['expected']}."
        case "string_type":
            return f"This must be text, not {_kind(given)}.", "Write a text; put numbers in quotes."
        case "string_too_short":
            return "The text is empty.", "Write something."
        case "string_too_long":
            return f"The text has {len(str(given))} characters, at most {limits['max_length']} are allowed.", "Shorten it."
        case "string_pattern_mismatch":
            return f"{_shown(given)} is not written as it should be.", _PATTERNS.get(limits["pattern"], "Check its spelling.")
        case "int_type" | "int_parsing":
            return f"This must be a whole number, not {_kind(given)}.", "Write digits only, without quotes."
        case "bool_type":
            return f"This must be true or false, not {_kind(given)}.", "Write true or false, without quotes."
        case "list_type":
            return f"This must be a list, not {_kind(given)}.", "Start each entry with a dash."
        case "dict_type" | "model_type":
            return f"This must be a group of fields, not {_kind(given)}.", "Write `name: value` lines below it."
        case "too_short":
            return f"There are {limits['actual_length']} entries, at least {limits['min_length']} are needed.", "Add more."
        case "too_long":
            return f"There are more entries than the {limits['max_length']} allowed.", "Remove some."
        case "greater_than_equal":
            return f"{given} is too small.", f"Use {limits['ge']} or more."
        case "less_than_equal":
            return f"{given} is too large.", f"Use {limits['le']} or less."
    return f"{detail['msg']}.", "Compare with the guide for authors."


_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use lower-case letters, digits and single hyphens, such as late-parcel.",
    r"^T(0[1-9]|[12][0-9]|30)$": "Techniques are called T01 to T30.",
    r"^[A-Z]{3}$": "Use three capital letters, such as EUR.",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "Use a language tag such as en or pt-BR.",
}


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
