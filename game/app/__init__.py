"""The composition root: puts store, library, rubric, runtime, server and bots together. The only file that knows everything."""

import asyncio
import signal
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from aiohttp import web

from game.app.adapters import AddedPacks, Erasing, Exports, Names, every_so_often
from game.assessing import ThreadedAssessor
from game.bots.host import Host
from game.bots.texts import PracticeTexts
from game.clock import WallClock, new_code, new_id, new_token
from game.core.ids import Instant
from game.library import Catalogue, Library, LibraryError, Packs, load_library
from game.paths import content_folder, web_folder
from game.rubric import Rubric, RubricFaults, load_rubric
from game.runtime.tables import Chances, Tables
from game.server.addresses import Addresses, own_addresses
from game.server.doors import Doors, PracticeRooms, SetUp
from game.server.publisher import SocketPublisher
from game.server.tickets import Signer, hash_of
from game.server.web_app import create_app
from game.settings import ServerSettings
from game.store import Store, StoreRefused, open_store

_HOUR = 3600
_MINUTE = 60
_LEFT_ALONE = 10 * 60_000  # milliseconds of the game after which a practice that nobody is at takes no room any more
_GOODBYE = 5.0  # seconds that open requests get when the server stops


class StartRefused(Exception):
    """The server cannot start: `sentences` say why and what to do, all reasons at once."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Content:
    """Everything authored that a server needs."""

    library: Library
    rubric: Rubric


@dataclass(frozen=True, slots=True)
class Running:
    """A server that accepts connections. `set_up` is the one-time link while there is no account yet."""

    url: str
    join_url: str
    set_up: str | None


def load_content(folder: Path) -> Content:
    """Library and rubric. Raises `StartRefused` with every fault of both."""
    faults: list[str] = []
    library = rubric = None
    try:
        library = load_library(folder)
    except LibraryError as error:
        faults.extend(str(fault) for fault in error.faults)
    try:
        rubric = load_rubric(folder / "rubric")
    except RubricFaults as error:
        faults.extend(str(fault) for fault in error.faults)
    if library is None or rubric is None:
        raise StartRefused(*faults)
    return Content(library, rubric)


@asynccontextmanager
async def running(settings: ServerSettings) -> AsyncIterator[Running]:
    """A whole server, from its data to its port. Raises `StartRefused`; on leaving, everything durable stays."""
    content = load_content(settings.content or content_folder())
    _check_pages()
    async with AsyncExitStack() as stack:
        listening = stack.enter_context(_listen(settings))
        port = listening.getsockname()[1]
        store = await _open(stack, settings)
        clock = WallClock(settings.speed)
        addresses = Addresses(port, settings.public_url, _no_others if _only_here(settings.host) else own_addresses)
        publisher = SocketPublisher(clock, settings.public_url)
        assessor = ThreadedAssessor(content.rubric.assess)
        stack.callback(assessor.close)
        secret = (await store.accounts.secret()).hex()
        scheme = "https" if settings.tls_certificate else "http"
        packs = await asyncio.to_thread(Packs, settings.data / "packs")
        await asyncio.to_thread(packs.all)  # read before the first page asks
        catalogue = Catalogue(content.library, packs)
        texts = PracticeTexts(catalogue.titled)
        bots = Host(f"{scheme}://127.0.0.1:{port}", Signer(secret).ticket, assessor, texts, speed=settings.speed)
        tables = Tables(
            events=store.log,
            publisher=publisher,
            assessor=assessor,
            clock=clock,
            bots=bots,
            badges=content.library.badges,
            chances=Chances(new_id, new_code, new_token),
            solo=settings.database_url is None,
        )
        stack.push_async_callback(tables.close)
        token = new_token() if await store.accounts.count() == 0 else None
        doors = Doors(
            tables=tables,
            publisher=publisher,
            accounts=store.accounts,
            workshops=store.history,
            exports=Exports(store.log),
            assessor=assessor,
            hosts=bots,
            erasing=Erasing(store.retention, tables),
            library=catalogue,
            packs=AddedPacks(packs, content.library),
            names=Names(content.library),
            clock=clock,
            addresses=addresses,
            secret=secret,
            new_token=new_token,
            web_folder=web_folder(),
            version=version("simmerdown"),
            set_up=SetUp(hash_of(token)) if token else None,
            practice=PracticeRooms(settings.practice, settings.practice_keep_days),
            behind_proxy=settings.behind_proxy,
        )
        await _serve(stack, doors, listening, settings)
        stack.push_async_callback(bots.close)
        await stack.enter_async_context(every_so_often(lambda: store.retention.expire(clock.now()), _HOUR))
        await stack.enter_async_context(
            every_so_often(lambda: tables.rest_practices(Instant(clock.now() - _LEFT_ALONE)), _MINUTE)
        )
        local = f"{scheme}://localhost:{port}"
        join = addresses.chosen if scheme == "http" or settings.public_url else addresses.chosen.replace("http:", "https:")
        yield Running(local, join, f"{local}/desk#token={token}" if token else None)


async def serve_until_told(settings: ServerSettings, announce: Callable[[Running], None]) -> None:
    """Run until SIGINT or SIGTERM."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    async with running(settings) as server:
        announce(server)
        await told.wait()


def _listen(settings: ServerSettings) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port), reuse_port=False)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StartRefused(
            f"Cannot listen on {settings.host}:{settings.port} ({reason}). "
            "Is another server running? Stop it, or choose another port with --port."
        ) from error


def _only_here(host: str) -> bool:
    """Whether nobody but this machine can reach a server that listens on `host`."""
    return host == "localhost" or host.startswith("127.") or host == "::1"


def _no_others() -> tuple[str, ...]:
    return ()


async def _open(stack: AsyncExitStack, settings: ServerSettings) -> Store:
    try:
        return await stack.enter_async_context(open_store(settings.database_url or settings.data))
    except StoreRefused as refused:
        raise StartRefused(str(refused)) from refused


async def _serve(stack: AsyncExitStack, doors: Doors, listening: socket.socket, settings: ServerSettings) -> None:
    runner = web.AppRunner(create_app(doors), access_log=None, shutdown_timeout=_GOODBYE)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.SockSite(runner, listening, ssl_context=_tls(settings)).start()


def _tls(settings: ServerSettings) -> ssl.SSLContext | None:
    if settings.tls_certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(settings.tls_certificate, settings.tls_key)
    except (OSError, ssl.SSLError) as error:
        raise StartRefused(f"Cannot use the TLS certificate {settings.tls_certificate}: {error}.") from error
    return context


def _check_pages() -> None:
    if not (web_folder() / "index.html").is_file():
        raise StartRefused("The pages have not been built. Run `make web` once, then start again.")
