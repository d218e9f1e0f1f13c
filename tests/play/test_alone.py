"""Practising alone, in every scenario: good answers win the customer, rude ones lose them, phrases alone do not help."""

import re

import pytest

from game.core.scenario import OutcomeKind
from tests.play.alone import Alone, Ending, library, played, script

pytestmark = pytest.mark.play
SLUGS = [scenario.slug for scenario in library().scenarios]
AGENTS = ("good", "rude", "stuffer")
ENDS: dict[str, tuple[OutcomeKind, ...]] = {
    "good": ("resolved", "customer_for_life"),
    "rude": ("walked_away", "hung_up"),
    "stuffer": ("calm_but_unresolved", "walked_away", "hung_up"),
}
each = pytest.mark.parametrize("slug", SLUGS)
by_each = pytest.mark.parametrize("agent", AGENTS)


@by_each
@each
def test_a_practice_ends_as_the_agent_deserves(slug: str, agent: str) -> None:
    ending = played(slug, agent)
    assert ending.outcome in ENDS[agent], ending


@each
def test_the_customer_marks_a_good_agent_above_a_rude_one_in_the_end(slug: str) -> None:
    assert total(played(slug, "good")) > total(played(slug, "rude"))


def total(ending: Ending) -> int:
    return sum(mark or 0 for mark in ending.marks)


@by_each
@each
def test_the_customer_says_nothing_twice(slug: str, agent: str) -> None:
    lines = [plain(line) for beat in played(slug, agent).said for line in beat]
    assert len(lines) == len(set(lines))
    assert all(played(slug, agent).said), "a beat without a word"


def plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


@each
def test_a_good_question_brings_up_what_the_story_leaves_out(slug: str) -> None:
    scenario = library().scenario(slug)
    assert scenario is not None
    omissions = {fact.id for fact in scenario.facts if fact.omission}
    assert omissions & set(played(slug, "good").facts)
    assert not omissions & set(played(slug, "stuffer").facts)


@each
def test_another_seed_says_other_lines_and_ends_alike(slug: str) -> None:
    one, other = played(slug, "good"), played(slug, "good", seed="another day")
    assert other.outcome in ENDS["good"]
    assert one.said != other.said


def test_the_same_seed_plays_the_same_practice() -> None:
    assert played(SLUGS[0], "rude") == played(SLUGS[0], "rude")


def test_whoever_says_nothing_useful_at_all_loses_the_customer() -> None:
    scenario = library().scenario(SLUGS[0])
    assert scenario is not None
    silent = tuple(type(answer)("ok") for answer in script(SLUGS[0], "rude"))
    assert Alone(scenario, silent).to_its_end().outcome in ("walked_away", "hung_up", "calm_but_unresolved")
