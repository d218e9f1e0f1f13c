"""Packs at the desk: a faulty one is told everything, a good one is looked into on real phone screens, and played."""

import re

import pytest
from playwright.async_api import FilePayload, Locator, expect

from game.library import scaffold
from tests.browser.crowd import Crowd
from tests.browser.looking import Album
from tests.browser.pages import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CAKE = scaffold("kuchen", language="de")
TITLE = "The cake with the wrong name"


def file(text: str) -> FilePayload:
    return {"name": "kuchen.yaml", "mimeType": "application/yaml", "buffer": text.encode()}


async def send(desk: Desk, text: str) -> None:
    await desk.page.get_by_label("Choose a file").set_input_files(file(text))


def inside(desk: Desk, phone: str) -> Locator:
    return desk.page.get_by_title(phone, exact=True).content_frame.locator("body")


async def test_a_pack_is_mended_added_looked_into_and_taken_away(crowd: Crowd) -> None:
    crowd.expects_refusals = True
    desk, album = await crowd.desk(), Album(crowd.artefacts)
    await desk.go_home()
    await desk.press("Scenarios")

    await send(desk, CAKE.replace("difficulty: 1", "difficulty: 9").replace("fair_max: 25", "fair_max: 300"))
    await desk.says("The pack has 2 faults, so nothing of it was added.")
    await desk.says(re.compile("9 is too large"))
    await album.look(desk.page, "desk with a faulty pack")

    await send(desk, CAKE)
    await desk.says(re.compile("is on the shelf with 1 scenario"))
    await desk.says(re.compile("German"))
    await desk.press(f"Look inside {TITLE}")
    story = inside(desk, "Customer: role card").get_by_text(re.compile("Your daughter turns five"))
    await expect(story).to_have_attribute("lang", "de")
    await expect(inside(desk, "Agents: case file")).to_contain_text("Order 118")
    await expect(inside(desk, "Customer: the floor")).to_contain_text("Twelve children. At three.")
    await expect(inside(desk, "Agents: the reply")).to_contain_text("Good morning. I have a cake here")
    await desk.press("Beat 2: explore")
    floor = inside(desk, "Customer: the floor")
    await expect(floor).to_contain_text("Beat 2 of 3")
    await floor.get_by_role("button", name="Wildcards").dispatch_event("click")
    await expect(floor).to_contain_text("Roland. It says Roland, in pink.")
    await floor.get_by_role("button", name=re.compile("in pink")).dispatch_event("click")
    await expect(floor).to_contain_text("This is a preview: nothing is sent.")
    await album.look(desk.page, "desk with a preview")

    await desk.page.get_by_role("button", name="Close").last.click()
    await desk.press(f"Remove {TITLE}")
    await desk.press("Remove it")
    await desk.says(f"“{TITLE}” was removed.")
    await expect(desk.button(f"Look inside {TITLE}")).to_have_count(0)
    album.check()
