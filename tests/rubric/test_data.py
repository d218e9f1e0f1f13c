"""The authored data: every cue does what its examples say, and every fault of a folder is told at once."""

import shutil
from pathlib import Path

import pytest

from game.rubric import Rubric, RubricFaults, load_rubric
from game.rubric.cues import find
from game.rubric.reading import read
from game.rubric.schema import CueIn, VetoIn
from game.rubric.vetoes import strikes

CONTENT = Path(__file__).parents[2] / "content" / "rubric"


def test_every_cue_matches_its_positive_examples_and_none_of_its_negative_ones(rubric: Rubric) -> None:
    cues = {cue.id: cue for cue in rubric.data.cues}
    wrong = []
    for written in rubric.data.written:
        if isinstance(written, CueIn):
            for examples, wanted in ((written.yes, True), (written.no, False)):
                for example in examples:
                    reading = read(example, rubric.data.spelling)
                    if bool(find([cues[written.id]], reading, rubric.data.negations)) != wanted:
                        wrong.append((written.id, wanted, example))
    assert wrong == []


def test_every_veto_strikes_its_positive_examples_and_none_of_its_negative_ones(rubric: Rubric) -> None:
    vetoes = {veto.id: veto for veto in rubric.data.vetoes}
    wrong = []
    for written in rubric.data.written:
        if isinstance(written, VetoIn):
            for examples, wanted in ((written.yes, True), (written.no, False)):
                wrong += [
                    (written.id, wanted, example)
                    for example in examples
                    if bool(strikes([vetoes[written.id]], read(example, rubric.data.spelling))) != wanted
                ]
    assert wrong == []


def test_every_reason_is_one_plain_sentence(rubric: Rubric) -> None:
    for cue in rubric.data.cues:
        assert cue.reason.endswith("."), cue.id
        assert len(cue.reason.split()) <= 25, cue.id


def test_every_pattern_is_needed_by_no_more_than_one_cue(rubric: Rubric) -> None:
    seen: dict[tuple[str, str], str] = {}
    for cue in rubric.data.cues:
        for pattern in cue.patterns:
            assert seen.setdefault((cue.criterion, pattern.regex.pattern), cue.id) == cue.id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "rubric"))


def test_a_broken_folder_names_every_fault_with_file_line_field_and_remedy(folder: Path) -> None:
    apology = (folder / "apology.yaml").read_text(encoding="utf-8")
    lines = apology.splitlines()
    article = next(number for number, line in enumerate(lines, start=1) if line.strip() == "article: A1")
    (folder / "apology.yaml").write_text(apology.replace("article: A1", "article: A9", 1), encoding="utf-8")
    closing = (folder / "closing.yaml").read_text(encoding="utf-8")
    (folder / "closing.yaml").write_text(closing.replace("sign: wish", "sign: wishful", 1), encoding="utf-8")
    (folder / "next.yaml").unlink()
    with pytest.raises(RubricFaults) as raised:
        load_rubric(folder)
    told = {(fault.file, fault.field): fault for fault in raised.value.faults}
    assert told["apology.yaml", "cues.0.article"].line == article
    assert any(name == "closing.yaml" and "wishful" in fault.problem for (name, _), fault in told.items())
    assert any(name == "next.yaml" for name, _ in told)
    assert all(fault.remedy for fault in raised.value.faults)
    assert str(raised.value.faults[0]) in str(raised.value)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [("sorry @nowhere", "no word class @nowhere"), ("(sorry", "not a regular expression")],
)
def test_a_pattern_that_cannot_work_is_a_fault(folder: Path, pattern: str, problem: str) -> None:
    path = folder / "closing.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("patterns:\n", f'patterns:\n      - "{pattern}"\n', 1), encoding="utf-8")
    with pytest.raises(RubricFaults, match=problem):
        load_rubric(folder)


def test_a_word_class_that_names_itself_is_a_fault(folder: Path) -> None:
    path = folder / "lexicons.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  circle: ['a @circle']\n", encoding="utf-8")
    with pytest.raises(RubricFaults, match="names itself"):
        load_rubric(folder)


def test_text_that_is_no_yaml_is_a_fault_with_its_line(folder: Path) -> None:
    (folder / "words.yaml").write_text("common: [a, b\nsame: {", encoding="utf-8")
    with pytest.raises(RubricFaults, match=r"words.yaml:\d+"):
        load_rubric(folder)


def test_a_field_that_stands_twice_is_a_fault(folder: Path) -> None:
    path = folder / "closing.yaml"
    path.write_text("criterion: closing\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(RubricFaults, match="stands there twice"):
        load_rubric(folder)


def test_the_version_changes_with_the_data(folder: Path, rubric: Rubric) -> None:
    path = folder / "closing.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# a word\n", encoding="utf-8")
    assert load_rubric(folder).version != rubric.version
    assert load_rubric(CONTENT).version == rubric.version
