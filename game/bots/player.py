"""One bot at its phone: looks, thinks as long as a person might, acts, looks again. Knows no part that it plays."""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any, Final

import structlog

from game.bots import mind
from game.bots.client import UNSENT, Phone
from game.bots.judging import Judge
from game.bots.moves import Memory, Move, View, command_id
from game.bots.reading import read
from game.bots.tally import Tally
from game.bots.texts import Texts
from game.core.documents import CardDocument, CaseDocument, ClockView, SceneDocument, SeatDocument

_WATCHED: Final = ("", "scene", "case", "card", "seat")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Wits:
    """What bots need beyond the wire: the rubric, and authored replies."""

    judge: Judge
    texts: Texts


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
        move = mind.next_move(view, self._memory, self._seed, self._wits.texts, filler=self._filler)
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
            held=bool(board["held"]) or (board["stage"] == "playing" and scene is not None and scene.clock.held),
            clock=read(ClockView, clock) if clock else None,
            now=phone.now(),
        )

    # --- thinking

    async def _read_replies(self, view: View) -> None:
        """Ask the rubric about every reply that is to be judged and has not been read yet."""
        focus = view.scene.focus if view.scene else ()
        for reply in mind.to_read(view):
            if reply.token not in self._memory.read:
                context = mind.context(view.scene, reply, self._wits.texts)
                self._memory.read[reply.token] = await self._wits.judge.read(reply.token, reply.text, context, focus)

    # --- acting

    async def _act(self, view: View, move: Move) -> None:
        answer = await self.phone.send(move.name, move.body, command_id(view.seat.seat, view.round, move.key))
        self._due.pop(move.key, None)
        self._memory.learn(move, answer.code)
        if answer.ok:
            self.tally.accept(move.name)
        elif answer.code == UNSENT:
            if not self.phone.parted:
                self.tally.fault(f"{move.name} was never answered")
        else:
            self.tally.refuse(move.name, answer.code, answer.sentence)
