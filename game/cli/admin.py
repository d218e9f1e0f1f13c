"""What only whoever owns the machine may do. Knows nothing of workshops."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from game.cli.speaking import WRONG, give_up
from game.cli.stored import data_folder
from game.server.passwords import Passwords, too_weak
from game.store import StoreRefused, open_store

admin = typer.Typer(help="Look after accounts.", no_args_is_help=True)


@admin.callback()
def _admin() -> None:
    """Look after accounts."""


@admin.command("reset-password", epilog="Example: simmerdown admin reset-password Mia --data ./simmerdown-data")
def reset_password(
    name: Annotated[str, typer.Argument(help="The facilitator's name.")],
    data: Annotated[Path | None, typer.Option(help="Folder of the database, or a PostgreSQL URL.")] = None,
    password: Annotated[
        str, typer.Option(prompt="New password", hide_input=True, confirmation_prompt=True, help="Asked for if not given.")
    ] = "",
) -> None:
    """Give a facilitator a new password; everyone signed in under that name is signed out. Stop the server first."""
    weak = too_weak(password)
    if weak:
        give_up([weak.sentence], WRONG)
    try:
        found = asyncio.run(_reset(data_folder(data), name, password))
    except StoreRefused as refused:
        give_up([str(refused)])
    if not found:
        give_up([f"No facilitator is called {name}."], WRONG)
    typer.echo(f"{name} has a new password.")


async def _reset(place: Path, name: str, password: str) -> bool:
    async with open_store(place) as store:
        account = await store.accounts.find(name)
        if account is None:
            return False
        await store.accounts.set_password(account.id, await Passwords().hashed(password))
        return True
