"""One open workshop: its commands one at a time, durable before they are answered, published after.

Knows nothing of sockets and SQL; it speaks to both through ports.
"""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import structlog

from game.core import events as e
from game.core.assessing import context, unmarked
from game.core.commands import Command, Draft, Elapse, RecordMarks
from game.core.documents import Document
from game.core.evolve import evolve
from game.core.flow.advance import next_alarm
from game.core.ids import Instant, Millis, SeatId, TeamId, Token, WorkshopId
from game.core.refusal import Refusal
from game.core.seating import scene_of
from game.core.state import Workshop
from game.core.views.grants import DocumentKey
from game.runtime.batch import BUG, Accepted, Actor, Asked, Work
from game.runtime.ports import (
    Assessor,
    BotHost,
    Clockwork,
    Conflict,
    EventLog,
    Publisher,
    Stored,
    StoreUnavailable,
)
from game.runtime.shelf import Grants, Shelf

_ROOM_PAUSE: Final = Millis(100)  # lobby, board and desk go out at most this often
_SIGN_OF_LIFE: Final = Millis(2_000)
_RETRY: Final = Millis(1_000)
_MOST_CONFLICTS: Final = 20

_NOT_SAVED: Final = Refusal("not_saved", "The server cannot save right now. What you wrote is still on your screen: try again.")
_BUSY: Final = Refusal("busy", "Too much happened at once. Try again.")
_CLOSED: Final = Refusal("closing", "The server is closing. What you wrote is kept on your screen.")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One workshop at one version, with every current document and what each seat may see."""

    version: int
    state: Workshop
    documents: Mapping[DocumentKey, Document]
    grants: Grants


class Table:
    """The queue, the state, the alarm and the documents of one workshop."""

    def __init__(
        self,
        workshop: WorkshopId,
        *,
        events: EventLog,
        publisher: Publisher,
        assessor: Assessor,
        clock: Clockwork,
        bots: BotHost,
    ) -> None:
        self.id = workshop
        self._log, self._publisher, self._assessor, self._clock, self._bots = events, publisher, assessor, clock, bots
        self._state: Workshop | None = None
        self._version = 0
        self._last_at = Instant(0)
        self._receipts: dict[tuple[str, str], int] = {}
        self._drafts: dict[SeatId, Draft] = {}
        self._shelf = Shelf()
        self._queue: asyncio.Queue[Asked] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._alarm: asyncio.Task[None] | None = None
        self._assessing: set[Token] = set()
        self._room_due = asyncio.Event()
        self._closed = False

    # --- opening and closing

    def restore(self, stored: Stored) -> None:
        """Fold what the store holds; later entries may follow earlier ones."""
        for entry in stored.entries:
            self._state = evolve(self._state, entry.event)
            self._version = entry.version
            self._last_at = Instant(max(self._last_at, entry.at))
        self._receipts.update({(receipt.actor, receipt.command): receipt.version for receipt in stored.receipts})
        self._drafts = {draft.seat: draft for draft in stored.drafts}

    def start(self) -> None:
        """Begin to work through the queue."""
        self._spawn(self._run())
        self._spawn(self._live())
        self._spawn(self._publish_room())
        if self._state is not None:
            self._after(self._state)

    async def stop(self) -> None:
        """Refuse what is still queued and end every task."""
        self._closed = True
        for task in (*self._tasks, *([self._alarm] if self._alarm else [])):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        while not self._queue.empty():
            self._queue.get_nowait().settle(_CLOSED)

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- asking

    async def submit(self, role: Actor, actor: SeatId | None, command_id: str, command: Command) -> Accepted | Refusal:
        """Queue a command; returns once it is durable, or why it was not carried out."""
        if self._closed:
            return _CLOSED
        asked = Asked(role, actor, command_id, command, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(asked)
        return await asked.answer

    def draft_of(self, seat: SeatId) -> Draft | None:
        """What this agent has typed in the running beat and not sent."""
        return self._drafts.get(seat)

    @property
    def last_at(self) -> Instant:
        """When something last happened here."""
        return self._last_at

    @property
    def state(self) -> Workshop | None:
        return self._state

    def snapshot(self) -> Snapshot | None:
        """The workshop as it stands."""
        if self._state is None:
            return None
        documents = self._shelf.all(self._state, self._clock.now())
        return Snapshot(self._version, self._state, documents, self._shelf.grants)

    # --- the queue

    async def _run(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._carry_out(batch)
            except asyncio.CancelledError:
                for asked in batch:
                    asked.settle(_CLOSED)
                raise
            except Exception:
                log.exception("batch failed", workshop=self.id)
                await self._one_by_one(batch)

    async def _one_by_one(self, batch: list[Asked]) -> None:
        """After an unexpected failure: whatever one command broke, its neighbours are still carried out."""
        for asked in batch:
            if asked.answer.done():
                continue
            try:
                await self._carry_out([asked])
            except Exception:
                log.exception("command failed", workshop=self.id, command=type(asked.command).__name__)
                asked.settle(BUG)

    async def _carry_out(self, batch: list[Asked]) -> None:
        for _ in range(_MOST_CONFLICTS):
            work = self._decide_all(batch)
            try:
                await self._store(work)
            except Conflict:
                self.restore(await self._log.load(self.id, after=self._version))
                continue
            except StoreUnavailable:
                log.exception("cannot store", workshop=self.id)
                for asked in batch:
                    asked.settle(_NOT_SAVED)
                self._set_alarm(Instant(self._clock.now() + _RETRY))
                return
            await self._accept(work)
            return
        for asked in batch:
            asked.settle(_BUSY)

    def _decide_all(self, batch: list[Asked]) -> Work:
        work = Work(self.id, self._state, self._version, self._last_at, self._receipts, self._drafts)
        for asked in batch:
            work.decide(asked, self._clock.now())
        return work

    async def _store(self, work: Work) -> None:
        for draft in work.drafts:
            await self._log.save_draft(self.id, draft)
        if work.entries:
            await self._log.append(work.batch())

    async def _accept(self, work: Work) -> None:
        self._state, self._version, self._last_at = work.state, work.version, work.at
        self._receipts.update(work.receipts)
        self._drafts.update({draft.seat: draft for draft in work.drafts})
        for asked, answer in work.answers:
            asked.settle(answer)
        if work.state is None or not work.entries:
            self._set_alarm_for(work.state)
            return
        events = [entry.event for entry in work.entries]
        await self._drop_drafts(work.state, events, work.sent)
        self._after(work.state)
        await self._publish_near(work.state, events)

    def _after(self, state: Workshop) -> None:
        self._set_alarm_for(state)
        for team, token in unmarked(state):
            self._assess(state, team, token)
        for seat in state.seats.values():
            if seat.bot:
                self._bots.host(self.id, seat.id, here=not seat.gone)

    # --- marks

    def _assess(self, state: Workshop, team: TeamId, token: Token) -> None:
        if token in self._assessing:
            return
        self._assessing.add(token)
        self._spawn(self._mark(state, team, token))

    async def _mark(self, state: Workshop, team: TeamId, token: Token) -> None:
        asked = context(state, team, token)
        if asked is None:
            return
        try:
            assessment = await self._assessor.assess(*asked)
        except Exception:
            log.exception("rubric failed", workshop=self.id)
            return
        answer = await self.submit("system", None, "", RecordMarks(token, assessment))
        if answer in (_NOT_SAVED, _BUSY):
            self._assessing.discard(token)  # assessed again with the next thing that can be stored

    # --- time

    def _set_alarm_for(self, state: Workshop | None) -> None:
        self._set_alarm(next_alarm(state, self._last_at) if state else None)

    def _set_alarm(self, at: Instant | None) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.ensure_future(self._ring(at)) if at is not None and not self._closed else None

    async def _ring(self, at: Instant) -> None:
        await self._clock.sleep_until(at)
        answer: asyncio.Future[Accepted | Refusal] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait(Asked("system", None, "", Elapse(), answer))

    async def _live(self) -> None:
        while True:
            try:
                await self._log.touch(self.id, self._clock.now())
            except StoreUnavailable:
                log.warning("no sign of life stored", workshop=self.id)
            await self._clock.pause(_SIGN_OF_LIFE)

    # --- documents

    async def _drop_drafts(self, state: Workshop, events: Iterable[e.Event], sent: Iterable[SeatId]) -> None:
        done: set[SeatId] = set(sent)
        for event in events:
            match event:
                case e.SeatErased(seat=seat):
                    done.add(seat)
                case e.VoteOpened(team=team) | e.BeatRevealed(team=team) | e.SceneEnded(team=team):
                    done |= {seat for seat in self._drafts if (scene := scene_of(state, seat)) and scene.team == team}
                case _:
                    pass
        kept = [seat for seat in done if seat in self._drafts]
        if not kept:
            return
        for seat in kept:
            del self._drafts[seat]
        try:
            await self._log.drop_drafts(self.id, kept)
        except StoreUnavailable:
            log.warning("drafts not dropped", workshop=self.id)

    async def _publish_near(self, state: Workshop, events: Iterable[e.Event]) -> None:
        """Grants first (a phone drops what it may no longer see), then what changed for teams and players."""
        regranted = self._shelf.regrant(state)
        changed = self._shelf.refresh(state, self._clock.now(), room=bool(regranted))
        if regranted:
            current = self._shelf.all(state, self._clock.now())
            for seat, keys in regranted.items():
                await self._publisher.grant(self.id, seat, keys, current, self._version)
        for event in events:
            match event:
                case e.SeatLeft(seat=seat):
                    await self._publisher.part(self.id, seat, _goodbye(event))
                case e.SeatErased(seat=seat):
                    await self._publisher.part(self.id, seat, "You have been erased from this workshop.")
                case _:
                    pass
        if changed:
            await self._publisher.publish(self.id, changed, self._version)
        self._room_due.set()

    async def _publish_room(self) -> None:
        """Lobby, board, standings, desk and stage: at most ten times a second."""
        while True:
            await self._room_due.wait()
            self._room_due.clear()
            if self._state is not None:
                changed = self._shelf.refresh(self._state, self._clock.now(), room=True)
                if changed:
                    await self._publisher.publish(self.id, changed, self._version)
            await self._clock.pause(_ROOM_PAUSE)


def _goodbye(left: e.SeatLeft) -> str:
    """What whoever has gone is told."""
    if left.banned:
        return "The facilitator has removed you."
    if left.removed:
        return "The facilitator has taken you out of this workshop. You can join again with the code."
    return "You have left this workshop."
