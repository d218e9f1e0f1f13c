"""What ships: every file loads, and the library is as varied as it claims to be."""

import re
from itertools import chain
from pathlib import Path

import pytest

from game.core.badges import RULE_KINDS
from game.core.scenario import Scenario, plan_beats
from game.library import Library, check, load_library

REPOSITORY = Path(__file__).resolve().parents[2]
LIBRARY = load_library(REPOSITORY / "content")
each_scenario = pytest.mark.parametrize("scenario", LIBRARY.scenarios, ids=lambda scenario: scenario.slug)


def words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def test_the_shipped_content_has_no_fault(content: Path) -> None:
    assert check(content) == ()


@pytest.fixture
def library() -> Library:
    return LIBRARY


def test_there_are_industries_channels_and_difficulties_to_choose_from(library: Library) -> None:
    scenarios = library.scenarios
    assert len(scenarios) >= 6
    assert len({scenario.industry for scenario in scenarios}) >= 6
    assert {scenario.channel for scenario in scenarios} == {"chat", "phone", "email"}
    assert {scenario.difficulty for scenario in scenarios} == {1, 2, 3, 4}
    assert any(card.abusive for scenario in scenarios for card in scenario.wildcards)
    assert any(not scenario.company_at_fault for scenario in scenarios)
    assert len({scenario.company for scenario in scenarios}) == len({scenario.persona.name for scenario in scenarios})


def test_all_thirty_techniques_are_in_focus_somewhere(library: Library) -> None:
    assert len(set(chain.from_iterable(scenario.techniques for scenario in library.scenarios))) == 30


@each_scenario
def test_cards_are_read_in_under_a_minute(scenario: Scenario) -> None:
    assert words(scenario.story, *scenario.triggers) <= 120
    assert words(scenario.case, *scenario.policy) <= 120


@each_scenario
def test_the_story_keeps_the_omission_to_itself(scenario: Scenario) -> None:
    told = f"{scenario.opening} {scenario.story}".lower()
    for fact in scenario.facts:
        if fact.omission:
            assert [word for word in fact.asked if re.search(rf"\b{re.escape(word)}\b", told)] == []


@each_scenario
def test_an_offer_can_be_an_insult_fair_creative_or_too_much(scenario: Scenario) -> None:
    fair = [offer for offer in scenario.offers if scenario.fair_min <= offer.cost <= scenario.fair_max]
    assert min(offer.cost for offer in scenario.offers) < scenario.fair_min
    assert max(offer.cost for offer in scenario.offers) > scenario.authority
    assert len(fair) >= 2
    assert any(offer.creative for offer in fair)


@each_scenario
def test_good_practice_stays_fair_and_asks_for_the_omission(scenario: Scenario) -> None:
    good = [reply for beat in scenario.beats for reply in beat.practice if reply.quality == "good"]
    for reply in good:
        offer = scenario.offer(reply.offer) if reply.offer else None
        assert offer is None or scenario.fair_min <= offer.cost <= scenario.fair_max
    explore = " ".join(reply.text.lower() for reply in scenario.beats[1].practice if reply.quality == "good")
    omission = next(fact for fact in scenario.facts if fact.omission)
    assert any(word in explore for word in omission.asked)


@each_scenario
def test_a_whole_scene_can_be_played_by_taps_in_both_forms(scenario: Scenario) -> None:
    for beat in (*plan_beats(scenario, "long"), *plan_beats(scenario, "short")):
        assert 6 <= len(beat.lines) <= 16
        assert sum(focus.weight for focus in beat.focus) > 0
        assert len(beat.focus) <= 4
    assert {card.kind for card in scenario.wildcards} >= {"repeat", "threaten_to_leave", "are_you_there", "skip_a_step"}


@each_scenario
def test_no_two_texts_of_a_scenario_are_the_same(scenario: Scenario) -> None:
    practice = [reply.text for beat in scenario.beats for reply in beat.practice]
    examples = [focus.example for beat in scenario.beats for focus in beat.focus]
    texts = practice + examples
    assert len(set(texts)) == len(texts)


@each_scenario
def test_examples_come_from_another_situation(scenario: Scenario) -> None:
    names = {scenario.company, *scenario.persona.name.split()}
    for beat in scenario.beats:
        for focus in beat.focus:
            assert not [name for name in names if name in focus.example]


def test_no_example_is_used_in_two_scenarios(library: Library) -> None:
    examples = [focus.example for scenario in library.scenarios for beat in scenario.beats for focus in beat.focus]
    assert len(set(examples)) == len(examples)


def test_ten_badges_cover_different_feats(library: Library) -> None:
    kinds = {badge.rule.kind for badge in library.badges}
    assert len(library.badges) >= 10
    assert kinds <= set(RULE_KINDS)
    assert len(kinds) >= 7


def test_every_tip_has_something_to_say_and_something_to_avoid(library: Library) -> None:
    assert [tip.technique for tip in library.tips] == [f"T{number:02}" for number in range(1, 31)]
    assert not [tip for tip in library.tips if words(tip.tip) > 45 or words(tip.say) > 40 or words(tip.avoid) > 20]


def test_there_are_ten_suggestions_and_twenty_four_faces(library: Library) -> None:
    assert len(library.breather) >= 10
    assert len(set(library.names.avatars)) >= 24
