"""Reads a golden log and tells what came of its workshop. Knows nothing of how the log was played."""

import json
from pathlib import Path

from game.core.events import Event
from game.core.evolve import replay
from game.core.rules import standings
from game.core.state import Workshop
from game.core.views.pieces import name_of
from game.store.codec import Codec


def events(path: Path) -> list[Event]:
    """The events of a log as the store keeps them."""
    codec = Codec()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["version"] for line in lines] == list(range(1, len(lines) + 1))
    return [codec.decode(line["kind"], line["shape"], line["body"], line["words"]) for line in lines]


def load(path: Path) -> Workshop:
    """The state after a log."""
    return replay(events(path))


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
