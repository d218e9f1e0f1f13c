"""The rubric from the command line: assess lines of JSON, explain one reply, report on labelled ones, print labels."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from pydantic import ValidationError
from rich.console import Console

from game.cli.speaking import WRONG, give_up, writing
from game.cli.stored import load_log
from game.exports.labelled import labelled_jsonl
from game.paths import content_folder
from game.rubric import Rubric, RubricFaults, load_rubric
from game.rubric.explain import explain as draw
from game.rubric.lines import LineIn, assess_json_line, misspelt, read_line, sentence
from game.rubric.page import write_html
from game.rubric.report import report as score

_STANDARD_INPUT: Final = Path("-")

rubric = typer.Typer(help="Try the rubric and adapt it.", no_args_is_help=True)


@rubric.callback()
def _rubric() -> None:
    """Try the rubric and adapt it."""


def _load(content: Path | None) -> Rubric:
    folder = content or content_folder()
    if not (folder / "rubric").is_dir():
        give_up([f"There is no rubric in {folder}."])
    try:
        return load_rubric(folder / "rubric")
    except RubricFaults as error:
        give_up(str(fault) for fault in error.faults)


def assess(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files of lines; - is standard input. [default: standard input]")
    ] = None,
    content: Annotated[Path | None, typer.Option(help="Folder of the content.")] = None,
    explain: Annotated[
        str | None,
        typer.Option(help="Mark this one reply and show why, in colour. What begins with { is read as a line of JSON."),
    ] = None,
) -> None:
    """Mark replies: lines of JSON in, lines of JSON on standard output."""
    if files and explain is not None:
        give_up(["Name files or --explain, not both."])
    loaded = _load(content)
    if explain is not None:
        _explain(explain, loaded)
        return
    wrong = 0
    warned = set[str]()
    for place, raw in _places(files or [_STANDARD_INPUT]):
        try:
            line = read_line(raw)
            _warn(place, line, warned)
            answer = assess_json_line(line, loaded)
        except ValueError as error:
            wrong += 1
            typer.echo(sentence(place, error), err=True)
            continue
        with writing():
            typer.echo(json.dumps(answer, ensure_ascii=False).encode())
    if wrong:
        raise typer.Exit(WRONG)


def _explain(said: str, loaded: Rubric) -> None:
    text = said.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # arguments may hold bytes that are no text
    try:
        line = read_line(text.encode()) if text.lstrip().startswith("{") else {"reply": text}
        _warn("--explain", line, set())
        asked = LineIn.model_validate(line)
    except ValueError as error:
        give_up([sentence("--explain", error)], WRONG)
    with writing():
        Console().print(draw(asked.reply, loaded.assess(asked.reply, asked.context())))


def _places(files: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Every line that is not blank, after where it stands; ends the program with a sentence at a file it cannot read."""
    for path in files:
        named = path != _STANDARD_INPUT
        try:
            with path.open("rb") if named else nullcontext(sys.stdin.buffer) as file:
                for number, raw in enumerate(file, start=1):
                    if raw.strip():
                        yield (f"{path}, line {number}" if named else f"Line {number}"), raw
        except OSError as error:
            give_up([f"Cannot read {path} ({error.strerror})."])


def _warn(place: str, line: Mapping[str, object], warned: set[str]) -> None:
    """Say which fields may be misspelt, each once."""
    for name, meant in misspelt(line).items():
        if name not in warned:
            warned.add(name)
            typer.echo(f"{place}: {name!r} is not a field; did you mean {meant!r}?", err=True)


@rubric.command("report", epilog="Example: simmerdown rubric report labelled.jsonl --html report.html")
def report_on(
    labelled: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Labelled replies, a line of JSON each.")],
    html: Annotated[Path | None, typer.Option(help="Write the whole report here.")] = None,
    content: Annotated[Path | None, typer.Option(help="Folder of the content.")] = None,
) -> None:
    """Compare the rubric's marks with people's."""
    try:
        found = score(_lines(labelled), _load(content))
    except (ValueError, ValidationError) as error:
        give_up([f"{labelled}: {_first_line(error)}"], WRONG)
    typer.echo(
        f"{found.replies} replies: macro F1 {found.macro_f1:.3f}, kappa {found.macro_kappa:.3f}, p95 {found.latency_p95:.1f} ms"
    )
    if html:
        write_html(found, html)
        typer.echo(f"Written to {html}.")


@rubric.command("labels", epilog="Example: simmerdown rubric labels A7KQ3 --data ./simmerdown-data > labelled.jsonl")
def labels_of(
    code: Annotated[str, typer.Argument(help="The workshop's join code.")],
    data: Annotated[Path | None, typer.Option(help="Folder of the database.")] = None,
) -> None:
    """Print every overruled reply as a labelled line of JSON, for the report. Stop the server first."""
    lines = 0
    for line in labelled_jsonl(load_log(code, data)):
        typer.echo(line, nl=False)
        lines += 1
    if not lines:
        typer.echo(f"No mark was overruled in {code}, so there is nothing to learn from it yet.", err=True)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield _object(line)


def _object(line: str) -> dict[str, Any]:
    read = json.loads(line)
    if not isinstance(read, dict):
        raise ValueError("each line must be a JSON object with at least a “reply”")  # noqa: TRY004 - of the input, not the code
    return read


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
    return str(error).splitlines()[0]
