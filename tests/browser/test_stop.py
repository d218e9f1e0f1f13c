"""The stop button: everybody's, at all times, and indistinguishable from a facilitator's pause."""

import asyncio
import io
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops
from playwright.async_api import expect

from tests.browser.crowd import PATIENCE, Crowd
from tests.browser.looking import Album
from tests.browser.pages import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NAMES: Final = ("Ana", "Tom", "Zoe")
UNSEEN: Final = 3  # of 255 per colour: how smoothly a browser draws a round corner depends on what stood there before


async def paused(phone: Phone, picture: Path) -> tuple[str, bytes]:
    """What stands on a paused phone, and how it looks once everything has come to rest."""
    await phone.at("Paused")
    await expect(phone.page.get_by_role("status").filter(has_text="Paused. All clocks stand still.")).to_be_attached()
    last = b""
    async with asyncio.timeout(PATIENCE / 1000):
        while (now := await phone.page.screenshot(animations="disabled", path=picture)) != last:
            last = now
    return await phone.page.locator("body").aria_snapshot(), last


def apart(one: bytes, other: bytes) -> int:
    """The greatest difference of one dot in one colour, 0 to 255."""
    left, right = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in (one, other))
    assert left.size == right.size
    return max(ImageChops.difference(left, right).tobytes())


async def looks_like(phone: Phone, picture: bytes) -> None:
    """Wait until nobody could tell this phone from the picture: a scrollbar may still fade."""
    async with asyncio.timeout(PATIENCE / 1000):
        while apart(await phone.page.screenshot(animations="disabled"), picture) > UNSEEN:
            pass


async def test_a_stop_looks_like_a_pause_to_everybody_and_ends_when_all_go_on(crowd: Crowd) -> None:
    desk = await crowd.desk()
    code = await desk.open_without_clocks()
    phones = [await crowd.phone(name) for name in NAMES]
    ana, tom, zoe = phones
    await asyncio.gather(*(phone.join(code) for phone in phones))
    await desk.start_round()
    await asyncio.gather(ana.volunteer(willing=True), tom.volunteer(willing=False), zoe.volunteer(willing=False))
    await asyncio.gather(ana.read_card(), tom.read_case(), zoe.read_case())
    await asyncio.gather(*(phone.ready(1) for phone in phones))
    await ana.speak()

    await desk.press("Pause everyone")
    by_the_desk = [await paused(phone, crowd.artefacts / f"paused-by-the-desk-{phone.name}.png") for phone in phones]
    await desk.press("Go on")
    await ana.at("The floor is yours")

    await tom.press("Stop this scene for everyone in your team")
    by_a_stop = [await paused(phone, crowd.artefacts / f"paused-by-a-stop-{phone.name}.png") for phone in phones]
    for phone, (pause, picture), (stop, _) in zip(phones, by_the_desk, by_a_stop, strict=True):
        assert stop == pause, f"{phone.name} reads something else"
        await looks_like(phone, picture)
    assert len({words for words, _ in by_a_stop}) == 1

    await desk.says("Somebody pressed stop. Nobody learns who.")
    album = Album(crowd.artefacts)
    await album.look(ana.page, "phone paused")
    await album.look(desk.page, "desk with a stopped team")
    album.check()
    for phone in (ana, tom):
        await phone.press("Go on")
        await phone.says("You are ready to go on.")
    await zoe.says("2 people are ready to go on.")
    await zoe.press("Go on")
    await ana.at("The floor is yours")
    await asyncio.gather(*(expect(phone.title("Paused")).to_have_count(0) for phone in phones))
