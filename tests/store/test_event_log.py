"""The event log keeps everything it acknowledged, once, in order, on real databases."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select

from game.core.commands import Draft
from game.core.events import LockSet, SeatLeft, SettingsChanged
from game.core.ids import Instant, SeatId, WorkshopId
from game.core.settings import Settings
from game.runtime.ports import Conflict, EventLog, Stored
from game.store import Store, open_store
from game.store.tables import EVENTS, METADATA, WORDS
from tests.store.events import W1, batch, erased, opened, replied, taken

EMPTY = Stored((), (), (), None)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def count(store: Store, table: Table) -> int | None:
    return await store.database.read(lambda connection: connection.scalar(select(func.count()).select_from(table)))


def as_port(store: Store) -> EventLog:
    """The log, as the runtime knows it."""
    return store.log


async def test_what_was_appended_is_loaded_again(store: Store, tmp_path: Path) -> None:
    first = batch(opened(), taken(), receipts=[("s1", "c1")])
    second = batch(replied("I am sorry to hear that. 🙏"), after=2, receipts=[("s1", "c2"), ("", "c3")])
    await store.log.append(first)
    await store.log.append(second)
    stored = await as_port(store).load(W1)
    assert stored.entries == first.entries + second.entries
    assert set(stored.receipts) == {*first.receipts, *second.receipts}
    assert (await store.log.load(W1, after=2)).entries == second.entries


async def test_a_workshop_outlives_the_server(tmp_path: Path) -> None:
    written = batch(opened(), taken(), replied("Hello"))
    async with open_store(tmp_path) as store:
        await store.log.append(written)
    async with open_store(tmp_path) as store:
        assert (await store.log.load(W1)).entries == written.entries


async def test_an_unknown_workshop_is_empty(store: Store) -> None:
    assert await store.log.load(WorkshopId("nowhere")) == EMPTY


async def test_a_code_is_found_in_any_letter_case(store: Store) -> None:
    await store.log.append(batch(opened(code="Mint7")))
    assert await store.log.find("mINT7") == W1
    assert await store.log.find("MINT8") is None


async def test_a_code_opens_one_workshop_only(store: Store) -> None:
    await store.log.append(batch(opened(code="MINT7")))
    other = WorkshopId("w2")
    with pytest.raises(Conflict):
        await store.log.append(batch(opened(other, code="mint7"), workshop=other))
    assert await store.log.load(other) == EMPTY


@pytest.mark.parametrize("after", [0, 1, 3, 9])
async def test_only_the_next_version_is_taken(store: Store, after: int) -> None:
    await store.log.append(batch(opened(), LockSet(True)))
    late = batch(opened(), after=0) if after == 0 else batch(LockSet(False), after=after)
    with pytest.raises(Conflict):
        await store.log.append(late)
    assert [entry.version for entry in (await store.log.load(W1)).entries] == [1, 2]


async def test_a_receipt_is_given_once(store: Store) -> None:
    await store.log.append(batch(opened(), receipts=[("s1", "c1")]))
    with pytest.raises(Conflict):
        await store.log.append(batch(LockSet(True), after=1, receipts=[("s1", "c1")]))
    stored = await store.log.load(W1)
    assert len(stored.entries) == len(stored.receipts) == 1
    await store.log.append(batch(LockSet(True), after=1, receipts=[("s2", "c1")]))


async def test_a_log_begins_with_its_opening_and_has_no_gaps(store: Store) -> None:
    with pytest.raises(ValueError, match="begins with the opening"):
        await store.log.append(batch(LockSet(True)))
    with pytest.raises(ValueError, match="begins with the opening"):
        await store.log.append(batch(opened(WorkshopId("other"))))
    whole = batch(opened(), LockSet(True), LockSet(False))
    with pytest.raises(ValueError, match="without a gap"):
        await store.log.append(type(whole)(W1, 0, whole.entries[::2], ()))


async def test_200_simultaneous_appends_are_each_kept_once(store: Store) -> None:
    workshops = [WorkshopId(f"w{number}") for number in range(40)]
    await asyncio.gather(*(store.log.append(batch(opened(one), workshop=one)) for one in workshops))

    async def write(one: WorkshopId, number: int) -> None:
        """As a table does: after a conflict, look at the log and try again."""
        command = ("s1", f"c{number}")
        while True:
            stored = await store.log.load(one)
            assert command not in {(receipt.actor, receipt.command) for receipt in stored.receipts}
            words = replied(f"reply {number}", ref=f"r{number}")
            try:
                await store.log.append(batch(words, workshop=one, after=len(stored.entries), receipts=[command]))
            except Conflict:
                continue
            return

    await asyncio.gather(*(write(one, number) for number in range(5) for one in workshops))
    for one in workshops:
        stored = await store.log.load(one)
        assert [entry.version for entry in stored.entries] == list(range(1, 7))
        assert len({entry.event.words.text for entry in stored.entries[1:]}) == 5  # type: ignore[union-attr]
        assert len({receipt.command for receipt in stored.receipts}) == 5


async def test_a_conflict_throws_out_one_workshop_only(store: Store) -> None:
    workshops = [WorkshopId(f"w{number}") for number in range(5)]
    for one in workshops:
        await store.log.append(batch(opened(one), workshop=one, receipts=[("s1", "c0")]))
    again = {WorkshopId("w1"): ("s1", "c0")}  # found out by the receipt, after its events were written
    behind = WorkshopId("w3")

    outcomes = await asyncio.gather(
        *(
            store.log.append(
                batch(
                    replied(f"from {one}"),
                    LockSet(True),
                    workshop=one,
                    after=2 if one == behind else 1,
                    receipts=[again.get(one, ("s1", "c1"))],
                )
            )
            for one in workshops
        ),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Conflict, type(None), Conflict, type(None)]
    lengths = [len((await store.log.load(one)).entries) for one in workshops]
    assert lengths == [3, 1, 3, 1, 3]
    assert await count(store, WORDS) == 3


async def test_of_two_batches_for_one_version_the_first_wins(store: Store) -> None:
    await store.log.append(batch(opened()))
    outcomes = await asyncio.gather(
        *(store.log.append(batch(replied(text, ref=text), after=1)) for text in ("first", "second")), return_exceptions=True
    )
    assert outcomes[0] is None
    assert isinstance(outcomes[1], Conflict)
    assert (await store.log.load(W1)).entries[1].event == replied("first", ref="first")


async def test_an_append_that_nobody_waits_for_any_more_harms_nobody(store: Store) -> None:
    await store.log.append(batch(opened()))
    gone = asyncio.create_task(store.log.append(batch(LockSet(True), after=1)))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    after = len((await store.log.load(W1)).entries)
    await store.log.append(batch(LockSet(False), after=after))


# --- texts


async def test_an_erased_seat_leaves_the_shape_of_its_events(store: Store) -> None:
    await store.log.append(
        batch(opened(), taken("s1", "Ada"), taken("s2", "Bo"), replied("secret", "s1"), replied("kept", "s2", "r2"))
    )
    await store.log.save_draft(W1, Draft(SeatId("s1"), "half a thought"))
    await store.log.append(batch(erased("s1"), after=5))
    stored = await store.log.load(W1)
    assert [entry.event for entry in stored.entries[1:]] == [
        taken("s1", ""),
        taken("s2", "Bo"),
        replied("", "s1"),
        replied("kept", "s2", "r2"),
        erased("s1"),
    ]
    assert stored.drafts == ()


async def test_a_text_erased_in_its_own_batch_is_never_kept(store: Store) -> None:
    await store.log.append(batch(opened(), taken(), replied("secret"), erased("s1"), replied("later", "s1", "r2")))
    assert await store.database.read(lambda connection: connection.scalars(select(WORDS.c.text)).all()) == ["later"]


async def test_erased_words_are_in_no_file_any_more(tmp_path: Path) -> None:
    secret = "my mother's maiden name is Quibblethwaite"
    async with open_store(tmp_path) as store:
        await store.log.append(batch(opened(), taken(), replied(secret)))
        assert secret.encode() in everything_in(tmp_path)
        await store.log.append(batch(erased("s1"), after=3))
    assert secret.encode() not in everything_in(tmp_path)


# --- drafts, signs of life, rehearsals


async def test_a_draft_is_replaced_and_an_empty_one_deleted(store: Store) -> None:
    await store.log.append(batch(opened()))
    draft = Draft(SeatId("s1"), "We could…", ("offer", "record"), "refund")
    await store.log.save_draft(W1, Draft(SeatId("s1"), "We"))
    await store.log.save_draft(W1, draft)
    await store.log.save_draft(W1, Draft(SeatId("s2"), "I"))
    assert (await store.log.load(W1)).drafts == (draft, Draft(SeatId("s2"), "I"))
    await store.log.save_draft(W1, Draft(SeatId("s2"), ""))
    assert (await store.log.load(W1)).drafts == (draft,)
    await store.log.drop_drafts(W1, [SeatId("s1"), SeatId("s9")])
    assert (await store.log.load(W1)).drafts == ()


async def test_the_last_sign_of_life_is_kept(store: Store) -> None:
    await store.log.append(batch(opened()))
    assert (await store.log.load(W1)).alive_at is None
    await store.log.touch(W1, Instant(5_000))
    await store.log.touch(W1, Instant(7_000))
    assert (await store.log.load(W1)).alive_at == 7_000
    await store.log.touch(WorkshopId("nowhere"), Instant(7_000))


async def test_a_purged_workshop_leaves_nothing(store: Store) -> None:
    await store.log.append(batch(opened(rehearsal=True), taken(), replied("hm"), receipts=[("s1", "c1")]))
    await store.log.save_draft(W1, Draft(SeatId("s1"), "We"))
    await store.log.touch(W1, Instant(5_000))
    await store.log.purge(W1)
    for table in METADATA.sorted_tables:
        assert await count(store, table) == 0, table
    with pytest.raises(Conflict):
        await store.log.append(batch(LockSet(True), after=3))


async def test_what_the_workshop_is_called_follows_the_log(store: Store) -> None:
    await store.log.append(batch(opened(code="MINT7"), taken("s1"), taken("s2", bot=True), taken("s3", player="p3")))
    await store.log.append(
        batch(SettingsChanged(Settings("Renamed", "Autumn", (), (), keep_days=7)), SeatLeft(SeatId("s3"), False), after=4)
    )
    (listed,) = await store.history.workshops()
    assert (listed.code, listed.title, listed.season, listed.keep_days) == ("MINT7", "Renamed", "Autumn", 7)
    assert (listed.opened_at, listed.phase, listed.players) == (1_000, "lobby", 1)


async def test_events_are_found_by_a_person_with_an_sql_prompt(store: Store) -> None:
    await store.log.append(batch(opened(), LockSet(True)))
    columns = select(EVENTS.c.version, EVENTS.c.kind, EVENTS.c.body)
    rows = await store.database.read(lambda connection: connection.execute(columns).all())
    assert tuple(rows[1]) == (2, "lock_set", '{"locked":true}')
