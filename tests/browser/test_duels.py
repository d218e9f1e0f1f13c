"""The vote as five phones of one team see it, and as the gallery of another team does."""

import asyncio
import re
from collections.abc import Sequence
from typing import Final

import pytest
from playwright.async_api import expect

from tests.browser.crowd import Crowd
from tests.browser.looking import Album
from tests.browser.pages import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FIVE: Final = ("Ana", "Ben", "Cleo", "Dev", "Eli")
THREE: Final = ("Flo", "Gus", "Hana")
REPLIES: Final = {
    "Ben": "I am sorry that you had to wait so long. What happened after your first message?",
    "Cleo": "That is terrible, and you are right to be angry. I will look it up and tell you in ten minutes.",
    "Dev": "We have rules about this. There is nothing I can do today.",
    "Eli": "Thank you for telling me the whole story. Which part of it hurts most right now?",
}


async def two_teams(crowd: Crowd) -> tuple[list[Phone], list[Phone]]:
    """A round without clocks has begun with five in the first team and three in the second, as the desk left them."""
    desk = await crowd.desk()
    code = await desk.open_without_clocks()
    phones = [await crowd.phone(name) for name in (*FIVE, *THREE)]
    for phone in phones:
        await phone.join(code)
    people = await desk.people()
    first = await people.get_by_label("Move Ana to").locator("option:checked").inner_text()
    choice = people.get_by_label("Move Flo to")
    second = await choice.locator("option:checked").inner_text()
    # Teams that were touched by hand are not dealt evenly when the round begins.
    for team in (first, second):
        await choice.select_option(label=team)
        await expect(choice.locator("option:checked")).to_have_text(team)
    await people.get_by_role("button", name="Close").click()
    await desk.start_round()
    return phones[:5], phones[5:]


async def reach_the_floor(phones: Sequence[Phone]) -> None:
    """The first of them is the customer."""
    customer, *agents = phones
    await asyncio.gather(customer.volunteer(willing=True), *(agent.volunteer(willing=False) for agent in agents))
    await asyncio.gather(customer.read_card(), *(agent.read_case() for agent in agents))
    await asyncio.gather(*(phone.ready(1) for phone in phones))
    await customer.at("The floor is yours")


async def test_agents_judge_what_they_did_not_write_and_another_team_judges_too(crowd: Crowd) -> None:
    five, three = await two_teams(crowd)
    await asyncio.gather(reach_the_floor(five), reach_the_floor(three))
    ana, *agents = five
    await ana.speak()
    await ana.yield_floor()
    await agents[0].answer(REPLIES[agents[0].name])
    await ana.has_answers(1)
    await asyncio.gather(*(agent.answer(REPLIES[agent.name]) for agent in agents[1:]))
    await ana.has_answers(4)
    await expect(ana.bubble(REPLIES[agents[0].name])).to_be_visible()  # still the one that is being read
    waiting, album = three[1], Album(crowd.artefacts)
    await wait_in_the_gallery(waiting)
    await expect(agents[0].duel).to_have_count(2)
    await album.look(agents[0].page, "phone duel")
    pairs = dict(
        zip((agent.name for agent in agents), await asyncio.gather(*(agent.judge_all() for agent in agents)), strict=True)
    )
    for name, judged in pairs.items():
        assert judged, f"{name} had nothing to judge"
        assert all(REPLIES[name] not in text for pair in judged for text in pair)
        assert len({frozenset(pair) for pair in judged}) == len(judged)
    await judge_in_the_gallery(waiting, album)
    album.check()
    await ana.mark_all(dict(zip(REPLIES.values(), ("better", "no change", "worse", "much better"), strict=True)))
    await ana.seal("Respect")
    await asyncio.gather(*(phone.sees_the_reveal() for phone in five))
    for agent in agents:
        await expect(agent.page.get_by_role("main")).to_contain_text("peers")


async def wait_in_the_gallery(agent: Phone) -> None:
    """An agent whose own customer still speaks cuts in, and so has nothing left to do."""
    await agent.reply.fill("One moment, please.")
    await agent.press("Send")
    await agent.says("They are still talking.")
    await agent.press("Send anyway")
    await agent.at("Your reply is out")
    await agent.says("You cut in while they were speaking.")


async def judge_in_the_gallery(voter: Phone, album: Album) -> None:
    """A duel of the other team, without names."""
    await voter.press("Judge a duel")
    await expect(voter.duel).to_have_count(2)
    shown = await voter.duel.all_inner_texts()
    assert all(any(reply in text for reply in REPLIES.values()) for text in shown)
    assert not any(name in text for name in FIVE for text in shown)
    await voter.words("Their customer said").tap()
    await expect(voter.page.locator("details[open]")).to_contain_text(re.compile(r"\w"))
    await album.look(voter.page, "phone gallery")
    await voter.press("Neither")
    await expect(voter.duel.first).not_to_have_text(shown[0] + shown[1])
