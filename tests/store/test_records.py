"""Results and awards follow the log, never stand in its way, and can be built again."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from game.core.events import (
    AwardGiven,
    CeremonyStarted,
    ResultRevised,
    RoundSettled,
    SeatRenamed,
    SettingsChanged,
)
from game.core.ids import Instant, PlayerId, SeatId
from game.core.settings import Settings
from game.core.state import Award
from game.store import Store
from game.store.tables import EVENTS, POSITIONS, RESULTS
from tests.store.events import W1, batch, erased, opened, taken, words
from tests.store.played import W2, everything, play, result, rows, settled


async def test_results_and_awards_are_there_with_the_commit(store: Store) -> None:
    await play(store)
    results, teams, awards = await everything(store)
    assert [(row["round"], row["seat"], row["points"]) for row in results] == [
        (1, "s1", 70),
        (1, "s2", 50),
        (1, "s3", 99),
        (2, "s1", 60),
        (2, "s2", 80),
    ]
    assert results[0]["at"] == 6_000  # when the round was settled, not when it was revised
    assert results[0]["parts"] == '[["best two", 70.0]]'
    assert [(row["round"], row["outcome"], row["heat"]) for row in teams] == [
        (1, "resolved", "[60, 40]"),
        (2, "resolved", "[60, 40]"),
    ]
    assert awards == [{"workshop": "w1", "seat": "s2", "badge": "calm-waters", "round": 2, "at": 8_000}]


async def test_standings_rank_people_and_never_bots(store: Store) -> None:
    await play(store)
    await store.log.append(batch(SeatRenamed(SeatId("s2"), words("new-name", "Beau", "s2")), after=9))
    standings = await store.history.standings("Spring")
    assert [(row.rank, row.player, row.name, row.points, row.rounds) for row in standings] == [
        (1, "p1", "Ada", 65, 2),
        (1, "p2", "Beau", 65, 2),
    ]
    assert await store.history.standings("Autumn") == ()


async def test_standings_reach_over_workshops_and_follow_the_season(store: Store) -> None:
    await play(store)
    await store.log.append(batch(opened(W2), taken("s1", "Ada L.", "p1"), settled(1, {"s1": 95}), workshop=W2))
    first, second = await store.history.standings()
    assert (first.player, first.name, first.points, first.rounds, first.workshops) == ("p1", "Ada L.", 80, 3, 2)
    assert (second.player, second.rank) == ("p2", 2)
    await store.log.append(batch(SettingsChanged(Settings("Tuesday", "Autumn", (), ())), workshop=W2, after=3))
    assert [row.points for row in await store.history.standings("Autumn")] == [95]


async def test_a_player_sees_what_they_played_and_won(store: Store) -> None:
    await play(store)
    assert [(one.round, one.scenario, one.points) for one in await store.history.rounds(PlayerId("p2"))] == [
        (1, "lost-parcel", 50),
        (2, "lost-parcel", 80),
    ]
    assert [(one.badge, one.round) for one in await store.history.awards(PlayerId("p2"))] == [("calm-waters", 2)]
    assert await store.history.awards(PlayerId("p1")) == ()


async def test_records_built_again_are_the_same(store: Store) -> None:
    await play(store)
    await store.log.append(batch(erased("s1"), after=9))
    before = await everything(store)
    await store.records.rebuild()
    assert await everything(store) == before
    assert {row["seat"] for row in before[0]} == {"s2", "s3"}


async def test_an_erased_seat_gets_no_record_any_more(store: Store) -> None:
    await play(store)
    revised = ResultRevised(result(2, {"s1": 1, "s2": 2}))
    late = AwardGiven(Award(SeatId("s1"), "calm-waters", 2))
    await store.log.append(batch(erased("s1"), revised, late, after=9))
    results, _, awards = await everything(store)
    assert {row["seat"] for row in results} == {"s2", "s3"}
    assert {row["seat"] for row in awards} == {"s2"}


async def test_a_rehearsal_has_no_records(store: Store) -> None:
    await play(store, rehearsal=True)
    assert await everything(store) == [[], [], []]
    await store.records.catch_up()
    await store.records.rebuild()
    assert await everything(store) == [[], [], []]


async def test_a_practice_is_in_no_list_of_workshops(store: Store) -> None:
    await play(store)
    await play(store, workshop=W2, practice=True, rehearsal=True)
    assert [row.id for row in await store.history.workshops()] == [W1]


@pytest.mark.parametrize("rehearsal", [True, False])
async def test_a_rehearsal_can_become_real_and_the_other_way_round(store: Store, rehearsal: bool) -> None:
    await play(store, rehearsal=rehearsal)
    changed = SettingsChanged(Settings("Tuesday", "Spring", (), (), rehearsal=not rehearsal))
    await store.log.append(batch(changed, CeremonyStarted(()), after=9))
    results, _, awards = await everything(store)
    assert (len(results), len(awards)) == ((5, 1) if rehearsal else (0, 0))


async def test_a_fault_in_the_records_never_stops_the_log(store: Store) -> None:
    """A result of a seat twice cannot be recorded; the log keeps it, and the records catch up once that is repaired."""
    await store.log.append(batch(opened(), taken(), at=1))
    twice = settled(1, {"s1": 60})
    twice = RoundSettled(replace(twice.result, players=twice.result.players * 2), (), ())
    await store.log.append(batch(twice, after=2))
    assert len((await store.log.load(W1)).entries) == 3
    assert await rows(store, RESULTS) == []
    body = next(row["body"] for row in await rows(store, EVENTS) if row["kind"] == "round_settled")
    repaired = store.log._codec.encode(settled(1, {"s1": 60})).body
    assert repaired != body
    mend = update(EVENTS).where(EVENTS.c.version == 3).values(body=repaired)
    await store.database.write(lambda connection: connection.execute(mend))
    await store.records.catch_up()
    assert [row["points"] for row in await rows(store, RESULTS)] == [60]
    assert [row["version"] for row in await rows(store, POSITIONS)] == [3]


async def test_catching_up_when_nothing_is_behind_changes_nothing(store: Store) -> None:
    await play(store)
    before = await everything(store)
    await store.records.catch_up()
    assert await everything(store) == before
    assert Instant(8_000) == before[2][0]["at"]
