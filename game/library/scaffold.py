"""A first scenario for a new author, as commented YAML that passes the check. Knows no rules."""

from importlib import resources

from game.library.explain import validate
from game.library.faults import Finding
from game.library.schema import ScenarioIn


def scaffold(slug: str) -> str:
    """The text of a new scenario file. Raises ValueError, with a sentence, for a slug that cannot name a file."""
    template = resources.files("game.library").joinpath("scaffold.yaml").read_text(encoding="utf-8")
    if fault := _slug_fault(slug):
        raise ValueError(f"{fault.sentence} {fault.remedy}")
    return template.replace("slug: SLUG", f"slug: {slug}", 1)


def _slug_fault(slug: str) -> Finding | None:
    _, findings = validate(ScenarioIn, {"slug": slug})
    return next((finding for finding in findings if finding.path == ("slug",)), None)
