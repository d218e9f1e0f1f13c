"""The authored sentences that the head learns from: whole, in many files, and apart from what measures it."""

from pathlib import Path

from game.rubric.corpus import read_corpus
from game.rubric.faults import Fault
from tests.rubric.sets import CONTENT, HERE, lines_of


def words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


def test_every_file_of_the_folder_is_read_and_none_has_a_fault() -> None:
    faults: list[Fault] = []
    corpus = read_corpus(CONTENT, faults)
    assert faults == []
    assert {item.writer for item in corpus} == {path.stem for path in (CONTENT / "corpus").glob("*.yaml")}


def test_no_sentence_to_learn_from_is_one_to_be_measured_by() -> None:
    learnt = {words(item.text) for item in read_corpus(CONTENT, [])}
    measured = {words(str(line["reply"])) for path in (HERE / "blind").glob("*.jsonl") for line in lines_of(path)}
    assert learnt & {reply for reply in measured if len(reply.split()) > 2} == set()


def test_a_sentence_that_stands_twice_is_a_fault_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text("groups:\n  - shows: [closing]\n    sentences: ['Good night then.']\n", "utf-8")
    faults: list[Fault] = []
    assert len(read_corpus(tmp_path, faults)) == 1
    assert [(fault.file, fault.line) for fault in faults] == [("two.yaml", 3)]
