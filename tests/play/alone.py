"""Plays a whole practice in this process: a scripted agent, the bot as the customer, the real rubric, no clock and no socket.

Goes through the same doors as a phone: documents that the seat is granted, commands as they come over the wire.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import yaml

from game.bots import mind
from game.bots.judging import impression
from game.bots.moves import Memory, View
from game.bots.texts import PracticeTexts
from game.core import commands as c
from game.core.assessing import context
from game.core.ids import SeatId
from game.core.marks import Assessment
from game.core.refusal import Refusal
from game.core.scenario import ActionKind, OutcomeKind, Scenario
from game.core.settings import Settings
from game.core.state import Reply
from game.core.views.grants import seat_keys
from game.core.views.render import render
from game.library import Library, load_library
from game.paths import content_folder
from game.rubric import Rubric, load_rubric
from game.server.wire import parse
from tests.core.given import S1, T1, Play

SCRIPTS: Final = Path(__file__).parent / "scripts"
_MOST_STEPS: Final = 400


@dataclass(frozen=True)
class Answer:
    """What a scripted agent does in one beat."""

    text: str
    actions: tuple[ActionKind, ...] = ()
    offer: str | None = None


@dataclass(frozen=True)
class Ending:
    """How a practice went: outcome, heat after each beat, everything the customer said, the facts that came out."""

    outcome: OutcomeKind
    heat: tuple[int, ...]
    said: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]
    points: tuple[float, ...]
    marks: tuple[int | None, ...]


@cache
def library() -> Library:
    """The shipped content."""
    return load_library(content_folder())


@cache
def rubric() -> Rubric:
    """The shipped rubric, with its head where that can run."""
    return load_rubric(content_folder() / "rubric")


@cache
def script(slug: str, agent: str) -> tuple[Answer, ...]:
    """What this agent (good, rude, stuffer) answers in the three beats of a scenario."""
    told: Any = yaml.safe_load((SCRIPTS / f"{slug}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Answer(str(one["text"]), cast(tuple[ActionKind, ...], tuple(one.get("actions") or ())), one.get("offer"))
        for one in told[agent]
    )


@dataclass
class Alone:
    """One practice of one scenario."""

    scenario: Scenario
    answers: Sequence[Answer]
    seed: str = "alone"
    _memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        settings = Settings("Practice", "", (self.scenario.slug,), ("long",), timed=False, rehearsal=True, practice=True)
        self.play = Play(settings, seed=self.seed, assess=self._assess)
        self.texts = PracticeTexts(lambda title: self.scenario if title == self.scenario.title else None)
        self.play.join("You")

    def to_its_end(self) -> Ending:
        """From the briefing to the outcome. Raises `AssertionError` where it does not come there."""
        self.play.start(self.scenario, "long")
        for _ in range(_MOST_STEPS):
            if self.play.scene().phase == "outcome":
                return self._ending()
            assert self._bot_moves() or self._agent_moves(), f"nobody moves in {self.play.scene().phase}"
        raise AssertionError("the scene does not end")

    def _ending(self) -> Ending:
        scene = self.play.scene()
        assert scene.outcome is not None
        replies = [reply for beat in scene.beats for reply in beat.replies]
        return Ending(
            scene.outcome,
            (scene.beats[0].heat_before, *(beat.heat_after or 0 for beat in scene.beats)),
            tuple(tuple(line.text for line in beat.lines) for beat in scene.beats),
            scene.facts,
            tuple(round(reply.points.total, 1) if reply.points else 0.0 for reply in replies),
            tuple(reply.customer_mark for reply in replies),
        )

    # --- the agent

    def _agent_moves(self) -> bool:
        scene = self.play.scene()
        if scene.phase in ("briefing", "ready", "reveal") and S1 not in scene.ready:
            self.play.do(c.Ready(), S1)
            return True
        beat = scene.beat
        if scene.phase != "reply" or beat is None or beat.replies:
            return False
        answer = self.answers[beat.number - 1]
        self.play.do(c.SendReply(answer.text, answer.actions, answer.offer), S1)
        return True

    def _assess(self, reply: Reply) -> Assessment:
        asked = context(self.play.state, T1, reply.token)
        assert asked is not None
        return rubric().assess(*asked)

    # --- the customer

    def _bot_moves(self) -> bool:
        bot = self.play.scene().acting_customer
        if bot is None:
            return False
        view = self._view(bot)
        focus = view.scene.focus if view.scene else ()
        for reply in mind.to_read(view):
            if reply.token not in self._memory.read:
                known = rubric().assess(reply.text, mind.context(view.scene, reply, self.texts))
                self._memory.read[reply.token] = impression(known, focus)
        move = mind.next_move(view, self._memory, self.seed, self.texts, filler=True)
        if move is None or move.key in self._memory.done:
            return False
        command = parse(move.name, dict(move.body), lambda _: None)
        assert not isinstance(command, Refusal), (move, command)
        self.play.do(command, bot)
        self._memory.learn(move)
        return True

    def _view(self, seat: SeatId) -> View:
        shown: dict[str, Any] = {}
        for key in seat_keys(self.play.state, seat):
            document = render(self.play.state, key, self.play.now)
            shown[key.name] = document
        board = shown["board"]
        return View(
            seat=shown["seat"],
            scene=shown.get("scene"),
            case=shown.get("case"),
            card=shown.get("card"),
            phase=board.phase,
            stage=board.stage,
            round=board.round,
            held=board.held,
            clock=board.clock,
            now=self.play.now,
        )


@cache
def played(slug: str, agent: str, seed: str = "alone") -> Ending:
    """How this scripted agent fares alone."""
    scenario = library().scenario(slug)
    assert scenario is not None
    return Alone(scenario, script(slug, agent), seed).to_its_end()
