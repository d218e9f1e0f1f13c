"""Every lesson has a good and a bad case, and docs/lessons.md names exactly these."""

import ast
import re
from pathlib import Path

import pytest

from game.library import load_library
from game.paths import content_folder

CASES = ("good", "bad")
Pairs = dict[tuple[str, str], set[str]]


def marked(folder: Path) -> Pairs:
    """The tests of each lesson and case, by the mark above them."""
    found: Pairs = {}
    for path in sorted(folder.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for mark in (one for one in node.decorator_list if isinstance(one, ast.Call)):
                if ast.unparse(mark.func) == "pytest.mark.lesson":
                    technique, case = (ast.literal_eval(argument) for argument in mark.args)
                    found.setdefault((technique, case), set()).add(node.name)
    return found


def told(page: str) -> Pairs:
    """The tests that the table names, by lesson and case."""
    found: Pairs = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"T\d\d", cells[0]):
            for case, cell in zip(CASES, cells[-2:], strict=True):
                found[cells[0], case] = set(re.findall(r"`(\w+)`", cell))
    return found


@pytest.fixture(scope="module")
def lessons() -> list[str]:
    """Every technique, as coaching names them."""
    return sorted(tip.technique for tip in load_library(content_folder()).tips)


def test_there_are_thirty_lessons(lessons: list[str]) -> None:
    assert lessons == [f"T{number:02}" for number in range(1, 31)]


def test_every_lesson_has_a_test_of_the_good_and_of_the_bad_case(repository: Path, lessons: list[str]) -> None:
    pairs = marked(repository / "tests" / "lessons")
    assert {pair for pair in pairs if pairs[pair]} == {(lesson, case) for lesson in lessons for case in CASES}


def test_the_table_names_exactly_these_tests_and_says_where_each_lesson_lives(repository: Path) -> None:
    page = (repository / "docs" / "lessons.md").read_text(encoding="utf-8")
    assert told(page) == marked(repository / "tests" / "lessons")
    rows = [line for line in page.splitlines() if re.match(r"\| T\d\d ", line)]
    assert all(cell.strip() for row in rows for cell in row.strip("|").split("|"))


def test_what_a_phone_does_for_a_lesson_is_shown_in_pairs_too(repository: Path, lessons: list[str]) -> None:
    tests = (repository / "web" / "tests" / "lessons.test.ts").read_text(encoding="utf-8")
    named = set(re.findall(r'test\("(T\d\d) (good|bad): ', tests))
    assert named
    assert {(lesson, case) for lesson, _ in named for case in CASES} == named
    assert {lesson for lesson, _ in named} <= set(lessons)
