"""Facilitators' accounts, invitations, players' passes and the server's key. Knows nothing of passwords, only of hashes.

Times are milliseconds since the epoch. Writes raise `StoreUnavailable` where nothing could be stored.
"""

import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from game.core.ids import Instant, PlayerId
from game.runtime.ports import Conflict
from game.store.committer import Committer
from game.store.database import Database
from game.store.tables import ACCOUNTS, INVITATIONS, PASSES, SECRETS
from game.store.upsert import insert_or_skip

SIGNING = "signing"
SIGNING_BYTES = 32


class NameTaken(Exception):
    """Another account has this name, in whatever letter case."""


@dataclass(frozen=True, slots=True)
class Account:
    """A facilitator. `version` grows with every new password: what was signed for an earlier one has ended."""

    id: str
    name: str
    password_hash: str
    version: int


class Accounts:
    """Who may open the desk, and who a player is across workshops."""

    def __init__(self, database: Database, committer: Committer) -> None:
        self._database = database
        self._committer = committer

    async def count(self) -> int:
        """How many facilitators there are; 0 on a new server."""
        return int(await self._read(select(func.count()).select_from(ACCOUNTS)))

    async def create(self, name: str, password_hash: str) -> str:
        """A new account's id. Raises `NameTaken`."""
        account = secrets.token_hex(8)
        row = {
            "id": account,
            "name": name.strip(),
            "name_key": _key(name),
            "password_hash": password_hash,
            "version": 1,
        }

        def work(connection: Connection) -> str:
            connection.execute(insert(ACCOUNTS), row)
            return account

        try:
            return await self._committer.write("", work)
        except Conflict as fault:
            raise NameTaken(f"There is an account called {name.strip()} already.") from fault

    async def find(self, name: str) -> Account | None:
        """The account of this name, in any letter case."""
        return await self._account(ACCOUNTS.c.name_key == _key(name))

    async def get(self, account: str) -> Account | None:
        """The account with this id."""
        return await self._account(ACCOUNTS.c.id == account)

    async def set_password(self, account: str, password_hash: str) -> None:
        """Replace the password; the account's version grows."""
        change = update(ACCOUNTS).where(ACCOUNTS.c.id == account)

        def work(connection: Connection) -> None:
            connection.execute(change.values(password_hash=password_hash, version=ACCOUNTS.c.version + 1))

        await self._committer.write("", work)

    async def create_invitation(self, token_hash: str, expires: Instant) -> None:
        """A link for one more facilitator, good once until it expires."""

        def work(connection: Connection) -> None:
            connection.execute(insert(INVITATIONS), {"token_hash": token_hash, "expires_at": expires})

        await self._committer.write("", work)

    async def use_invitation(self, token_hash: str, now: Instant) -> bool:
        """Whether the invitation was still good; it is used up by this."""

        def work(connection: Connection) -> bool:
            used = connection.execute(
                delete(INVITATIONS).where(INVITATIONS.c.token_hash == token_hash, INVITATIONS.c.expires_at > now)
            )
            return used.rowcount == 1

        return await self._committer.write("", work)

    async def player_of_pass(self, pass_hash: str) -> PlayerId | None:
        """Whose pass this is."""
        found = await self._read(select(PASSES.c.player).where(PASSES.c.pass_hash == pass_hash))
        return None if found is None else PlayerId(found)

    async def remember_pass(self, pass_hash: str, player: PlayerId) -> None:
        """From now on this pass means this player; one that is known already keeps its player."""

        def work(connection: Connection) -> None:
            insert_or_skip(connection, PASSES, [{"pass_hash": pass_hash, "player": player}])

        await self._committer.write("", work)

    async def secret(self) -> bytes:
        """The key that this server signs with: made at the first call, the same ever after."""

        def work(connection: Connection) -> bytes:
            insert_or_skip(connection, SECRETS, [{"name": SIGNING, "value": secrets.token_bytes(SIGNING_BYTES)}])
            return bytes(connection.scalar(select(SECRETS.c.value).where(SECRETS.c.name == SIGNING)) or b"")

        return await self._committer.write("", work)

    async def _account(self, which: ColumnElement[bool]) -> Account | None:
        columns = select(ACCOUNTS.c.id, ACCOUNTS.c.name, ACCOUNTS.c.password_hash, ACCOUNTS.c.version)
        row = await self._database.read(lambda connection: connection.execute(columns.where(which)).one_or_none())
        return None if row is None else Account(*row)

    async def _read(self, statement: Any) -> Any:
        return await self._database.read(lambda connection: connection.scalar(statement))


def _key(name: str) -> str:
    return name.strip().casefold()
