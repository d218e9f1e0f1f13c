"""Plays a scenario by itself up to the moments that its author wants to see on phones. Knows nothing of who looks.

The rules themselves are played and the documents are the real ones, so that a preview never shows what no phone would.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from game.core import commands as c
from game.core.decide import decide
from game.core.documents import Document
from game.core.evolve import evolve
from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.scenario import PracticeReply, Scenario
from game.core.settings import Settings
from game.core.state import CustomerMark, Reply, Scene, Workshop
from game.core.views.grants import DocumentName, seat_keys
from game.core.views.render import render

Moment = Literal["card", "case", "floor", "reply"]

_AT: Final = Instant(0)  # untimed: nothing here ever waits
_PEOPLE: Final = (("Ana", "🦊"), ("Tom", "🐢"), ("Mia", "🦉"))
_MARKS: Final[tuple[CustomerMark, ...]] = (75, 50)


@dataclass(frozen=True, slots=True)
class Frame:
    """What one phone is sent at one moment of a beat (from 1; 0 before the first)."""

    moment: Moment
    beat: int
    documents: tuple[tuple[DocumentName, Document], ...]


def preview(scenario: Scenario) -> tuple[Frame, ...]:
    """The open role card, the case file, then for each beat the floor and the reply. In the long form, without clocks."""
    return tuple(_Rehearsal(scenario).frames())


class _Rehearsal:
    """One team of a customer and two agents, who answer with the authored replies: a good one and a fair one."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        settings = Settings(title="", season="", playlist=(scenario.slug,), forms=("long",), timed=False, rehearsal=True)
        self._state: Workshop | None = None
        self._do(c.OpenWorkshop(WorkshopId("preview"), "PREVIEW", scenario.slug, settings, ()))
        for name, avatar in _PEOPLE:
            self._do(c.TakeSeat(PlayerId(name), name, avatar))
        self._customer, *self._agents = self._now.seats
        for seat in self._now.seats:
            self._do(c.SetPresence(seat, here=True))

    def frames(self) -> Iterator[Frame]:
        self._do(c.StartRound(replace(self._scenario, sequel_of=""), "long"))
        for seat in (self._customer, *self._agents):
            if self._scene.phase == "casting":
                self._do(c.Volunteer(willing=seat == self._customer), seat)
        self._do(c.OpenCard(), self._customer)
        yield self._frame("card", 0, self._customer)
        yield self._frame("case", 0, self._agents[0])
        for beat in range(1, len(self._scenario.beats) + 1):
            if not self._has_floor():
                return  # this customer may hang up before the last beat
            yield self._frame("floor", beat, self._customer)
            self._say_something()
            yield self._frame("reply", beat, self._agents[0])
            self._answer()

    def _say_something(self) -> None:
        beat = self._scene.beat
        assert beat is not None
        for line in beat.plan.lines[:2]:
            self._do(c.SayLine(line.id), self._customer)
        self._do(c.YieldFloor(), self._customer)

    def _answer(self) -> None:
        """Both agents send; the customer marks what each wrote."""
        plan = self._scenario.beats[len(self._scene.beats) - 1]
        for seat, quality, mark in zip(self._agents, ("good", "fair"), _MARKS, strict=True):
            reply = next((one for one in plan.practice if one.quality == quality), None)
            if reply is None:
                continue
            self._do(_sending(reply), seat)
            self._do(c.MarkReply(self._reply_of(seat).token, mark), self._customer)

    def _reply_of(self, seat: SeatId) -> Reply:
        return next(reply for reply in reversed(self._replies()) if reply.seat == seat)

    def _replies(self) -> tuple[Reply, ...]:
        return tuple(reply for beat in self._scene.beats for reply in beat.replies)

    def _has_floor(self) -> bool:
        """Whether the customer speaks once more; goes on to that moment."""
        while self._scene.phase not in ("floor", "outcome"):
            self._do(c.SkipPhase(self._scene.team))
        return self._scene.phase == "floor"

    def _frame(self, moment: Moment, beat: int, seat: SeatId) -> Frame:
        keys = sorted(seat_keys(self._now, seat), key=lambda key: key.name)
        return Frame(moment, beat, tuple((key.name, render(self._now, key, _AT)) for key in keys))

    def _do(self, command: c.Command, seat: SeatId | None = None) -> None:
        answer = decide(self._state, command, at=_AT, actor=seat)
        assert not isinstance(answer, Refusal), (command, answer)  # whatever passes the check can be played
        for event in answer:
            self._state = evolve(self._state, event)

    @property
    def _now(self) -> Workshop:
        assert self._state is not None
        return self._state

    @property
    def _scene(self) -> Scene:
        assert self._now.round is not None
        (scene,) = self._now.round.scenes.values()
        return scene


def _sending(reply: PracticeReply) -> c.SendReply:
    return c.SendReply(reply.text, reply.actions, reply.offer)
