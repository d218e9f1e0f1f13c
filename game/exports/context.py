"""What an export has to remember from earlier events to put names to later ones. Knows nothing of rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.core import events as e
from game.core.badges import Badge
from game.core.events import Event
from game.core.ids import SeatId, TeamId, Token
from game.core.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Written:
    """A reply: who wrote it, in which beat, and its text (for the words that evidence points at)."""

    seat: SeatId
    team: TeamId
    beat: int
    text: str


@dataclass(slots=True)
class Context:
    """Follows a log event by event. Everything is looked up leniently: an export never fails for what it missed."""

    names: dict[SeatId, str] = field(default_factory=dict)
    team_names: dict[TeamId, str] = field(default_factory=dict)
    badges: dict[str, Badge] = field(default_factory=dict)
    round: int | None = None
    scenario: Scenario | None = None
    beats: dict[TeamId, int] = field(default_factory=dict)
    customers: dict[TeamId, SeatId] = field(default_factory=dict)
    standins: dict[TeamId, SeatId] = field(default_factory=dict)
    replies: dict[Token, Written] = field(default_factory=dict)

    def follow(self, event: Event) -> None:
        """Take in what this event says, before it is exported itself."""
        self._follow_room(event)
        self._follow_round(event)

    def name(self, seat: SeatId | None) -> str | None:
        """A seat's name at this point of the log; the seat's id once the name was erased."""
        return None if seat is None else self.names.get(seat) or seat

    def team(self, team: TeamId | None) -> str | None:
        return None if team is None else self.team_names.get(team, team)

    def customer(self, team: TeamId) -> SeatId | None:
        """Who plays the customer: the bot that stands in, else whoever was cast."""
        return self.standins.get(team) or self.customers.get(team)

    def role(self, seat: SeatId | None, team: TeamId | None) -> str | None:
        """Whether this seat is the team's customer or one of its agents just now."""
        if seat is None or team is None or self.round is None:
            return None
        return "customer" if seat in (self.customers.get(team), self.standins.get(team)) else "agent"

    def offer(self, offer: str | None) -> str | None:
        found = self.scenario.offer(offer) if self.scenario and offer else None
        return found.label if found else offer

    def fact(self, fact: str) -> str:
        found = self.scenario.fact(fact) if self.scenario else None
        return found.text if found else fact

    def award(self, badge: str) -> str:
        return self.badges[badge].name if badge in self.badges else badge

    def _follow_room(self, event: Event) -> None:
        match event:
            case e.WorkshopOpened():
                self.badges = {badge.id: badge for badge in event.badges}
            case e.SeatTaken() | e.SeatRenamed():
                self.names[event.seat] = event.words.text
            case e.TeamFormed() | e.TeamRenamed():
                self.team_names[event.team] = event.name

    def _follow_round(self, event: Event) -> None:
        match event:
            case e.RoundStarted():
                self.round, self.scenario = event.number, event.scenario
                for remembered in (self.beats, self.customers, self.standins):
                    remembered.clear()
            case e.CustomerCast() | e.CustomerRecast():
                self.customers[event.team] = event.seat
                self.standins.pop(event.team, None)
            case e.CustomerReleased() | e.CardPassed():
                self.customers.pop(event.team, None)
                self.standins.pop(event.team, None)
            case e.StandinSet(seat=None):
                self.standins.pop(event.team, None)
            case e.StandinSet(seat=seat) if seat is not None:
                self.standins[event.team] = seat
            case e.BeatReadied():
                self.beats[event.team] = event.number
            case e.ReplySent():
                beat = self.beats.get(event.team, 0)
                self.replies[event.token] = Written(event.seat, event.team, beat, event.words.text)


def closed_votes(events: Iterable[Event]) -> frozenset[tuple[int | None, TeamId, int]]:
    """The beats, as (round, team, beat), whose vote is over: only of these may ballots be told."""
    closed: set[tuple[int | None, TeamId, int]] = set()
    context = Context()
    for event in events:
        context.follow(event)
        match event:
            case e.MarksAwaited() | e.BeatRevealed() | e.SceneEnded():
                closed.add((context.round, event.team, context.beats.get(event.team, 0)))
            case e.RoundSettled() | e.WorkshopClosed():
                closed.update((context.round, team, beat) for team, beat in context.beats.items())
    return frozenset(closed)
