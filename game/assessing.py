"""Keeps the rubric off the event loop: one warm worker thread. Knows nothing of what a mark means."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from game.core.marks import Assessment, Context


class ThreadedAssessor:
    """Implements the runtime's `Assessor` with any pure `assess` function."""

    def __init__(self, assess: Callable[[str, Context], Assessment]) -> None:
        self._assess = assess
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rubric")

    async def assess(self, reply: str, context: Context) -> Assessment:
        """The marks of one reply."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._assess, reply, context)

    def close(self) -> None:
        """End the worker; what is still queued is dropped (marks are found again when the workshop is opened)."""
        self._worker.shutdown(wait=False, cancel_futures=True)
