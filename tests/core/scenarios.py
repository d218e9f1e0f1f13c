"""Small scenarios, assessments and badges for tests of the rules. Knows nothing of content files.

Every text says what it is, so that a test (and the canary) can tell where it turns up.
"""

from dataclasses import replace
from typing import Any

from game.core.badges import Badge, BadgeRule
from game.core.ids import CRITERIA, Criterion
from game.core.marks import Assessment, Evidence, Level, Mark
from game.core.scenario import (
    ActionEffect,
    BeatKind,
    BeatPlan,
    Echo,
    Fact,
    Focus,
    Offer,
    Persona,
    PracticeReply,
    Scenario,
    SuggestedLine,
    Wildcard,
)
from game.core.state import Reply

OUTCOMES = ("hung_up", "walked_away", "customer_for_life", "resolved", "calm_but_unresolved", "stopped")


def beat_plan(kind: BeatKind, *focus: tuple[Criterion, int]) -> BeatPlan:
    """A beat with these criteria (weights in percent) and one suggested line for each mood."""
    return BeatPlan(
        kind=kind,
        goal=f"{kind} goal",
        focus=tuple(Focus(criterion, weight, f"{kind} {criterion} example") for criterion, weight in focus),
        techniques=("T01",),
        lines=(
            SuggestedLine(f"{kind}-1", f"{kind} line any", "any"),
            SuggestedLine(f"{kind}-2", f"{kind} line hot", "hot"),
            SuggestedLine(f"{kind}-3", f"{kind} line soft", "soft"),
        ),
        practice=(PracticeReply("good", f"{kind} practice", (), None, "It listens."),),
    )


VENT = beat_plan("vent", ("listening", 50), ("empathy", 30), ("apology", 20))
EXPLORE = beat_plan("explore", ("inquiry", 60), ("acknowledgement", 40))
RESOLVE = beat_plan("resolve", ("solution", 50), ("closing", 30), ("follow_through", 20))


def scenario(**changes: Any) -> Scenario:
    """A scenario with two hidden facts and an omission, four offers (fair from 20 to 80, authority 100) and six actions."""
    return replace(_SCENARIO, **changes)


_SCENARIO = Scenario(
    slug="kettle",
    version="1",
    language="en",
    title="The kettle",
    summary="A kettle that leaks.",
    industry="retail",
    company="Kettle & Co",
    channel="chat",
    difficulty=2,
    company_at_fault=True,
    persona=Persona("Pat", "🫖", "persona voice"),
    opening="opening line",
    opening_heat=60,
    story="card story",
    triggers=("card trigger",),
    softeners=("card softener",),
    case="case text",
    policy=("case policy",),
    currency="EUR",
    authority=100,
    fair_min=20,
    fair_max=80,
    facts=(
        Fact("known", "known fact", hidden=False, omission=False, reply="", asked=()),
        Fact("leak", "hidden fact leak", hidden=True, omission=False, reply="leak comes out", asked=("leak", "drip")),
        Fact("order", "hidden fact order", hidden=True, omission=False, reply="order comes out", asked=("order",)),
        Fact("lid", "hidden fact lid", hidden=True, omission=True, reply="lid comes out", asked=("lid",)),
    ),
    offers=(
        Offer("voucher", "A voucher", 10, creative=False, reaction="voucher reaction"),
        Offer("refund", "A refund", 50, creative=False, reaction="refund reaction"),
        Offer("lesson", "A tea lesson", 15, creative=True, reaction="lesson reaction"),
        Offer("yacht", "A yacht", 500, creative=False, reaction="yacht reaction"),
    ),
    effects=(
        ActionEffect("look_up", ("order",), None, "look-up result", "look-up reaction"),
        ActionEffect("call_back", (), 1, "call-back result", "call-back reaction"),
        ActionEffect("record", (), None, "record result", "record reaction"),
        ActionEffect("set_limit", (), None, "limit result", ""),
        ActionEffect("escalate", (), 0, "hand-over result", "hand-over reaction"),
        ActionEffect("close", (), None, "close result", ""),
    ),
    wildcards=(
        Wildcard("card-1", "repeat", "wildcard repeat", abusive=False),
        Wildcard("card-2", "over_the_line", "wildcard abusive", abusive=True),
    ),
    beats=(VENT, EXPLORE, RESOLVE),
    silence="silence line",
    outcomes=tuple((kind, f"{kind} line") for kind in OUTCOMES),  # type: ignore[misc]
    word_of_mouth=tuple((kind, f"{kind} word of mouth") for kind in OUTCOMES),  # type: ignore[misc]
    techniques=("T01",),
    echoes=(
        Echo("heard-1", "heard echo", "heard"),
        Echo("argued-1", "argued echo", "argued"),
        Echo("ignored-1", "ignored echo", "ignored"),
    ),
)


def assessment(default: Level | None = 2, abstained: str = "", **levels: Level | None) -> Assessment:
    """Twelve marks at `default` but for those named; each mark has one piece of evidence on the first letter."""
    given: dict[Criterion, Level | None] = {criterion: levels.get(criterion, default) for criterion in CRITERIA}
    marks = tuple(
        Mark(criterion, level, "none" if level is None else "cue", review=False, next_level=f"next {criterion}")
        for criterion, level in given.items()
    )
    evidence = tuple(
        Evidence(criterion, 0, 1, "earned" if level >= 2 else "lost", f"cue {criterion}", f"reason {criterion}", "cue")
        for criterion, level in given.items()
        if level is not None
    )
    return Assessment(marks, evidence, "test", abstained)


_LEVELS: dict[str, Level] = {"0": 0, "1": 1, "2": 2, "3": 3}


def by_level(reply: Reply) -> Assessment:
    """Marks by the first character of the text: "3 good" is level 3 throughout, anything else level 2."""
    return assessment(_LEVELS.get(reply.words.text[:1], 2))


def badge(name: str, **rule: Any) -> Badge:
    """A bronze badge with this rule."""
    return Badge(name, name.title(), "🎖", f"how to get {name}", "bronze", BadgeRule(**rule))
