"""The commands and their options. Each does one thing and says so; knows nothing of how the parts work."""

import asyncio
import json
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Literal

import typer
from pydantic import ValidationError

from game.app import StartRefused, load_content, serve_until_told
from game.assessing import ThreadedAssessor
from game.bots.demo import DemoFailed, run_demo
from game.bots.texts import PracticeTexts
from game.cli import logs
from game.cli.admin import admin
from game.cli.authoring import new, schema
from game.cli.replays import replay
from game.cli.rubrics import assess, rubric
from game.cli.speaking import WRONG, announce_as_json, announce_to_people, give_up
from game.library import MAX_UPLOAD, Fault, check_upload
from game.library import check as check_folder
from game.paths import content_folder
from game.settings import ServerSettings, SettingsUnreadable

app = typer.Typer(
    name="simmerdown",
    help="A multiplayer training game for people who talk to angry customers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _settings(**options: object) -> ServerSettings:
    """Settings from the options that were given, the environment and the TOML file; every fault is said at once."""
    try:
        return ServerSettings(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        give_up(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
    except SettingsUnreadable as error:
        give_up([str(error)])


def run(work: Coroutine[object, object, None]) -> None:
    """Run on the fastest event loop this platform has."""
    if sys.platform == "win32":
        asyncio.run(work)
        return
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work)


@app.command(epilog="Example: simmerdown serve --port 9000 --public-url https://game.example.org --data /var/lib/simmerdown")
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on. [default: all of this machine's]")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one. [default: 8080]")] = None,
    public_url: Annotated[str | None, typer.Option(help="Address that phones use, if it is not this machine's own.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder of the database. [default: ./simmerdown-data]")] = None,
    database_url: Annotated[str | None, typer.Option(help="PostgreSQL instead of a file: postgresql://user@host/name")] = None,
    content: Annotated[Path | None, typer.Option(help="Folder of scenarios, rubric, badges and coaching.")] = None,
    speed: Annotated[float | None, typer.Option(min=0.1, help="Run the game's clocks faster (demo only).", hidden=True)] = None,
    announce: Annotated[Literal["people", "json"], typer.Option(help="Who reads what is printed at the start.")] = "people",
) -> None:
    """Start the game server; prints the link and the QR that phones need."""
    settings = _settings(
        host=host, port=port, public_url=public_url, data=data, database_url=database_url, content=content, speed=speed
    )
    logs.configure(settings.log)
    try:
        run(serve_until_told(settings, announce_as_json if announce == "json" else announce_to_people))
    except StartRefused as refused:
        give_up(["Simmerdown cannot start.", *refused.sentences])


@app.command(epilog="Example: simmerdown check content/scenarios/my-scenario.yaml")
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A pack's folder or zip, or one scenario. [default: the shipped content]")
    ] = None,
) -> None:
    """Check authored content; lists every fault with file, line, field and remedy."""
    folder = path or content_folder()
    if not folder.exists():
        give_up([f"There is nothing at {folder}."])
    zipped = folder.suffix == ".zip"
    faults = [str(fault) for fault in (_check_zip(folder) if zipped else check_folder(folder))]
    if not faults and (folder / "rubric").is_dir() and (folder / "badges").is_dir():
        try:
            load_content(folder)
        except StartRefused as refused:
            faults = list(refused.sentences)
    if faults:
        give_up([*faults, f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {folder}."], WRONG)
    typer.echo(f"No faults in {folder}.")


def _check_zip(file: Path) -> tuple[Fault, ...]:
    """The faults of a pack as the desk would find them."""
    try:
        with file.open("rb") as stream:
            return check_upload(stream.read(MAX_UPLOAD + 1), file.name)
    except OSError as error:
        give_up([f"Cannot read {file} ({error.strerror})."])


def _chosen(scenarios: str | None, known: list[str]) -> list[str] | None:
    """The slugs that were asked for; ``None`` leaves the choice to the demo."""
    if scenarios is None:
        return None
    chosen = known if scenarios == "all" else [slug.strip() for slug in scenarios.split(",") if slug.strip()]
    unknown = [slug for slug in chosen if slug not in known]
    if unknown or not chosen:
        give_up([f"There is no scenario called {slug}." for slug in unknown] or ["Name a scenario, or all."], WRONG)
    return chosen


@app.command(epilog="Example: simmerdown demo --teams 4 --players 24 --rounds 2 --speed 20 --json")
def demo(
    teams: Annotated[int, typer.Option(min=1, max=50)] = 2,
    players: Annotated[int, typer.Option(min=1, max=400, help="Bots that join as players, spread over the teams.")] = 10,
    rounds: Annotated[int | None, typer.Option(min=1, max=60, help="One, or one for each chosen scenario.")] = None,
    scenarios: Annotated[str | None, typer.Option(help="Slugs with commas between them, or all.")] = None,
    speed: Annotated[float, typer.Option(min=0.5, max=200, help="How much faster than life.")] = 20,
    form: Annotated[Literal["short", "long"], typer.Option(help="Two beats a round, or three.")] = "short",
    mode: Annotated[
        Literal["together", "live", "both"], typer.Option(help="Everybody writes, one is on the line, or by turns.")
    ] = "together",
    disconnects: Annotated[float, typer.Option(min=0, max=1, help="How often a phone drops its connection, 0 to 1.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one line of JSON.")] = False,
) -> None:
    """Watch bots play a whole workshop against a real server with its own, temporary data."""
    logs.configure("warning")
    content = load_content(content_folder())
    assessor = ThreadedAssessor(content.rubric.assess)
    texts = PracticeTexts(content.library.titled)
    chosen = _chosen(scenarios, [scenario.slug for scenario in content.library.scenarios])
    number = rounds or len(chosen or "1")

    def say(line: str) -> None:
        typer.echo(line, err=as_json)

    try:
        result = asyncio.run(
            run_demo(teams, players, number, speed, form, chosen, disconnects, say, assessor=assessor, texts=texts, mode=mode)
        )
    except DemoFailed as failed:
        give_up([str(failed)], WRONG)
    finally:
        assessor.close()
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
    else:
        for row in result["standings"]:
            typer.echo(f"{row['rank']:>4}  {row['name']:<26}{row['points']:>6.1f}")
    if result["errors"]:
        raise typer.Exit(WRONG)


app.command(epilog="Example: simmerdown replay A7KQ3 --data ./simmerdown-data")(replay)
app.command(epilog='Example: echo \'{"reply": "I am so sorry."}\' | simmerdown assess')(assess)
app.command(epilog="Example: simmerdown schema > my-pack/scenario.schema.json")(schema)
app.add_typer(new, name="new")
app.add_typer(rubric, name="rubric")
app.add_typer(admin, name="admin")


def main() -> None:
    """The `simmerdown` command."""
    app()
