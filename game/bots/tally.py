"""Counts what a crowd of bots sent and how it was answered. Knows nothing of why."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

# What two phones, or a phone and a clock, may run into when they are quick: the game had moved on.
RACES: Final = frozenset(
    {
        "wrong_phase",
        "already_done",
        "nothing_to_judge",
        "not_customer",
        "not_agent",
        "not_your_duel",
        "unknown_reply",
        "closed",
        "still_talking",
        "not_on_line",
        "not_watching",
        "nobody_here",
    }
)


@dataclass(slots=True)
class Tally:
    """Accepted commands by name, refusals by code, and the sentences of what must not happen."""

    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    reconnects: int = 0

    def accept(self, name: str) -> None:
        """A command was carried out."""
        self.accepted[name] += 1

    def refuse(self, name: str, code: str, sentence: str) -> None:
        """A command was refused: a race, or a fault of the bot."""
        self.refused[code] += 1
        if code not in RACES:
            self.fault(f"{name} was refused with {code}: {sentence}")

    def fault(self, sentence: str) -> None:
        """Something that must not happen did."""
        self.faults.append(sentence)
