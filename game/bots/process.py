"""A server process of one's own, with its own folder, started and ended by its own id. Knows nothing of the game."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

import game

STARTING: Final = 60.0  # real seconds until the first line has to be there
STOPPING: Final = 15.0
_SHOWN: Final = 2_000  # characters of the log in a complaint


class ServerFailed(Exception):
    """The server did not start, or ended by itself; says what it wrote last."""


class ServerProcess:
    """Serves `folder`/data on this machine only. `url` and `set_up` (the one-time link, or "") are known once started.

    The settings of whoever starts it (environment, TOML file) do not reach it: its data is its own.
    """

    def __init__(self, folder: Path, *, speed: float = 1.0, port: int = 0, content: Path | None = None) -> None:
        self._folder, self._speed, self._port, self._content = folder, speed, port, content
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self.url = ""
        self.set_up = ""

    @property
    def pid(self) -> int:
        """The id of the running process. Raises `ServerFailed` where there is none."""
        if self._process is None:
            raise ServerFailed("The server has not been started.")
        return self._process.pid

    @property
    def token(self) -> str:
        """The one-time token within the set-up link."""
        return self.set_up.rpartition("=")[2]

    async def start(self) -> None:
        """Start and wait until it accepts connections. Raises `ServerFailed`."""
        options = ["--host", "127.0.0.1", "--port", str(self._port), "--data", str(self._folder / "data")]
        options += ["--speed", str(self._speed), "--announce", "json"]
        options += ["--content", str(self._content)] if self._content else []
        with (self._folder / "server.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "game", "serve", *options),
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                cwd=self._folder,
                env=_environment(),
            )
        said = await self._first_line(self._process)
        self.url, self.set_up = str(said["url"]), str(said.get("set_up") or "")
        self._port = int(self.url.rpartition(":")[2])
        self._reading = asyncio.create_task(_drain(self._process))

    async def stop(self) -> None:
        """Ask it to end, and make it if it does not."""
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOPPING)
            except TimeoutError:
                process.kill()
        await self._gone()

    async def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
        await self._gone()

    def log(self) -> str:
        """The end of what it logged."""
        path = self._folder / "server.log"
        return path.read_text(errors="replace")[-_SHOWN:] if path.is_file() else ""

    async def _gone(self) -> None:
        if self._process is not None:
            await self._process.wait()
        if self._reading is not None:
            await self._reading
        self._process = self._reading = None

    async def _first_line(self, process: asyncio.subprocess.Process) -> dict[str, Any]:
        assert process.stdout is not None
        try:
            line = await asyncio.wait_for(process.stdout.readline(), STARTING)
            said: dict[str, Any] = json.loads(line)
        except (TimeoutError, ValueError) as wrong:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()
            self._process = None
            raise ServerFailed(f"The server did not start. It said last: {self.log().strip() or 'nothing'}") from wrong
        return said


async def _drain(process: asyncio.subprocess.Process) -> None:
    """Read on, so that a full pipe never stops the server."""
    if process.stdout is not None:
        while await process.stdout.read(4096):
            pass


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("SIMMERDOWN_")}
    root = str(Path(game.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (root, own.get("PYTHONPATH", ""))))
    return own | {"PYTHONPATH": path, "SIMMERDOWN_LOG": "warning"}
