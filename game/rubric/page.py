"""Writes a report as one HTML page that needs nothing else. Knows no rubric."""

import os
import tempfile
from html import escape
from pathlib import Path
from typing import Final

from game.rubric.report import CriterionReport, Disagreement, Report

_STYLE: Final = """
:root {
  color-scheme: light dark; --paper: light-dark(#ffffff, #17191c); --ink: light-dark(#1b1d20, #eceef0);
  --good: light-dark(#0a6b2d, #7fdc9c); --bad: light-dark(#a8231c, #ffb0a6); --line: #8886; --shade: 30 110 200;
}
body {
  font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
}
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; overflow-wrap: normal; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; }
th { white-space: nowrap; }
.grid td { border: 1px solid var(--line); min-width: 2rem; text-align: center; }
.grid th { text-align: center; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid var(--line); }
blockquote ul { list-style: none; padding: 0; }
.earned { color: var(--good); } .lost { color: var(--bad); } summary { cursor: pointer; font-weight: 600; padding: .4rem 0; }
"""
_HOW_TO_READ: Final = """<ul>
<li>A criterion counts as present from level 1, listening from level 2; composure counts where the tone is poor, level 0 or 1.
<li>Precision is how much of what the rubric sees people see too, recall how much of what people see the rubric sees too.
<li>F1 is high only where both are: 1 where the rubric sees all that people see and nothing else, 0 where it sees none of it.
<li>Quadratic kappa is 1 where all levels are the same and 0 where they agree by chance; two levels apart weigh four times
as much as one.
<li>Evidence word F1 is 1 where the words that the rubric shows are the words that people quoted, 0 where none of them are.
<li>In the tables of levels, the mean of two people's levels is rounded down: 1 and 2 count as 1.
<li>Disputed replies, in which one of two people sees the criterion and the other does not, are left out of precision, recall
and F1; those that only one of them labelled, or that the rubric gave no level, are left out altogether.
</ul>"""
_HEADS: Final = (
    "Criterion", "F1", "Kappa", "Precision", "Recall", "Compared", "Present", "Disputed", "One label", "Not marked"
)  # fmt: skip


def write_html(report: Report, path: Path) -> None:
    """Writes the page, folders included, whole or not at all. Raises OSError where that is not possible."""
    page = html(report).encode(errors="replace")  # half a surrogate pair, which JSON may hold, is no text
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        path.write_bytes(page)  # a device or a pipe takes it; a folder refuses
        return
    target = Path(os.path.realpath(path))  # a link goes on pointing to the page
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".report-") as beside:
        Path(beside, "page").write_bytes(page)
        Path(beside, "page").replace(target)


def html(report: Report) -> str:
    """The page as text."""
    notes = "".join(f"<p>{escape(note, quote=False)}</p>" for note in report.notes())
    rows = "".join(_row(item) for item in report.criteria)
    details = "".join(_details(item) for item in report.criteria if item.compared) or "<p>Nothing could be compared.</p>"
    measures = f"""<tr><th>Measure<th>Value</tr>
<tr><td>Presence F1, mean over criteria<td>{number(report.macro_f1, 3)}</tr>
<tr><td>Quadratic kappa, mean over criteria<td>{number(report.macro_kappa, 3)}</tr>
<tr><td>Evidence, word F1 over {report.evidence_pairs} pairs<td>{number(report.evidence_f1, 3)}</tr>
<tr><td>Latency p50, p95, max (ms)<td>{report.latency_p50:.1f}, {report.latency_p95:.1f}, {report.latency_max:.1f}</tr>"""
    heads = "".join(f"<th>{head}" for head in _HEADS)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rubric report</title><style>{_STYLE}</style>
<h1>Rubric report</h1>
<p>Rubric <code>{escape(report.rubric)}</code>, {report.replies} replies, abstained from {report.abstained}.</p>{notes}
{_table(measures)}
<h2>How to read this</h2>
{_HOW_TO_READ}
<h2>By criterion</h2>
{_table(f"<tr>{heads}</tr>{rows}")}
<h2>Levels and widest disagreements</h2>{details}
</html>
"""


def _table(rows: str, kind: str = "") -> str:
    """A table that scrolls by itself where it is wider than the screen, with a keyboard too."""
    return f'<div class="wide" tabindex="0"><table{kind}>{rows}</table></div>'


def _row(item: CriterionReport) -> str:
    shares = (number(value) for value in (item.f1, item.kappa, item.precision, item.recall))
    cells = (_name(item), *shares, item.compared, item.positives, item.disputed, item.single, item.unmarked)
    return f"<tr>{''.join(f'<td>{cell}' for cell in cells)}</tr>"


def _name(item: CriterionReport) -> str:
    return item.criterion.replace("_", " ").capitalize()


def _details(item: CriterionReport) -> str:
    rows = "".join(f"<tr><th>{level}{_cells(row)}</tr>" for level, row in enumerate(item.confusion))
    grid = _table(f"<tr><th>people \\ rubric<th>0<th>1<th>2<th>3</tr>{rows}", ' class="grid"')
    shown = f"{len(item.worst)} of {item.apart} shown, the widest first." if item.apart else "None by a level or more."
    worst = "".join(_disagreement(one) for one in item.worst)
    return f"<details><summary>{_name(item)}</summary>{grid}<p>Disagreements: {shown}</p>{worst}</details>"


def _disagreement(one: Disagreement) -> str:
    signs = {"earned": "+", "lost": "\u2212"}
    shown = "".join(
        f'<li class="{polarity}">{signs[polarity]} &ldquo;{escape(words)}&rdquo; {escape(reason)}'
        for words, polarity, reason in one.shown
    )
    named = f"<strong>{escape(one.id)}</strong>" if one.id else ""
    place = " ".join(part for part in (named, escape(one.situation)) if part)
    levels = f"people {' and '.join(map(str, one.levels))}, rubric {one.rubric}"
    customer = f"<p>Customer: {escape(one.customer)}</p>" if one.customer else ""
    return f"""<blockquote><p>{": ".join(part for part in (place, levels) if part)}</p>
{customer}<p>Reply: {escape(one.reply)}</p>{f"<ul>{shown}</ul>" if shown else "<p>No words counted.</p>"}</blockquote>"""


def _cells(row: tuple[int, ...]) -> str:
    return "".join(f'<td style="background: rgb(var(--shade) / {_share(count, row)}%)">{count}' for count in row)


def _share(count: int, row: tuple[int, ...]) -> int:
    return round(60 * count / (sum(row) or 1))


def number(value: float | None, digits: int = 2) -> str:
    """A share as people read it, a dash where there is none."""
    return "\u2013" if value is None else f"{value:.{digits}f}"
