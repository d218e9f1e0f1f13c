"""One bot at its phone: looks, thinks as long as a person might, acts, looks again. Knows no part that it plays."""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any, Final

import structlog

from game.bots import agent, customer
from game.bots.client import UNSENT, Answer, Phone
from game.bots.judging import Judge
from game.bots.moves import Memory, Move, View, command_id
from game.bots.reading import read
from game.bots.tally import Tally
from game.bots.texts import Texts
from game.core.documents import CardDocument, CaseDocument, ClockView, FocusView, SceneDocument, SeatDocument
from game.core.ids import Token
from game.core.marks import Context
from game.core.scenario import ActionKind

_WATCHED: Final = ("", "scene", "case", "card", "seat")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Wits:
    """What bots need beyond the wire: the rubric, and authored replies."""

    judge: Judge
    texts: Texts


@dataclass(frozen=True, slots=True)
class _Text:
    """A reply to be read before it is judged."""

    token: Token
    text: str
    actions: tuple[ActionKind, ...]


class Player:
    """Plays one seat until the workshop is over or the phone is closed.

    `seed` makes all its chance; `speed` is the game's. A `filler` only makes up the numbers of a scene: it has no share
    in second takes, aims and stress checks, which belong to people.
    """

    def __init__(
        self, phone: Phone, wits: Wits, *, seed: str, speed: float = 1.0, filler: bool = False, tally: Tally | None = None
    ) -> None:
        self.phone, self._wits, self._seed, self._speed, self._filler = phone, wits, seed, speed, filler
        self.tally = tally if tally is not None else Tally()
        self._memory = Memory()
        self._round = 0
        self._due: dict[str, float] = {}
        self._woken = asyncio.Event()
        self._over = False
        self._board: tuple[object, ...] = ()
        phone.listen(self._wake)

    async def play(self) -> None:
        """Stay connected and play. Never raises for what the game or the network does; faults are counted."""
        staying = asyncio.ensure_future(self.phone.stay())
        playing = asyncio.ensure_future(self._play())
        try:
            await asyncio.wait({staying, playing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.phone.close()
            playing.cancel()
            for task in (staying, playing):
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            self.tally.reconnects += max(0, self.phone.connections - 1)

    def rest(self) -> None:
        """Make no further move; `play` returns once the last one has been answered."""
        self._over = True
        self._woken.set()

    async def _play(self) -> None:
        while not self._over:
            self._woken.clear()
            try:
                wait = await self._turn()
            except Exception as error:
                log.exception("bot stumbled", seed=self._seed)
                self.tally.fault(f"{type(error).__name__}: {error}")
                wait = 1.0
            if wait is None or wait > 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), wait)

    async def _turn(self) -> float | None:
        """Act if it is time to; returns the real seconds until something is due, ``None`` for "when something changes"."""
        view = self._look()
        if view is None:
            return None
        if view.round != self._round:
            self._round, self._memory = view.round, Memory()
            self._due.clear()
        await self._read_replies(view)
        move = self._choose(view)
        if self._over or move is None or move.key in self._memory.done:
            return None
        clock = asyncio.get_running_loop().time
        due = self._due.setdefault(move.key, clock() + move.think / self._speed)
        if due > clock():
            return due - clock()
        await self._act(view, move)
        return 0

    # --- looking

    def _wake(self, name: str) -> None:
        if name in ("board", "lobby", "standings"):
            board = self.phone.body("board") or {}
            now = (board.get("phase"), board.get("round"), board.get("stage"), board.get("held"))
            if now == self._board:
                return
            self._board = now
        elif name not in _WATCHED:
            return
        self._woken.set()

    def _look(self) -> View | None:
        phone = self.phone
        board, seat = phone.body("board"), phone.document("seat", SeatDocument)
        if not phone.connected or board is None or seat is None:
            return None
        if board["phase"] == "closed":
            self._over = True
            return None
        scene = phone.document("scene", SceneDocument)
        clock: Any = board["clock"]
        return View(
            seat=seat,
            scene=scene,
            case=phone.document("case", CaseDocument),
            card=phone.document("card", CardDocument),
            phase=board["phase"],
            stage=board["stage"],
            round=int(board["round"]),
            held=bool(board["held"]) or (scene is not None and scene.clock.held),
            clock=read(ClockView, clock) if clock else None,
            now=phone.now(),
        )

    # --- thinking

    def _choose(self, view: View) -> Move | None:
        if view.phase != "round":
            return None
        if view.stage != "playing":
            return None if self._filler or view.held else agent.looking_back(view, self._memory, self._seed)
        if view.held:
            return self._go_on(view)
        seed, memory = self._seed, self._memory
        mine = customer.next_move(view, memory, seed) if view.card else None
        return mine or agent.next_move(view, memory, seed, self._wits.texts)

    def _go_on(self, view: View) -> Move | None:
        """After a stop a bot follows the first person who is ready to go on; it never presses anybody."""
        scene = view.scene
        if scene is None or not scene.going_on or view.seat.going_on:
            return None
        return Move(f"b{scene.beat}-go-on-{scene.phase}", "go_on", {}, 2)

    async def _read_replies(self, view: View) -> None:
        """Ask the rubric about every reply that is to be judged and has not been read yet."""
        scene = view.scene
        for text in _to_read(view):
            if text.token in self._memory.scores:
                continue
            context, focus = _context(scene, text), _focus(scene)
            self._memory.scores[text.token] = await self._wits.judge.score(text.token, text.text, context, focus)

    # --- acting

    async def _act(self, view: View, move: Move) -> None:
        answer = await self.phone.send(move.name, move.body, command_id(view.seat.seat, view.round, move.key))
        self._memory.done.add(move.key)
        self._due.pop(move.key, None)
        self._learn(move, answer)
        if answer.ok:
            self.tally.accept(move.name)
        elif answer.code == UNSENT:
            if not self.phone.parted:
                self.tally.fault(f"{move.name} was never answered")
        else:
            self.tally.refuse(move.name, answer.code, answer.sentence)

    def _learn(self, move: Move, answer: Answer) -> None:
        if move.name == "ask_duel":
            self._memory.asked += 1
            self._memory.fruitless = 0 if answer.ok else self._memory.fruitless + 1


def _to_read(view: View) -> list[_Text]:
    found: list[_Text] = []
    if view.card is not None:
        found.extend(_Text(one.token, one.text, one.actions) for one in view.card.incoming if not one.covered)
    if view.scene is not None and view.seat.duels:
        mine = {token for duel in view.seat.duels for token in (duel.left, duel.right)}
        found.extend(_Text(r.token, r.text, r.actions) for r in view.scene.replies if r.token in mine and not r.covered)
    if view.seat.gallery is not None:
        duel = view.seat.gallery
        found.extend(_Text(one.token, one.text, one.actions) for one in (duel.left, duel.right))
    return found


def _focus(scene: SceneDocument | None) -> tuple[FocusView, ...]:
    return scene.focus if scene else ()


def _context(scene: SceneDocument | None, text: _Text) -> Context:
    """What this phone knows of the conversation."""
    if scene is None:
        return Context(actions=text.actions)
    said = tuple(line.text for line in scene.lines if line.beat == scene.beat and line.kind != "heard")
    return Context(
        customer=said,
        beat=scene.kind or "vent",
        channel=scene.channel,
        closing=scene.closing,
        facts=scene.facts,
        actions=text.actions,
    )
