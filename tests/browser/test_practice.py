"""Somebody alone with a phone: from the first page to a customer, away and back, without a code and without an account."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.crowd import Crowd
from tests.browser.hosting import ROOM

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
COT = "The cot that will not stand"


async def test_somebody_practises_alone_goes_away_and_comes_back(crowd: Crowd) -> None:
    phone = await crowd.phone("Ana", host=ROOM)
    await phone.page.goto(phone.url)
    await phone.page.get_by_role("link", name="Practise alone").tap()
    await phone.at("Practice")
    await phone.button(re.compile(COT)).tap()
    await phone.page.get_by_label("What may the reveal call you?").fill("Ana")
    await phone.press("Begin")
    await phone.at("Your case")

    await phone.press("Menu")
    await expect(phone.words("Your pass")).to_have_count(0)
    await phone.press("Put it aside")
    await phone.at("Practice")
    await phone.press(f"Go on: {COT}")
    await phone.at("Your case")

    await phone.page.reload()
    await phone.press("I have read it")
    await phone.says("You are ready.")
