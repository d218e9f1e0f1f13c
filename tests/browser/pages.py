"""The three pages as people use them, by labels, words and roles. Knows nothing of what a test wants to show."""

import asyncio
import re
from collections.abc import Mapping
from re import Pattern
from typing import Final

from playwright.async_api import Locator, Page, expect

PASSWORD: Final = "correct horse battery staple"
ANY: Final = re.compile(r"\S")
DRAWS: Final = 5  # seconds in which a page that is being drawn has drawn


class Seen:
    """What all pages have in common."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def button(self, name: str | Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def words(self, words: str | Pattern[str]) -> Locator:
        """The innermost elements that say these words, whatever else they say."""
        return self.page.get_by_text(words)

    def title(self, name: str | Pattern[str]) -> Locator:
        return self.page.get_by_role("heading", level=1, name=name, exact=True)

    async def awake(self) -> None:
        """Bring this page to the front if a browser with many pages has stopped drawing it: nobody could press on it."""
        try:
            async with asyncio.timeout(DRAWS):
                await self.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => drawn(true)))")
        except TimeoutError:
            await self.page.bring_to_front()

    async def at(self, title: str | Pattern[str]) -> None:
        """Wait for the screen with this title."""
        await expect(self.title(title)).to_be_attached()

    async def says(self, words: str | Pattern[str]) -> None:
        """Wait until these words are to be read."""
        await expect(self.words(words).first).to_be_visible()


class Phone(Seen):
    """One player."""

    def __init__(self, page: Page, name: str, url: str) -> None:
        super().__init__(page)
        self.name = name
        self.url = url

    async def press(self, name: str | Pattern[str]) -> None:
        await self.awake()
        await self.button(name).tap()

    async def tick(self, words: str) -> None:
        """Tap the label of a box or of a choice."""
        await self.page.locator("label").filter(has_text=re.compile(rf"^\W*{re.escape(words)}")).tap()

    # --- the way in

    async def open(self, code: str) -> None:
        await self.page.goto(f"{self.url}/j/{code}")

    async def come_in(self, name: str | None = None) -> None:
        await self.page.get_by_label("What shall we call you?").fill(self.name if name is None else name)
        await self.press("Come in")

    async def join(self, code: str) -> None:
        await self.open(code)
        await self.come_in()
        await self.at(f"You are in, {self.name}.")

    # --- casting and briefing

    async def volunteer(self, *, willing: bool) -> None:
        await self.at("Who would like to be angry?")
        await self.press("I would" if willing else "Not this time")

    async def read_card(self) -> None:
        """Open the role card and be ready."""
        await self.at("You are the customer")
        await self.press("Open my card")
        await self.press("I know who I am")

    async def read_case(self) -> None:
        await self.at("Your case")
        await self.press("I have read it")

    async def ready(self, beat: int) -> None:
        await self.at(re.compile(rf"^Beat {beat}\b"))
        await self.press("Ready")

    # --- the customer

    @property
    def lines(self) -> Locator:
        """The suggested lines to tap."""
        return self.page.get_by_role("region", name="Lines to tap").get_by_role("button").filter(has_not_text="More lines")

    async def speak(self) -> str:
        """Tap the first suggested line; returns its words."""
        await self.at("The floor is yours")
        said = (await self.lines.first.inner_text()).strip()
        await self.lines.first.tap()
        await expect(self.page.get_by_role("log").get_by_text(said)).to_be_visible()
        return said

    async def yield_floor(self) -> None:
        await self.press("That is all. Let them answer")

    async def mark(self, word: str) -> None:
        """Say how the answer on the screen feels; waits until the mark is in."""
        await self.page.get_by_text(word, exact=True).tap()
        await expect(self.page.get_by_role("radio", name=word, exact=True)).to_be_checked()

    async def go_on(self) -> None:
        """From a marked answer to the next one, or to the last question."""
        await self.button(re.compile("^(Next answer|One last thing)$")).tap()

    async def has_answers(self, number: int) -> None:
        """Wait until so many replies have come in."""
        await self.says(re.compile(rf"^Answer \d+ of {number}$"))

    async def mark_all(self, felt: Mapping[str, str]) -> None:
        """Mark every answer by its words, in whatever order they come; then go on to the last question."""
        for _ in felt:
            await self.has_answers(len(felt))
            (words,) = [words for words in felt if await self.bubble(words).count()]
            await self.mark(felt[words])
            await self.go_on()
            await expect(self.bubble(words)).to_have_count(0)

    def bubble(self, words: str) -> Locator:
        """What somebody has said with exactly these words."""
        return self.page.get_by_role("main").get_by_text(words, exact=True)

    async def seal(self, need: str) -> None:
        await self.at("What do you need most?")
        await self.tick(need)

    # --- the agents

    @property
    def reply(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your reply")

    async def answer(self, words: str) -> None:
        """Write and send a reply once the customer has yielded."""
        await self.at("Your answer")
        await self.reply.fill(words)
        await self.press("Send")
        await expect(self.title("Your answer")).not_to_be_attached()

    async def judge_all(self, most: int = 5) -> list[tuple[str, str]]:
        """Choose the upper reply in every duel that is dealt; returns the pairs of texts."""
        pairs: list[tuple[str, str]] = []
        for _ in range(most):
            both = self.duel
            await expect(both.or_(self.title("Your votes are in")).or_(self.button("Got it")).first).to_be_attached()
            if await both.count() == 0:
                break
            texts = await both.all_inner_texts()
            pairs.append((texts[0], texts[1]))
            progress = self.page.get_by_text(re.compile(r"^Duel \d+ of \d+$"))
            before = await progress.inner_text()
            await both.first.tap()
            await expect(progress.filter(has_text=re.compile(rf"^{re.escape(before)}$"))).to_have_count(0)
        return pairs

    @property
    def duel(self) -> Locator:
        """The two replies to choose from."""
        return self.page.locator(".duel-reply")

    # --- the reveal and what comes after

    async def sees_the_reveal(self) -> None:
        """Its title says what became of the heat."""
        await self.at(re.compile("^Heat (fell|rose|stayed)"))
        await expect(self.button("Got it")).to_be_visible()

    async def step_out(self, words: str) -> None:
        await self.says(f"You are {self.name} again.")
        await self.page.get_by_label("One thing your customer needed?").fill(words)
        await self.press("Send")
        await self.says("Kept for the look back.")

    async def thank(self) -> None:
        await self.press("Thank the customer")
        await expect(self.button("✓ Thanked")).to_be_visible()

    async def take_again(self, words: str) -> None:
        """Say the first own sentence again."""
        await self.at("Second take")
        await self.page.get_by_role("main").get_by_role("button").first.tap()
        await self.page.get_by_label("After").fill(words)
        await self.press("Keep it")
        await self.press("Now pick an aim")

    async def pick_aim(self) -> None:
        """Take the first suggestion."""
        await self.at("Your aim for next time")
        await self.page.get_by_role("button", name=re.compile("^When they")).first.tap()
        await self.press("That is my aim")
        await self.at("Your aim is set.")


class Desk(Seen):
    """One facilitator."""

    def __init__(self, page: Page, url: str) -> None:
        super().__init__(page)
        self.url = url

    async def press(self, name: str | Pattern[str]) -> None:
        await self.awake()
        await self.button(name).click()

    async def go_home(self) -> None:
        await self.page.goto(f"{self.url}/desk")
        await self.at(re.compile("^Good to see you"))

    async def take_account(self, link: str, name: str, go: str) -> None:
        """Follow a set-up or an invitation link and choose name and password."""
        await self.page.goto(link)
        await self.page.get_by_label("Your name").fill(name)
        await self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        await self.page.get_by_label("Password once more").fill(PASSWORD)
        await self.press(go)

    async def open_workshop(self) -> str:
        """One click; returns the code."""
        await self.go_home()
        await self.press("Open a workshop")
        return await self._code()

    async def open_without_clocks(self) -> str:
        """A workshop in which everybody takes their time; returns the code."""
        await self.go_home()
        await self.words("Choose title, scenarios and times first").click()
        await self.page.get_by_role("switch", name="Play with clocks").uncheck()
        await self.press("Open it like this")
        return await self._code()

    async def _code(self) -> str:
        said = await self.join_button.get_attribute("aria-label")
        assert said is not None
        return said.rpartition(" ")[2]

    @property
    def join_button(self) -> Locator:
        """In the bar: the code, and the way to everything about joining."""
        return self.button(re.compile(r"^How to join, Code \w+$"))

    async def start_round(self, number: int = 1) -> None:
        await self.press(f"Start round {number}")
        await expect(self.button("Pause everyone")).to_be_visible()

    async def choose(self, name: str) -> None:
        """Press a button and confirm the question that it asks."""
        await self.press(name)
        await self.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
        await expect(self.page.get_by_role("dialog")).to_have_count(0)

    async def people(self) -> Locator:
        """Open the sheet with everybody in the room."""
        await self.press(re.compile(r"^\d+ (person|people)$"))
        return self.page.get_by_role("dialog")


class Stage(Seen):
    """The projector."""

    def __init__(self, page: Page, url: str) -> None:
        super().__init__(page)
        self.url = url

    async def open(self, code: str) -> None:
        await self.page.goto(f"{self.url}/stage/{code}")
