"""One Chromium and one server for all browser tests, a crowd of pages for each. Needs Chromium on PATH."""

import shutil
from collections.abc import AsyncIterator, Generator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, StorageState, async_playwright, expect

from tests.browser.crowd import PATIENCE, Crowd, gathered
from tests.browser.hosting import ROOM, Server, serving
from tests.browser.pages import Desk

CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # A name that is no localhost, and so no secure context, without leaving this machine.
    f"--host-resolver-rules=MAP {ROOM} 127.0.0.1",
)  # fmt: skip
FACILITATOR: Final = "Mia"
_FAILED: Final = pytest.StashKey[bool]()

expect.set_options(timeout=PATIENCE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets a fixture know that its test has failed."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def artefacts(repository: Path) -> Path:
    """Where pictures and the server's log are kept; git ignores it."""
    folder = repository / "test-artefacts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium or another one on PATH."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path is not None, "the browser tests need Chromium on PATH"
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory, artefacts: Path) -> AsyncIterator[Server]:
    """One server with its own data."""
    async with serving(tmp_path_factory.mktemp("data"), artefacts / "server.log") as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def facilitator(browser: Browser, server: Server, artefacts: Path) -> StorageState:
    """The cookie of the first facilitator, who followed the one-time link."""
    async with gathered(browser, server, None, artefacts, "set-up") as crowd:
        desk: Desk = await crowd.desk(signed_in=False)
        await desk.take_account(server.set_up, FACILITATOR, "Set up the desk")
        await desk.at(f"Good to see you, {FACILITATOR}.")
        assert not crowd.complaints
        return await desk.page.context.storage_state()


@pytest_asyncio.fixture(loop_scope="session")
async def crowd(
    browser: Browser, server: Server, facilitator: StorageState, artefacts: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Crowd]:
    """Pages for one test. None of them may complain on its console."""
    async with gathered(browser, server, facilitator, artefacts, request.node.name) as crowd:
        yield crowd
        if request.node.stash.get(_FAILED, False):
            await crowd.picture(request.node.name)
    assert not crowd.complaints
