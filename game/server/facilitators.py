"""Who may steer workshops: the first facilitator, invitations, sign-in. Knows nothing of HTTP beyond the value of a cookie."""

import asyncio
import hmac
from typing import Final

from game.core.ids import Instant
from game.core.refusal import Refusal
from game.runtime.ports import Clockwork
from game.server.doors import Account, Accounts, SetUp
from game.server.limits import Window
from game.server.passwords import Passwords, too_weak
from game.server.tickets import Signer, hash_of

MOST_TRIES: Final = 5  # wrong passwords in a minute, by name and address
MOST_TRIES_OF_ADDRESS: Final = 30
MINUTE: Final = 60_000
INVITATION_LIFE: Final = 7 * 24 * 60 * MINUTE
LONGEST_NAME: Final = 60


class Facilitators:
    """Accounts behind a set-up token, invitations and passwords."""

    def __init__(self, accounts: Accounts, signer: Signer, clock: Clockwork, set_up: SetUp | None) -> None:
        self._accounts = accounts
        self._signer = signer
        self._clock = clock
        self._set_up = set_up
        self._passwords = Passwords()
        self._wrong = Window(MOST_TRIES, MINUTE)
        self._wrong_of_address = Window(MOST_TRIES_OF_ADDRESS, MINUTE)
        self._creating = asyncio.Lock()

    async def is_set_up(self) -> bool:
        """Whether there is a first facilitator."""
        return await self._accounts.count() > 0

    async def of_cookie(self, cookie: str | None) -> Account | None:
        """The facilitator who was given this cookie, unless their password has changed since."""
        signed = None if cookie is None else self._signer.facilitator_of(cookie)
        if signed is None:
            return None
        name, version = signed
        account = await self._accounts.find(name)
        return account if account is not None and account.version == version else None

    def cookie_of(self, account: Account) -> str:
        """A cookie that stands for this facilitator."""
        return self._signer.cookie(account.name, account.version)

    async def set_up(self, token: str, name: str, password: str, address: str) -> Account | Refusal:
        """The first facilitator. Refuses with `already_set_up`, `bad_token` or what `_create` refuses."""
        if self._is_throttled("", address):
            return _too_many()
        async with self._creating:
            if await self.is_set_up():
                return Refusal("already_set_up", "This server is already set up. Please sign in.")
            if self._set_up is None or not hmac.compare_digest(self._set_up.token_hash, hash_of(token)):
                self._note_wrong("", address)
                return Refusal("bad_token", "This set-up link is not the one that the server printed when it started.")
            return await self._create(name, password)

    async def invite(self, token: str) -> None:
        """Let whoever has this token become a facilitator, once, within seven days."""
        await self._accounts.create_invitation(hash_of(token), Instant(self._clock.now() + INVITATION_LIFE))

    async def accept(self, token: str, name: str, password: str, address: str) -> Account | Refusal:
        """One more facilitator. Refuses with `bad_invitation` or what `_create` refuses; then the invitation stays good."""
        if self._is_throttled("", address):
            return _too_many()
        async with self._creating:
            unfit = await self._unfit(name, password)
            if unfit is not None:
                return unfit
            if not await self._accounts.use_invitation(hash_of(token), self._clock.now()):
                self._note_wrong("", address)
                return Refusal("bad_invitation", "This invitation has been used or is too old. Please ask for a new one.")
            return await self._create(name, password)

    async def sign_in(self, name: str, password: str, address: str) -> Account | Refusal:
        """Refuses with `wrong_password` (for an unknown name too) or `too_many_tries`."""
        name = _tidied(name)
        if self._is_throttled(name, address):
            return _too_many()
        account = await self._accounts.find(name)
        if await self._passwords.is_right(None if account is None else account.password_hash, password):
            return account or _wrong_password()
        self._note_wrong(name, address)
        return _wrong_password()

    async def _create(self, name: str, password: str) -> Account | Refusal:
        unfit = await self._unfit(name, password)
        if unfit is not None:
            return unfit
        await self._accounts.create(_tidied(name), await self._passwords.hashed(password))
        account = await self._accounts.find(_tidied(name))
        assert account is not None, "an account that was just created"
        return account

    async def _unfit(self, name: str, password: str) -> Refusal | None:
        name = _tidied(name)
        if not name or len(name) > LONGEST_NAME:
            return Refusal("bad_name", f"Please give a name of 1 to {LONGEST_NAME} characters.")
        if await self._accounts.find(name) is not None:
            return Refusal("name_taken", "A facilitator of this name exists already. Please choose another name.")
        return too_weak(password)

    def _is_throttled(self, name: str, address: str) -> bool:
        now = self._clock.now()
        return self._wrong.is_full((name.casefold(), address), now) or self._wrong_of_address.is_full(address, now)

    def _note_wrong(self, name: str, address: str) -> None:
        now = self._clock.now()
        self._wrong.note((name.casefold(), address), now)
        self._wrong_of_address.note(address, now)


def _tidied(name: str) -> str:
    return " ".join(name.split())


def _wrong_password() -> Refusal:
    return Refusal("wrong_password", "This name and password do not fit together.")


def _too_many() -> Refusal:
    return Refusal("too_many_tries", "Too many tries. Please wait a minute.")
