"""The head: what it reads, what it shows for it, and what happens where it is missing."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.ids import CRITERIA
from game.core.marks import Context, Turn
from game.rubric import Rubric, load_rubric
from game.rubric.data import read_data
from game.rubric.reading import Reading, Respelling, Spelling, read
from game.rubric.semantic import (
    FILES,
    LONGEST,
    MINE,
    SHARED,
    TAKEN_UP,
    THEIRS,
    TO_NOBODY,
    TOLD,
    Head,
    WordPieces,
    has_runtime,
    own_words,
    read_head,
)
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
        self.told: list[Sequence[int]] = []
        self.kinds: list[Sequence[int]] = []

    def run(self, ids: Sequence[int], kinds: Sequence[int], own: int) -> tuple[Any, Any, Any]:
        self.asked.append(ids[:own])
        self.told.append(ids[own:])
        self.kinds.append(kinds)
        weights = np.zeros((own, len(CRITERIA)), dtype=np.float32)
        weights[[place for place in self.heavy if place < own]] = 0.9
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


def test_what_the_customer_said_is_read_after_the_reply() -> None:
    head, network = reader()
    head.read(read("We are on it.", PLAIN), [read("My hat is wet.", PLAIN), read("Well?", PLAIN)])
    assert len(network.asked[0]) == 7
    assert len(network.told[0]) == 9
    assert [network.told[0][place] for place in (0, -1)] == [1, 3]  # the beginning and the end


def test_of_a_customer_who_said_much_the_last_words_are_read_and_the_first_are_known_again() -> None:
    head, network = reader()
    head.read(read("Early, never, late.", PLAIN), [read("early", PLAIN), read("word " * 2 * TOLD + "late", PLAIN)])
    assert len(network.told[0]) == TOLD
    begin = end = mark = MINE
    assert list(network.kinds[0][:8]) == [begin, SHARED, mark, MINE, mark, SHARED, mark, end]
    assert set(network.kinds[0][8:-2]) == {THEIRS}
    assert list(network.kinds[0][-2:]) == [TAKEN_UP, THEIRS]


@pytest.mark.parametrize("said", [[], [""], ["\u2026"], ["\U0001f621"], ["", "?!"]])
def test_a_customer_who_said_no_word_said_nothing(said: list[str]) -> None:
    head, network = reader()
    head.read(read("We are on it.", PLAIN), [read(text, PLAIN) for text in said])
    assert network.told == [()]
    assert set(network.kinds[0]) == {TO_NOBODY}


def test_words_that_both_have_are_marked_by_their_beginnings() -> None:
    head, network = reader()
    head.read(read("Two vases: broken!", PLAIN), [read("Two vase are broke.", PLAIN)])
    head.read(read("Two vases: broken!", PLAIN))
    begin = end = mark = MINE
    theirs = [THEIRS, TAKEN_UP, TAKEN_UP, THEIRS, TAKEN_UP, THEIRS, THEIRS]
    assert network.kinds[0] == [begin, SHARED, SHARED, mark, SHARED, mark, end, *theirs]
    assert network.kinds[1] == [TO_NOBODY] * 7


def test_numbers_are_the_same_only_as_a_whole() -> None:
    head, network = reader()
    head.read(read("Order 558213", PLAIN), [read("Order 558214", PLAIN)])
    assert network.kinds[0][:4] == [MINE, SHARED, MINE, MINE]


def test_the_head_hears_all_that_the_customer_said_in_this_beat_and_before() -> None:
    network = Scripted(set())
    rubric = load_rubric(CONTENT)
    whole = Rubric(replace(rubric.data, head=Head(network, OneTokenAPiece(), {}, ("alike",) * len(CRITERIA))))
    opening = Turn("customer", "My vase is broken.")
    whole.assess("The vase was ours.", Context(customer=("My vase is broken.",)))
    whole.assess("The vase was ours.", Context(customer=("My vase is broken.", "Well?"), history=(opening,)))
    whole.assess("The vase was ours.", Context(customer=("Well?",), history=(opening, Turn("agent", "Whose vase?"))))
    assert len(network.told[0]) < len(network.told[1])
    assert network.told[1] == network.told[2]


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
    reply = "After four nights on that floor I would have no kind word left either."
    context = Context(customer=("You cancelled my flight and I slept on the airport floor for four nights with a bad back.",))
    assert load_rubric(CONTENT, semantic=False).assess(reply, context).level("empathy") == 0
    whole = load_rubric(CONTENT).assess(reply, context)
    assert (whole.level("empathy") or 0) >= 1
    (item,) = [item for item in whole.evidence if item.criterion == "empathy"]
    assert item.confidence == "semantic"
    assert item.reason.startswith("Similar in meaning to: ")


def test_words_that_are_there_without_being_meant_earn_nothing_with_it() -> None:
    reply = "I said sorry for the bread to your neighbour already, so you can share that."
    context = Context(customer=("Again there is no bread in my order! It is the second time this month.",))
    assert (load_rubric(CONTENT, semantic=False).assess(reply, context).level("apology") or 0) >= 1
    whole = load_rubric(CONTENT).assess(reply, context)
    assert whole.level("apology") == 0
    assert {item.cue for item in whole.evidence if item.criterion == "apology"} == {"apology.doubted"}


def test_what_fits_one_customer_and_misses_another_earns_from_the_first_alone() -> None:
    reply = "I am sorry that our driver left your vase out in the rain."
    hers = Context(customer=("My vase arrived in pieces, your driver left it out in the rain. It was my mother's.",))
    his = Context(customer=("I was charged twice for one train ticket and nobody answers my mails.",))
    rubric = load_rubric(CONTENT)
    assert (rubric.assess(reply, hers).level("apology") or 0) >= 2
    assert (rubric.assess(reply, his).level("apology") or 0) <= 1


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
