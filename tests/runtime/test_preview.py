"""A scenario as phones would show it, for its author."""

from dataclasses import replace

import pytest

from game.core.documents import CardDocument, CaseDocument, SceneDocument, SeatDocument
from game.core.scenario import Scenario
from game.library import load_library
from game.paths import content_folder
from game.runtime.preview import Frame, Moment, preview
from tests.core.scenarios import EXPLORE, scenario

LIBRARY = load_library(content_folder())


def shown(frames: tuple[Frame, ...], moment: Moment, beat: int) -> dict[str, object]:
    return dict(next(frame.documents for frame in frames if (frame.moment, frame.beat) == (moment, beat)))


@pytest.mark.parametrize("authored", LIBRARY.scenarios, ids=lambda scenario: scenario.slug)
def test_every_scenario_can_be_looked_at_from_the_card_to_the_last_reply(authored: Scenario) -> None:
    frames = preview(authored)
    beats = [(moment, beat) for beat in (1, 2, 3) for moment in ("floor", "reply")]
    assert [(frame.moment, frame.beat) for frame in frames] == [("card", 0), ("case", 0), *beats]


def test_the_customer_sees_the_role_card_and_agents_the_case_file_as_in_the_game() -> None:
    authored = LIBRARY.scenarios[0]
    frames = preview(authored)
    card = shown(frames, "card", 0)["card"]
    assert isinstance(card, CardDocument)
    assert (card.story, card.triggers) == (authored.story, authored.triggers)
    case = shown(frames, "case", 0)
    assert isinstance(case["case"], CaseDocument)
    assert case["case"].policy == authored.policy
    assert "card" not in case


def test_each_beat_shows_its_own_lines_and_focus_and_lets_the_agent_write() -> None:
    authored = scenario()
    frames = preview(authored)
    for number, plan in enumerate(authored.beats, start=1):
        floor = shown(frames, "floor", number)["card"]
        assert isinstance(floor, CardDocument)
        assert {line.text for line in floor.lines} == {line.text for line in plan.lines}
        reply = shown(frames, "reply", number)
        assert isinstance(reply["seat"], SeatDocument)
        assert isinstance(reply["scene"], SceneDocument)
        assert reply["seat"].can_reply
        assert [item.criterion for item in reply["scene"].focus] == [item.criterion for item in plan.focus]


def test_no_clock_runs_and_nobody_waits() -> None:
    for frame in preview(scenario()):
        scene = dict(frame.documents)["scene"]
        assert isinstance(scene, SceneDocument)
        assert (scene.clock.deadline, scene.clock.held) == (None, False)


def test_a_preview_ends_with_the_scene() -> None:
    """A customer who is about to hang up, and agents who promise at once and keep nothing."""
    plan = EXPLORE.practice[0]
    promising = replace(plan, quality="fair", actions=("look_up",), text="Wait.")
    beats = tuple(replace(beat, practice=(replace(promising, quality="good"), promising)) for beat in scenario().beats)
    frames = preview(scenario(opening_heat=94, beats=beats))
    assert [frame.moment for frame in frames][:4] == ["card", "case", "floor", "reply"]
    assert len(frames) <= 8
