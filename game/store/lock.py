"""Keeps a data folder to one server at a time. Knows nothing of what lies in the folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.store.faults import StoreRefused

LOCK_NAME = "simmerdown.lock"


@contextmanager
def only_server(folder: Path) -> Iterator[None]:
    """Hold the folder (made where it is missing) until the block ends or the process dies, however it dies.

    Raises `StoreRefused` where another server holds it, or where nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK_NAME).open("a")
    except OSError as fault:
        raise StoreRefused(
            f"Cannot write to the data folder {folder} ({fault.strerror}). Make it writable, or choose another folder."
        ) from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise StoreRefused(
                f"Another Simmerdown server is using the data folder {folder}. Stop it first, or choose another folder."
            ) from fault
        yield
