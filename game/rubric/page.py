"""Writes a report as one HTML page that needs nothing else. Knows no rubric."""

from html import escape
from pathlib import Path
from typing import Final

from game.rubric.report import CriterionReport, Disagreement, Report

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --good: #0a7d33; --bad: #b3261e; --shade: 30 110 200; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; }
.grid td { border: 1px solid var(--line); min-width: 3rem; text-align: center; }
blockquote { margin: .5rem 0; padding: .5rem 1rem; border-left: 4px solid var(--line); }
.earned { color: var(--good); } .lost { color: var(--bad); } summary { cursor: pointer; font-weight: 600; padding: .4rem 0; }
"""


def write_html(report: Report, path: Path) -> None:
    """Writes the page, folders included. Raises OSError where that is not possible."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html(report), encoding="utf-8")


def html(report: Report) -> str:
    """The page as text."""
    rows = "".join(_row(item) for item in report.criteria)
    details = "".join(_details(item) for item in report.criteria if item.f1 is not None or item.kappa is not None)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rubric report</title><style>{_STYLE}</style>
<h1>Rubric report</h1>
<p>Rubric <code>{escape(report.rubric)}</code>, {report.replies} replies, abstained from {report.abstained}.</p>
<table><tr><th>Measure<th>Value</tr>
<tr><td>Presence F1, mean over criteria<td>{number(report.macro_f1, 3)}</tr>
<tr><td>Quadratic kappa, mean over criteria<td>{number(report.macro_kappa, 3)}</tr>
<tr><td>Evidence, word F1 over {report.evidence_pairs} pairs<td>{number(report.evidence_f1)}</tr>
<tr><td>Latency p50, p95, max (ms)<td>{report.latency_p50:.1f}, {report.latency_p95:.1f}, {report.latency_max:.1f}</tr></table>
<h2>By criterion</h2>
<table><tr><th>Criterion<th>Positives<th>Precision<th>Recall<th>F1<th>Kappa</tr>{rows}</table>
<h2>Confusion and worst disagreements</h2>{details}
</html>
"""


def _row(item: CriterionReport) -> str:
    numbers = "".join(f"<td>{number(value)}" for value in (item.precision, item.recall, item.f1, item.kappa))
    return f"<tr><td>{item.criterion}<td>{item.positives}{numbers}</tr>"


def _details(item: CriterionReport) -> str:
    rows = "".join(f"<tr><th>{level}{_cells(row)}</tr>" for level, row in enumerate(item.confusion))
    worst = "".join(_disagreement(one) for one in item.worst) or "<p>None by a level or more.</p>"
    return f"""<details><summary>{item.criterion}</summary>
<table class="grid"><tr><th>people \\ rubric<th>0<th>1<th>2<th>3</tr>{rows}</table>{worst}</details>"""


def _disagreement(one: Disagreement) -> str:
    signs = {"earned": "+", "lost": "\u2212"}
    shown = "".join(
        f'<li class="{polarity}">{signs[polarity]} &ldquo;{escape(words)}&rdquo; {escape(reason)}'
        for words, polarity, reason in one.shown
    )
    named = f"<strong>{escape(one.id)}</strong> {escape(one.situation)}"
    return f"""<blockquote><p>{named}: people {one.people:g}, rubric {one.rubric}</p>
<p>{escape(one.reply)}</p><ul>{shown}</ul></blockquote>"""


def _cells(row: tuple[int, ...]) -> str:
    return "".join(f'<td style="background: rgb(var(--shade) / {_share(count, row)}%)">{count}' for count in row)


def _share(count: int, row: tuple[int, ...]) -> int:
    return round(60 * count / (sum(row) or 1))


def number(value: float | None, digits: int = 2) -> str:
    """A share as people read it, a dash where there is none."""
    return "\u2013" if value is None else f"{value:.{digits}f}"
