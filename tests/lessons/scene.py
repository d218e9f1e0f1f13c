"""One leaking kettle, played by the rules and marked by the shipped rubric, for the tests of lessons. Knows no lesson.

`say` plays a beat in which one agent answers, and tells what the criterion in focus came to and how far heat moved.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from game.core import commands as c
from game.core import events as e
from game.core.assessing import context
from game.core.ids import Criterion
from game.core.marks import Level, Mark
from game.core.rules.scoring import reply_levels
from game.core.scenario import ActionKind, BeatPlan, Form, Scenario
from game.core.state import HeatStep
from game.paths import content_folder
from game.rubric import Rubric, load_rubric
from tests.core.given import S1, S2, SETTINGS, Play
from tests.core.scenarios import beat_plan, scenario

STORY: Final = (
    "My kettle leaked boiling water over my new kitchen floor on Sunday morning, "
    "and your shop told me to come back in two weeks."
)
INSULT: Final = "You useless idiots, all of you."


@cache
def rubric() -> Rubric:
    """The shipped rubric on cues alone, so that these tests need no model."""
    return load_rubric(content_folder() / "rubric", semantic=False)


def kettle(*criteria: Criterion, **changes: Any) -> Scenario:
    """The kettle with a real story, in which these criteria count in every beat."""
    whole = {"opening": STORY, **changes}
    plans = tuple(_plan(plan, criteria) for plan in scenario().beats)
    plain = scenario(beats=plans, **whole)
    cards = tuple(replace(card, text=INSULT) if card.abusive else card for card in plain.wildcards)
    return replace(plain, wildcards=whole.get("wildcards", cards))


def _plan(plan: BeatPlan, criteria: Iterable[Criterion]) -> BeatPlan:
    return replace(plan, focus=beat_plan(plan.kind, *((one, 1) for one in criteria)).focus)


class Told(Play):
    """A workshop whose replies are marked by the shipped rubric, which is told what a table tells it."""

    def _mark(self, events: Iterable[e.Event]) -> None:
        for event in events:
            if isinstance(event, e.ReplySent):
                told = context(self.state, event.team, event.token)
                assert told is not None
                self.when(c.RecordMarks(event.token, rubric().assess(*told)))


@dataclass(frozen=True, slots=True)
class Said:
    """What one reply came to: the level of the criterion, how heat moved and why, its mark, and the points taken off."""

    level: Level | None
    heat: int
    steps: tuple[HeatStep, ...]
    mark: Mark
    deduction: float


class Kitchen:
    """A scene of one customer and two agents, of whom one answers."""

    def __init__(self, criterion: Criterion, form: Form = "short", played: Scenario | None = None) -> None:
        self.criterion: Criterion = criterion
        self.play = Told(SETTINGS, assess=None)
        self.play.join("Ada", "Ben", "Cleo")
        self.play.start(played or kettle(criterion), form)
        self.play.cast(S1)
        self.play.do(c.OpenCard(), S1)

    def say(
        self,
        text: str,
        *actions: ActionKind,
        offer: str | None = None,
        ticks: tuple[str, ...] = (),
        insulted: bool = False,
        early: bool = False,
    ) -> Said:
        """Play the next beat: the customer (who may insult) yields the floor, Ben answers, the customer ticks facts."""
        play = self.play
        play.to("floor")
        before = play.scene().heat
        if insulted:
            play.do(c.PlayWildcard("card-2"), S1)
        if early:
            play.refused("still_talking", c.SendReply(text, actions, offer), S2)
            play.do(c.SendReply(text, actions, offer, anyway=True), S2)
            play.do(c.YieldFloor(), S1)
        else:
            play.do(c.YieldFloor(), S1)
            play.do(c.SendReply(text, actions, offer), S2)
        reply = play.reply_of(S2)
        if ticks:
            play.do(c.TickFacts(reply.token, ticks), S1)
        play.to("reveal")
        reply = play.reply_of(S2)
        assert reply.assessment is not None
        assert reply.points is not None
        mark = next(mark for mark in reply.assessment.marks if mark.criterion == self.criterion)
        level = reply_levels(reply).get(self.criterion)
        return Said(level, play.scene().heat - before, play.beat().steps, mark, reply.points.deduction)


def say(criterion: Criterion, text: str, *actions: ActionKind, played: Scenario | None = None, **how: Any) -> Said:
    """One reply to the story, judged by one criterion."""
    return Kitchen(criterion, played=played).say(text, *actions, **how)


def why(said: Said) -> set[str]:
    """The reasons why heat moved."""
    return {step.reason for step in said.steps}
