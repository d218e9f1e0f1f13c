"""The pages, their headers, and what is no page."""

import re
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application

from game.server.pages import Pages
from tests.server.conftest import House


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "index"),
        ("/j/ROOM1", "index"),
        ("/desk", "desk"),
        ("/desk/ROOM1", "desk"),
        ("/stage/ROOM1", "stage"),
        ("/preview/late", "preview"),
    ],
)
async def test_every_page_has_its_file_and_is_asked_for_anew(house: House, path: str, title: str) -> None:
    async with house.http.get(house.url + path) as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-cache"
        assert f"<title>{title}</title>" in await answer.text()


async def test_assets_are_kept_for_ever(house: House) -> None:
    async with house.http.get(house.url + "/assets/main-abc123.js") as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_files_beside_the_pages_are_served(house: House) -> None:
    async with house.http.get(house.url + "/icon.svg") as answer:
        assert (answer.status, answer.content_type) == (200, "image/svg+xml")


@pytest.mark.parametrize("path", ["/", "/assets/main-abc123.js", "/api/content", "/nothing/here", "/healthz"])
async def test_the_policy_holds_for_every_answer(house: House, path: str) -> None:
    async with house.http.get(house.url + path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        host = house.url.removeprefix("http://")
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "style-src 'self';" in policy
        assert f"connect-src 'self' ws://{host} wss://{host};" in policy
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"unsafe|data:|\*", policy)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/nothing", "/assets/nothing.js", "/api/nothing", "/assets/..%2Findex.html", "/j/a/b"])
async def test_what_is_not_there_says_so(house: House, path: str) -> None:
    status, problem = await house.get(path)
    assert (status, problem["code"]) == (404, "not_found")


async def test_a_wrong_method_says_so(house: House) -> None:
    status, problem = await house.post("/api/content", {})
    assert (status, problem["code"]) == (404, "not_found")


async def test_pages_that_were_never_built_say_what_to_do(tmp_path: Path) -> None:
    app = Application()
    app.add_routes(Pages(tmp_path / "missing").routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/desk")
        assert answer.status == 503
        assert "make web" in await answer.text()


async def test_only_a_preview_may_stand_inside_another_page_and_only_inside_ours(house: House) -> None:
    for path, frames, ancestors in (
        ("/preview/late", "SAMEORIGIN", "'self'"),
        ("/desk", "DENY", "'none'"),
        ("/", "DENY", "'none'"),
    ):
        async with house.http.get(house.url + path) as answer:
            assert answer.headers["X-Frame-Options"] == frames
            assert f"frame-ancestors {ancestors}" in answer.headers["Content-Security-Policy"]
