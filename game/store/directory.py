"""Keeps the list of workshops and of who sits in them in step with the log. Knows nothing of results."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, update

from game.core.events import (
    CeremonyStarted,
    Event,
    RoundStarted,
    SeatErased,
    SeatLeft,
    SeatRenamed,
    SeatRetaken,
    SeatTaken,
    SettingsChanged,
    WorkshopClosed,
    WorkshopOpened,
)
from game.core.ids import WorkshopId
from game.core.settings import Settings
from game.core.state import WorkshopPhase
from game.runtime.ports import Entry
from game.store.tables import SEATS, WORKSHOPS
from game.store.upsert import insert_or_replace

Values = dict[str, str | int | bool]


def open_workshop(connection: Connection, event: Event, version: int) -> None:
    """A new workshop whose log reaches `version`. Its id and its code (in any letter case) must be new."""
    assert isinstance(event, WorkshopOpened)
    row: Values = {
        "id": event.id,
        "code": event.code,
        "code_key": event.code.casefold(),
        "opened_at": event.at,
        "last_at": event.at,
        "phase": "lobby",
        "version": version,
        "forgotten": 0,
        **_chosen(event.settings),
    }
    connection.execute(insert(WORKSHOPS), row)


def note(connection: Connection, workshop: WorkshopId, entries: Iterable[Entry]) -> None:
    """Bring workshop and seats up to what these entries say."""
    changes: Values = {}
    for entry in entries:
        if isinstance(entry.event, SeatTaken):
            _seat(connection, workshop, entry.event)
        elif seat_change := _seat_change(entry.event):
            seat, values = seat_change
            connection.execute(update(SEATS).where(SEATS.c.workshop == workshop, SEATS.c.seat == seat).values(values))
        else:
            changes |= _workshop_change(entry.event)
    if changes:
        connection.execute(update(WORKSHOPS).where(WORKSHOPS.c.id == workshop).values(changes))


def _seat(connection: Connection, workshop: WorkshopId, event: SeatTaken) -> None:
    row = {
        "workshop": workshop,
        "seat": event.seat,
        "player": event.player,
        "bot": event.bot,
        "gone": False,
        "erased": False,
        "name_ref": event.words.ref,
    }
    insert_or_replace(connection, SEATS, [row])


def _seat_change(event: Event) -> tuple[str, Values] | None:
    match event:
        case SeatRenamed():
            return event.seat, {"name_ref": event.words.ref}
        case SeatLeft():
            return event.seat, {"gone": True}
        case SeatRetaken():
            return event.seat, {"gone": False}
        case SeatErased():
            return event.seat, {"erased": True, "gone": True}
    return None


def _workshop_change(event: Event) -> Values:
    match event:
        case SettingsChanged():
            return _chosen(event.settings)
        case RoundStarted():
            return _phase("round")
        case CeremonyStarted():
            return _phase("ceremony")
        case WorkshopClosed():
            return _phase("closed")
    return {}


def _chosen(settings: Settings) -> Values:
    return {
        "title": settings.title,
        "season": settings.season,
        "rehearsal": settings.rehearsal,
        "keep_days": settings.keep_days,
        "practice": settings.practice,
    }


def _phase(phase: WorkshopPhase) -> Values:
    return {"phase": phase}
