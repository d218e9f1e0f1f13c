"""What authors of scenarios do at the command line: begin one, get help from their editor. Knows no rule of a scenario."""

import json
from pathlib import Path
from typing import Annotated

import typer

from game.cli.speaking import WRONG, give_up
from game.core.scenario import Channel
from game.library import SCHEMA_FILE, editor_line, json_schema, scaffold

new = typer.Typer(help="Begin something new.", no_args_is_help=True)


@new.callback()
def _new() -> None:
    """Begin something new."""


@new.command("scenario", epilog="Example: simmerdown new scenario late-train --channel chat --out my-pack/scenarios")
def scenario(
    slug: Annotated[str, typer.Argument(help="Its short name: lower-case letters, digits and hyphens.")],
    channel: Annotated[Channel, typer.Option(help="How customer and agents talk.")] = "phone",
    language: Annotated[str, typer.Option(help="The language it is written in, such as en or pt-BR.")] = "en",
    out: Annotated[Path, typer.Option(help="The folder to write it to.", show_default="this folder")] = Path(),
) -> None:
    """Write a small, complete scenario with comments, to be changed text by text."""
    try:
        text = scaffold(slug, channel, language)
    except ValueError as fault:
        give_up([str(fault)], WRONG)
    file = out / f"{slug}.yaml"
    try:
        out.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as new_file:
            new_file.write(text)
    except FileExistsError:
        give_up([f"There is something at {file} already. Choose another name, or move it away first."], WRONG)
    except OSError as error:
        give_up([f"Cannot write {file} ({error.strerror}). Choose another folder with --out."])
    typer.echo(f"Wrote {file}. Change its texts, then run: simmerdown check {file}")


def schema() -> None:
    """Print the JSON Schema of a scenario, for completion and hints in an editor."""
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    typer.echo(
        f"Save this as {SCHEMA_FILE} beside the folder scenarios/, and begin each scenario with:\n{editor_line()}", err=True
    )
