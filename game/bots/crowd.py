"""A group of bots that join as ordinary players, and whose phones may lose the connection. Knows nothing of a desk."""

import asyncio
from collections.abc import Iterator
from typing import Final

from game.bots.client import Phone
from game.bots.door import Door, DoorShut, Joined, nicknames
from game.bots.moves import dice
from game.bots.player import Player, Wits
from game.bots.tally import Tally

AT_ONCE: Final = 8  # of the group at the door at the same time
_LOOK: Final = 20.0  # game seconds, about, between two chances to lose the connection
_LONGEST_AWAY: Final = 40.0  # game seconds
_PATIENCE: Final = 30.0  # real seconds that a last answer may take
_OTHER_NAME: Final = frozenset({"name_taken", "rude_name", "name_too_long", "bad_name"})
_MOST_NAMES: Final = 20  # that one bot tries


class Crowd:
    """`disconnects` is each phone's chance to drop in any 20 seconds of the game, 0 to 1. `seed` makes names and tempers."""

    def __init__(
        self, url: str, code: str, wits: Wits, tally: Tally, *, seed: str, speed: float = 1.0, disconnects: float = 0.0
    ) -> None:
        self._url, self._code, self._wits, self._tally = url, code, wits, tally
        self._speed, self._disconnects, self._seed = speed, disconnects, seed
        self._playing: list[asyncio.Task[None]] = []
        self._lifts: list[asyncio.Task[None]] = []
        self.players: list[Player] = []

    async def join(self, door: Door, players: int) -> None:
        """Take this many seats, each under a name of its own, and begin to play them. Raises `DoorShut`."""
        content = await door.content()
        names = nicknames(content["nickname_parts"], self._seed)
        avatars = [str(avatar) for avatar in content["avatars"]]
        for first in range(0, players, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, players))
            entering = (self._enter(door, names, avatars[number % len(avatars)]) for number in numbers)
            for joined in await asyncio.gather(*entering):
                self._seat(joined)

    def lose_connections(self) -> None:
        """From now on phones drop now and then."""
        for number, player in enumerate(self.players):
            self._lifts.append(asyncio.create_task(self._ride_lifts(player.phone, number), name=f"lift {number}"))

    async def go_home(self) -> None:
        """Let everybody finish what they are sending, then close every phone."""
        for lift in self._lifts:
            lift.cancel()
        for player in self.players:
            player.rest()
        if self._playing:
            await asyncio.wait(self._playing, timeout=_PATIENCE)
        for player in self.players:
            player.phone.close()
        await asyncio.gather(*self._playing, *self._lifts, return_exceptions=True)
        self._playing.clear()
        self._lifts.clear()

    async def _enter(self, door: Door, names: Iterator[str], avatar: str) -> Joined:
        for _ in range(_MOST_NAMES):
            try:
                return await door.join(self._code, next(names), avatar)
            except DoorShut as shut:
                if shut.code not in _OTHER_NAME:
                    raise
        raise DoorShut("name_taken", "The bots have run out of names for this workshop.")

    def _seat(self, joined: Joined) -> None:
        seed = f"{self._seed}/{joined.seat}"
        phone = Phone(self._url, {"ticket": joined.ticket}, speed=self._speed)
        player = Player(phone, self._wits, seed=seed, speed=self._speed, tally=self._tally)
        self.players.append(player)
        self._playing.append(asyncio.create_task(player.play(), name=f"player {joined.seat}"))

    async def _ride_lifts(self, phone: Phone, number: int) -> None:
        chance = dice(self._seed, "lift", number)
        while True:
            await asyncio.sleep(_LOOK * (0.5 + chance.random()) / self._speed)
            if chance.random() < self._disconnects:
                await phone.drop(chance.random() * _LONGEST_AWAY / self._speed)
