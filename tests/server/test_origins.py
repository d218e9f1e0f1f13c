"""Our own pages and everybody else's."""

import pytest

from game.server.origins import content_policy, same_origin


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        (None, True),
        ("", True),
        ("http://room.local:8080", True),
        ("https://ROOM.local:8080", True),
        ("https://play.example", True),
        ("http://room.local", False),
        ("http://room.local:8080.evil.example", False),
        ("http://evil.example", False),
        ("null", False),
        ("file://", False),
        ("http://[", False),
        ("chrome-extension://room.local:8080", False),
    ],
)
def test_a_page_is_ours_by_host_and_port(origin: str | None, ours: bool) -> None:
    assert same_origin(origin, "room.local:8080", "https://play.example") is ours


@pytest.mark.parametrize("host", ["x; script-src *", "a b", "", "é", "a,b", "[::1"])
def test_a_made_up_host_gets_nothing_into_the_policy(host: str) -> None:
    assert "connect-src 'self';" in content_policy(host)


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "[::1]:8080", "room.local"])
def test_sockets_of_this_host_are_allowed(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host};" in content_policy(host)
