"""A phone on the room's Wi-Fi: plain http under a name that is no localhost, and so no secure context."""

import pytest
from playwright.async_api import expect

from tests.browser.crowd import Crowd
from tests.browser.hosting import ROOM

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_phone_without_a_secure_context_joins_and_answers(crowd: Crowd) -> None:
    desk, ana = await crowd.desk(), await crowd.phone("Ana")
    tom, zoe = await crowd.phone("Tom", host=ROOM), await crowd.phone("Zoe", host=ROOM)
    code = await desk.open_without_clocks()
    for phone in (ana, tom, zoe):
        await phone.join(code)
    assert not await tom.page.evaluate("isSecureContext")
    assert await ana.page.evaluate("isSecureContext")
    await desk.start_round()
    await ana.volunteer(willing=True)
    for agent in (tom, zoe):
        await agent.volunteer(willing=False)
    await ana.read_card()
    for agent in (tom, zoe):
        await agent.read_case()
    for phone in (ana, tom, zoe):
        await phone.ready(1)
    await ana.speak()
    await ana.yield_floor()
    await tom.answer("I am sorry that you had to wait. What happened first?")
    await tom.at("Your reply is out")
    await tom.press("Menu")
    await tom.press("Copy")
    await expect(tom.button("✓ Copied").or_(tom.words("Press and hold the link to copy it."))).to_be_visible()
