"""Facilitators, invitations, passes and the server's key are kept as their hashes."""

import asyncio
from pathlib import Path

import pytest

from game.core.ids import Instant, PlayerId
from game.store import NameTaken, Store, open_store


async def test_a_new_server_knows_nobody(store: Store) -> None:
    assert await store.accounts.count() == 0
    assert await store.accounts.find("Ada") is None


async def test_an_account_is_found_in_any_letter_case(store: Store) -> None:
    account = await store.accounts.create(" Ada Straße ", "hash")
    found = await store.accounts.find("ada STRASSE")
    assert found is not None
    assert (found.id, found.name, found.password_hash, found.version) == (account, "Ada Straße", "hash", 1)
    assert await store.accounts.get(account) == found
    assert await store.accounts.count() == 1


async def test_a_name_is_taken_once(store: Store) -> None:
    await store.accounts.create("Ada", "hash")
    with pytest.raises(NameTaken, match="called ada already"):
        await store.accounts.create("ada", "other")
    assert await store.accounts.count() == 1


async def test_a_new_password_ends_what_was_signed_for_the_old_one(store: Store) -> None:
    account = await store.accounts.create("Ada", "hash")
    await store.accounts.set_password(account, "new")
    found = await store.accounts.find("Ada")
    assert found is not None
    assert (found.password_hash, found.version) == ("new", 2)


async def test_an_invitation_is_good_once(store: Store) -> None:
    await store.accounts.create_invitation("token", Instant(1_000))
    tries = await asyncio.gather(*(store.accounts.use_invitation("token", Instant(999)) for _ in range(5)))
    assert sorted(tries) == [False, False, False, False, True]


async def test_an_invitation_runs_out(store: Store) -> None:
    await store.accounts.create_invitation("token", Instant(1_000))
    assert not await store.accounts.use_invitation("token", Instant(1_000))
    assert not await store.accounts.use_invitation("never made", Instant(0))


async def test_a_pass_keeps_its_player(store: Store) -> None:
    assert await store.accounts.player_of_pass("hash") is None
    await store.accounts.remember_pass("hash", PlayerId("p1"))
    await store.accounts.remember_pass("hash", PlayerId("p2"))
    assert await store.accounts.player_of_pass("hash") == "p1"


async def test_the_secret_is_made_once_and_lasts(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        secrets = set(await asyncio.gather(*(store.accounts.secret() for _ in range(5))))
    async with open_store(tmp_path) as store:
        assert secrets == {await store.accounts.secret()}
    assert len(secrets.pop()) == 32
