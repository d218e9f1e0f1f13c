"""Commits what many tables write in groups: one transaction at a time. Knows nothing of what is written.

Self-clocking: while one transaction is being made durable, the next group gathers. Within a group each writer has a
savepoint, so that one who fails takes nobody along.
"""

import asyncio
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from game.runtime.ports import Conflict, StoreUnavailable
from game.store.database import Database, Work, is_of_whole_database, savepoint

T = TypeVar("T")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    key: str
    work: Work[Any]
    done: asyncio.Future[Any]

    def succeed(self, value: Any) -> None:
        if not self.done.done():
            self.done.set_result(value)

    def fail(self, fault: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(fault)


class Committer:
    """One per process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Job] = []
        self._wake = asyncio.Event()
        self._closing = False

    async def write(self, key: str, work: Work[T]) -> T:
        """What `work` returned, once it is durable. Work with the same `key` is done in the order in which it came.

        Raises `Conflict` where it ran into a row that is there already, `StoreUnavailable` where nothing could be
        written, and whatever `work` raised; then nothing of it was kept.
        """
        if self._closing:
            raise StoreUnavailable("The store is closed.")
        job = _Job(key, work, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._wake.set()
        return cast(T, await job.done)

    async def run(self) -> None:
        """Commit group after group until `close` was called and nothing is left."""
        while self._waiting or not self._closing:
            await self._wake.wait()
            self._wake.clear()
            jobs = [job for job in self._waiting if not job.done.cancelled()]
            self._waiting.clear()
            # By key, so that several servers on one database lock workshops in the same order and never each other.
            await self._commit(sorted(jobs, key=lambda job: job.key))

    def close(self) -> None:
        """Take nothing new; what waits is still written."""
        self._closing = True
        self._wake.set()

    async def _commit(self, jobs: list[_Job]) -> None:
        if not jobs:
            return
        try:
            outcomes = await self._database.write(lambda connection: [_attempt(connection, job.work) for job in jobs])
        except Exception as fault:  # noqa: BLE001  the committer outlives every fault; each writer is told
            _log.warning("nothing could be stored", fault=repr(fault), writers=len(jobs))
            for job in jobs:
                job.fail(_unavailable(fault))
            return
        for job, outcome in zip(jobs, outcomes, strict=True):
            if isinstance(outcome, Exception):
                job.fail(outcome)
            else:
                job.succeed(outcome)


def _attempt(connection: Connection, work: Work[Any]) -> Any:
    """What the work returned, or the fault that undid it alone. Faults of the whole database are raised."""
    try:
        with savepoint(connection):
            return work(connection)
    except IntegrityError as fault:
        return _with_cause(Conflict("Somebody else wrote this first."), fault)
    except DBAPIError as fault:
        if is_of_whole_database(fault):
            raise
        return _unavailable(fault)
    except Exception as fault:  # noqa: BLE001  handed on to whoever asked for the work
        return fault


def _unavailable(fault: Exception) -> StoreUnavailable:
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    return cast(StoreUnavailable, _with_cause(StoreUnavailable(f"Nothing could be stored: {cause}"), fault))


def _with_cause(fault: Exception, cause: Exception) -> Exception:
    fault.__cause__ = cause
    return fault
