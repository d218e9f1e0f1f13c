"""What a facilitator does with packs: see, add, remove. Knows nothing of how a pack is checked and where it is kept."""

from collections.abc import Sequence
from pathlib import PurePosixPath

import structlog
from aiohttp import web

from game.core.refusal import Refusal
from game.server.doors import Fault, Pack, PackRejected, Packs
from game.server.requests import answer, refuse
from game.server.wire_http import DoneOut, FaultOut, PackAddedOut, PackOut, PackProblemOut, PacksOut

log = structlog.get_logger(__name__)

_LONGEST_NAME = 200


class PacksApi:
    """Packs that add to what ships."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs

    async def list(self, _request: web.Request) -> web.Response:
        """GET /api/packs."""
        packs = tuple(pack_of(pack) for pack in await self._packs.every())
        return answer(PacksOut(packs=packs, largest=self._packs.largest))

    async def add(self, request: web.Request) -> web.Response:
        """POST /api/packs?name=FILE with the file itself as the body. Refused: `too_long`, or `bad_pack` with every fault."""
        raw = await self._body(request)
        if raw is None:
            return refuse(Refusal("too_long", f"The file is larger than {self._packs.largest // 1024 // 1024} MB."))
        name = PurePosixPath(request.query.get("name", "")[:_LONGEST_NAME].replace("\\", "/")).name
        added = await self._packs.add(raw, name)
        if isinstance(added, PackRejected):
            problem = PackProblemOut(code="bad_pack", sentence=added.sentence, faults=_faults(added.faults))
            return answer(problem, status=422)
        log.info("pack added", pack=added.pack.id, scenarios=len(added.pack.scenarios))
        return answer(PackAddedOut(pack=pack_of(added.pack), replaced=added.replaced), status=201)

    async def remove(self, request: web.Request) -> web.Response:
        """DELETE /api/packs/{pack}."""
        pack = request.match_info["pack"]
        refused = await self._packs.remove(pack)
        if refused is not None:
            return refuse(refused)
        log.info("pack removed", pack=pack)
        return answer(DoneOut())

    async def _body(self, request: web.Request) -> bytes | None:
        """The body, or None as soon as it is known to be too large: no more of it is taken in."""
        if (request.content_length or 0) > self._packs.largest:
            return None
        raw = bytearray()
        async for piece in request.content.iter_any():
            raw += piece
            if len(raw) > self._packs.largest:
                return None
        return bytes(raw)


def pack_of(pack: Pack) -> PackOut:
    """A pack as the desk lists it."""
    languages = sorted({scenario.language for scenario in pack.scenarios})
    slugs = tuple(scenario.slug for scenario in pack.scenarios)
    return PackOut(id=pack.id, name=pack.name, languages=tuple(languages), scenarios=slugs, faults=_faults(pack.faults))


def _faults(faults: Sequence[Fault]) -> tuple[FaultOut, ...]:
    return tuple(
        FaultOut(file=fault.file, line=fault.line, field=fault.field, sentence=fault.sentence, remedy=fault.remedy)
        for fault in faults
    )
