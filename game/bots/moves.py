"""What a bot sees at one moment, what it remembers, and what it does next. Knows no part that a bot can play."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from game.bots.judging import Impression
from game.core.documents import CardDocument, CaseDocument, ClockView, SceneDocument, SeatDocument
from game.core.ids import Token
from game.core.state import RoundStage, WorkshopPhase

HASTE: Final = 0.6  # the share of the time left that a bot takes at most
SHORTEST: Final = 0.5  # game seconds; even a bot reads before it taps


@dataclass(frozen=True, slots=True)
class View:
    """Everything on one phone at one moment. `now` is the server's clock in milliseconds."""

    seat: SeatDocument
    scene: SceneDocument | None
    case: CaseDocument | None
    card: CardDocument | None
    phase: WorkshopPhase
    stage: RoundStage | None
    round: int
    held: bool
    clock: ClockView | None
    now: int


@dataclass(slots=True)
class Memory:
    """What a bot keeps in mind of the running round. `read` is what it thinks of the replies it has read."""

    done: set[str] = field(default_factory=set)
    read: dict[Token, Impression] = field(default_factory=dict)
    asked: int = 0
    fruitless: int = 0

    def learn(self, move: "Move", refused: str = "") -> None:
        """This move has been answered, with this code if it was refused; it is not made again, but for one made too early."""
        if refused == "still_talking":
            return
        self.done.add(move.key)
        if move.name == "ask_duel":
            self.asked += 1
            self.fruitless = self.fruitless + 1 if refused else 0


@dataclass(frozen=True, slots=True)
class Move:
    """One command to send after `think` seconds of the game's time. `key` names the turn within the round."""

    key: str
    name: str
    body: Mapping[str, Any] = field(default_factory=dict)
    think: float = SHORTEST


def dice(seed: str, *path: object) -> random.Random:
    """Chance that falls the same way for the same seed and path, in any process."""
    return random.Random("/".join((seed, *map(str, path))))


def command_id(seat: str, round_number: int, key: str) -> str:
    """The id of a bot's command, from seat, round, beat and turn: two processes that play one seat play each turn once."""
    return f"bot-{seat}-r{round_number}-{key}"


def left(clock: ClockView | None, now: int) -> float | None:
    """Game seconds left on a clock; ``None`` where nothing runs out."""
    if clock is None:
        return None
    if clock.deadline is not None:
        return max(0.0, (clock.deadline - now) / 1000)
    return None if clock.left is None else clock.left / 1000


def within(think: float, clock: ClockView | None, now: int) -> float:
    """A thinking time (game seconds) that a clock leaves room for."""
    rest = left(clock, now)
    return think if rest is None else min(think, rest * HASTE)
