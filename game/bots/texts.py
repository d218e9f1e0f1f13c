"""What bots know by heart: the scenario they play, and authored replies. Knows nothing of how they are chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from game.core.scenario import BeatKind, PracticeReply, Scenario

_NEIGHBOURS: Final[Mapping[BeatKind, tuple[BeatKind, ...]]] = {"vent": ("vent", "explore"), "resolve": ("explore", "resolve")}


@dataclass(frozen=True, slots=True)
class Draft:
    """Replies of known quality for one beat, in parts that follow each other, and the language they are written in."""

    parts: tuple[tuple[PracticeReply, ...], ...]
    language: str


class Texts(Protocol):
    """Scenarios as phones name them: by their titles."""

    def scenario(self, title: str) -> Scenario | None:
        """What a bot that plays the customer has learnt; ``None`` where nobody knows it."""

    def replies(self, title: str, kind: BeatKind, beats: int) -> Draft:
        """What agents may say in this beat of a scene of `beats` beats. Empty parts where nothing is authored."""


class PracticeTexts:
    """Implements `Texts` with the scenarios that `titled` finds by their title, and their practice replies."""

    def __init__(self, titled: Callable[[str], Scenario | None]) -> None:
        self._titled = titled

    def scenario(self, title: str) -> Scenario | None:
        """The scenario of this title."""
        return self._titled(title)

    def replies(self, title: str, kind: BeatKind, beats: int) -> Draft:
        """In a scene of two beats the middle one's replies go with their neighbours, as its lines and criteria do."""
        scenario = self._titled(title)
        if scenario is None:
            return Draft((), "")
        by_kind = {beat.kind: beat.practice for beat in scenario.beats if beat.practice}
        wanted = _NEIGHBOURS.get(kind, (kind,)) if beats == 2 and len(scenario.beats) > 2 else (kind,)
        return Draft(tuple(by_kind[one] for one in wanted if one in by_kind), scenario.language)
