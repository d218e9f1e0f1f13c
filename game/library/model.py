"""What the library holds once it is loaded. Knows nothing of files and of how they are checked."""

from dataclasses import dataclass

from game.core.badges import Badge
from game.core.scenario import PracticeReply, Scenario


@dataclass(frozen=True, slots=True)
class Tip:
    """A coaching tip for one technique: what to do, a phrase to say, and a short counterexample."""

    technique: str
    title: str
    tip: str
    say: str
    avoid: str


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Known replies to judge while a room fills. `worst` is the line of the customer in *make it worse*."""

    situation: str
    customer: str
    replies: tuple[PracticeReply, ...]
    worst: str


@dataclass(frozen=True, slots=True)
class NameLists:
    """Words for friendly nicknames, and those that the name check refuses.

    `rude_words` are refused as whole words only; `rude_parts` also inside other words, so none of them may occur in an
    innocent one. `slurs` are refused in what players write to each other.
    """

    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    avatars: tuple[str, ...]
    rude_words: frozenset[str]
    rude_parts: frozenset[str]
    slurs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Library:
    """All content of one folder, in the order of file names. `breather` are suggestions for the time between rounds."""

    scenarios: tuple[Scenario, ...]
    badges: tuple[Badge, ...]
    tips: tuple[Tip, ...]
    warmup: WarmUp
    names: NameLists
    breather: tuple[str, ...]

    def scenario(self, slug: str) -> Scenario | None:
        return next((scenario for scenario in self.scenarios if scenario.slug == slug), None)

    def titled(self, title: str) -> Scenario | None:
        """The scenario as phones name it."""
        return next((scenario for scenario in self.scenarios if scenario.title == title), None)

    def badge(self, badge_id: str) -> Badge | None:
        return next((badge for badge in self.badges if badge.id == badge_id), None)

    def tip(self, technique: str) -> Tip | None:
        return next((tip for tip in self.tips if tip.technique == technique), None)


@dataclass(frozen=True, slots=True)
class PackContent:
    """The scenarios of a pack that adds to a library, and its name: "" where it states none."""

    name: str
    scenarios: tuple[Scenario, ...]
