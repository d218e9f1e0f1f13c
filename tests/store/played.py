"""A workshop with results and an award, for the tests of what is kept of it. Knows nothing of the rules that gave them."""

from typing import Any

from sqlalchemy import select

from game.core.events import AwardGiven, LockSet, ResultRevised, RoundSettled
from game.core.ids import SeatId, TeamId, WorkshopId
from game.core.state import Award, PlayerResult, RoundResult, TeamResult
from game.store import Store
from game.store.tables import AWARDS, RESULTS, TEAM_RESULTS
from tests.store.events import W1, batch, opened, taken

W2 = WorkshopId("w2")


def result(number: int, points: dict[str, float]) -> RoundResult:
    players = tuple(
        PlayerResult(SeatId(seat), TeamId("t1"), "agent", value, (("best two", value),), None, (("empathy", 2.0),))
        for seat, value in points.items()
    )
    teams = (TeamResult(TeamId("t1"), 50.0, (("agents", 50.0),), "resolved", (60, 40)),)
    return RoundResult(number, "lost-parcel", "The lost parcel", players, teams)


def settled(number: int, points: dict[str, float]) -> RoundSettled:
    return RoundSettled(result(number, points), (), ())


async def rows(store: Store, table: Any) -> list[dict[str, Any]]:
    statement = select(table).order_by(*table.primary_key)
    return await store.database.read(lambda connection: [dict(row) for row in connection.execute(statement).mappings()])


async def everything(store: Store) -> list[list[dict[str, Any]]]:
    return [await rows(store, table) for table in (RESULTS, TEAM_RESULTS, AWARDS)]


async def play(store: Store, workshop: WorkshopId = W1, **settings: Any) -> None:
    """Two people and a bot play two rounds; the first one's result is revised, the second brings a badge."""
    people = taken("s1", "Ada", "p1"), taken("s2", "Bo", "p2"), taken("s3", "Robo", "p3", bot=True)
    await store.log.append(batch(opened(workshop, **settings), *people, workshop=workshop))
    await store.log.append(batch(settled(1, {"s1": 60, "s2": 50, "s3": 99}), workshop=workshop, after=4))
    won = AwardGiven(Award(SeatId("s2"), "calm-waters", 2))
    await store.log.append(batch(settled(2, {"s1": 60, "s2": 80}), won, workshop=workshop, after=5))
    revised = ResultRevised(result(1, {"s1": 70, "s2": 50, "s3": 99}))
    await store.log.append(batch(LockSet(True), revised, workshop=workshop, after=7))
