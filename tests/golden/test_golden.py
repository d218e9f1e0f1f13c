"""Old logs must still replay, to the same standings, outcomes and awards. A new shape gets a new log beside the old ones."""

import json
from pathlib import Path

import pytest

from game.core.evolve import replay
from game.core.ids import Instant
from game.core.rules import standings
from game.core.state import Workshop
from game.core.views.grants import all_keys
from game.core.views.pieces import name_of
from game.core.views.render import render
from game.store.codec import Codec

pytestmark = pytest.mark.golden
LOGS = sorted(Path(__file__).parent.glob("*.jsonl"))


def load(path: Path) -> Workshop:
    """The state after a log as the store keeps it."""
    codec = Codec()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["version"] for line in lines] == list(range(1, len(lines) + 1))
    return replay(codec.decode(line["kind"], line["shape"], line["body"], line["words"]) for line in lines)


def told(state: Workshop) -> dict[str, object]:
    """What came of a workshop, for comparison with what was told when its log was new."""
    rows = standings.ranked(standings.player_points(state.past))
    return {
        "phase": state.phase,
        "standings": [[rank, name_of(state, seat), points] for rank, seat, points in rows],
        "outcomes": [[team.outcome for team in past.teams] for past in state.past],
        "heat": [[list(team.heat) for team in past.teams] for past in state.past],
        "awards": sorted([award.seat, award.badge, award.round] for award in state.awards),
        "titles": sorted([title.team, title.criterion] for title in state.titles),
    }


@pytest.mark.parametrize("path", LOGS, ids=[path.stem for path in LOGS])
def test_an_old_log_replays_to_what_was_told_then(path: Path) -> None:
    assert told(load(path)) == json.loads(path.with_suffix(".told.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LOGS, ids=[path.stem for path in LOGS])
def test_every_document_of_an_old_log_can_still_be_shown(path: Path) -> None:
    state = load(path)
    for key in all_keys(state):
        assert render(state, key, Instant(2_000_000_000_000)) is not None


def test_an_erased_player_left_no_words_in_the_log() -> None:
    state = load(LOGS[0])
    assert [seat.name.text for seat in state.seats.values() if seat.erased] == [""]
    assert "Player 7" not in LOGS[0].read_text(encoding="utf-8")
