"""Starts a real server for browsers to visit, and stops it. Knows nothing of pages."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

# Clocks at a quarter of their speed: phases end because people act, also on a slow and busy machine.
SPEED: Final = "0.25"
# A name for this machine that is no localhost, and so no secure context; the browser alone resolves it.
ROOM: Final = "phones.test"


@dataclass(frozen=True, slots=True)
class Server:
    """`set_up` is the one-time link of the first facilitator."""

    url: str
    set_up: str

    def at(self, host: str) -> str:
        """The same server under another host name."""
        return f"http://{host}:{urlsplit(self.url).port}"


@asynccontextmanager
async def serving(data: Path, log: Path) -> AsyncIterator[Server]:
    """A server of its own on a free port of this machine; what it logs goes to the file `log`."""
    options = ("--host", "127.0.0.1", "--port", "0", "--data", str(data), "--announce", "json", "--speed", SPEED)
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "game", "serve", *options, stdout=asyncio.subprocess.PIPE, stderr=errors
        )
        try:
            assert process.stdout is not None
            line = await process.stdout.readline()
            assert line, f"the server did not start; {log.name} says why"
            said = json.loads(line)
            yield Server(said["url"], said["set_up"])
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
