"""What is no longer to be kept is gone for good, and the log keeps its shape."""

from game.core.commands import Draft
from game.core.events import WorkshopClosed
from game.core.ids import Instant, PlayerId, SeatId
from game.store import Store
from game.store.retention import DAY_MS
from tests.store.events import W1, batch, erased, opened, taken
from tests.store.played import W2, everything, play, settled

LAST = 10_000  # when the last event of `play` happened


async def test_a_workshop_is_let_go_after_its_days_without_an_event(store: Store) -> None:
    await play(store, keep_days=2)
    await store.log.save_draft(W1, Draft(SeatId("s1"), "half"))
    assert await store.retention.expire(Instant(LAST + 2 * DAY_MS)) == ()
    assert await store.retention.expire(Instant(LAST + 2 * DAY_MS + 1)) == (W1,)
    assert await everything(store) == [[], [], []]
    stored = await store.log.load(W1)
    assert len(stored.entries) == 9
    assert stored.entries[1].event == taken("s1", "", "p1")
    assert stored.drafts == ()
    assert await store.retention.expire(Instant(LAST + 3 * DAY_MS)) == ()


async def test_what_was_let_go_is_not_built_again(store: Store) -> None:
    await play(store, keep_days=2)
    await store.retention.expire(Instant(LAST + 3 * DAY_MS))
    await store.records.rebuild()
    assert await everything(store) == [[], [], []]
    await store.log.append(batch(settled(3, {"s1": 40}), after=9, at=LAST + 3 * DAY_MS))
    assert [row["round"] for row in (await everything(store))[0]] == [3]
    await store.records.rebuild()
    assert [row["round"] for row in (await everything(store))[0]] == [3]


async def test_zero_days_keep_until_erased_by_hand(store: Store) -> None:
    await play(store, keep_days=0)
    assert await store.retention.expire(Instant(LAST + 10_000 * DAY_MS)) == ()


async def test_a_closed_rehearsal_leaves_nothing_behind(store: Store) -> None:
    await play(store, rehearsal=True)
    await play(store, W2, rehearsal=True)
    await store.log.append(batch(WorkshopClosed(), after=9))
    assert await store.retention.expire(Instant(LAST)) == (W1,)
    assert (await store.log.load(W1)).entries == ()
    assert len((await store.log.load(W2)).entries) == 9
    assert await store.retention.expire(Instant(LAST + 91 * DAY_MS)) == (W2,)


async def test_invitations_that_ran_out_are_swept_away(store: Store) -> None:
    await store.accounts.create_invitation("old", Instant(1_000))
    await store.retention.expire(Instant(1_000))
    assert not await store.accounts.use_invitation("old", Instant(0))


async def test_a_players_seats_are_found_in_every_workshop_until_they_are_erased(store: Store) -> None:
    await play(store)
    await store.log.append(batch(opened(W2), taken("s1", "Bo", "p2"), taken("s4", "Ada", "p1"), workshop=W2))
    assert await store.retention.seats_of(PlayerId("p1")) == ((W1, "s1"), (W2, "s4"))
    await store.log.append(batch(erased("s4"), workshop=W2, after=3))
    assert await store.retention.seats_of(PlayerId("p1")) == ((W1, "s1"),)


async def test_a_forgotten_pass_means_nobody(store: Store) -> None:
    await store.accounts.remember_pass("hash", PlayerId("p1"))
    await store.accounts.remember_pass("other", PlayerId("p2"))
    await store.retention.forget_passes(PlayerId("p1"))
    assert await store.accounts.player_of_pass("hash") is None
    assert await store.accounts.player_of_pass("other") == "p2"
