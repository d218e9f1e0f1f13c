"""How a reply's points come about. Knows nothing of duels, heat or players."""

from collections.abc import Mapping
from typing import Final

from game.core.ids import Criterion, Token
from game.core.marks import Level, levels
from game.core.scenario import Scenario
from game.core.settings import EASY_HANDOVER_POINTS, LEAST_COMPARISONS, OVER_AUTHORITY_POINTS, ScoreWeights
from game.core.state import Beat, Reply, ReplyPoints


def reply_levels(reply: Reply) -> dict[Criterion, Level | None]:
    """Levels after overrules; empty where the reply was never marked or the rubric abstained."""
    if reply.assessment is None or reply.assessment.abstained:
        return {one.criterion: one.after for one in reply.overrules}
    return levels(reply.assessment, {one.criterion: one.after for one in reply.overrules})


def rubric_part(reply: Reply, beat: Beat) -> float | None:
    """Weighted mean of the beat's criteria, level/3 x 100; n/a drops out; ``None`` where nothing is left."""
    given = reply_levels(reply)
    marked = [(focus.weight, level) for focus in beat.plan.focus if (level := given.get(focus.criterion)) is not None]
    whole = sum(weight for weight, _ in marked)
    if not whole:
        return None
    return sum(weight * level for weight, level in marked) / whole / 3 * 100


def customer_part(reply: Reply, beat: Beat) -> float | None:
    """50 plus the mark minus the mean mark of this beat, within 0 to 100: only differences count.

    Where one agent answers alone there is nothing to differ from, and the mark counts as it is.
    """
    if reply.customer_mark is None:
        return None
    if len(beat.eligible) == 1:
        return float(reply.customer_mark)
    given = [other.customer_mark for other in beat.replies if other.customer_mark is not None]
    return min(100.0, max(0.0, 50 + reply.customer_mark - sum(given) / len(given)))


def reply_points(
    reply: Reply,
    beat: Beat,
    scenario: Scenario,
    weights: ScoreWeights,
    peers: Mapping[Token, float],
    comparisons: Mapping[Token, int],
    *,
    settled: bool,
    limit_set: bool = False,
) -> ReplyPoints:
    """The points of one reply with their breakdown.

    With fewer than three comparisons the peers' weight goes to the rubric; a part that nobody could give drops out and
    the others take its weight. Without any part the total is 0. `limit_set`: the scene has called for a limit before.
    """
    rubric, customer = rubric_part(reply, beat), customer_part(reply, beat)
    met = comparisons.get(reply.token, 0)
    judged = peers.get(reply.token) if met >= LEAST_COMPARISONS else None
    rubric_weight = weights.rubric + (weights.peers if judged is None else 0)
    parts = ((rubric, rubric_weight), (judged, weights.peers), (customer, weights.customer))
    whole = sum(weight for part, weight in parts if part is not None)
    effective = tuple(100 * weight / whole if part is not None and whole else 0.0 for part, weight in parts)
    mean = sum((part or 0.0) * weight / 100 for (part, _), weight in zip(parts, effective, strict=True))
    handover = easy_handover(reply, scenario, limit_set=limit_set or beat.abusive)
    deduction = over_authority(reply, scenario) + handover
    return ReplyPoints(
        rubric=rubric,
        peers=judged,
        customer=customer,
        weights=(effective[0], effective[1], effective[2]),
        deduction=deduction,
        total=max(0.0, mean - deduction),
        comparisons=met,
        settled=settled,
        handover=handover,
    )


def over_authority(reply: Reply, scenario: Scenario) -> float:
    """What an offer beyond the authority limit costs, in points."""
    offer = scenario.offer(reply.offer) if reply.offer else None
    return float(OVER_AUTHORITY_POINTS) if offer and offer.cost > scenario.authority else 0.0


def easy_handover(reply: Reply, scenario: Scenario, *, limit_set: bool) -> float:
    """What it costs, in points, to hand over as the easy way out.

    It is none after a limit, none where no fair offer is within this agent's authority, and none for a reply that takes
    the story along: the next one begins where this one stopped. Without marks nobody can say, so it costs nothing.
    """
    given = reply_levels(reply)
    if "escalate" not in reply.actions or limit_set or "set_limit" in reply.actions or not given:
        return 0.0
    takes_along = any((given.get(criterion) or 0) >= 2 for criterion in _OWN_WORK)
    return 0.0 if takes_along or not _fair_within_authority(scenario) else float(EASY_HANDOVER_POINTS)


_OWN_WORK: Final[tuple[Criterion, ...]] = ("acknowledgement", "empathy", "inquiry", "solution")


def _fair_within_authority(scenario: Scenario) -> bool:
    return any(
        offer.cost <= scenario.authority and (offer.creative or scenario.fair_min <= offer.cost <= scenario.fair_max)
        for offer in scenario.offers
    )


def heard_reply(beat: Beat, points: Mapping[Token, ReplyPoints]) -> Token | None:
    """Most points; ties go to the customer's mark, then to the lowest token. ``None`` without a reply that may be read.

    A reported text stays covered until the desk has looked at it, and of an erased one nothing is left: neither is what
    the customer hears.
    """
    readable = [reply for reply in beat.replies if reply.readable]
    if not readable:
        return None

    def order(reply: Reply) -> tuple[float, int, str]:
        mark = reply.customer_mark if reply.customer_mark is not None else -1
        return (-round(points[reply.token].total, 6), -mark, reply.token)

    return min(readable, key=order).token
