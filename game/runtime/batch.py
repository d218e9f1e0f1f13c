"""A batch of commands, decided one after the other on a provisional state.

Knows nothing of queues, storing, answering and publishing.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import structlog

from game.core.commands import CheckStress, Command, Draft, Elapse, OpenWorkshop, PressStop, Resume, SaveDraft
from game.core.decide import decide
from game.core.deciding.scene import check_reply
from game.core.events import ReplySent
from game.core.evolve import evolve
from game.core.flow.advance import next_alarm
from game.core.ids import Instant, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.state import Workshop
from game.runtime.ports import Batch, Entry, Receipt

Actor = Literal["player", "desk", "system"]
ReceiptKey = tuple[str, str]

_NAMELESS: Final = (PressStop, CheckStress)  # their receipts carry no seat, so that nobody can ever tell who it was

BUG: Final = Refusal("bug", "Something went wrong on our side. Nothing is lost, and the game goes on.")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Carried out and durable; `version` is the workshop's version after it."""

    version: int


@dataclass(slots=True)
class Asked:
    """A command in the queue, and whoever waits for its answer."""

    role: Actor
    actor: SeatId | None
    id: str
    command: Command
    answer: "asyncio.Future[Accepted | Refusal]"

    @property
    def key(self) -> ReceiptKey:
        nameless = isinstance(self.command, _NAMELESS) or self.actor is None
        return ("" if nameless else str(self.actor), self.id)

    def settle(self, answer: Accepted | Refusal) -> None:
        """Tell whoever waits; the first answer stands."""
        if not self.answer.done():
            self.answer.set_result(answer)


@dataclass(slots=True)
class Work:
    """A batch in progress: the provisional state, and what must be stored for it to be true.

    `began` is the stored version it builds on, `settled` the moment of the last stored event, `done` the receipts and
    `kept` the drafts of earlier batches.
    """

    workshop: WorkshopId
    state: Workshop | None
    began: int
    settled: Instant
    done: Mapping[ReceiptKey, int]
    kept: Mapping[SeatId, Draft]
    version: int = field(init=False)
    at: Instant = field(init=False)
    entries: list[Entry] = field(default_factory=list)
    receipts: dict[ReceiptKey, int] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    sent: set[SeatId] = field(default_factory=set)  # whose drafts have become replies since they were last typed
    answers: list[tuple[Asked, Accepted | Refusal]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.version, self.at = self.began, self.settled

    def decide(self, asked: Asked, now: Instant) -> None:
        """Decide one command at `now`, never earlier than the last event; its answer is given once all is stored."""
        self.at = Instant(max(now, self.at))
        if not isinstance(asked.command, Resume):  # it gives clocks their time back before any of them may end
            self._catch_up()
        self.answers.append((asked, self._answer(asked)))

    def batch(self) -> Batch:
        """What must be stored, in one piece."""
        receipts = tuple(Receipt(actor, command, version) for (actor, command), version in self.receipts.items())
        return Batch(self.workshop, self.began, tuple(self.entries), receipts)

    def _catch_up(self) -> None:
        """A clock that has run out ends before the next command is looked at, however late the alarm is."""
        if self.state is None:
            return
        due = next_alarm(self.state, self.settled)
        if due is not None and due <= self.at:
            self._try(Elapse(), None)

    def _answer(self, asked: Asked) -> Accepted | Refusal:
        known = self.receipts.get(asked.key) or self.done.get(asked.key)
        if known is not None:
            return Accepted(known)
        if isinstance(asked.command, SaveDraft):
            return self._keep_draft(asked.actor, asked.command)
        if self.state is None and not isinstance(asked.command, OpenWorkshop):
            return Refusal("unknown_workshop", "This workshop does not exist any more.")
        refusal = self._try(asked.command, asked.actor)
        if refusal is not None:
            return refusal
        if asked.id:
            self.receipts[asked.key] = self.version
        return Accepted(self.version)

    def _keep_draft(self, actor: SeatId | None, command: SaveDraft) -> Accepted | Refusal:
        if self.state is None or actor is None:
            return Refusal("no_seat", "You have no seat in this workshop.")
        refused = check_reply(self.state, actor, command)
        if refused is None:
            self.drafts.append(Draft(actor, command.text, command.actions, command.offer))
            self.sent.discard(actor)
        return refused or Accepted(self.version)

    def _try(self, command: Command, actor: SeatId | None) -> Refusal | None:
        try:
            decided = decide(self.state, command, at=self.at, actor=actor, drafts=self._drafts())
            if isinstance(decided, Refusal):
                return decided
            state = self.state
            for event in decided:
                state = evolve(state, event)
        except Exception:
            log.exception("rules failed", workshop=self.workshop, command=type(command).__name__)
            return BUG
        self.entries.extend(Entry(self.version + number, self.at, event) for number, event in enumerate(decided, start=1))
        self.sent |= {event.seat for event in decided if isinstance(event, ReplySent)}
        self.state, self.version = state, self.version + len(decided)
        return None

    def _drafts(self) -> Iterable[Draft]:
        typed = {**self.kept, **{draft.seat: draft for draft in self.drafts}}
        return [draft for seat, draft in typed.items() if seat not in self.sent]
