"""The head: what it reads, what it shows for it, and what happens where it is missing."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.ids import CRITERIA
from game.core.marks import Context
from game.rubric import load_rubric
from game.rubric.data import read_data
from game.rubric.reading import Reading, Respelling, Spelling, read
from game.rubric.semantic import FILES, LONGEST, Head, WordPieces, has_runtime, own_words, read_head
from tests.rubric.sets import CONTENT

PLAIN = Spelling({}, (), dict[str, Respelling](), frozenset())


class OneTokenAPiece:
    """Words by their place; every piece is one token."""

    def encode(self, pieces: Sequence[str]) -> tuple[list[int], list[int | None]]:
        return [1, *range(2, len(pieces) + 2), 3], [None, *range(len(pieces)), None]


class Scripted:
    """A network that gives the same chances for every criterion, and full weight to some tokens."""

    def __init__(self, heavy: set[int]) -> None:
        self.heavy = heavy
        self.asked: list[Sequence[int]] = []

    def run(self, ids: Sequence[int]) -> tuple[Any, Any, Any]:
        self.asked.append(ids)
        weights = np.zeros((len(ids), len(CRITERIA)), dtype=np.float32)
        weights[[place for place in self.heavy if place < len(ids)]] = 0.9
        chances = np.tile(np.array([0.9, 0.6, 0.3], dtype=np.float32), (len(CRITERIA), 1))
        return chances, weights, np.arange(len(CRITERIA))


def reader(*heavy: int) -> tuple[Head, Scripted]:
    network = Scripted(set(heavy))
    return Head(network, OneTokenAPiece(), {}, tuple(f"wording of {criterion}" for criterion in CRITERIA)), network


def shown(reading: Reading, runs: Sequence[tuple[int, int]]) -> list[str]:
    return [reading.reply[slice(*reading.span_of(*run))] for run in runs]


def test_it_tells_the_chance_of_each_level_and_a_wording_that_is_alike() -> None:
    head, _ = reader()
    opinion = head.read(read("We were wrong there.", PLAIN))
    assert opinion is not None
    assert opinion.found["apology"].levels == pytest.approx((0.9, 0.6, 0.3))
    assert opinion.found["apology"].near == "wording of apology"


def test_the_words_that_speak_are_shown_and_small_gaps_between_them_closed() -> None:
    head, _ = reader(1, 2, 4, 9)  # the first token is the beginning
    reading = read("We sent the wrong one to you today again.", PLAIN)
    opinion = head.read(reading)
    assert opinion is not None
    assert shown(reading, opinion.found["empathy"].words) == ["We sent the wrong", "again"]


def test_no_run_of_words_crosses_the_end_of_a_sentence() -> None:
    head, _ = reader(3, 5)
    reading = read("So it is. So it was.", PLAIN)
    opinion = head.read(reading)
    assert opinion is not None
    assert shown(reading, opinion.found["empathy"].words) == ["is", "So"]


def test_where_no_word_stands_out_it_says_where_the_heaviest_is() -> None:
    head, _ = reader()
    reading = read("That was long. It was.", PLAIN)
    opinion = head.read(reading)
    assert opinion is not None
    assert opinion.found["empathy"].words == ()
    assert shown(reading, [opinion.found["empathy"].around]) == ["That was long."]


def test_a_small_word_is_not_shown_alone_beside_others() -> None:
    head, _ = reader(1, 5, 6)
    reading = read("So I will see you tomorrow.", PLAIN)
    opinion = head.read(reading)
    assert opinion is not None
    assert shown(reading, opinion.found["empathy"].words) == ["you tomorrow"]


def test_what_is_masked_is_neither_read_nor_shown() -> None:
    head, network = reader(2, 4)
    reading = read("You said it was late and I heard you.", PLAIN)
    opinion = head.read(reading.masked(range(3, 5)))
    assert opinion is not None
    assert len(network.asked[0]) == len(own_words(reading)) - 2 + 2
    assert shown(reading, opinion.found["empathy"].words) == ["said", "and"]
    assert shown(reading, [opinion.found["empathy"].around]) == ["You said"]
    assert head.read(reading.masked(range(len(reading.pieces)))) is None


def test_a_reply_that_is_too_long_is_read_to_where_it_can_be_and_says_so() -> None:
    head, network = reader()
    reading = read("word " * LONGEST, PLAIN)
    opinion = head.read(reading)
    assert opinion is not None
    assert opinion.read_to < len(reading.pieces)
    assert len(network.asked[0]) == LONGEST
    short = read("word word", PLAIN)
    whole = head.read(short)
    assert whole is not None
    assert whole.read_to == len(short.pieces)


def test_a_row_of_marks_hides_nothing_behind_it() -> None:
    reply = f"I could refund you {'.' * 2000} and I could say sorry, but I would rather see you wait."
    rubric = load_rubric(CONTENT)
    assert rubric.data.head is not None
    reading = rubric.own(reply, Context())
    opinion = rubric.data.head.read(reading)
    assert opinion is not None
    assert opinion.read_to == len(reading.pieces)


def test_the_shipped_head_reads_and_has_bars_and_wordings_for_every_criterion() -> None:
    head = read_data(CONTENT).head
    assert head is not None, "The packages of the extra `semantic` are missing: make install"
    assert set(head.bars) == set(CRITERIA)
    assert len(head.wordings) % len(CRITERIA) == 0
    opinion = head.read(read("Sixteen hours on a station floor would wear anybody down.", PLAIN))
    assert opinion is not None
    assert opinion.found["empathy"].near in head.wordings
    assert all(0 <= chance <= 1 for likely in opinion.found.values() for chance in likely.levels)


def test_words_that_no_cue_knows_are_understood_with_it() -> None:
    reply = "Four nights on an airport floor would wear anybody down."
    assert load_rubric(CONTENT, semantic=False).assess(reply, Context()).level("empathy") == 0
    whole = load_rubric(CONTENT).assess(reply, Context())
    assert (whole.level("empathy") or 0) >= 1
    (item,) = [item for item in whole.evidence if item.criterion == "empathy"]
    assert item.confidence == "semantic"
    assert item.reason.startswith("Similar in meaning to: ")


def test_words_that_are_there_without_being_meant_earn_nothing_with_it() -> None:
    reply = "We were sorry the last time that this happened to you, and that has to do for both times."
    assert (load_rubric(CONTENT, semantic=False).assess(reply, Context()).level("apology") or 0) >= 1
    whole = load_rubric(CONTENT).assess(reply, Context())
    assert whole.level("apology") == 0
    assert {item.cue for item in whole.evidence if item.criterion == "apology"} == {"apology.doubted"}


def test_the_vocabulary_tells_which_token_belongs_to_which_piece() -> None:
    ids, owners = WordPieces(CONTENT / "vocabulary.txt").encode(["unbelievably", "late"])
    assert len(ids) == len(owners) > 4
    assert owners[0] is owners[-1] is None
    assert sorted({owner for owner in owners if owner is not None}) == [0, 1]


def test_without_the_head_there_are_cues_only_and_the_version_says_so() -> None:
    alone = load_rubric(CONTENT, semantic=False)
    assert alone.data.head is None
    assert alone.assess("I am sorry for the delay.", Context()).rubric.endswith("+cues")
    assert load_rubric(CONTENT).version.endswith("+head")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(CONTENT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_folder_without_one_of_its_files_has_no_head_and_no_fault(folder: Path, name: str) -> None:
    (folder / name).unlink()
    faults: list[Any] = []
    assert read_head(folder, faults) is None
    assert faults == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_a_fault_with_its_remedy(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"neither one nor the other")
    faults: list[Any] = []
    assert read_head(folder, faults) is None
    assert [fault.file for fault in faults] == [name]
    assert "training head" in faults[0].remedy


def changed(folder: Path, **more: Any) -> list[Any]:
    """The faults of a folder whose notes say something else."""
    notes = json.loads((folder / "head.json").read_text(encoding="utf-8"))
    (folder / "head.json").write_text(json.dumps({**notes, **more}), encoding="utf-8")
    faults: list[Any] = []
    assert read_head(folder, faults) is None
    return faults


def test_a_bar_that_is_missing_or_that_nobody_knows_is_a_fault(folder: Path) -> None:
    bar = {"raises": [0.5, 0.5], "doubts": [0.1, 0.1, 0.1]}
    assert "closing" in changed(folder, bars={criterion: bar for criterion in CRITERIA if criterion != "closing"})[0].problem
    assert changed(folder, bars={"kindness": bar})[0].file == "head.json"
    assert "lifts" in changed(folder, bars={key: {**bar, "lifts": 1} for key in CRITERIA})[0].problem


def test_files_that_do_not_fit_each_other_are_faults_all_at_once(folder: Path) -> None:
    with (folder / "vocabulary.txt").open("a", encoding="utf-8") as file:
        file.write("onewordmore\n")
    faults = changed(folder, wordings=["a single one"])
    assert [fault.file for fault in faults] == ["vocabulary.txt", "head.json"]


def test_packages_that_are_there_and_do_not_load_are_as_if_they_were_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)  # importing it raises ImportError
    faults: list[Any] = []
    assert read_head(folder, faults) is None
    assert faults == []


def test_the_packages_that_run_it_are_here() -> None:
    assert has_runtime(), "make install"
