"""What the command line says and how it ends when something cannot be done. Knows no command."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import segno
import typer

from game.app import Running

WRONG = 1  # exit status of a command that found something wrong
UNUSABLE = 2  # exit status of a command that could not begin


def give_up(sentences: Iterable[str], status: int = UNUSABLE) -> NoReturn:
    """Say why on standard error, one line a reason, and end."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(status)


@contextmanager
def writing() -> Iterator[None]:
    """End with a sentence where standard output takes no more; where nobody reads it any more, quietly as ever."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left must not be tried again at the end
        give_up([f"Cannot write to standard output ({error.strerror})."])


def announce_to_people(server: Running) -> None:
    """The join link with its QR, and where the facilitator goes."""
    typer.echo(f"\n  Simmerdown is ready.\n\n  Phones      {server.join_url}\n  Facilitator {server.url}/desk\n")
    segno.make(server.join_url, micro=False).terminal(out=sys.stdout, compact=True, border=2)
    if server.set_up:
        typer.echo("\n  First start: open this one-time link on this machine to choose your name and password.")
        typer.echo(f"  {server.set_up}\n")
    typer.echo("  Stop with Ctrl+C. Nothing is lost: a running round goes on after the next start.\n")
    sys.stdout.flush()


def announce_as_json(server: Running) -> None:
    """One line of JSON for programs: `url`, `join_url`, `set_up` (null once there is an account)."""
    typer.echo(json.dumps({"url": server.url, "join_url": server.join_url, "set_up": server.set_up}))
    sys.stdout.flush()
