from dataclasses import replace

import pytest

from game.core.clock import Clock
from game.core.ids import TeamId
from game.core.rules.outcome import fair_offer, omission_found, outcome
from game.core.scenario import OutcomeKind
from game.core.state import Promise, Scene
from tests.core.pieces import beat
from tests.core.scenarios import scenario

KEPT = Promise("call_back", 1, 2, "kept")
BROKEN = Promise("call_back", 1, 2, "broken")


def ended(
    heat: int, offers: tuple[str, ...] = ("refund",), facts: tuple[str, ...] = ("lid",), promises: tuple[Promise, ...] = (KEPT,)
) -> Scene:
    return Scene(TeamId("t1"), "reveal", Clock(), heat, beats=(beat(),), offers=offers, facts=facts, promises=promises)


@pytest.mark.parametrize(
    ("heat", "kind"),
    [
        (0, "customer_for_life"),
        (20, "customer_for_life"),
        (21, "resolved"),
        (45, "resolved"),
        (46, "calm_but_unresolved"),
        (69, "calm_but_unresolved"),
        (70, "walked_away"),
        (94, "walked_away"),
        (95, "hung_up"),
        (100, "hung_up"),
    ],
)
def test_heat_decides_at_every_border(heat: int, kind: OutcomeKind) -> None:
    assert outcome(ended(heat), scenario()) == kind


@pytest.mark.parametrize("heat", [5, 50, 70, 95])
def test_a_scene_that_ends_before_its_first_reveal_is_stopped(heat: int) -> None:
    assert outcome(replace(ended(heat), beats=()), scenario()) == "stopped"
    assert outcome(replace(ended(heat), beats=(beat(revealed=False),)), scenario()) == "stopped"


def test_without_a_fair_offer_a_calm_customer_stays_unresolved() -> None:
    assert outcome(ended(5, offers=()), scenario()) == "calm_but_unresolved"
    assert outcome(ended(5, offers=("voucher",)), scenario()) == "calm_but_unresolved"


def test_a_broken_promise_or_a_missed_omission_costs_the_customer_for_life() -> None:
    assert outcome(ended(5, promises=(KEPT, BROKEN)), scenario()) == "resolved"
    assert outcome(ended(5, facts=("leak", "order")), scenario()) == "resolved"
    assert outcome(ended(5, promises=()), scenario()) == "customer_for_life"


@pytest.mark.parametrize(
    ("offer", "fair"),
    [("voucher", False), ("refund", True), ("lesson", True), ("yacht", False), ("unknown", False)],
)
def test_an_offer_is_fair_within_the_range_or_creative_within_authority(offer: str, fair: bool) -> None:
    assert fair_offer(ended(50, offers=(offer,)), scenario()) is fair


@pytest.mark.parametrize(("cost", "fair"), [(19, False), (20, True), (80, True), (81, False)])
def test_the_fair_range_includes_its_ends(cost: int, fair: bool) -> None:
    played = scenario(fair_min=20, fair_max=80)
    offers = tuple(type(offer)("x", "x", cost, False, "") for offer in played.offers[:1])
    assert fair_offer(ended(50, offers=("x",)), scenario(offers=offers)) is fair


def test_a_creative_offer_beyond_authority_is_not_fair() -> None:
    played = scenario(authority=14)
    assert not fair_offer(ended(50, offers=("lesson",)), played)


def test_only_an_omission_counts_as_found() -> None:
    assert omission_found(ended(50, facts=("lid",)), scenario())
    assert not omission_found(ended(50, facts=("leak", "order", "known")), scenario())
