"""Labelled replies become numbers: what is wanted, what counts, and which words earned it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import pytest

from game.core.ids import CRITERIA
from game.rubric import Rubric
from game.rubric.semantic import LONGEST
from game.rubric.training.examples import Example, earns, examples, read_labelled
from tests.rubric.sets import CONTENT, HERE, lines_of

EMPATHY, TONE = CRITERIA.index("empathy"), CRITERIA.index("composure")


class OneTokenAPiece:
    """Every piece is one token, the same piece always the same."""

    def encode(self, pieces: Sequence[str]) -> tuple[list[int], list[int | None]]:
        return [1, *(1000 + crc32(piece.encode()) % 9000 for piece in pieces), 3], [None, *range(len(pieces)), None]


def line(**more: Any) -> dict[str, Any]:
    return {
        "situation": "one",
        "customer": "Nine days and nothing.",
        "reply": "That is hard on you. Bye.",
        "levels_a": {"empathy": 2, "composure": 2, "apology": 0, "limits": None},
        "evidence_a": {"empathy": ["hard on you"]},
        **more,
    }


def written(folder: Path, *lines: object, name: str = "somebody") -> Path:
    path = folder / "corpus" / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(item) + "\n" for item in lines), encoding="utf-8")
    return folder


def example(folder: Path, rubric: Rubric, **more: Any) -> Example:
    ((_, found),) = examples(read_labelled(written(folder, line(**more))), rubric, OneTokenAPiece())
    return found


def test_levels_become_steps_and_what_is_not_labelled_does_not_count(tmp_path: Path, rubric: Rubric) -> None:
    found = example(tmp_path, rubric)
    assert found.wanted[EMPATHY].tolist() == [1, 1, 0]
    assert found.wanted[CRITERIA.index("apology")].tolist() == [0, 0, 0]
    counted = {criterion for row, criterion in enumerate(CRITERIA) if found.counts[row].all()}
    assert counted == {"empathy", "composure", "apology"}


def test_two_readers_who_differ_are_met_halfway(tmp_path: Path, rubric: Rubric) -> None:
    found = example(tmp_path, rubric, levels_b={"empathy": 1, "composure": 2, "apology": 1, "limits": None})
    assert found.wanted[EMPATHY].tolist() == [1, 0.5, 0]
    assert found.wanted[CRITERIA.index("apology")].tolist() == [0.5, 0, 0]
    assert not found.heard[:, CRITERIA.index("apology")].any()


def test_the_quoted_words_speak_and_the_others_do_not(tmp_path: Path, rubric: Rubric) -> None:
    found = example(tmp_path, rubric)
    assert found.own == 10
    assert found.speaks[:, EMPATHY].tolist() == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0]  # begin, that is hard on you . bye . end
    assert found.heard[1:-1, EMPATHY].all()


def test_a_criterion_that_earned_nothing_teaches_a_little_that_no_word_speaks_for_it(tmp_path: Path, rubric: Rubric) -> None:
    found = example(tmp_path, rubric)
    assert 0 < found.heard[1, CRITERIA.index("apology")] < 1
    assert not found.speaks[:, CRITERIA.index("apology")].any()


def test_for_composure_words_are_what_cost_it(tmp_path: Path, rubric: Rubric) -> None:
    found = example(tmp_path, rubric, levels_a={"composure": 1}, evidence_a={"composure": "Bye"})
    assert np.flatnonzero(found.speaks[:, TONE]).tolist() == [7]
    assert earns("composure", 1)
    assert not earns("composure", 2)


def test_what_the_rubric_would_not_read_is_not_learnt_from(tmp_path: Path, rubric: Rubric) -> None:
    quoted = line(reply="\u201cI am so very sorry for you.\u201d", levels_a={"apology": 0}, evidence_a={})
    lines = read_labelled(written(tmp_path, line(), quoted))
    reading = rubric.own(lines[1].asked.reply, lines[1].asked.context())
    assert "sorry" not in reading.pieces
    assert next(found.asked.reply for found, _ in examples(lines, rubric, OneTokenAPiece())) == line()["reply"]


def test_what_the_customer_said_is_learnt_beside_the_reply(tmp_path: Path, rubric: Rubric) -> None:
    found, alone = example(tmp_path, rubric), example(tmp_path, rubric, customer=[])
    assert len(found.tokens) - found.own == 7  # begin, nine days and nothing . end
    assert len(alone.tokens) == alone.own == found.own
    assert len(found.speaks) == len(found.heard) == found.own
    assert found.stems[found.own :] == ("", "nine", "day", "and", "nothi", "", "")


def test_a_long_reply_is_cut_where_the_head_stops_reading(tmp_path: Path, rubric: Rubric) -> None:
    said = " ".join(f"Your case number {number} lies before me and I am on it." for number in range(60))
    found = example(tmp_path, rubric, reply=f"{said} That is hard on you.")
    assert found.own == LONGEST
    assert found.tokens[LONGEST - 1] == 3  # the end, as in a reply that is read whole


def test_every_tenth_situation_of_a_writer_and_every_line_for_the_bars_is_kept_back(tmp_path: Path) -> None:
    written(tmp_path, *(line(situation=f"s{number}") for number in range(20)))
    written(tmp_path, line(), name="bars")
    kept = [found.for_bars for found in read_labelled(tmp_path)]
    assert sum(kept) == 3


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    written(tmp_path, line(), {"reply": "no labels"})
    with pytest.raises(ValueError, match=r"somebody\.jsonl:2"):
        read_labelled(tmp_path)


def test_every_shipped_line_is_whole_and_quotes_its_reply() -> None:
    wrong, lines = [], 0
    for path in sorted((CONTENT / "corpus").glob("*.jsonl")):
        for found in lines_of(path):
            lines += 1
            assert all(isinstance(given, list) for given in found["evidence_a"].values())
            quotes = [quote for given in found["evidence_a"].values() for quote in given]
            if not set(found["levels_a"]) <= set(CRITERIA) or any(quote not in found["reply"] for quote in quotes):
                wrong.append(found["id"])
    assert wrong == []
    assert lines > 5000


def test_no_reply_to_learn_from_is_one_to_be_measured_by() -> None:
    def words(text: str) -> str:
        return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())

    learnt = {words(found.asked.reply) for found in read_labelled(CONTENT)}
    sets = [HERE / "gold-dev.jsonl", *(HERE / "blind").glob("*.jsonl")]
    measured = {words(str(found["reply"])) for path in sets for found in lines_of(path)}
    assert learnt & {reply for reply in measured if len(reply.split()) > 2} == set()
