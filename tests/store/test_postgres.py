"""The same log on a real PostgreSQL server, with several programs writing to it at once."""

import asyncio

import pytest
from sqlalchemy import text

from game.core.commands import Draft
from game.core.events import LockSet
from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.runtime.ports import Conflict
from game.store import NameTaken, open_store
from tests.store.events import W1, batch, erased, opened, replied, taken

pytestmark = pytest.mark.postgres


async def test_a_workshop_is_kept_as_in_sqlite(postgres_url: str) -> None:
    first = batch(opened(code="Mint7"), taken(), replied("Sorry 🙏"), receipts=[("s1", "c1")])
    async with open_store(postgres_url) as store:
        await store.log.append(first)
        await store.log.save_draft(W1, Draft(SeatId("s1"), "We", ("offer",), "refund"))
        await store.log.touch(W1, Instant(5_000_000_000_000))
    async with open_store(postgres_url) as store:
        stored = await store.log.load(W1)
        assert (stored.entries, stored.receipts) == (first.entries, first.receipts)
        assert stored.drafts == (Draft(SeatId("s1"), "We", ("offer",), "refund"),)
        assert stored.alive_at == 5_000_000_000_000
        assert await store.log.find("MINT7") == W1
        await store.log.append(batch(erased("s1"), after=3))
        assert (await store.log.load(W1)).entries[2].event == replied("")
        await store.log.purge(W1)
        assert (await store.log.load(W1)).entries == ()


async def test_of_two_servers_one_wins_each_version(postgres_url: str) -> None:
    workshops = [WorkshopId(f"w{number}") for number in range(8)]
    async with open_store(postgres_url) as one, open_store(postgres_url) as other:
        for workshop in workshops:
            await one.log.append(batch(opened(workshop), workshop=workshop))

        async def write(log_of: int, workshop: WorkshopId, number: int) -> int:
            log, lost = (one, other)[log_of].log, 0
            while True:
                stored = await log.load(workshop)
                command = (f"s{log_of}", f"c{number}")
                said = replied("hm", ref=f"r{log_of}-{number}")
                try:
                    await log.append(batch(said, workshop=workshop, after=len(stored.entries), receipts=[command]))
                except Conflict:
                    lost += 1
                    continue
                return lost

        lost = await asyncio.gather(*(write(log, one, number) for number in range(3) for one in workshops for log in (0, 1)))
        assert sum(lost) > 0
        for workshop in workshops:
            stored = await other.log.load(workshop)
            assert [entry.version for entry in stored.entries] == list(range(1, 8))
            assert len(stored.receipts) == 6


async def test_a_conflict_throws_out_one_workshop_only(postgres_url: str) -> None:
    workshops = [WorkshopId(f"w{number}") for number in range(3)]
    async with open_store(postgres_url) as store:
        for one in workshops:
            await store.log.append(batch(opened(one), workshop=one, receipts=[("s1", "c0")]))
        appends = (
            store.log.append(batch(LockSet(True), workshop=one, after=1, receipts=[("s1", "c0" if one == "w1" else "c1")]))
            for one in workshops
        )
        outcomes = await asyncio.gather(*appends, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [type(None), Conflict, type(None)]


async def test_a_lost_connection_is_found_again(postgres_url: str) -> None:
    async with open_store(postgres_url) as store:
        await store.log.append(batch(opened()))
        here = "datname = current_database() AND pid <> pg_backend_pid()"
        others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {here}"
        async with open_store(postgres_url) as other:
            await other.database.write(lambda connection: connection.execute(text(others)))
        await store.log.append(batch(LockSet(True), after=1))
        assert len((await store.log.load(W1)).entries) == 2


async def test_accounts_and_retention_work_there_too(postgres_url: str) -> None:
    async with open_store(postgres_url) as store:
        await store.accounts.create("Ada", "hash")
        with pytest.raises(NameTaken):
            await store.accounts.create("ADA", "hash")
        await store.accounts.create_invitation("token", Instant(1_000))
        assert await store.accounts.use_invitation("token", Instant(0))
        assert len(await store.accounts.secret()) == 32
        await store.accounts.remember_pass("pass", PlayerId("p1"))
        await store.log.append(batch(opened(keep_days=400), taken()))
        assert await store.retention.expire(Instant(10)) == ()
        assert await store.retention.expire(Instant(10**12)) == (W1,)
        assert await store.retention.seats_of(PlayerId("p1")) == ((W1, "s1"),)
        await store.log.append(batch(erased("s1"), after=2))
        await store.retention.forget_passes(PlayerId("p1"))
        assert await store.accounts.player_of_pass("pass") is None
        assert (await store.history.workshops())[0].players == 0
        assert await store.history.standings() == ()
