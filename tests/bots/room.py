"""A room of bots around the rules themselves, without a network: whoever has thought longest acts, and time jumps to then."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

import orjson

from game.bots import mind
from game.bots.judging import impression
from game.bots.moves import Memory, Move, View
from game.bots.reading import read
from game.bots.tally import Tally
from game.bots.texts import PracticeTexts
from game.core import commands as c
from game.core.documents import Document
from game.core.flow.advance import next_alarm
from game.core.ids import Instant, SeatId
from game.core.marks import Assessment
from game.core.refusal import Refusal
from game.core.scenario import Form, Quality, Scenario
from game.core.settings import Settings
from game.core.state import Mode, Reply
from game.core.views.grants import DocumentKey, seat_keys
from game.library import load_library
from game.paths import content_folder
from game.runtime.shelf import Shelf
from game.server.wire import parse
from tests.core.given import Play
from tests.core.scenarios import assessment

LIBRARY: Final = load_library(content_folder())
SCENARIO: Final[Scenario] = next(one for one in LIBRARY.scenarios if one.slug == "cot-before-thursday")
MOST_STEPS: Final = 20_000
LEVELS: Final[Mapping[Quality, Assessment]] = {"good": assessment(3), "fair": assessment(2), "poor": assessment(0)}


@cache
def quality_of(text: str) -> Quality:
    """How good the authored reply within this text is."""
    known = (reply for scenario in LIBRARY.scenarios for beat in scenario.beats for reply in beat.practice)
    return next((reply.quality for reply in known if reply.text in text), "fair")


def marked(text: str) -> Assessment:
    """What a rubric that knows the authors' minds would say."""
    return LEVELS[quality_of(text)]


@dataclass
class Sitting:
    """One bot: what it keeps in mind, and when each move it thinks about is due."""

    filler: bool
    memory: Memory = field(default_factory=Memory)
    due: dict[str, Instant] = field(default_factory=dict)
    round: int = 0
    seen: tuple[object, ...] | None = None
    next: Move | None = None


class Room:
    """So many people, all of them bots, in teams of `size`."""

    def __init__(self, people: int, *, size: int = 5, seed: str = "room", rounds: int = 1, form: Form = "short") -> None:
        self.seed = seed
        settings = Settings("Bots", "", (SCENARIO.slug,) * rounds, (form,) * rounds, team_size=size)
        self.play = Play(settings, seed=seed, badges=LIBRARY.badges, assess=self._assess)
        self.play.join(*(f"Bot {number}" for number in range(1, people + 1)))
        self.bots: dict[SeatId, Sitting] = {}
        self.tally = Tally()
        self.texts = PracticeTexts(LIBRARY.titled)
        self._shelf = Shelf()
        self._kept: Mapping[DocumentKey, Document] = {}
        self._rendered = 0
        self._read: dict[DocumentKey, tuple[Document, Any]] = {}

    def _assess(self, reply: Reply) -> Assessment:
        return marked(reply.words.text)

    # --- what a bot sees

    def _shown(self, kept: Mapping[DocumentKey, Document], key: DocumentKey) -> Any:
        """A document through JSON and back."""
        document = kept[key]
        if key not in self._read or self._read[key][0] is not document:
            self._read[key] = (document, read(type(document), orjson.loads(orjson.dumps(document))))
        return self._read[key][1]

    def view(self, seat: SeatId) -> View:
        """The documents that this seat is granted."""
        if self._rendered != len(self.play.log):
            self._kept, self._rendered = self._shelf.all(self.play.state, self.play.now), len(self.play.log)
        kept = self._kept
        shown = {key.name: self._shown(kept, key) for key in seat_keys(self.play.state, seat)}
        board, scene = shown["board"], shown.get("scene")
        return View(
            seat=shown["seat"],
            scene=scene,
            case=shown.get("case"),
            card=shown.get("card"),
            phase=board.phase,
            stage=board.stage,
            round=board.round,
            held=board.held or (board.stage == "playing" and scene is not None and scene.clock.held),
            clock=board.clock,
            now=self.play.now,
        )

    def next_move(self, seat: SeatId) -> Move | None:
        """What this bot would do now."""
        bot, view = self.bots[seat], self.view(seat)
        seen = (view.seat, view.scene, view.case, view.card, view.phase, view.stage, view.round, view.held)
        if seen != bot.seen:
            bot.seen, bot.next = seen, self._think(bot, view, seat)
        return bot.next

    def _think(self, bot: Sitting, view: View, seat: SeatId) -> Move | None:
        if bot.round != view.round:
            bot.round, bot.memory = view.round, Memory()
            bot.due.clear()
        focus = view.scene.focus if view.scene else ()
        for reply in mind.to_read(view):
            bot.memory.read[reply.token] = impression(marked(reply.text), focus)
        move = mind.next_move(view, bot.memory, f"{self.seed}/{seat}", self.texts, filler=bot.filler)
        return None if move is None or move.key in bot.memory.done else move

    # --- what happens

    def play_round(self, form: Form = "short", scenario: Scenario = SCENARIO, mode: Mode = "together") -> None:
        """A whole round, until nothing is left to do in it."""
        self.play.do(c.StartRound(scenario, form, mode))
        for _ in range(MOST_STEPS):
            if self.play.round.stage == "done":
                return
            self.step()
        raise AssertionError("the round does not end")

    def step(self) -> None:
        """Let the bot whose move is due first make it, or a clock run out before."""
        seats = self.play.state.seats
        for seat in seats.values():
            self.bots.setdefault(seat.id, Sitting(filler=seat.bot))
        planned: list[tuple[Instant, SeatId, Move]] = []
        for seat_id, bot in self.bots.items():
            move = None if seats[seat_id].gone else self.next_move(seat_id)
            if move is not None:
                due = bot.due.setdefault(move.key, Instant(self.play.now + round(move.think * 1000)))
                planned.append((due, seat_id, move))
        alarm = next_alarm(self.play.state, self.play.now)
        first = min(planned, key=lambda one: one[:2], default=None)
        if first is None or (alarm is not None and alarm <= first[0]):
            self.play.pass_time()
            return
        self.play.now = Instant(max(self.play.now, first[0]))
        self._make(first[1], first[2])

    def _make(self, seat: SeatId, move: Move) -> None:
        bot = self.bots[seat]
        command = parse(move.name, dict(move.body), LIBRARY.scenario)
        assert not isinstance(command, Refusal), (move, command)
        if isinstance(command, c.SaveDraft):
            self.play.save(seat, command.text, *command.actions, offer=command.offer)
            answer: object = ()
        else:
            answer = self.play.when(command, seat)
        bot.seen = None
        bot.due.pop(move.key, None)
        bot.memory.learn(move, answer.code if isinstance(answer, Refusal) else "")
        if isinstance(answer, Refusal):
            self.tally.refuse(move.name, answer.code, answer.sentence)
        else:
            self.tally.accept(move.name)

    def without_practice(self) -> Scenario:
        """The scenario with no authored replies at all."""
        return replace(SCENARIO, beats=tuple(replace(beat, practice=()) for beat in SCENARIO.beats))
