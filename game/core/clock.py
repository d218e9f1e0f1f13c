"""A clock with reasons to stand still. Knows nothing of what it times or of what time it is now."""

from dataclasses import dataclass, replace
from typing import Literal

from game.core.ids import Instant, Millis

Hold = Literal["pause", "stop", "outage", "gather"]


@dataclass(frozen=True, slots=True)
class Clock:
    """Runs towards `deadline` while `holds` is empty; held, it keeps `left`. Neither set means untimed.

    `total` is the length it was started with (plus what was added), for a progress ring.
    """

    total: Millis | None = None
    deadline: Instant | None = None
    left: Millis | None = None
    holds: frozenset[Hold] = frozenset()

    @property
    def held(self) -> bool:
        return bool(self.holds)


def start(at: Instant, length: Millis | None, holds: frozenset[Hold] = frozenset()) -> Clock:
    """A clock of `length` milliseconds from `at`; ``None`` is untimed. With holds it starts standing still."""
    if length is None:
        return Clock(holds=holds)
    if holds:
        return Clock(total=length, left=length, holds=holds)
    return Clock(total=length, deadline=Instant(at + length))


def hold(clock: Clock, reason: Hold, at: Instant) -> Clock:
    """Add a reason to stand still; the first one stores what is left (never below zero)."""
    holds = clock.holds | {reason}
    if clock.deadline is None:
        return replace(clock, holds=holds)
    return replace(clock, holds=holds, deadline=None, left=Millis(max(0, clock.deadline - at)))


def release(clock: Clock, reason: Hold, at: Instant) -> Clock:
    """Take a reason away; the last one sets a new deadline from what was left."""
    holds = clock.holds - {reason}
    if holds or clock.left is None:
        return replace(clock, holds=holds)
    return replace(clock, holds=holds, deadline=Instant(at + clock.left), left=None)


def extend(clock: Clock, extra: Millis) -> Clock:
    """Add time; while held it adds to what is left. An untimed clock stays untimed."""
    total = None if clock.total is None else Millis(clock.total + extra)
    if clock.deadline is not None:
        return replace(clock, total=total, deadline=Instant(clock.deadline + extra))
    if clock.left is not None:
        return replace(clock, total=total, left=Millis(clock.left + extra))
    return clock


def untimed(clock: Clock) -> Clock:
    """The same holds, no deadline."""
    return Clock(holds=clock.holds)


def is_due(clock: Clock, at: Instant) -> bool:
    """Whether a running clock has reached its deadline."""
    return clock.deadline is not None and not clock.holds and at >= clock.deadline


def time_left(clock: Clock, at: Instant) -> Millis | None:
    """Milliseconds until the deadline (or that are stored while held); ``None`` for an untimed clock."""
    if clock.deadline is not None:
        return Millis(max(0, clock.deadline - at))
    return clock.left
