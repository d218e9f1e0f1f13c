"""The rubric from the command line: assess lines of JSON, explain one reply, report on labelled ones, print labels."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console

from game.cli.speaking import WRONG, give_up, writing
from game.cli.stored import load_log
from game.exports.labelled import labelled_jsonl
from game.paths import content_folder
from game.rubric import Rubric, RubricFaults, load_rubric
from game.rubric.explain import explain as draw
from game.rubric.labels import read_labels
from game.rubric.lines import LineIn, assess_json_line, misspelt, read_line, sentence
from game.rubric.page import number as share
from game.rubric.page import write_html
from game.rubric.report import Report
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
    """Compare the rubric's marks with people's.

    Of lines that `rubric labels` printed, only the marks that somebody overruled are people's; the report says how many.
    """
    if html and _is_any(html, [labelled, *((content or content_folder()) / "rubric").glob("*")]):
        give_up([f"{html} is what the report is made from. Choose another file for the page."], WRONG)
    found = score(_labelled(labelled), _load(content))
    if found.unknown:
        names = ", ".join(_first([f"{name[:40]!r} ({count})" for name, count in found.unknown], 10))
        typer.echo(f"Labels for what is no criterion, left out: {names}.", err=True)
    typer.echo(
        f"{found.replies} replies: macro F1 {share(found.macro_f1, 3)}, kappa {share(found.macro_kappa, 3)}, "
        f"p95 {found.latency_p95:.1f} ms, abstained from {found.abstained}"
    )
    for note in found.notes():
        typer.echo(note)
    if html:
        _write(found, html)


def _is_any(path: Path, others: Iterable[Path]) -> bool:
    try:
        return any(path.samefile(other) for other in others)
    except OSError:  # there is no such file yet, or there cannot be one, which writing it will tell
        return False


def _labelled(path: Path) -> list[Mapping[str, Any]]:
    try:
        lines, faults = read_labels(path)
    except OSError as error:
        give_up([f"{path} cannot be read: {error.strerror}."], WRONG)
    if faults:
        give_up(_first(faults, 20), WRONG)
    if not lines:
        give_up([f"{path} has no line to report on."], WRONG)
    return lines


def _write(found: Report, html: Path) -> None:
    try:
        write_html(found, html)
    except OSError as error:
        no_folder = isinstance(error, FileExistsError | NotADirectoryError)
        why = "a folder on the way to it is a file" if no_folder else error.strerror
        give_up([f"{html} cannot be written: {why}."], WRONG)
    typer.echo(f"Written to {html}.")


def _first(items: Sequence[str], most: int) -> list[str]:
    """The first items, and how many more there are."""
    return [*items[:most], *([f"and {len(items) - most} more"] if len(items) > most else [])]


@rubric.command("labels", epilog="Example: simmerdown rubric labels A7KQ3 --data ./simmerdown-data > labelled.jsonl")
def labels_of(
    code: Annotated[str, typer.Argument(help="The workshop's join code.")],
    data: Annotated[Path | None, typer.Option(help="Folder of the database.")] = None,
) -> None:
    """Print every overruled reply as a labelled line of JSON, for the report. Stop the server first.

    A line has all levels of its reply. Those that nobody overruled are the rubric's own, not a second opinion.
    """
    lines = 0
    for line in labelled_jsonl(load_log(code, data)):
        typer.echo(line, nl=False)
        lines += 1
    if not lines:
        typer.echo(f"No mark was overruled in {code}, so there is nothing to learn from it yet.", err=True)
