"""Records: results and awards that follow each log by position. Knows nothing of how points are made.

They are written in the log's transaction but never in its way: where following fails, the log is kept, the position stays
behind, and the next chance catches up. A rehearsal has no records.
"""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import structlog
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select

from game.core.events import AwardGiven, Event, ResultRevised, RoundSettled, SeatErased, SettingsChanged, WorkshopOpened
from game.core.ids import WorkshopId
from game.core.state import RoundResult
from game.store.codec import Codec, Encoded, kind_of
from game.store.committer import Committer
from game.store.database import Database, is_of_whole_database, savepoint
from game.store.tables import AWARDS, EVENTS, POSITIONS, RESULTS, SEATS, TEAM_RESULTS, WORKSHOPS
from game.store.upsert import insert_or_replace, insert_or_skip

FOLLOWED: Final = frozenset(
    map(kind_of, (WorkshopOpened, SettingsChanged, SeatErased, RoundSettled, ResultRevised, AwardGiven))
)
RECORDS: Final = (RESULTS, TEAM_RESULTS, AWARDS)

_log = structlog.get_logger(__name__)


class Records:
    """Writes the records. Reading them is `History`'s."""

    def __init__(self, database: Database, committer: Committer, codec: Codec) -> None:
        self._database = database
        self._committer = committer
        self._codec = codec

    def follow(self, connection: Connection, workshop: WorkshopId, written: Sequence[Encoded]) -> None:
        """After these events have been written: bring the records up to the log, where any of them matters."""
        if not FOLLOWED.isdisjoint(coded.kind for coded in written):
            self._follow_safely(workshop, connection)

    async def catch_up(self) -> None:
        """Follow every log that the records are behind of. Called when the store is opened."""
        behind = (
            select(EVENTS.c.workshop)
            .distinct()
            .join(WORKSHOPS, WORKSHOPS.c.id == EVENTS.c.workshop)
            .outerjoin(POSITIONS, POSITIONS.c.workshop == EVENTS.c.workshop)
            .where(
                EVENTS.c.kind.in_(FOLLOWED),
                WORKSHOPS.c.rehearsal.is_(False),
                EVENTS.c.version > func.coalesce(POSITIONS.c.version, 0),
                EVENTS.c.version > WORKSHOPS.c.forgotten,
            )
        )
        workshops = await self._database.read(lambda connection: connection.scalars(behind).all())
        for workshop in workshops:
            await self._committer.write(workshop, partial(self._follow_safely, workshop))

    async def rebuild(self) -> None:
        """Throw all records away and build them again from the logs, except what was forgotten for good."""

        def clear(connection: Connection) -> None:
            for table in (*RECORDS, POSITIONS):
                connection.execute(delete(table))

        await self._committer.write("", clear)
        await self.catch_up()

    def _follow_safely(self, workshop: str, connection: Connection) -> None:
        try:
            with savepoint(connection):
                self._follow(connection, workshop)
        except Exception as fault:
            if is_of_whole_database(fault):
                raise
            _log.exception("the records stay behind", workshop=workshop)

    def _follow(self, connection: Connection, workshop: str) -> None:
        row = connection.execute(
            select(WORKSHOPS.c.rehearsal, WORKSHOPS.c.version, WORKSHOPS.c.forgotten, POSITIONS.c.version.label("position"))
            .outerjoin(POSITIONS, POSITIONS.c.workshop == WORKSHOPS.c.id)
            .where(WORKSHOPS.c.id == workshop)
        ).one()
        if row.rehearsal:
            forget(connection, workshop)
            connection.execute(delete(POSITIONS).where(POSITIONS.c.workshop == workshop))
            return
        events = connection.execute(
            select(EVENTS.c.at, EVENTS.c.kind, EVENTS.c.shape, EVENTS.c.body)
            .where(
                EVENTS.c.workshop == workshop,
                EVENTS.c.version > max(row.position or 0, row.forgotten),
                EVENTS.c.kind.in_(FOLLOWED),
            )
            .order_by(EVENTS.c.version)
        )
        for at, kind, shape, body in events.all():
            _record(connection, workshop, at, self._codec.decode(kind, shape, body, {}))
        position = [{"workshop": workshop, "version": row.version}]
        insert_or_replace(connection, POSITIONS, position)


def forget(connection: Connection, workshop: str, seat: str | None = None) -> None:
    """Delete the records of a workshop, or those of one seat in it (its team's stay)."""
    for table in RECORDS:
        if seat is None:
            connection.execute(delete(table).where(table.c.workshop == workshop))
        elif "seat" in table.c:
            connection.execute(delete(table).where(table.c.workshop == workshop, table.c.seat == seat))


def _record(connection: Connection, workshop: str, at: int, event: Event) -> None:
    match event:
        case RoundSettled() | ResultRevised():
            _result(connection, workshop, at, event.result)
        case AwardGiven(award=award):
            if award.seat not in _erased(connection, workshop):
                row = {"workshop": workshop, "seat": award.seat, "badge": award.badge, "round": award.round, "at": at}
                insert_or_skip(connection, AWARDS, [row])
        case SeatErased():
            forget(connection, workshop, event.seat)


def _result(connection: Connection, workshop: str, at: int, result: RoundResult) -> None:
    """A round's result in place of an earlier one of the same round, which keeps its time."""
    first = connection.scalar(select(func.min(RESULTS.c.at)).where(*_of_round(RESULTS, workshop, result)))
    for table in (RESULTS, TEAM_RESULTS):
        connection.execute(delete(table).where(*_of_round(table, workshop, result)))
    common: dict[str, Any] = {
        "workshop": workshop,
        "round": result.number,
        "scenario": result.scenario,
        "at": at if first is None else first,
    }
    erased = _erased(connection, workshop)
    players = [
        {
            **common,
            "seat": player.seat,
            "team": player.team,
            "role": player.role,
            "points": player.points,
            "parts": json.dumps(player.parts),
            "levels": json.dumps(player.levels),
            "aim_met": player.aim_met,
        }
        for player in result.players
        if player.seat not in erased
    ]
    teams = [
        {
            **common,
            "team": team.team,
            "points": team.points,
            "parts": json.dumps(team.parts),
            "outcome": team.outcome,
            "heat": json.dumps(team.heat),
        }
        for team in result.teams
    ]
    for table, rows in ((RESULTS, players), (TEAM_RESULTS, teams)):
        if rows:
            connection.execute(insert(table), rows)


def _of_round(table: Table, workshop: str, result: RoundResult) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.workshop == workshop, table.c.round == result.number


def _erased(connection: Connection, workshop: str) -> set[str]:
    found = connection.scalars(select(SEATS.c.seat).where(SEATS.c.workshop == workshop, SEATS.c.erased.is_(True)))
    return set(found)
