"""Replays a stored workshop and says how it went. Knows nothing of how it is stored."""

import json
from pathlib import Path
from typing import Annotated

import typer

from game.cli.stored import load_log
from game.core.evolve import replay as fold
from game.core.rules import standings
from game.core.state import Workshop
from game.core.views.pieces import name_of


def replay(
    code: Annotated[str, typer.Argument(help="The workshop's join code.")],
    data: Annotated[Path | None, typer.Option(help="Folder of the database.")] = None,
    events: Annotated[bool, typer.Option(help="List every event as well.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one line of JSON.")] = False,
) -> None:
    """Fold a workshop's log from its first event and print what came of it. Stop the server first."""
    entries = load_log(code, data)
    state = fold(entry.event for entry in entries)
    if events:
        for entry in entries:
            typer.echo(f"{entry.version:>6}  {entry.at}  {type(entry.event).__name__}")
    if as_json:
        typer.echo(json.dumps(_summary(state, len(entries))))
        return
    typer.echo(f"{state.settings.title} ({state.code}): {len(entries)} events, {len(state.past)} rounds, {state.phase}")
    for row in _standings(state):
        typer.echo(f"{row['rank']:>4}  {row['name']:<26}{row['points']:>6.1f}")


def _standings(state: Workshop) -> list[dict[str, int | str | float]]:
    rows = standings.ranked(standings.player_points(state.past))
    return [{"rank": rank, "name": name_of(state, seat), "points": points} for rank, seat, points in rows]


def _summary(state: Workshop, versions: int) -> dict[str, object]:
    return {
        "code": state.code,
        "title": state.settings.title,
        "phase": state.phase,
        "version": versions,
        "rounds": len(state.past),
        "standings": _standings(state),
    }
