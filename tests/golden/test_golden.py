"""Old logs must still replay, to the same standings, outcomes and awards. A new shape gets a new log beside the old ones."""

import json
from pathlib import Path
from typing import get_args

import pytest

from game.core.events import Event
from game.core.ids import Instant
from game.core.views.grants import all_keys
from game.core.views.render import render
from tests.golden.busy import busy_workshop
from tests.golden.replaying import events, load, told

pytestmark = pytest.mark.golden
FOLDER = Path(__file__).parent
LOGS = sorted(FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("path", LOGS, ids=[path.stem for path in LOGS])
def test_an_old_log_replays_to_what_was_told_then(path: Path) -> None:
    assert told(load(path)) == json.loads(path.with_suffix(".told.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LOGS, ids=[path.stem for path in LOGS])
def test_every_document_of_an_old_log_can_still_be_shown(path: Path) -> None:
    state = load(path)
    for key in all_keys(state):
        assert render(state, key, Instant(2_000_000_000_000)) is not None


@pytest.mark.parametrize("path", LOGS, ids=[path.stem for path in LOGS])
def test_an_erased_player_left_no_words_in_the_log(path: Path) -> None:
    state = load(path)
    (erased,) = [seat for seat in state.seats.values() if seat.erased]
    assert erased.name.text == ""
    kept = [json.loads(line)["words"] for line in path.read_text(encoding="utf-8").splitlines()]
    names = {"one_workshop": "Player 7", "busy_workshop": "Gus", "live_workshop": "Gus"}
    assert names.get(path.stem, "?") not in {text for words in kept for text in words.values()}


def test_the_newest_log_holds_an_event_of_every_kind() -> None:
    kinds = {type(event) for event in events(FOLDER / "live_workshop.jsonl")}
    assert {kind.__name__ for kind in get_args(Event)} - {kind.__name__ for kind in kinds} == NEWER


def test_a_busy_workshop_can_still_be_played_with_an_event_of_every_kind() -> None:
    kinds = {type(event) for event in busy_workshop().log}
    assert {kind.__name__ for kind in get_args(Event)} == {kind.__name__ for kind in kinds}


# Kinds of event that came after the newest log was written; the next log will hold them.
NEWER = frozenset({"ReplyKeptCovered"})
