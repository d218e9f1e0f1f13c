"""Bare replies, beats, seats and scenes for tests of single rules. Knows nothing of how a workshop gets there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from game.core.clock import Clock
from game.core.ids import Instant, PlayerId, Ref, SeatId, TeamId, Token
from game.core.marks import Assessment
from game.core.scenario import ActionKind
from game.core.state import Ballot, Beat, Pair, Reply, ReplyPoints, Scene, Seat
from game.core.words import Words
from tests.core.scenarios import VENT, assessment

T1 = TeamId("t1")


def reply(
    name: str, seat: str = "", actions: tuple[ActionKind, ...] = (), marks: Assessment | None = None, **changes: Any
) -> Reply:
    """A reply under the token `name`, by the seat of the same number: reply a is by s-a."""
    by = SeatId(seat or f"s-{name}")
    words = Words(Ref(f"w-{name}"), by, f"text {name}")
    return replace(Reply(Token(name), by, words, actions, None, Instant(0), False, False, assessment=marks), **changes)


def marked(name: str, default: Any = 2, **levels: Any) -> Reply:
    """A reply with these levels."""
    return reply(name, marks=assessment(default, **levels))


def points(total: float) -> ReplyPoints:
    """Points that a rubric alone gave."""
    return ReplyPoints(total, None, None, (100.0, 0.0, 0.0), 0.0, total, 0, settled=True)


def beat(*replies: Reply, number: int = 1, **changes: Any) -> Beat:
    """A revealed beat in which the authors of these replies were eligible; heat went from 60 to 50."""
    eligible = tuple(dict.fromkeys(one.seat for one in replies))
    whole = Beat(number, VENT, eligible, (), heat_before=60, yielded="customer", replies=replies, revealed=True, heat_after=50)
    return replace(whole, customer=SeatId("s-c"), **changes)


def scene(*beats: Beat, **changes: Any) -> Scene:
    """A finished scene of these beats."""
    return replace(Scene(T1, "outcome", Clock(), 50, beats=beats, outcome="resolved"), **changes)


def seat(name: str = "s-a", **changes: Any) -> Seat:
    """Somebody who is here."""
    return replace(
        Seat(SeatId(name), PlayerId(f"p-{name}"), Words(Ref("w"), SeatId(name), name), "🦊", T1, presence="here"), **changes
    )


def ballot(voter: str, winner: str, loser: str, *, bot: bool = False, neither: bool = False) -> Ballot:
    """A ballot for `winner`, who was shown on the left."""
    pair = Pair(Token(winner), Token(loser))
    return Ballot(SeatId(voter), pair, None if neither else Token(winner), gallery=False, bot=bot)


def ballots(text: str) -> tuple[Ballot, ...]:
    """Ballots of one voter each from "ab ac ba": the winner's token first."""
    return tuple(ballot(f"v{number}", two[0], two[1]) for number, two in enumerate(text.split()))


def seats(*found: Seat) -> dict[SeatId, Seat]:
    return {one.id: one for one in found}


def tokens(found: Iterable[Reply]) -> tuple[Token, ...]:
    return tuple(one.token for one in found)
