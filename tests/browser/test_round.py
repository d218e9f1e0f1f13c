"""A whole workshop of one round, as three phones, a desk and a stage see it, from the one-time link to the podium."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, StorageState, expect

from tests.browser.crowd import Crowd, gathered
from tests.browser.hosting import Server
from tests.browser.looking import Album
from tests.browser.pages import Desk, Phone, Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

KEYBOARD = {"width": 390, "height": 480}  # what a phone's keyboard leaves of the screen
LARGE = 60  # pixels of 1080, to be read ten metres away
TIME = re.compile(r"\d+:\d\d")
STARTED = "I am so sorry that you had to chase this for weeks."
WARM = f"{STARTED} That should never have landed on you. When did you first notice it, and what did you lose by it?"
BETTER = "I am sorry, you should not have had to ask twice."
ASKED = "I was only quoting the terms."
KEPT = "A policy is no answer to somebody who waits."
COLD = "Calm down. Our policy says that we cannot do anything about that. You should have read the terms."


async def every(*acts: Awaitable[object]) -> None:
    """What several people do at the same time."""
    await asyncio.gather(*acts)


class Evening:
    """One workshop while it is played: Ana is the customer, Tom and Zoë answer."""

    def __init__(self, crowd: Crowd, album: Album, desk: Desk, stage: Stage, phones: tuple[Phone, Phone, Phone]) -> None:
        self.crowd = crowd
        self.album = album
        self.desk = desk
        self.stage = stage
        self.ana, self.tom, self.zoe = self.phones = phones

    async def look(self, who: Phone | Desk | Stage, screen: str) -> None:
        kind = {Phone: "phone", Desk: "desk", Stage: "stage"}[type(who)]
        await self.album.look(who.page, f"{kind} {screen}")

    async def arrive(self) -> None:
        code = await self.desk.open_workshop()
        await self.stage.open(code)
        await self.stage.says(code)
        await self.ana.page.goto(f"{self.ana.url}/")
        await self.ana.at("Join the room")
        await self.look(self.ana, "code")
        await self.ana.page.get_by_label("Room code").fill(code.lower())
        await self.ana.press("Find the room")
        await self.ana.says("What shall we call you?")
        await self.look(self.ana, "name")
        await self.ana.come_in()
        await every(self.tom.join(code), self.zoe.join(code))
        for phone in self.phones:
            await every(self.desk.says(phone.name), self.stage.says(phone.name))
        await self.look(self.ana, "lobby")
        await self.ana.press("Menu")
        await self.look(self.ana, "menu")
        await self.ana.press("Close")
        await self.look(self.desk, "lobby")
        await self.look(self.stage, "lobby")

    async def cast(self) -> None:
        await self.desk.start_round()
        await self.ana.volunteer(willing=True)
        await self.tom.at("Who would like to be angry?")
        await self.look(self.tom, "casting")
        await every(self.tom.volunteer(willing=False), self.zoe.volunteer(willing=False))
        await self.ana.at("You are the customer")
        await self.look(self.ana, "card")
        await self.ana.press("Open my card")
        await self.ana.says("Your story")
        await self.look(self.ana, "card open")
        await self.tom.at("Your case")
        await self.look(self.tom, "case")
        await every(self.tom.read_case(), self.zoe.read_case(), self.ana.press("I know who I am"))

    async def first_floor(self) -> None:
        await self.tom.at(re.compile("^Beat 1"))
        await self.look(self.tom, "ready")
        await every(*(phone.ready(1) for phone in self.phones))
        await expect(self.ana.lines.first).to_be_visible()
        await self.look(self.ana, "floor")
        said = await self.ana.speak()
        await every(*(agent.says(said) for agent in (self.tom, self.zoe)))
        await self.ana.press("Wildcards")
        await self.ana.says("Each can be played once.")
        await self.look(self.ana, "wildcards")
        await self.ana.press("Close")
        await self.look(self.desk, "playing")
        await self.look(self.stage, "playing")
        await self.ana.yield_floor()

    async def first_replies(self) -> None:
        await self.tom.at("Your answer")
        await self.tom.reply.fill(STARTED)
        await self.look(self.tom, "answer")
        await self.reload_in_mid_reply()
        await self.send_above_the_keyboard()
        await self.tom.at("Your reply is out")
        await self.look(self.tom, "sent")
        await self.zoe.at("Your answer")
        await self.zoe.press(re.compile(r"^Actions"))
        await self.zoe.tick("Look it up")
        await self.look(self.zoe, "actions")
        await self.zoe.press("Done")
        await self.zoe.answer(COLD)

    async def reload_in_mid_reply(self) -> None:
        """The draft, the conversation and the place are what they were."""
        place = self.tom.page.get_by_role("banner")
        before = TIME.sub("", await place.inner_text())
        await self.tom.page.reload()
        await self.tom.at("Your answer")
        await expect(self.tom.reply).to_have_value(STARTED)
        await expect(place).to_contain_text("Beat 1 of 2")
        assert TIME.sub("", await place.inner_text()) == before

    async def send_above_the_keyboard(self) -> None:
        size = self.tom.page.viewport_size
        assert size is not None
        await self.tom.reply.tap()
        await self.tom.page.set_viewport_size(KEYBOARD)  # type: ignore[arg-type]
        await self.tom.reply.fill(WARM)
        await expect(self.tom.button("Send")).to_be_in_viewport(ratio=1)
        await self.tom.press("Send")
        await self.tom.page.set_viewport_size(size)

    async def hear(self) -> None:
        await self.ana.at("How does that feel?")
        await self.ana.has_answers(2)
        facts = self.ana.page.get_by_role("group", name="What did it ask about?").get_by_role("checkbox")
        await facts.first.check()
        await expect(facts.first).to_be_checked()
        await self.look(self.ana, "hear")
        await self.ana.mark_all({WARM: "better", COLD: "much worse"})
        await self.ana.at("What do you need most?")
        await self.look(self.ana, "need")
        await self.ana.seal("To be heard")

    async def first_reveal(self) -> None:
        await every(*(phone.sees_the_reveal() for phone in self.phones), self.stage.at("The reveal"))
        for agent in (self.tom, self.zoe):
            await expect(agent.page.get_by_role("heading", name=re.compile("^Your reply"))).to_be_visible()
            await expect(agent.page.locator(".own .points-total")).to_have_text(re.compile(r"^\d+ points$"))
        await expect(self.tom.page.locator(".own .evidence-reasons li").first).to_be_visible()
        for phone in self.phones:
            await expect(phone.page.get_by_role("meter", name=re.compile("^Heat of"))).to_be_visible()
            await expect(phone.page.get_by_role("list", name="What moved it").get_by_role("listitem").first).to_be_visible()
            await phone.says("What the customer needed: to be heard.")
        await self.look(self.tom, "reveal")
        await self.look(self.ana, "reveal as the customer")
        await self.look_again()
        await self.show_a_reply()
        await self.look(self.stage, "reveal")
        await every(*(phone.press("Got it") for phone in self.phones))

    async def look_again(self) -> None:
        """Zoë asks about one of her marks; the desk keeps it with a sentence, which she reads and Tom does not."""
        asking = self.zoe.page.get_by_role("button", name=re.compile("^Ask for a second look"))
        await asking.first.tap()
        await self.zoe.page.get_by_label("What did the rubric miss?").fill(ASKED)
        await self.look(self.zoe, "second look")
        await self.zoe.press("Send")
        await self.zoe.says("With your facilitator.")
        await expect(asking).to_have_count(0)
        await self.desk.says(ASKED)
        await self.desk.press("Keep it")
        await self.desk.page.get_by_label("Why does it stay?").fill(KEPT)
        await self.desk.press("Keep the mark")
        await self.zoe.says(KEPT)
        await expect(self.tom.words(KEPT)).to_have_count(0)

    async def show_a_reply(self) -> None:
        """The desk puts the heard reply on the stage, large also where nothing may move, and takes it off again."""
        await self.stage.page.emulate_media(reduced_motion="reduce")
        await self.desk.press("Show on the stage")
        quotation = self.stage.page.locator("blockquote")
        await expect(quotation).to_contain_text(re.compile(r"\w"))
        await self.stage.says("One of you")
        assert await quotation.evaluate("quote => parseFloat(getComputedStyle(quote.querySelector('p')).fontSize)") >= LARGE
        await self.look(self.stage, "quote")
        await self.look(self.desk, "reveal")
        await self.desk.press("Take off the stage")
        await expect(quotation).to_have_count(0)

    async def second_beat(self) -> None:
        await every(*(phone.ready(2) for phone in self.phones))
        await self.ana.speak()
        await self.ana.yield_floor()
        await every(self.tom.answer(WARM), self.zoe.answer(WARM.upper()))
        await self.ana.mark_all({WARM: "much better", WARM.upper(): "no change"})
        await self.ana.seal("A way out")
        await every(*(phone.sees_the_reveal() for phone in self.phones))
        await every(*(phone.press("Got it") for phone in self.phones))

    async def end_of_the_scene(self) -> None:
        await every(*(phone.says("Word of mouth") for phone in self.phones), self.stage.at("How it ended"))
        await every(self.tom.thank(), self.zoe.thank())
        await self.look(self.tom, "outcome")
        await self.ana.says("2 agents thank you.")
        await self.look(self.ana, "outcome as the customer")
        await self.ana.step_out("Somebody who lets me finish.")
        await self.desk.choose("Skip this phase")

    async def second_take(self) -> None:
        await self.tom.at("Second take")
        await self.look(self.tom, "second take")
        await self.stage.at("Second take")
        await self.look(self.stage, "second take")
        await every(
            self.tom.take_again("I am sorry, you should not have had to ask twice."), self.ana.at("Your aim for next time")
        )
        await self.look(self.tom, "aim")
        await every(self.tom.pick_aim(), self.ana.pick_aim())
        await self.desk.press("On to the debrief")

    async def look_back(self) -> None:
        await every(*(phone.at("Looking back") for phone in self.phones), self.stage.at("How hot was it?"))
        await self.tom.says(BETTER)
        await self.zoe.says("Somebody who lets me finish.")
        await self.look(self.tom, "debrief")
        await self.look(self.stage, "debrief")
        await every(*(phone.press("Done looking") for phone in self.phones))

    async def breathe(self) -> None:
        await every(*(phone.at("Breathe") for phone in self.phones), self.stage.says("Let it go before the next one."))
        await self.ana.page.get_by_role("group", name="How tense are you right now?").get_by_role("button", name="4").tap()
        await self.ana.says("And now?")
        await self.look(self.ana, "breather")
        await self.look(self.stage, "breather")
        await self.desk.press("Finish the round")

    async def stand(self) -> None:
        await every(*(phone.at("After round 1") for phone in self.phones), self.stage.at("After round 1"))
        await self.look(self.tom, "between")
        await self.look(self.ana, "between as the customer")
        await self.look(self.stage, "between")
        await self.desk.words("More").click()
        await self.desk.press("Standings")
        await self.desk.says("Standings so far")
        await self.look(self.desk, "standings")
        await self.desk.press("Close")

    async def celebrate(self) -> None:
        await self.desk.choose("Start the ceremony")
        await every(*(phone.at(f"Thank you, {phone.name}.") for phone in self.phones), self.stage.at("That was it"))
        await self.look(self.tom, "ceremony")
        await expect(self.stage.page.get_by_role("listitem", name="Place 1")).to_contain_text(re.compile(r"\d\.\d"))
        await self.stage.says("You leave as")
        await self.look(self.stage, "ceremony")
        await self.look(self.desk, "ceremony")

    async def play(self) -> None:
        await self.arrive()
        await self.cast()
        await self.first_floor()
        await self.first_replies()
        await self.hear()
        await self.first_reveal()
        await self.second_beat()
        await self.end_of_the_scene()
        await self.second_take()
        await self.look_back()
        await self.breathe()
        await self.stand()
        await self.celebrate()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def evening(browser: Browser, server: Server, facilitator: StorageState, artefacts: Path) -> AsyncIterator[Evening]:
    """The workshop after its ceremony; a step that fails, fails every test that asks for it."""
    async with gathered(browser, server, facilitator, artefacts, "evening") as crowd:
        phones = (await crowd.phone("Ana"), await crowd.phone("Tom"), await crowd.phone("Zoë 🦊"))
        played = Evening(crowd, Album(artefacts), await crowd.desk(), await crowd.stage(), phones)
        await played.play()
        yield played


async def test_a_workshop_is_played_from_the_one_time_link_to_the_podium(evening: Evening) -> None:
    await expect(evening.stage.page.get_by_role("listitem", name="Place 1")).to_be_visible()
    await evening.tom.says("Your team leaves as")


async def test_no_page_complains_on_its_console(evening: Evening) -> None:
    assert not evening.crowd.complaints


async def test_no_phone_scrolls_sideways_and_the_stage_never_scrolls(evening: Evening) -> None:
    assert not evening.album.overflows, "\n".join(evening.album.overflows)


async def test_no_screen_has_a_grave_barrier_in_light_or_dark(evening: Evening) -> None:
    assert not evening.album.barriers, "\n".join(evening.album.barriers)
