"""The rubric: reads one reply in its context and gives twelve marks with their evidence. Knows no network, clock or storage.

`load_rubric(folder)` reads the authored data; `Rubric.assess(reply, context)` gives an `Assessment`.
"""

from game.rubric.explain import explain
from game.rubric.faults import Fault, RubricFaults
from game.rubric.lines import assess_json_line
from game.rubric.page import write_html
from game.rubric.report import Report, report
from game.rubric.rubric import Rubric, load_rubric

__all__ = ["Fault", "Report", "Rubric", "RubricFaults", "assess_json_line", "explain", "load_rubric", "report", "write_html"]
