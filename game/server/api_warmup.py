"""*Make it worse*, the warm-up in which the game names what the worst reply broke. Knows no workshop and keeps nothing.

A text comes in, its worst mark goes out to the same phone; neither is stored, logged or shown to anybody else.
"""

from typing import Final

from aiohttp import web

from game.core.marks import Context, breach
from game.core.refusal import Refusal
from game.server.doors import Doors
from game.server.limits import Window
from game.server.requests import address_of, answer, read, refuse
from game.server.wire_http import WorstIn, WorstOut

MINUTE: Final = 60_000
MOST_TRIES: Final = 240  # in a minute from one address: a whole room behind one router, each several times


class WarmUpApi:
    """Reads the worst replies that people can think of."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._tries = Window(MOST_TRIES, MINUTE)

    async def worst(self, request: web.Request) -> web.Response:
        """POST /api/warm-up."""
        address, now = address_of(request, self._doors.behind_proxy), self._doors.clock.now()
        if self._tries.is_full(address, now):
            return refuse(Refusal("too_many_tries", "That was a lot of bad answers. Please wait a minute."))
        self._tries.note(address, now)
        asked = await read(request, WorstIn)
        if isinstance(asked, Refusal):
            return refuse(asked)
        if not asked.text.strip():
            return refuse(Refusal("bad_payload", "Write an answer first, a bad one."))
        told = Context(customer=(self._doors.library.warmup.worst,))
        assessment = await self._doors.assessor.assess(asked.text, told)
        found = breach(assessment)
        if found is None:
            return answer(WorstOut(criterion=None, reason="", start=0, end=0))
        words = found.evidence
        return answer(
            WorstOut(
                criterion=found.criterion,
                reason=words.reason if words else "",
                start=words.start if words else 0,
                end=words.end if words else 0,
            )
        )
