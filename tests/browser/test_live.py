"""A live beat as four phones and a desk see it: one is on the line, two are behind, one is the customer."""

import asyncio
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import expect

from tests.browser.crowd import Crowd
from tests.browser.looking import Album
from tests.browser.pages import Desk, Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FIRST: Final = "I am so sorry that you had to chase this for weeks. What happened first?"
SECOND: Final = "Thank you for telling me. I am sending the new part today, and I write to you by four."
BACK: Final = "It broke on the second day, and nobody rang back."


async def to_the_exchange(desk: Desk, ana: Phone, agents: tuple[Phone, ...]) -> None:
    """A round is started live, Ana is the customer, and she has yielded the floor."""
    code = await desk.open_without_clocks()
    for phone in (ana, *agents):
        await phone.join(code)
    await desk.words("One on the line").click()
    await desk.start_round()
    await ana.volunteer(willing=True)
    await asyncio.gather(*(agent.volunteer(willing=False) for agent in agents))
    await asyncio.gather(ana.read_card(), *(agent.read_case() for agent in agents))
    await asyncio.gather(*(phone.ready(1) for phone in (ana, *agents)))
    await ana.speak()
    for agent in agents[1:]:
        await agent.at("You are behind them")
    await ana.yield_floor()


async def test_one_talks_the_others_notice_the_line_is_handed_over_and_the_reveal_tells(crowd: Crowd, artefacts: Path) -> None:
    album = Album(artefacts)
    desk = await crowd.desk()
    ana, tom, zoe, ben = [await crowd.phone(name) for name in ("Ana", "Tom", "Zoë", "Ben")]
    await to_the_exchange(desk, ana, (tom, zoe, ben))

    await tom.at("You are on the line")
    await desk.says("Tom on the line")
    await tom.reply.fill(FIRST)
    await album.look(tom.page, "phone on the line")
    await tom.press("Send")
    await zoe.says(FIRST)
    await zoe.press("That stung")
    await zoe.press("That calmed them")
    await expect(zoe.button("That calmed them")).to_have_attribute("aria-pressed", "true")
    await album.look(zoe.page, "phone behind the line")

    await ana.at("You are talking to them")
    await ana.mark("better")
    await ana.page.get_by_role("textbox", name="Say it in your own words").fill(BACK)
    await album.look(ana.page, "phone talking")
    await ana.press("Say")
    await tom.says(BACK)
    await tom.press("Ask for time")
    await album.look(tom.page, "phone asking for time")
    await tom.press("You look something up: 30 seconds")
    await asyncio.gather(*(phone.says(re.compile("Please give me 30 seconds")) for phone in (ana, tom, zoe, ben)))

    await tom.press("Hand over")
    await zoe.at("You are on the line")
    await tom.at("You are behind them")
    await zoe.reply.fill(SECOND)
    await zoe.press("Send")
    await ana.says(SECOND)
    await album.look(desk.page, "desk live")
    await ana.press("That is where I stand")

    await asyncio.gather(judge(ana), ben.judge_all())
    for phone in (ana, tom, zoe, ben):
        await phone.sees_the_reveal()
    await ben.says("The turn that turned it")
    await ben.says("Your team noticed")
    await tom.says("calmed 1")
    await album.look(ben.page, "phone live reveal")
    album.check()


async def judge(ana: Phone) -> None:
    """The first turn has its mark already; the second gets one, and a need is sealed."""
    await ana.has_answers(2)
    await ana.go_on()
    await ana.mark("much better")
    await ana.go_on()
    await ana.seal("To be heard")
