"""Where the built pages and the content lie, in a checkout and in an installed package. Knows nothing of what they hold."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def web_folder() -> Path:
    """The folder of the built pages: `index.html` (phone), `desk.html`, `stage.html` and `assets/`.

    It is part of the package in both cases; it is missing only in a checkout whose pages were never built.
    """
    return _PACKAGE / "_web"


def content_folder() -> Path:
    """The folder of the authored packs: `scenarios/`, `rubric/`, `badges/`, `coaching/`.

    The copy inside the package where it was installed from a wheel, else the repository's `content/`.
    """
    carried = _PACKAGE / "_content"
    return carried if carried.is_dir() else _PACKAGE.parent / "content"
