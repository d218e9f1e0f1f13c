"""Coming in and being sent out: codes, names, locks, invitations and reloads, each with a sentence that helps."""

import asyncio
import re
from typing import Final

import pytest
from playwright.async_api import expect

from tests.browser.crowd import Crowd
from tests.browser.looking import Album
from tests.browser.pages import Desk, Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NAMES: Final = ("Zoë 🦊", "שירה", "يوسف 🌻", "👩‍👩‍👧‍👦 Crew", "Łukasz-Øyvind d'Été")


async def alert(phone: Phone, sentence: str) -> None:
    await expect(phone.page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()


async def invitation(desk: Desk) -> str:
    """A link for one more facilitator, on the host that this machine has for itself."""
    await desk.press("Invite a facilitator")
    await desk.press("Make a link")
    link = await desk.page.get_by_role("textbox", name="Invite a facilitator").input_value()
    return desk.url + link[link.index("/desk") :]


async def test_a_reloaded_desk_goes_on_where_it_was(crowd: Crowd) -> None:
    desk, ana = await crowd.desk(), await crowd.phone("Ana")
    await ana.join(await desk.open_workshop())
    await desk.start_round()
    await ana.at("Who would like to be angry?")
    await desk.page.reload()
    await expect(desk.button("Pause everyone")).to_be_visible()
    await desk.says("Round 1 · playing")
    await desk.press("Pause everyone")
    await ana.at("Paused")


async def test_an_invited_facilitator_steers_the_same_room(crowd: Crowd) -> None:
    desk, other, ana = await crowd.desk(), await crowd.desk("second desk", signed_in=False), await crowd.phone("Ana")
    code = await desk.open_workshop()
    await ana.join(code)
    await desk.words("More").click()
    await other.take_account(await invitation(desk), "Noor", "Come in")
    await other.at("Good to see you, Noor.")
    await other.page.get_by_role("button", name=re.compile(code)).click()
    await other.start_round()
    await expect(desk.button("Pause everyone")).to_be_visible()
    await ana.at("Who would like to be angry?")


async def test_an_invitation_works_once(crowd: Crowd) -> None:
    crowd.expects_refusals = True
    desk, other, third = (
        await crowd.desk(),
        await crowd.desk("second", signed_in=False),
        await crowd.desk("third", signed_in=False),
    )
    await desk.go_home()
    link = await invitation(desk)
    await other.take_account(link, "Lin", "Come in")
    await other.at("Good to see you, Lin.")
    await third.take_account(link, "Sam", "Come in")
    await expect(third.page.get_by_role("alert")).to_contain_text(re.compile(r"\w+.*\."))


async def test_whoever_is_removed_reads_why_and_may_come_back(crowd: Crowd) -> None:
    desk, ana = await crowd.desk(), await crowd.phone("Ana")
    await ana.join(await desk.open_workshop())
    people = await desk.people()
    await people.get_by_role("button", name="Remove: Ana").click()
    await desk.page.get_by_role("dialog", name="Take Ana out?").get_by_role("button", name="Remove", exact=True).click()
    await expect(ana.words(re.compile("facilitator")).first).to_be_visible()
    await ana.come_in()
    await ana.at("You are in, Ana.")


async def test_a_locked_room_says_so_before_anybody_types_a_name(crowd: Crowd) -> None:
    desk, ana, stage = await crowd.desk(), await crowd.phone("Ana"), await crowd.stage()
    code = await desk.open_workshop()
    await stage.open(code)
    await desk.join_button.click()
    await desk.press("Lock joining")
    await stage.says("The doors are closed for now.")
    await ana.open(code)
    await ana.says("This room is locked right now. Ask your facilitator to open it, then try again.")
    await expect(ana.button("Come in")).to_have_count(0)
    await desk.press("Open joining")
    await ana.press("Try again")
    await ana.come_in()
    await ana.at("You are in, Ana.")


async def test_an_unknown_code_is_answered_with_what_to_check(crowd: Crowd) -> None:
    crowd.expects_refusals = True
    ana = await crowd.phone("Ana")
    await ana.open("QQQQQ")
    await alert(ana, "No workshop has this code. Please check the letters on the screen.")
    await ana.page.get_by_label("Room code").fill("")
    await ana.press("Find the room")
    await alert(ana, "Type the code from the big screen.")


async def test_rude_and_empty_and_taken_names_are_sent_back_kindly(crowd: Crowd) -> None:
    crowd.expects_refusals = True
    desk, ana, tom = await crowd.desk(), await crowd.phone("Ana"), await crowd.phone("Tom")
    code = await desk.open_workshop()
    await ana.open(code)
    await ana.come_in("Wanker")
    await alert(ana, "Please choose a name that everyone in the room can read with a smile.")
    await ana.come_in("   ")
    await alert(ana, "Type a name, or roll the dice.")
    await ana.come_in("Ana")
    await ana.at("You are in, Ana.")
    await tom.open(code)
    await tom.come_in("ANA")
    await alert(tom, "Somebody here is already called ANA.")


async def test_a_name_of_five_hundred_characters_is_cut_by_the_page_and_refused_by_the_server(crowd: Crowd) -> None:
    crowd.expects_refusals = True
    desk, ana = await crowd.desk(), await crowd.phone("Ana")
    code = await desk.open_workshop()
    await ana.open(code)
    asked = {"code": code, "nickname": "N" * 500, "avatar": "🦊"}
    answer = await ana.page.request.post(f"{ana.url}/api/join", data=asked)
    assert answer.status == 400
    assert (await answer.json())["sentence"].endswith(".")
    name = ana.page.get_by_label("What shall we call you?")
    await name.click()
    await name.press_sequentially("W" * 40)
    await expect(name).to_have_value("W" * 24)
    await ana.press("Come in")
    await ana.at(f"You are in, {'W' * 24}.")
    assert await ana.page.evaluate("document.documentElement.scrollWidth") == 390


async def test_the_desk_has_no_grave_barrier_around_a_workshop(crowd: Crowd) -> None:
    desk, album = await crowd.desk(), Album(crowd.artefacts)
    await desk.go_home()
    await desk.words("Choose title, scenarios and times first").click()
    await album.look(desk.page, "desk home")
    await desk.open_workshop()
    await album.look(desk.page, "desk empty room")
    await desk.join_button.click()
    await desk.says("How people join")
    await album.look(desk.page, "desk join")
    await desk.press("Close")
    await desk.people()
    await album.look(desk.page, "desk people")
    await desk.press("Close")
    await desk.words("More").click()
    await desk.press("Settings")
    await desk.says("Save settings")
    await album.look(desk.page, "desk settings")
    album.check()


async def test_names_in_any_script_are_shown_as_they_are_written(crowd: Crowd) -> None:
    desk, stage = await crowd.desk(), await crowd.stage()
    code = await desk.open_workshop()
    await stage.open(code)
    phones = [await crowd.phone(name) for name in NAMES]
    await asyncio.gather(*(phone.join(code) for phone in phones))
    for name in NAMES:
        for page in (desk, stage, phones[0]):
            shown = page.page.get_by_text(name, exact=True).first
            await expect(shown).to_be_visible()
            assert await shown.evaluate("element => element.closest('bdi') !== null"), f"{name} may turn what stands beside it"
