"""A first scenario for a new author, as commented YAML that passes the check. Knows no rules."""

from importlib import resources
from typing import Final

from game.core.scenario import Channel
from game.library.explain import validate
from game.library.faults import Finding
from game.library.schema import ScenarioIn

SCHEMA_FILE: Final = "scenario.schema.json"


def scaffold(slug: str, channel: Channel = "phone", language: str = "en") -> str:
    """The text of a new scenario file. Raises ValueError, with a sentence, for a slug or a language tag that cannot be one."""
    template = resources.files("game.library").joinpath("scaffold.yaml").read_text(encoding="utf-8")
    for field, given in (("slug", slug), ("language", language)):
        if fault := _fault(field, given):
            raise ValueError(f"{fault.sentence} {fault.remedy}")
    for before, after in (
        ("slug: SLUG", f'slug: "{slug}"'),
        ("language: en", f'language: "{language}"'),
        ("channel: phone", f"channel: {channel}"),
    ):
        template = template.replace(before, after, 1)
    return template


def editor_line(schema: str = f"../{SCHEMA_FILE}") -> str:
    """The first line of a scenario by which an editor finds the JSON Schema at `schema`, a path or an address."""
    return f"# yaml-language-server: $schema={schema}"


def _fault(field: str, given: str) -> Finding | None:
    _, findings = validate(ScenarioIn, {field: given})
    return next((finding for finding in findings if finding.path == (field,)), None)
