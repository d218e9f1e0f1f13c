"""The addresses that phones can reach."""

import pytest

from game.core.ids import WorkshopId
from game.server.addresses import Addresses, own_addresses
from game.server.requests import STATUSES

ROOM = WorkshopId("w1")


def addresses(*own: str, public_url: str | None = None) -> Addresses:
    return Addresses(8080, public_url, find=lambda: own)


def test_a_public_url_comes_before_what_the_machine_has() -> None:
    assert addresses("10.0.0.5", public_url="https://play.example/").candidates() == (
        "https://play.example",
        "http://10.0.0.5:8080",
    )


def test_a_machine_on_its_own_still_has_an_address() -> None:
    assert addresses().candidates() == ("http://localhost:8080",)


async def test_another_network_is_found_when_looked_for_again() -> None:
    own = ["10.0.0.5"]
    found = Addresses(8080, find=lambda: tuple(own))
    own[:] = ["192.168.7.7"]
    await found.look_again()
    assert found.chosen == "http://192.168.7.7:8080"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://192.168.1.20:8080", "http://192.168.1.20:8080"),
        (" https://Play.example/ ", "https://play.example"),
        ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
    ],
)
def test_a_plain_address_can_be_chosen(url: str, base: str) -> None:
    found = addresses("10.0.0.5")
    assert found.choose(url) is None
    assert found.chosen == base


@pytest.mark.parametrize(
    "url",
    [
        "",
        "192.168.1.20",
        "ftp://host",
        "javascript:alert(1)",
        "http://",
        "http://host/path",
        "http://u:p@host",
        "http://h:99999",
    ],
)
def test_anything_else_cannot(url: str) -> None:
    found = addresses("10.0.0.5")
    refusal = found.choose(url)
    assert refusal is not None
    assert STATUSES[refusal.code] == 400
    assert found.chosen == "http://10.0.0.5:8080"


def test_distinct_other_machines_count_as_phones() -> None:
    found = addresses("10.0.0.5")
    for address in ("10.0.0.7", "10.0.0.7", "10.0.0.8", "127.0.0.1", "::1", "10.0.0.5", "", None, "::ffff:127.0.0.1"):
        found.note_phone(ROOM, address)
    assert found.phones(ROOM) == 2
    assert found.phones(WorkshopId("w2")) == 0


def test_this_machine_is_looked_at_without_a_fault() -> None:
    assert all(not address.startswith("127.") for address in own_addresses())
