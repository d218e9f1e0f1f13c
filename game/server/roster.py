"""Who is connected: every connection with its audience and the documents it may see. Knows nothing of sockets."""

from dataclasses import dataclass, field
from typing import Literal

from game.core.ids import SeatId, WorkshopId
from game.core.views.grants import DocumentKey

Audience = Literal["seat", "desk", "stage"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom a connection speaks for. `seat` for a phone, `account` for a desk, neither for a stage."""

    workshop: WorkshopId
    code: str
    audience: Audience
    seat: SeatId | None = None
    account: str = ""


@dataclass(slots=True)
class Roster:
    """Connections by their session id. `granted` has no entry before a connection has been welcomed."""

    callers: dict[str, Caller] = field(default_factory=dict)
    granted: dict[str, frozenset[DocumentKey]] = field(default_factory=dict)
    _seats: dict[tuple[WorkshopId, SeatId], list[str]] = field(default_factory=dict)

    def add(self, sid: str, caller: Caller) -> None:
        """Note a new connection."""
        self.callers[sid] = caller
        if caller.seat is not None:
            self._seats.setdefault((caller.workshop, caller.seat), []).append(sid)

    def remove(self, sid: str) -> Caller | None:
        """Forget a connection; whom it spoke for, or None where it was not there."""
        caller = self.callers.pop(sid, None)
        self.granted.pop(sid, None)
        if caller is not None and caller.seat is not None:
            place = (caller.workshop, caller.seat)
            left = [other for other in self._seats[place] if other != sid]
            if left:
                self._seats[place] = left
            else:
                del self._seats[place]
        return caller

    def of_seat(self, workshop: WorkshopId, seat: SeatId) -> tuple[str, ...]:
        """The connections of one seat, the oldest first."""
        return tuple(self._seats.get((workshop, seat), ()))

    def desks_of(self, account: str) -> tuple[str, ...]:
        """The desks that this facilitator has open, in any workshop."""
        return tuple(sid for sid, caller in self.callers.items() if caller.audience == "desk" and caller.account == account)

    def may_see(self, sid: str, key: DocumentKey) -> bool:
        """Whether this connection has been granted this document."""
        return key in self.granted.get(sid, frozenset())

    def workshops(self) -> int:
        """How many workshops somebody is connected to."""
        return len({caller.workshop for caller in self.callers.values()})
