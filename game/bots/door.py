"""The HTTP side of the game as a program uses it: accounts, workshops, joining, exports. Knows nothing of what is played."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import aiohttp

from game.core.settings import NAME_LENGTH


class DoorShut(Exception):
    """The server said no: a stable `code`, and a `sentence` for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code, self.sentence = code, sentence


@dataclass(frozen=True, slots=True)
class Joined:
    """A seat that was given: its ticket opens the socket."""

    ticket: str
    seat: str
    private_pass: str


class Door:
    """One visitor of this machine's own server, whose certificate is therefore not asked for.

    A facilitator's cookie is kept in `cookie`, for the desk's socket too.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session, self._url = session, url
        self.cookie = ""

    async def set_up(self, token: str, name: str, password: str) -> None:
        """Become the first facilitator with the one-time token. Raises `DoorShut`."""
        await self._post("/api/set-up", {"token": token, "name": name, "password": password})

    async def sign_in(self, name: str, password: str) -> None:
        """Come back as a facilitator. Raises `DoorShut`."""
        await self._post("/api/sign-in", {"name": name, "password": password})

    async def open_workshop(self, **chosen: object) -> str:
        """A new workshop's code. Raises `DoorShut`."""
        return str((await self._post("/api/workshops", chosen))["code"])

    async def seat_bots(self, code: str, players: int) -> None:
        """Ask the server to let so many bots join as players, for facilitators. Raises `DoorShut`."""
        await self._post(f"/api/workshops/{code}/bots", {"players": players})

    async def join(self, code: str, nickname: str, avatar: str, private_pass: str | None = None) -> Joined:
        """Take a seat. Raises `DoorShut`."""
        asked: dict[str, object] = {"code": code, "nickname": nickname, "avatar": avatar}
        if private_pass:
            asked["pass"] = private_pass
        given = await self._post("/api/join", asked)
        return Joined(given["ticket"], given["seat"], given["pass"])

    async def content(self) -> Mapping[str, Any]:
        """What pages may show of the content: avatars, parts of nicknames, and more."""
        found: Mapping[str, Any] = await self._get("/api/content")
        return found

    async def scenarios(self) -> Sequence[Mapping[str, Any]]:
        """One card for each scenario, for facilitators."""
        found: Sequence[Mapping[str, Any]] = await self._get("/api/scenarios")
        return found

    async def export(self, code: str) -> str:
        """A workshop as CSV, for facilitators."""
        path = f"{self._url}/api/workshops/{code}/export.csv"
        async with self._session.get(path, headers=self._headers(), ssl=False) as response:
            if response.status >= 400:
                raise _shut(await response.json())
            return await response.text()

    async def _get(self, path: str) -> Any:
        async with self._session.get(f"{self._url}{path}", headers=self._headers(), ssl=False) as response:
            return await self._read(response)

    async def _post(self, path: str, body: Mapping[str, object]) -> Any:
        async with self._session.post(f"{self._url}{path}", json=body, headers=self._headers(), ssl=False) as response:
            return await self._read(response)

    async def _read(self, response: aiohttp.ClientResponse) -> Any:
        read = await response.json()
        if response.status >= 400:
            raise _shut(read)
        for name, morsel in response.cookies.items():
            self.cookie = f"{name}={morsel.value}"
        return read

    def _headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie} if self.cookie else {}


def _shut(problem: Mapping[str, Any]) -> DoorShut:
    return DoorShut(str(problem.get("code", "")), str(problem.get("sentence", "")))


def nicknames(parts: Mapping[str, Sequence[str]], seed: str) -> Iterator[str]:
    """Friendly names in an order of chance, each once; after them the same with a number."""
    pairs = [f"{adjective} {noun}" for adjective, noun in product(parts["adjectives"], parts["nouns"])]
    fitting = [name for name in pairs if len(name) <= NAME_LENGTH]
    random.Random(seed).shuffle(fitting)
    yield from fitting
    number = 2
    while True:
        yield from (f"{name[: NAME_LENGTH - 4]} {number}" for name in fitting)
        number += 1
