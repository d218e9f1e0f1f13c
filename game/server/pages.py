"""Serves the built pages and what they load. Knows nothing of what the pages do."""

import asyncio
from pathlib import Path
from typing import Final

from aiohttp import web

from game.server.requests import Handler

PAGES: Final = {
    "/": "index.html",
    "/j/{code}": "index.html",
    "/practice": "index.html",
    "/desk": "desk.html",
    "/desk/{code}": "desk.html",
    "/stage/{code}": "stage.html",
    "/preview/{slug}": "preview.html",
}
_FRESH: Final = "no-cache"  # keep it, but ask each time
_FOREVER: Final = "public, max-age=31536000, immutable"  # the name changes with the content
_NOT_BUILT: Final = "The pages are not built yet: run `make web` and start the server again."


class Pages:
    """Four pages, their assets, and the few files (icons, manifest) beside them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def routes(self) -> list[web.AbstractRouteDef]:
        """Routes for everything in the folder. What is not there yet answers 503 with a sentence."""
        pages = [web.get(path, self._page(name)) for path, name in PAGES.items()]
        beside = [web.get(f"/{file.name}", self._file(file, _FRESH)) for file in self._beside()]
        return [*pages, *beside, web.get(r"/assets/{name:[\w.\-]+}", self._asset)]

    def _beside(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return sorted(file for file in self._folder.iterdir() if file.is_file() and file.suffix not in (".html", ".sha256"))

    def _page(self, name: str) -> Handler:
        return self._file(self._folder / name, _FRESH)

    def _file(self, file: Path, keep: str) -> Handler:
        there = file.is_file()

        async def serve(_request: web.Request) -> web.StreamResponse:
            if not there:
                return web.Response(text=_NOT_BUILT, status=503)
            return web.FileResponse(file, headers={"Cache-Control": keep})

        return serve

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        file = self._folder / "assets" / request.match_info["name"]
        if not await asyncio.to_thread(file.is_file):
            raise web.HTTPNotFound
        return web.FileResponse(file, headers={"Cache-Control": _FOREVER})
