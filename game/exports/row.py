"""One line of an export. Knows nothing of events or of file formats."""

from dataclasses import dataclass, fields
from typing import Final

Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that happened, or one part of it. A column that does not apply is None.

    `at` is UTC in ISO 8601. `turn` counts an agent's replies within a beat. `level` and `level_before` are 0 to 3 or "n/a".
    `customer_mark` is 0 (much worse) to 100 (much better). Points and their parts are 0 to 100; `deduction` is what was
    taken off. `heat` is the heat after this row, `heat_change` one reason's part of it.
    """

    at: str
    version: int
    event: str
    round: int | None = None
    team: str | None = None
    beat: int | None = None
    turn: int | None = None
    seat: str | None = None
    role: str | None = None
    token: str | None = None
    text: str | None = None
    actions: str | None = None
    offer: str | None = None
    customer_mark: int | None = None
    criterion: str | None = None
    level: int | str | None = None
    level_before: int | str | None = None
    evidence: str | None = None
    reason: str | None = None
    left: str | None = None
    right: str | None = None
    chosen: str | None = None
    points: float | None = None
    points_rubric: float | None = None
    points_peers: float | None = None
    points_customer: float | None = None
    deduction: float | None = None
    heat: int | None = None
    heat_change: int | None = None
    outcome: str | None = None
    award: str | None = None
    detail: str | None = None

    def cells(self) -> tuple[Cell, ...]:
        """The values in the order of `COLUMNS`."""
        return tuple(getattr(self, name) for name in COLUMNS)


COLUMNS: Final = tuple(field.name for field in fields(Row))
