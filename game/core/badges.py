"""What a badge is and what earns it, as data. Knows nothing of events, of players or of how an award is counted."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from game.core.ids import Criterion
from game.core.scenario import OutcomeKind

Tier = Literal["bronze", "silver", "gold"]
RuleKind = Literal[
    "criterion_level",
    "heat_drop",
    "omission_found",
    "promise_kept",
    "outcome",
    "heard_count",
    "customer_marks",
    "aim_met",
    "no_interruption",
    "comeback",
]
RULE_KINDS: Final[tuple[RuleKind, ...]] = get_args(RuleKind)


@dataclass(frozen=True, slots=True)
class BadgeRule:
    """What has to happen, `count` times within one workshop. Fields that a kind does not use are None (or False).

    ==================  =====================================================================================
    kind                happens when
    ==================  =====================================================================================
    criterion_level     a reply of yours reaches level `threshold` (0 to 3) in `criterion`; with `heard_only`
                        it must be the heard reply
    heat_drop           heat fell by at least `threshold` in a beat in which your reply was heard
    omission_found      you asked for the omission and the customer confirmed it
    promise_kept        a promise of your heard reply was kept in time
    outcome             a scene you answered in as an agent ended as `outcome`
    heard_count         your reply was heard
    customer_marks      as customer you marked every reply in every beat of a scene
    aim_met             the aim you had set yourself was met
    no_interruption     you sent a reply in every beat of a scene and never before the floor was yielded
    comeback            heat in your scene rose above `threshold` and ended at or below `ended_at_most`
    ==================  =====================================================================================
    """

    kind: RuleKind
    count: int = 1
    criterion: Criterion | None = None
    threshold: int | None = None
    ended_at_most: int | None = None
    outcome: OutcomeKind | None = None
    heard_only: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge that can be won. `icon` is one emoji; `description` tells the player what it takes, in the second person."""

    id: str
    name: str
    icon: str
    description: str
    tier: Tier
    rule: BadgeRule
