"""Looks at a page as somebody with a small phone, a dark room or a screen reader would. Knows no screen of the game."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from tests.browser.crowd import Scheme, file_name

GRAVE: Final = ("serious", "critical")
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
NARROW: Final = 320

# In the dark only what depends on colours can differ. Our pages have one style sheet each: nothing is to be preloaded.
_COMMON: Final[dict[str, Any]] = {"resultTypes": ["violations"], "preload": False, "iframes": False}
_OPTIONS: Final[dict[Scheme, dict[str, Any]]] = {
    "light": _COMMON,
    "dark": {**_COMMON, "runOnly": ["color-contrast"]},
}

# What can be pushed sideways (or, with `both`, at all), and what sticks out although nothing can be pushed.
_OVERFLOWS: Final = """
(both) => {
  const root = document.documentElement;
  const said = (element) => (element.textContent ?? "").trim();
  const kind = (element) => [element.tagName.toLowerCase(), ...element.classList].join(".");
  const named = (element) => `${kind(element)} "${said(element).slice(0, 40)}"`;
  const pushed = (element, overflow) => element === root || overflow === "auto" || overflow === "scroll";
  const silent = (element) => !element.checkVisibility() || element.closest("[aria-hidden=true], .unseen") !== null;
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const wide = element.scrollWidth - element.clientWidth;
    const high = element.scrollHeight - element.clientHeight;
    if (wide > 1 && pushed(element, style.overflowX)) found.push(`${named(element)} is ${wide}px too wide`);
    if (both && high > 1 && pushed(element, style.overflowY)) found.push(`${named(element)} is ${high}px too high`);
    if (element.childElementCount > 0 || !said(element) || silent(element)) continue;
    const box = element.getBoundingClientRect();
    const out = Math.round(Math.max(box.right - root.clientWidth, -box.left));
    if (box.width > 1 && out > 1) found.push(`${named(element)} sticks out by ${out}px`);
  }
  return found;
}
"""


@dataclass(frozen=True, slots=True)
class Look:
    """One screen, as one of `phone`, `desk` or `stage`. Faults are sentences; none is good."""

    screen: str
    overflows: tuple[str, ...]
    barriers: tuple[str, ...]


@dataclass(slots=True)
class Album:
    """Every look that was taken, with pictures in `folder`."""

    folder: Path
    looks: list[Look] = field(default_factory=list)

    @property
    def overflows(self) -> list[str]:
        return [f"{look.screen}: {fault}" for look in self.looks for fault in look.overflows]

    @property
    def barriers(self) -> list[str]:
        return [f"{look.screen}: {fault}" for look in self.looks for fault in look.barriers]

    def check(self) -> None:
        """Fail with every fault of every look."""
        found = [*self.overflows, *self.barriers]
        assert not found, "\n".join(found)

    async def look(self, page: Page, screen: str) -> None:
        """Picture the page in light and dark, ask axe about both, and try narrower widths on a phone."""
        size = page.viewport_size
        assert size is not None
        phone, stage = screen.startswith("phone"), screen.startswith("stage")
        barriers: list[str] = []
        overflows: list[str] = []
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            await page.screenshot(path=self.folder / f"{file_name(screen)}-{scheme}.png")
            barriers += [f"{scheme}: {barrier}" for barrier in await _barriers(page, scheme)]
        await page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        overflows += [f"{size['width']}px: {fault}" for fault in await page.evaluate(_OVERFLOWS, stage)]
        if phone:
            await page.set_viewport_size({"width": NARROW, "height": size["height"]})
            # The picture comes first: once it is taken, the page has been laid out anew.
            await page.screenshot(path=self.folder / f"{file_name(screen)}-{NARROW}.png")
            overflows += [f"{NARROW}px: {fault}" for fault in await page.evaluate(_OVERFLOWS, False)]
            await page.set_viewport_size(size)
        self.looks.append(Look(screen, tuple(overflows), tuple(barriers)))


async def _barriers(page: Page, scheme: Scheme) -> list[str]:
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(Axe().axe_script)
    found: dict[str, Any] = await page.evaluate("options => axe.run(options)", _OPTIONS[scheme])
    return [
        f"{violation['id']} ({violation['impact']}): {node['target'][0]} {_first_line(node['failureSummary'])}"
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


def _first_line(summary: str) -> str:
    """What is to be fixed, without the introduction to it."""
    lines = [line.strip() for line in summary.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else summary
