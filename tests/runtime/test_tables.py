"""Which workshops a process holds, and which it puts aside until somebody comes back."""

from dataclasses import replace

from game.core.commands import SetPresence, StartRound
from game.core.ids import Instant, PlayerId, SeatId
from game.core.refusal import Refusal
from game.core.settings import Settings
from tests.runtime.conftest import SCENARIO, Room

S1 = SeatId("s1")
PRACTICE = Settings("Practice", "", (SCENARIO.slug,), ("long",), timed=False, practice=True)
TEN_MINUTES = 600_000


async def practising(room: Room, settings: Settings = PRACTICE) -> None:
    """Somebody has begun to practise."""
    room.workshop, room.code = await room.tables.open_workshop(settings)
    seat = await room.tables.join(room.workshop, PlayerId("p1"), "You", "x")
    assert seat == S1
    await room.system(SetPresence(S1, here=True))
    assert not isinstance(await room.system(StartRound(SCENARIO, "long")), Refusal)


async def rest(room: Room) -> int:
    return await room.tables.rest_practices(Instant(room.clock.now() - TEN_MINUTES))


async def test_a_practice_that_was_left_is_put_aside_with_its_bot(room: Room) -> None:
    await practising(room)
    bot = SeatId("s2")
    assert room.bots.wanted[bot]
    await room.system(SetPresence(S1, here=False))
    await room.clock.move(300)
    assert await rest(room) == 0
    await room.clock.move(400)
    assert await rest(room) == 1
    assert (room.tables.open_count, room.tables.practices) == (0, 0)
    assert not room.bots.wanted[bot]


async def test_it_comes_back_with_its_player_as_it_was_left(room: Room) -> None:
    await practising(room)
    await room.system(SetPresence(S1, here=False))
    await room.clock.move(700)
    before = await room.state()
    await rest(room)
    await room.clock.move(86_400)
    await room.system(SetPresence(S1, here=True))
    state = await room.state()
    assert state.round is not None
    assert before.round is not None
    assert [scene.phase for scene in state.round.scenes.values()] == [scene.phase for scene in before.round.scenes.values()]
    assert not state.holds
    assert room.bots.wanted[SeatId("s2")]


async def test_whoever_goes_last_does_not_wake_it_up(room: Room) -> None:
    await practising(room)
    await room.system(SetPresence(S1, here=False))
    await room.clock.move(700)
    await rest(room)
    assert isinstance(await room.system(SetPresence(SeatId("s2"), here=False)), Refusal)
    assert room.tables.open_count == 0


async def test_a_practice_stays_while_its_player_is_there(room: Room) -> None:
    await practising(room)
    await room.clock.move(7_200)
    assert await rest(room) == 0
    assert room.tables.practices == 1


async def test_an_ordinary_workshop_is_never_put_aside(room: Room) -> None:
    await practising(room, replace(PRACTICE, practice=False))
    await room.system(SetPresence(S1, here=False))
    await room.clock.move(7_200)
    assert await rest(room) == 0
    assert (room.tables.open_count, room.tables.practices) == (1, 0)
