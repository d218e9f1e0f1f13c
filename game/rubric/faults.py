"""What can be wrong with rubric data, collected whole. Knows nothing of how the data is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a data file: where it is (line from 1, 0 for the whole file), what is wrong and how to mend it."""

    file: str
    line: int
    field: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.field}: {self.problem}. {self.remedy}"


class RubricFaults(Exception):
    """Raised once for a whole folder of rubric data, with every fault found in it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(f"{len(faults)} fault(s) in the rubric data\n" + "\n".join(str(fault) for fault in faults))
