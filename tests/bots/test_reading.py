"""Documents come back from JSON as they were."""

from typing import Any

import orjson
import pytest

from game.bots.reading import read
from game.core.documents import BoardDocument, ClockView, StandingRow
from game.core.views.grants import all_keys
from game.core.views.render import render
from tests.core.given import playing


@pytest.mark.parametrize("phase", ["briefing", "reply", "vote", "reveal", "outcome"])
def test_every_document_of_a_workshop_survives_the_way_through_json(phase: Any) -> None:
    play = playing(4, "briefing" if phase == "briefing" else "reply")
    if phase not in ("briefing", "reply"):
        for seat in play.members()[1:]:
            play.send(seat)
    if phase in ("reveal", "outcome"):
        play.to(phase)
    assert play.scene().phase == phase
    for key in all_keys(play.state):
        document = render(play.state, key, play.now)
        assert read(type(document), orjson.loads(orjson.dumps(document))) == document


def test_what_is_unknown_here_is_left_out_and_what_has_a_default_may_be_missing() -> None:
    assert read(StandingRow, {"rank": 1, "name": "Mia", "points": 50.0, "colour": "blue"}) == StandingRow(1, "Mia", 50.0)


def test_what_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        read(ClockView, {"total": 1, "deadline": None, "left": None})
    with pytest.raises(KeyError):
        read(BoardDocument, {})
