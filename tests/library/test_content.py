"""What ships: every file loads, and the library is as varied as it claims to be."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from game.core.badges import RULE_KINDS
from game.core.scenario import OutcomeKind, Scenario, Tone, plan_beats
from game.library import Library, check, has_slur, load_library
from game.library.schema import TECHNIQUES

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


def test_there_are_twenty_four_scenarios_from_at_least_twelve_industries(library: Library) -> None:
    assert len(library.scenarios) == 24
    assert len({scenario.industry for scenario in library.scenarios}) >= 12


def test_every_channel_and_every_grade_of_difficulty_gives_a_choice(library: Library) -> None:
    channels = Counter(scenario.channel for scenario in library.scenarios)
    grades = Counter(scenario.difficulty for scenario in library.scenarios)
    assert set(channels) == {"chat", "phone", "email"}
    assert set(grades) == {1, 2, 3, 4}
    assert min(channels.values()) >= 5
    assert min(grades.values()) >= 3


def test_six_customers_may_cross_the_line_and_always_at_the_companys_cost(library: Library) -> None:
    abusive = [[card for card in scenario.wildcards if card.abusive] for scenario in library.scenarios]
    assert sum(map(bool, abusive)) >= 6
    assert not [card.text for cards in abusive for card in cards if has_slur(card.text, library.names)]


def test_five_stories_are_not_the_companys_fault_and_four_leave_little_to_give(library: Library) -> None:
    assert sum(not scenario.company_at_fault for scenario in library.scenarios) >= 5
    assert sum(scenario.limited_recourse for scenario in library.scenarios) >= 4


def test_three_stories_have_two_parts_with_the_same_customer_and_an_opening_for_each_way_they_parted(library: Library) -> None:
    sequels = [scenario for scenario in library.scenarios if scenario.sequel_of]
    assert len(sequels) >= 3
    for sequel in sequels:
        first = library.scenario(sequel.sequel_of)
        assert first is not None
        assert (first.persona.name, first.company) == (sequel.persona.name, sequel.company)
        assert {one.outcome for one in sequel.returns} == set(get_args(OutcomeKind)) - {"stopped"}


def test_customers_companies_and_titles_are_told_apart(library: Library) -> None:
    first_parts = [scenario for scenario in library.scenarios if not scenario.sequel_of]
    for told in ("company", "title"):
        assert len({getattr(scenario, told) for scenario in first_parts}) == len(first_parts)
    assert len({scenario.persona.name for scenario in first_parts}) == len(first_parts)


def test_customers_come_from_many_places(library: Library) -> None:
    """No part of the world is the only one that is angry: counted by the currency they pay in."""
    currencies = Counter(scenario.currency for scenario in library.scenarios)
    assert len(currencies) >= 12
    assert max(currencies.values()) <= len(library.scenarios) // 2


def test_every_technique_is_in_focus_in_at_least_two_scenarios(library: Library) -> None:
    focus = Counter(chain.from_iterable(scenario.techniques for scenario in library.scenarios))
    assert set(focus) == set(TECHNIQUES)
    assert min(focus.values()) >= 2


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


@each_scenario
def test_the_customer_has_two_answers_to_every_tone_and_a_need_in_every_beat(scenario: Scenario) -> None:
    for tone in get_args(Tone):
        assert sum(echo.tone == tone for echo in scenario.echoes) >= 2
    assert all(beat.need for beat in scenario.beats)


@each_scenario
def test_no_answer_to_a_tone_gives_the_omission_away(scenario: Scenario) -> None:
    told = " ".join(echo.text for echo in scenario.echoes).lower()
    for fact in scenario.facts:
        if fact.omission:
            assert [word for word in fact.asked if re.search(rf"\b{re.escape(word)}\b", told)] == []
