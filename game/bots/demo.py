"""Bots play a whole workshop on a real server of its own: as a show, as proof, and as a load. Knows no part and no rule."""

import asyncio
import contextlib
import signal
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import aiohttp

from game.bots.client import Answer, Phone
from game.bots.crowd import Crowd
from game.bots.door import Door, DoorShut
from game.bots.judging import Judge
from game.bots.player import Wits
from game.bots.process import ServerFailed, ServerProcess
from game.bots.tally import Tally
from game.bots.texts import Texts
from game.core.scenario import Form
from game.core.settings import MOST_TEAM
from game.core.state import Mode
from game.runtime.ports import Assessor

_NAME: Final = "Demo"
_PASSWORD: Final = "a workshop of bots, 2 beats long"  # noqa: S105 - of a server that lives for minutes, on loopback
_ROUND: Final = 45 * 60  # game seconds that a round may take before the demo is given up
_GRACE: Final = 300.0  # real seconds on top, for slow machines
_SMALLEST: Final = 3
_PLAYLIST: Final = 12  # scenarios that a workshop can have planned; the desk starts what comes after them

Announce = Callable[[str], None]
PlayedMode = Literal["together", "live", "both"]


class DemoFailed(Exception):
    """The demo cannot be played, or did not end; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played: `players` bots in `teams`, so many rounds. `disconnects` is how often a phone drops, 0 to 1.

    `mode` "both" plays every other round live.
    """

    teams: int
    players: int
    rounds: int
    speed: float
    form: Form
    scenarios: tuple[str, ...] | None
    disconnects: float
    mode: PlayedMode = "together"

    def mode_of(self, number: int) -> Mode:
        """How round `number` (from 1) is played."""
        if self.mode != "both":
            return self.mode
        return "live" if number % 2 == 0 else "together"

    def check(self) -> None:
        """Raises `DemoFailed` where this cannot be played."""
        if self.teams < 1 or self.rounds < 1:
            raise DemoFailed("A demo needs at least one team and one round.")
        if not _SMALLEST * self.teams <= self.players <= MOST_TEAM * self.teams:
            raise DemoFailed(
                f"{self.teams} teams take {_SMALLEST * self.teams} to {MOST_TEAM * self.teams} players, not {self.players}."
            )


async def run_demo(
    teams: int,
    players: int,
    rounds: int,
    speed: float,
    form: Form,
    scenarios: Sequence[str] | None,
    disconnects: float,
    announce: Announce,
    *,
    assessor: Assessor,
    texts: Texts,
    mode: PlayedMode = "together",
) -> dict[str, Any]:
    """Play a workshop from its opening to its end and say what came of it. Raises `DemoFailed`.

    Returns `rounds`, `teams`, `players`, `replies`, `duels` (ballots cast), `moments`, `marks` (criteria that the rubric gave
    a level), `awards`, `standings` (rank, name, points), `disconnects`, `errors` and, where there are any, `faults` in words.
    An error is a refusal that no race explains, an exception, or a command that was never answered.
    """
    plan = Plan(teams, players, rounds, speed, form, tuple(scenarios) if scenarios else None, disconnects, mode)
    plan.check()
    tally = Tally()
    try:
        async with own_server(speed) as server, aiohttp.ClientSession() as session:
            stage = _Show(plan, server, Door(session, server.url), Wits(Judge(assessor), texts), tally, announce)
            return await stage.play()
    except (ServerFailed, DoorShut) as failed:
        raise DemoFailed(str(failed)) from failed
    except TimeoutError as late:
        raise DemoFailed("The workshop did not come to its end in time.") from late


@asynccontextmanager
async def own_server(speed: float) -> AsyncIterator[ServerProcess]:
    """A server with its own temporary data; both are gone afterwards, also when this process is told to end.

    Raises `ServerFailed`.
    """
    with _ended_tidily(), tempfile.TemporaryDirectory(prefix="simmerdown-", ignore_cleanup_errors=True) as folder:
        server = ServerProcess(Path(folder), speed=speed)
        try:
            await server.start()
            yield server
        finally:
            await server.stop()


@contextlib.contextmanager
def _ended_tidily() -> Iterator[None]:
    """SIGTERM cancels the task within this block, as Ctrl+C does, so that nothing is left behind."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGTERM, lambda: task.cancel() if task else None)
    except (NotImplementedError, RuntimeError, ValueError):  # another platform, or not the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


class _Show:
    """One workshop, from the desk's side."""

    def __init__(self, plan: Plan, server: ServerProcess, door: Door, wits: Wits, tally: Tally, announce: Announce) -> None:
        self._plan, self._server, self._door, self._wits = plan, server, door, wits
        self._tally, self._announce = tally, announce
        self._counts = {"replies": 0, "marks": 0}
        self._told: dict[str, object] = {}

    async def play(self) -> dict[str, Any]:
        plan, door = self._plan, self._door
        await door.set_up(self._server.token, _NAME, _PASSWORD)
        await door.sign_in(_NAME, _PASSWORD)
        playlist = await self._playlist()
        code = await door.open_workshop(
            title="Demo",
            playlist=playlist[:_PLAYLIST],
            forms=[plan.form] * min(plan.rounds, _PLAYLIST),
            team_size=max(3, round(plan.players / plan.teams)),
        )
        url = self._server.url
        self._announce(
            f"Watch it at {url}/stage/{code} ({plan.players} bots in {plan.teams} teams, {plan.speed:g} times life)."
        )
        async with AsyncExitStack() as stack:
            desk = await stack.enter_async_context(connected(url, {"desk": code}, speed=plan.speed, cookie=door.cookie))
            crowd = Crowd(url, code, self._wits, self._tally, seed=code, speed=plan.speed, disconnects=plan.disconnects)
            stack.push_async_callback(crowd.go_home)
            await crowd.join(door, plan.players)
            await desk.until(lambda phone: _all_here(phone, plan.players), _GRACE)
            if plan.disconnects:
                crowd.lose_connections()
            for number, slug in enumerate(playlist, start=1):
                await self._round(desk, number, slug)
            await self._do(desk, "start_ceremony", {}, "ceremony")
            await desk.until(lambda phone: (phone.body("board") or {}).get("phase") == "ceremony" or None, _GRACE)
            await crowd.go_home()
            result = self._result(desk)
            await self._do(desk, "close_workshop", {}, "close")
        return result

    async def _playlist(self) -> list[str]:
        chosen = list(self._plan.scenarios or ())
        if not chosen:
            cards = sorted(await self._door.scenarios(), key=lambda card: (card["difficulty"], card["slug"]))
            chosen = [str(card["slug"]) for card in cards]
        return [chosen[number % len(chosen)] for number in range(self._plan.rounds)]

    async def _round(self, desk: Phone, number: int, slug: str) -> None:
        wish: dict[str, object] = {"scenario": slug, "form": self._plan.form, "mode": self._plan.mode_of(number)}
        await self._do(desk, "start_round", wish, f"round-{number}")
        seconds = _ROUND / self._plan.speed + _GRACE
        await desk.until(lambda phone: self._told_and_done(phone, number), seconds)
        replies = (desk.body("desk") or {}).get("replies", ())
        self._counts["replies"] += len(replies)
        self._counts["marks"] += sum(reply["marked"] for reply in replies)

    def _told_and_done(self, phone: Phone, number: int) -> bool | None:
        """Announce what is new on the board; True once this round is over."""
        board, desk = phone.body("board"), phone.body("desk")
        if board is None or desk is None or board["round"] < number:
            return None
        self._tell(f"stage {number}", board["stage"], f"Round {number}, {board['scenario']}: {_STAGES[board['stage']]}")
        for team in board["teams"]:
            if team["outcome"]:
                heat = team["heat"]["value"] if team["heat"] else "?"
                outcome = str(team["outcome"]).replace("_", " ")
                self._tell(f"outcome {number} {team['id']}", outcome, f"  {team['name']}: {outcome}, heat {heat}")
        return True if board["stage"] == "done" and desk["stage"] == "done" and desk["round"] == number else None

    def _tell(self, about: str, state: object, line: str) -> None:
        if self._told.get(about) != state:
            self._told[about] = state
            self._announce(line)

    async def _do(self, desk: Phone, name: str, body: dict[str, object], command: str) -> Answer:
        answer = await asyncio.wait_for(desk.send(name, body, f"demo-{command}"), _GRACE)
        if not answer.ok:
            raise DemoFailed(f"The desk was refused {name}: {answer.sentence}")
        return answer

    def _result(self, desk: Phone) -> dict[str, Any]:
        board, standings, full = (desk.body(name) or {} for name in ("board", "standings", "desk"))
        rows = full.get("full_standings", ())
        result: dict[str, Any] = {
            "rounds": board.get("round", 0),
            "teams": len(full.get("teams", ())),
            "players": sum(not seat["bot"] for seat in full.get("seats", ())),
            **self._counts,
            "duels": self._tally.accepted["cast_ballot"],
            "moments": self._tally.accepted["mark_moment"],
            "awards": len(standings.get("awards", ())),
            "standings": [{"rank": row["rank"], "name": row["name"], "points": row["points"]} for row in rows],
            "disconnects": self._tally.reconnects,
            "errors": len(self._tally.faults),
        }
        if self._tally.faults:
            result["faults"] = self._tally.faults[:20]
        return result


@asynccontextmanager
async def connected(url: str, auth: dict[str, str], *, speed: float = 1.0, cookie: str = "") -> AsyncIterator[Phone]:
    """A phone, desk or stage that stays connected while the block lasts."""
    phone = Phone(url, auth, speed=speed, cookie=cookie)
    staying = asyncio.create_task(phone.stay())
    try:
        yield phone
    finally:
        phone.close()
        with contextlib.suppress(asyncio.CancelledError):
            await staying


def _all_here(phone: Phone, players: int) -> bool | None:
    lobby = phone.body("lobby")
    here = sum(seat["presence"] == "here" for seat in lobby["seats"]) if lobby else 0
    return here >= players or None


_STAGES: Final = {
    "playing": "who would like to be angry?",
    "second_take": "everybody takes one sentence again",
    "debrief": "debrief",
    "breather": "breather",
    "done": "over",
}
