"""Everybody who has a page open in one test: a browser profile each, and an ear for what their pages complain about."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, Literal, cast

from playwright.async_api import Browser, ConsoleMessage, Page, StorageState

from tests.browser.hosting import Server
from tests.browser.pages import Desk, Phone, Stage

Scheme = Literal["light", "dark"]
PATIENCE: Final = 20_000  # milliseconds that anything may take to be seen on a busy machine
_REFUSED: Final = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


class Crowd:
    """Opens pages as phones, desks and stages. `complaints` are all errors and warnings of all of them."""

    def __init__(self, browser: Browser, server: Server, facilitator: StorageState | None, artefacts: Path) -> None:
        self._browser = browser
        self._facilitator = facilitator
        self._pages: dict[str, Page] = {}
        self.server = server
        self.artefacts = artefacts
        self.complaints: list[str] = []
        self.expects_refusals = False

    async def phone(self, name: str, *, host: str = "localhost") -> Phone:
        """One hand, 390 x 844, touch."""
        options = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "device_scale_factor": 1}
        return Phone(await self._open(name, options), name, self.server.at(host))

    async def desk(self, name: str = "desk", *, signed_in: bool = True) -> Desk:
        """A laptop, 1440 x 900."""
        options: dict[str, object] = {"viewport": {"width": 1440, "height": 900}}
        if signed_in:
            options["storage_state"] = self._facilitator
        return Desk(await self._open(name, options), self.server.url)

    async def stage(self) -> Stage:
        """A projector, 1920 x 1080, whose browser nobody has signed in."""
        return Stage(await self._open("stage", {"viewport": {"width": 1920, "height": 1080}}), self.server.url)

    async def _open(self, who: str, options: dict[str, object]) -> Page:
        context = await self._browser.new_context(**cast("dict[str, str]", options))  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("console", lambda message: self._heard(who, message))
        page.on("pageerror", lambda error: self.complaints.append(f"{who}: {error}"))
        self._pages[who] = page
        return page

    def _heard(self, who: str, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning") or (self.expects_refusals and _REFUSED.match(message.text)):
            return
        self.complaints.append(f"{who}: {message.text} ({message.location.get('url', '')})")

    async def picture(self, name: str) -> None:
        """A screenshot of every open page, to look at after a failure."""
        for who, page in self._pages.items():
            if not page.is_closed():
                await page.screenshot(path=self.artefacts / f"{name} - {file_name(who)}.png")

    async def leave(self) -> None:
        """Close every page."""
        for page in self._pages.values():
            await page.context.close()
        self._pages.clear()


def file_name(words: str) -> str:
    """The letters and digits of `words`, for a name on any file system."""
    return re.sub(r"[^\w.-]+", "-", words, flags=re.ASCII).strip("-")


@asynccontextmanager
async def gathered(
    browser: Browser, server: Server, facilitator: StorageState | None, artefacts: Path, name: str
) -> AsyncIterator[Crowd]:
    """A crowd for as long as the block lasts; what they saw is kept as pictures where the block fails."""
    crowd = Crowd(browser, server, facilitator, artefacts)
    try:
        yield crowd
    except BaseException:
        await crowd.picture(name)
        raise
    finally:
        await crowd.leave()
