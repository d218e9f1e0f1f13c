"""How somebody begins to practise alone, with nobody to open a workshop for them. Knows nothing of the rules of play."""

from typing import Final

from aiohttp import web

from game.core.commands import Command, EndRound, SetTimed, SkipPhase, StartRound
from game.core.ids import CRITERIA, Instant, PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.scenario import Form, Scenario
from game.core.settings import Settings
from game.core.state import Workshop
from game.server import nicknames
from game.server.doors import Doors
from game.server.limits import Window
from game.server.openings import gentlest
from game.server.requests import address_of, answer, read, refuse
from game.server.tickets import Signer
from game.server.wire_http import JoinedOut, PracticeCardOut, PracticeIn, PracticeOut

MOST_BEGUN: Final = 40  # from one address in the window: a whole class behind one router, too few to fill a disk
WINDOW: Final = 10 * 60_000  # milliseconds
FORM: Final[Form] = "long"
_JUST_GONE: Final = 60_000  # milliseconds after which a place is given to whoever waits for one
_NAMELESS: Final = "You"
_STAGES: Final = 5  # a round has no more of them

_SWITCHED_OFF: Final = Refusal("no_practice", "There is no practice alone on this server. Ask for the code of a workshop.")
_FULL: Final = Refusal("practice_full", "Everyone who can practise here at a time does. Try again in a few minutes.")
_TOO_MANY: Final = Refusal("too_many_tries", "That were many new starts from your network. Please wait a few minutes.")


class PracticeApi:
    """What can be practised, and beginning it. A practice is a workshop with one seat that no facilitator sees."""

    def __init__(self, doors: Doors, signer: Signer) -> None:
        self._doors, self._signer = doors, signer
        self._begun = Window(MOST_BEGUN, WINDOW)

    async def choices(self, _request: web.Request) -> web.Response:
        """GET /api/practice."""
        rooms = self._doors.practice
        there = gentlest(self._doors.library.scenarios) if rooms.most else []
        return answer(PracticeOut(scenarios=tuple(map(card_of, there)), keep_days=rooms.keep_days))

    async def begin(self, request: web.Request) -> web.Response:
        """POST /api/practice."""
        asked = await read(request, PracticeIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        address, now = address_of(request, self._doors.behind_proxy), self._doors.clock.now()
        if not self._doors.practice.most:
            return refuse(_SWITCHED_OFF)
        if self._begun.is_full(address, now):
            return refuse(_TOO_MANY)
        scenario = self._doors.library.scenario(asked.scenario)
        if scenario is None:
            return refuse(Refusal("unknown_scenario", "This scenario is not here any more. Choose another one."))
        self._begun.note(address, now)
        place = await self._place(asked.ticket) or await self._open(asked, scenario)
        if isinstance(place, Refusal):
            return refuse(place)
        refused = await self._start(*place, scenario, timed=asked.timed)
        return refuse(refused) if refused else answer(await self._joined(*place))

    async def _place(self, ticket: str | None) -> tuple[WorkshopId, SeatId] | None:
        """The practice that this ticket is for, if it is one and still kept."""
        place = self._signer.seat_of(ticket) if ticket else None
        snapshot = await self._doors.tables.current(place[0]) if place else None
        if place is None or snapshot is None:
            return None
        seat = snapshot.state.seats.get(place[1])
        mine = snapshot.state.settings.practice and seat is not None and not seat.gone
        return place if mine and snapshot.state.phase != "closed" else None

    async def _open(self, asked: PracticeIn, scenario: Scenario) -> tuple[WorkshopId, SeatId] | Refusal:
        """A new practice with its only seat taken."""
        wanted = (asked.nickname or "").strip()
        name = nicknames.fit(wanted, self._doors.names) if wanted else _NAMELESS
        if isinstance(name, Refusal):
            return name
        avatars = self._doors.library.names.avatars
        if asked.avatar is not None and asked.avatar not in avatars:
            return Refusal("bad_avatar", "Please choose one of the pictures.")
        if not await self._is_room():
            return _FULL
        settings = Settings(
            title="Practice",
            season="",
            playlist=(scenario.slug,),
            forms=(FORM,),
            timed=asked.timed,
            rehearsal=True,
            keep_days=self._doors.practice.keep_days,
            practice=True,
        )
        workshop, _ = await self._doors.tables.open_workshop(settings)
        seat = await self._doors.tables.join(workshop, PlayerId(self._doors.new_token()), name, asked.avatar or avatars[0])
        return seat if isinstance(seat, Refusal) else (workshop, seat)

    async def _is_room(self) -> bool:
        """Whether one more may practise; whoever has just gone makes room."""
        tables, most = self._doors.tables, self._doors.practice.most
        if tables.practices >= most:
            await tables.rest_practices(Instant(self._doors.clock.now() - _JUST_GONE))
        return tables.practices < most

    async def _start(self, workshop: WorkshopId, seat: SeatId, scenario: Scenario, *, timed: bool) -> Refusal | None:
        """End what is being played, and begin the round that was chosen."""
        state = await self._state(workshop)
        for _ in range(_STAGES):
            ending = _ending(state)
            if ending is None:
                break
            await self._do(workshop, ending)
            state = await self._state(workshop)
        if state.settings.timed != timed:
            await self._do(workshop, SetTimed(timed))
        return await self._do(workshop, StartRound(scenario, FORM))

    async def _do(self, workshop: WorkshopId, command: Command) -> Refusal | None:
        done = await self._doors.tables.submit(workshop, "system", None, "", command)
        return done if isinstance(done, Refusal) else None

    async def _state(self, workshop: WorkshopId) -> Workshop:
        snapshot = await self._doors.tables.current(workshop)
        if snapshot is None:
            raise RuntimeError("a practice went away while it was begun")
        return snapshot.state

    async def _joined(self, workshop: WorkshopId, seat: SeatId) -> JoinedOut:
        state = await self._state(workshop)
        return JoinedOut(ticket=self._signer.ticket(workshop, seat), seat=seat, code=state.code, private_pass="")


def _ending(state: Workshop) -> Command | None:
    """What brings the running round nearer to its end; ``None`` where none is being played."""
    if state.round is None or state.round.stage == "done" or state.phase != "round":
        return None
    return EndRound() if state.round.stage == "playing" else SkipPhase()


def card_of(scenario: Scenario) -> PracticeCardOut:
    """What somebody chooses by: no secret of the scenario."""
    weights = dict.fromkeys(CRITERIA, 0)
    for beat in scenario.beats:
        for focus in beat.focus:
            weights[focus.criterion] += focus.weight
    heaviest = sorted((one for one in CRITERIA if weights[one]), key=lambda one: -weights[one])
    return PracticeCardOut(
        slug=scenario.slug,
        title=scenario.title,
        summary=scenario.summary,
        industry=scenario.industry,
        company=scenario.company,
        channel=scenario.channel,
        difficulty=scenario.difficulty,
        trains=tuple(heaviest[:3]),
        sequel_of=scenario.sequel_of,
    )
