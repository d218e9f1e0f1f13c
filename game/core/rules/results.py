"""What a round is worth to players and teams. Knows nothing of how a single reply got its points."""

from collections.abc import Iterable, Mapping
from statistics import fmean

from game.core.ids import CRITERIA, Criterion, SeatId, TeamId
from game.core.marks import Level
from game.core.scenario import Scenario
from game.core.seating import owing
from game.core.settings import (
    AIM_POINTS,
    CUSTOMER_MARKING_POINTS,
    CUSTOMER_THANKS_POINTS,
    CUSTOMER_YIELD_POINTS,
    TEAM_BONUS,
)
from game.core.state import Aim, Beat, PlayerResult, Reply, Scene, TeamResult

Levels = Mapping[Criterion, Level | None]
_FACTS, _PROMISES, _FAIR, _COOLED = 3.0, 2.0, 3.0, 2.0  # shares of the team bonus; they sum to TEAM_BONUS


def heat_curve(scene: Scene) -> tuple[int, ...]:
    """Heat before the first beat and after each revealed one."""
    shown = [beat for beat in scene.beats if beat.revealed and beat.heat_after is not None]
    return (scene.beats[0].heat_before, *(beat.heat_after or 0 for beat in shown)) if scene.beats else (scene.heat,)


def agent_points(replies: Iterable[float | None]) -> float:
    """Mean of the best two of one's beats; ``None`` is a missed beat and counts 0."""
    best = sorted((total or 0.0 for total in replies), reverse=True)[:2]
    return fmean(best) if best else 0.0


def agent_result(scene: Scene, seat: SeatId, aim: Aim | None, marks: Mapping[str, Levels]) -> PlayerResult | None:
    """One agent's round with the aim they began it with. Of a live beat their best turn counts.

    ``None`` where they owed an answer in no revealed beat, or nobody could score what they said.
    """
    owed = [(beat, _own(beat, seat)) for beat in scene.beats if seat in owing(beat) and beat.revealed]
    own = [(beat, replies) for beat, replies in owed if not replies or any(_scored(reply) for reply in replies)]
    if not own:
        return None
    totals = [
        max((reply.points.total for reply in replies if reply.points and _scored(reply)), default=None) for _, replies in own
    ]
    points = agent_points(totals)
    mine = [marks.get(reply.token, {}) for _, replies in own for reply in replies]
    aim_met = None if aim is None else any((given.get(aim.criterion) or 0) >= 2 for given in mine)
    parts = [(f"Beat {beat.number}", round(total or 0.0, 2)) for (beat, _), total in zip(own, totals, strict=True)]
    if aim_met:
        parts.append(("Aim met", float(AIM_POINTS)))
        points += AIM_POINTS
    levels = tuple(
        (criterion, fmean(found))
        for criterion in CRITERIA
        if (found := [level for given in mine if (level := given.get(criterion)) is not None])
    )
    return PlayerResult(seat, scene.team, "agent", points, tuple(parts), aim_met, levels)


def _own(beat: Beat, seat: SeatId) -> tuple[Reply, ...]:
    return tuple(reply for reply in beat.replies if reply.seat == seat)


def _scored(reply: Reply) -> bool:
    return reply.points is None or reply.points.scored


def customers(scene: Scene) -> tuple[SeatId, ...]:
    """Whoever played the customer in a revealed beat, stand-ins included, in the order in which they took over."""
    return tuple(dict.fromkeys(beat.customer for beat in scene.beats if beat.revealed and beat.customer is not None))


def customer_result(scene: Scene, seat: SeatId) -> PlayerResult | None:
    """A customer's round: 40 for yielding in time, 40 for marking every reply that was not covered, 20 for thanks.

    Only the beats that they played themselves count; ``None`` where there is none.
    """
    beats = [beat for beat in scene.beats if beat.revealed and beat.customer == seat]
    if not beats:
        return None
    yielded = CUSTOMER_YIELD_POINTS * fmean(beat.yielded == "customer" for beat in beats)
    replies = [reply for beat in beats for reply in beat.replies]
    readable = [reply for reply in replies if reply.readable]
    marked = CUSTOMER_MARKING_POINTS * (fmean(reply.customer_mark is not None for reply in readable) if readable else 1.0)
    answered = {reply.seat for reply in replies}
    thanked = CUSTOMER_THANKS_POINTS * (len(scene.thanks & answered) / len(answered) if answered else 0.0)
    parts = (("Gave the floor in time", yielded), ("Marked every reply", marked), ("Thanks from the agents", thanked))
    points = yielded + marked + thanked
    return PlayerResult(seat, scene.team, "customer", points, parts, None, ())


def team_result(
    scene: Scene, agents: Iterable[PlayerResult], scenario: Scenario, *, fair: bool, played: Mapping[SeatId, int]
) -> TeamResult:
    """Mean over the active agents (eligible for at least half of the beats), plus up to 10 for what the team did together.

    `played` says for how many revealed beats each seat was eligible. A stopped scene scores 0.
    """
    beats = sum(beat.revealed for beat in scene.beats)
    if scene.outcome == "stopped" or not beats:
        return TeamResult(scene.team, 0.0, (), scene.outcome, heat_curve(scene))
    active = [result.points for result in agents if 2 * played.get(result.seat, 0) >= beats]
    mean = fmean(active) if active else 0.0
    bonus = team_bonus(scene, scenario, fair=fair)
    points = mean + sum(value for _, value in bonus)
    return TeamResult(scene.team, points, (("Agents", mean), *bonus), scene.outcome, heat_curve(scene))


def team_bonus(scene: Scene, scenario: Scenario, *, fair: bool) -> tuple[tuple[str, float], ...]:
    """Up to 3 for hidden facts found, 2 for promises kept, 3 for a fair resolution, 2 for heat brought down."""
    hidden = [fact.id for fact in scenario.facts if fact.hidden]
    found = len([fact for fact in hidden if fact in scene.facts]) / len(hidden) if hidden else 0.0
    due = [promise for promise in scene.promises if promise.state != "open"]
    kept = fmean(promise.state == "kept" for promise in due) if due else 0.0
    curve = heat_curve(scene)
    cooled = max(0.0, (max(curve) - curve[-1]) / max(curve)) if max(curve) else 1.0
    parts = (
        ("Facts found", _FACTS * found),
        ("Promises kept", _PROMISES * kept),
        ("Fair resolution", _FAIR * fair),
        ("Heat brought down", _COOLED * min(1.0, cooled)),
    )
    if sum(value for _, value in parts) > TEAM_BONUS + 1e-9:
        raise ValueError("the shares of the team bonus must sum to the bonus")
    return parts


def titles(means: Mapping[TeamId, Mapping[Criterion, float]]) -> dict[TeamId, Criterion]:
    """One criterion for each team: the strongest claims first; a criterion is given twice only when all are gone."""
    claims = sorted(
        ((value, team, criterion) for team, values in means.items() for criterion, value in values.items()),
        key=lambda claim: (-claim[0], claim[1], CRITERIA.index(claim[2])),
    )
    given: dict[TeamId, Criterion] = {}
    for _, team, criterion in claims:
        if team not in given and criterion not in given.values():
            given[team] = criterion
    for _, team, criterion in claims:
        given.setdefault(team, criterion)
    return given
