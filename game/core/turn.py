"""One command's work in progress: the state so far and the events that led there. Knows no rule."""

from collections.abc import Iterable

from game.core import clock as clocks
from game.core.clock import Clock, Hold
from game.core.commands import Draft
from game.core.events import Event
from game.core.evolve import evolve
from game.core.ids import Instant, Millis, Ref, SeatId, TeamId
from game.core.state import Round, Scene, Workshop
from game.core.words import Words


class Turn:
    """Collects events while rules run; every emitted event is folded at once, so that the next rule sees it."""

    def __init__(self, state: Workshop, at: Instant, drafts: Iterable[Draft] = ()) -> None:
        self.state = state
        self.at = at
        self.drafts = {draft.seat: draft for draft in drafts}
        self.events: list[Event] = []
        self._written = state.written

    def emit(self, event: Event) -> None:
        self.state = evolve(self.state, event)
        self.events.append(event)

    def write(self, seat: SeatId | None, text: str) -> Words:
        """A text under the workshop's next free ref."""
        words = Words(Ref(f"w{self._written}"), seat, text)
        self._written += 1
        return words

    @property
    def round(self) -> Round:
        if self.state.round is None:
            raise ValueError("no round is being played")
        return self.state.round

    def scene(self, team: TeamId) -> Scene:
        return self.round.scenes[team]

    def clock(self, length: Millis, team: TeamId | None = None, *extra: Hold) -> Clock:
        """A fresh clock, untimed where the workshop is, holding for whatever holds the workshop or this team now."""
        return clocks.start(self.at, length if self.state.settings.timed else None, self._holds(team) | frozenset(extra))

    def clock_always(self, length: Millis, team: TeamId | None = None) -> Clock:
        """The same, but timed even in an untimed workshop: for waits that no person can end."""
        return clocks.start(self.at, length, self._holds(team))

    def clock_none(self) -> Clock:
        """No length at all: for what only a person ends."""
        return clocks.start(self.at, None, self.state.holds)

    def _holds(self, team: TeamId | None) -> frozenset[Hold]:
        if team is None or self.state.round is None or team not in self.round.scenes:
            return self.state.holds
        return self.state.holds | (self.scene(team).clock.holds & {"stop", "pause"})
