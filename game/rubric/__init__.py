"""The rubric: reads one reply in its context and gives twelve marks with their evidence. Knows no network, clock or storage.

`load_rubric(folder)` reads the authored data; `Rubric.assess(reply, context)` gives an `Assessment`. For people and other
programs: `lines.assess_json_line`, `explain.explain`, `report.report` and `page.write_html`.
"""

from game.rubric.faults import Fault, RubricFaults
from game.rubric.rubric import Rubric, load_rubric

__all__ = ["Fault", "Rubric", "RubricFaults", "load_rubric"]
