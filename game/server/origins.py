"""Tells our own pages from everybody else's, and says what a page of ours may load. Knows nothing of who is signed in."""

import re
from typing import Final
from urllib.parse import urlsplit

_HOST: Final = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9a-fA-F:.]+\](:\d{1,5})?")

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def same_origin(origin: str | None, host: str, public_url: str | None = None) -> bool:
    """Whether a request to `host` comes from a page of that same host and port, or of the public address.

    Without an `Origin` it does not come from a page at all: programs send none, and carry no cookie of a browser. The
    scheme is left out of it, because a reverse proxy may speak https to the world and http to us.
    """
    if not origin:
        return True
    page = _netloc(origin)
    return page != "" and page in (host.lower(), _netloc(public_url or ""))


def _netloc(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme in ("http", "https") else ""


def content_policy(host: str, *, framed: bool = False) -> str:
    """The Content-Security-Policy of every answer; `framed` ones may stand inside a page of ours, and all others nowhere.

    Sockets are named: older browsers leave them out of 'self'.
    """
    ancestors = "'self'" if framed else "'none'"
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
        f"manifest-src 'self'; connect-src 'self'{sockets}; frame-src 'self'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {ancestors}"
    )
