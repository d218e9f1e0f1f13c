"""The library that ships together with the packs that were added, as one. Knows nothing of files and of who adds packs."""

from dataclasses import dataclass
from typing import Protocol

from game.core.badges import Badge
from game.core.scenario import Scenario
from game.library.model import Library, NameLists, Tip, WarmUp
from game.library.packs import Pack


class Shelves(Protocol):
    """Where added packs stand."""

    def all(self) -> tuple[Pack, ...]: ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that can be played now; what is asked for later may have changed. Shipped scenarios come first."""

    shipped: Library
    packs: Shelves

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return (*self.shipped.scenarios, *(scenario for pack in self.packs.all() for scenario in pack.scenarios))

    def scenario(self, slug: str) -> Scenario | None:
        return next((scenario for scenario in self.scenarios if scenario.slug == slug), None)

    def titled(self, title: str) -> Scenario | None:
        return next((scenario for scenario in self.scenarios if scenario.title == title), None)

    @property
    def badges(self) -> tuple[Badge, ...]:
        return self.shipped.badges

    @property
    def tips(self) -> tuple[Tip, ...]:
        return self.shipped.tips

    @property
    def warmup(self) -> WarmUp:
        return self.shipped.warmup

    @property
    def names(self) -> NameLists:
        return self.shipped.names

    @property
    def breather(self) -> tuple[str, ...]:
        return self.shipped.breather
