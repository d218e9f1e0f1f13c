"""What facilitators corrected comes back as lines that the rubric's report reads and scores."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli.commands import app
from game.core import commands as c
from game.core.assessing import context
from game.core.ids import Token, WorkshopId
from game.core.marks import Level
from game.exports.labelled import labelled_jsonl
from game.library import load_library
from game.paths import content_folder
from game.rubric import Rubric, load_rubric
from game.rubric.lines import LineIn
from game.rubric.report import report
from game.runtime.ports import Batch, Entry
from game.store import open_store
from tests.cli.test_commands import RUN
from tests.core.given import S1, S2, S3, Play, playing, workshop
from tests.core.scenarios import assessment

KIND = "I am so sorry that it leaked over your kitchen. You must be furious, three mornings in a row."


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return load_rubric(content_folder() / "rubric", semantic=False)


def judged(rubric: Rubric) -> Play:
    """One beat of a shipped scenario, its replies marked by the real rubric, told what a table tells it."""
    play = workshop(3, assess=None)
    play.start(load_library(content_folder()).scenarios[0])
    play.cast(S1)
    play.do(c.OpenCard(), S1)
    play.to("reply")
    for seat, text in ((S2, KIND), (S3, "Calm down. It is not our fault.")):
        token = play.send(seat, text)
        told = context(play.state, play.scene().team, token)
        assert told is not None
        play.do(c.RecordMarks(token, rubric.assess(*told)))
    play.to("reveal")
    return play


def lines(play: Play) -> list[dict[str, Any]]:
    return [json.loads(line) for line in labelled_jsonl(_entries(play))]


def _entries(play: Play) -> Iterator[Entry]:
    return (Entry(version, play.now, event) for version, event in enumerate(play.log, start=1))


def test_an_overruled_reply_is_played_exported_read_and_scored(rubric: Rubric) -> None:
    play = judged(rubric)
    token = play.reply_of(S2).token
    machine = play.reply_of(S2).assessment
    assert machine is not None
    given = machine.level("empathy")
    changed: Level = 0 if given == 3 else 3
    play.do(c.OverruleMark(token, "empathy", changed, "I read it otherwise."))

    (line,) = lines(play)

    assert (line["reply"], line["levels_a"]["empathy"], line["machine"]["empathy"]) == (KIND, changed, given)
    assert line["reasons"] == {"empathy": "I read it otherwise."}
    assert line["rubric"] == rubric.version
    unchanged = {criterion: level for criterion, level in line["levels_a"].items() if criterion != "empathy"}
    assert unchanged.items() <= line["machine"].items()
    found = report([line], rubric)
    assert found.replies == 1
    (apart,) = found.of("empathy").worst
    assert (apart.people, apart.rubric) == (changed, given), "told the same again, the rubric marks the same again"
    assert all(not found.of(criterion).worst for criterion in unchanged), "nothing else was corrected"


def test_a_line_tells_the_rubric_what_it_was_told_then(rubric: Rubric) -> None:
    play = judged(rubric)
    reply = play.reply_of(S2)
    told = context(play.state, play.scene().team, reply.token)
    play.do(c.OverruleMark(reply.token, "closing", 3, "They closed."))
    (line,) = lines(play)
    assert told is not None
    assert LineIn.model_validate(line).context() == told[1]
    assert reply.assessment == rubric.assess(line["reply"], LineIn.model_validate(line).context())


def test_what_nobody_overruled_is_no_label(rubric: Rubric) -> None:
    play = judged(rubric)
    play.do(c.AppealMark(play.reply_of(S2).token, "empathy", "I named it."), S2)
    play.do(c.KeepMark(play.reply_of(S2).token, "Not yet."))
    assert lines(play) == []


def test_a_mark_changed_twice_and_two_marks_of_one_reply_make_one_line() -> None:
    play, token = overruled(lambda _: assessment(1))
    play.do(c.OverruleMark(token, "empathy", 2, "Two is right."))
    play.do(c.OverruleMark(token, "limits", None, "Nobody was abusive."))
    (line,) = lines(play)
    assert (line["levels_a"]["empathy"], line["levels_a"]["limits"], line["levels_a"]["inquiry"]) == (2, None, 1)
    assert line["reasons"] == {"empathy": "Two is right.", "limits": "Nobody was abusive."}


def test_where_the_rubric_abstained_only_what_a_person_said_is_a_label() -> None:
    play, _ = overruled(lambda _: assessment(2, "cannot read it"))
    (line,) = lines(play)
    assert {criterion for criterion, level in line["levels_a"].items() if level is not None} == {"empathy"}
    assert set(line["machine"].values()) == {None}


def test_what_erased_people_wrote_is_in_no_line() -> None:
    play, _ = overruled(lambda _: assessment(1))
    play.do(c.Ready(), S1)
    other = play.reply_of(S3).token
    play.do(c.OverruleMark(other, "empathy", 3, "Warm."))
    assert [line["reply"] for line in lines(play)] == ["reply of s2", "reply of s3"]
    play.do(c.EraseMe(), S1)
    play.do(c.EraseMe(), S2)
    kept = lines(play)
    assert [line["reply"] for line in kept] == ["reply of s3"]
    assert "It leaks" not in json.dumps(kept)
    assert "reply of s2" not in json.dumps(kept)


def test_the_command_line_prints_what_its_report_reads(tmp_path: Path, rubric: Rubric) -> None:
    play = judged(rubric)
    play.do(c.OverruleMark(play.reply_of(S3).token, "composure", 3, "In jest."))

    async def store() -> None:
        async with open_store(tmp_path) as kept:
            await kept.log.append(Batch(WorkshopId("w"), 0, tuple(_entries(play)), ()))

    asyncio.run(store())
    printed = RUN.invoke(app, ["rubric", "labels", "code", "--data", str(tmp_path)])
    assert printed.exit_code == 0, printed.output
    file = tmp_path / "labelled.jsonl"
    file.write_text(printed.stdout, encoding="utf-8")
    said = RUN.invoke(app, ["rubric", "report", str(file)])
    assert said.exit_code == 0, said.output
    assert said.stdout.startswith("1 replies:")


def overruled(assess: Any) -> tuple[Play, Token]:
    """A beat in which the customer typed a line, and s2's empathy was put at level 3."""
    play = playing(3, "floor", assess=assess)
    play.do(c.Say("It leaks onto my toes!"), S1)
    play.do(c.YieldFloor(), S1)
    token = play.send(S2)
    play.send(S3)
    play.to("reveal")
    play.do(c.OverruleMark(token, "empathy", 3, "It does name it."))
    return play, token
