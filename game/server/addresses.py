"""Finds the address that phones can reach, and counts the phones that did. Knows nothing of codes, QRs or workshops' rules."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from game.core.ids import WorkshopId
from game.core.refusal import Refusal

MOST_PHONES: Final = 1_000  # remembered for each workshop
# An address for documentation: asking for the way there sends nothing, but names the interface of the default route.
_FAR_AWAY: Final = ("192.0.2.1", 9)


def own_addresses() -> tuple[str, ...]:
    """This machine's IPv4 addresses that others may reach: the default route's first, then private ones, then the rest."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_FAR_AWAY)
            found.append(probe.getsockname()[0])
        except OSError:
            pass  # no route at all: a machine on its own
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        named = []
    others = sorted({str(entry[4][0]) for entry in named} - set(found), key=lambda one: (not _is_private(one), one))
    return tuple(address for address in (*found, *others) if _is_reachable(address))


class Addresses:
    """The addresses that a join link can carry. `public_url` wins where it is given."""

    def __init__(self, port: int, public_url: str | None = None, find: Callable[[], tuple[str, ...]] = own_addresses) -> None:
        self._port = port
        self._find = find
        self._own = find()
        self._chosen: str | None = None
        self._phones: dict[WorkshopId, set[str]] = {}
        self.public_url = None if public_url is None else public_url.rstrip("/")

    def candidates(self) -> tuple[str, ...]:
        """Base addresses such as `http://192.168.1.20:8080`, the most promising first. Never empty."""
        ours = tuple(f"http://{address}:{self._port}" for address in self._own) or (f"http://localhost:{self._port}",)
        return ours if self.public_url is None else (self.public_url, *ours)

    async def look_again(self) -> None:
        """Find this machine's addresses once more: it may have joined another network."""
        self._own = await asyncio.to_thread(self._find)

    @property
    def chosen(self) -> str:
        """The base address that links and QRs carry now."""
        return self._chosen or self.candidates()[0]

    def choose(self, url: str) -> Refusal | None:
        """Use this address from now on. Refuses with `bad_address` what is no plain http(s) address."""
        base = _base_of(url.strip())
        if base is None:
            return Refusal("bad_address", "Please give an address such as http://192.168.1.20:8080, without a path.")
        self._chosen = base
        return None

    def note_phone(self, workshop: WorkshopId, address: str | None) -> None:
        """Somebody reached this workshop from `address`. This machine itself does not count."""
        if address is None or not _is_reachable(address) or address in self._own:
            return
        phones = self._phones.setdefault(workshop, set())
        if len(phones) < MOST_PHONES:
            phones.add(address)

    def phones(self, workshop: WorkshopId) -> int:
        """How many distinct addresses other than this machine's have reached the workshop since the server started."""
        return len(self._phones.get(workshop, ()))


def _base_of(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    plain = parts.path in ("", "/") and not parts.query and not parts.fragment and "@" not in parts.netloc
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _is_private(address: str) -> bool:
    return ipaddress.ip_address(address).is_private


def _is_reachable(address: str) -> bool:
    """Whether another machine could have this address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return not (mapped.is_loopback or mapped.is_link_local or mapped.is_unspecified or mapped.is_multicast)
