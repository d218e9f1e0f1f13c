"""Reads the records: the list of workshops, standings, a player's history. Knows nothing of how they are written.

Bots and erased seats have no place in it. Names are those that a seat has now; an expired name is empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, and_, func, select

from game.core.ids import Instant, PlayerId, WorkshopId
from game.core.state import WorkshopPhase
from game.store.database import Database
from game.store.tables import AWARDS, RESULTS, SEATS, WORDS, WORKSHOPS


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop in the list of all. `players` counts people who have a seat, without bots."""

    id: WorkshopId
    code: str
    title: str
    season: str
    opened_at: Instant
    phase: WorkshopPhase
    rehearsal: bool
    keep_days: int
    players: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place over many rounds. `points` is the mean over the workshops' means, 0 to 100; ties share a rank."""

    rank: int
    player: PlayerId
    name: str
    points: float
    rounds: int
    workshops: int


@dataclass(frozen=True, slots=True)
class Played:
    """One round that a player has played."""

    workshop: WorkshopId
    round: int
    scenario: str
    role: str
    points: float
    at: Instant


@dataclass(frozen=True, slots=True)
class Won:
    """One badge that a player was given."""

    workshop: WorkshopId
    badge: str
    round: int
    at: Instant


class History:
    """Questions to the records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def workshops(self) -> tuple[Listed, ...]:
        """Every workshop, rehearsals included, the newest first. What people practise alone is nobody else's business."""
        seated = and_(SEATS.c.workshop == WORKSHOPS.c.id, SEATS.c.bot.is_(False), SEATS.c.gone.is_(False))
        columns = [getattr(WORKSHOPS.c, name) for name in Listed.__slots__ if name != "players"]
        players = select(func.count()).select_from(SEATS).where(seated).scalar_subquery()
        rows = await self._all(
            select(*columns, players)
            .where(WORKSHOPS.c.practice.is_(False))
            .order_by(WORKSHOPS.c.opened_at.desc(), WORKSHOPS.c.id)
        )
        return tuple(Listed(*row) for row in rows)

    async def standings(self, season: str | None = None) -> tuple[Standing, ...]:
        """Players of one season, or (``None``) of all time, by points."""
        statement = (
            select(SEATS.c.player, RESULTS.c.workshop, RESULTS.c.points, WORDS.c.text)
            .join(SEATS, and_(SEATS.c.workshop == RESULTS.c.workshop, SEATS.c.seat == RESULTS.c.seat))
            .join(WORKSHOPS, WORKSHOPS.c.id == RESULTS.c.workshop)
            .outerjoin(WORDS, and_(WORDS.c.workshop == SEATS.c.workshop, WORDS.c.ref == SEATS.c.name_ref))
            .where(SEATS.c.bot.is_(False), SEATS.c.erased.is_(False))
            .order_by(SEATS.c.player, WORKSHOPS.c.opened_at, RESULTS.c.workshop, RESULTS.c.round)
        )
        if season is not None:
            statement = statement.where(WORKSHOPS.c.season == season)
        rows = await self._all(statement)
        return _ranked([_standing(list(rounds)) for _, rounds in groupby(rows, key=attrgetter("player"))])

    async def rounds(self, player: PlayerId) -> tuple[Played, ...]:
        """What a player has played, in order."""
        columns = (RESULTS.c.workshop, RESULTS.c.round, RESULTS.c.scenario, RESULTS.c.role, RESULTS.c.points, RESULTS.c.at)
        statement = (
            select(*columns)
            .join(SEATS, and_(SEATS.c.workshop == RESULTS.c.workshop, SEATS.c.seat == RESULTS.c.seat))
            .where(SEATS.c.player == player)
            .order_by(RESULTS.c.at, RESULTS.c.workshop, RESULTS.c.round)
        )
        return tuple(Played(*row) for row in await self._all(statement))

    async def awards(self, player: PlayerId) -> tuple[Won, ...]:
        """The badges that a player was given, in order."""
        statement = (
            select(AWARDS.c.workshop, AWARDS.c.badge, AWARDS.c.round, AWARDS.c.at)
            .join(SEATS, and_(SEATS.c.workshop == AWARDS.c.workshop, SEATS.c.seat == AWARDS.c.seat))
            .where(SEATS.c.player == player)
            .order_by(AWARDS.c.at, AWARDS.c.workshop, AWARDS.c.badge)
        )
        return tuple(Won(*row) for row in await self._all(statement))

    async def _all(self, statement: Select[Any]) -> Sequence[Any]:
        return await self._database.read(lambda connection: connection.execute(statement).all())


def _standing(rounds: Sequence[Any]) -> Standing:
    """One player's rows, in order, as a standing without a rank."""
    means = [_mean([row.points for row in rows]) for _, rows in groupby(rounds, key=attrgetter("workshop"))]
    name = next((row.text for row in reversed(rounds) if row.text), "")
    return Standing(0, PlayerId(rounds[0].player), name, _mean(means), len(rounds), len(means))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _ranked(standings: list[Standing]) -> tuple[Standing, ...]:
    ordered = sorted(standings, key=lambda one: (-round(one.points, 6), one.player))
    ranked: list[Standing] = []
    for place, one in enumerate(ordered, start=1):
        tied = ranked and round(ranked[-1].points, 6) == round(one.points, 6)
        rank = ranked[-1].rank if tied else place
        ranked.append(Standing(rank, one.player, one.name, one.points, one.rounds, one.workshops))
    return tuple(ranked)
