"""How often what a badge asks for happened in a scene. Knows nothing of points or of earlier rounds."""

from collections.abc import Callable, Iterator, Mapping

from game.core.badges import BadgeRule, RuleKind
from game.core.ids import Criterion, SeatId
from game.core.marks import Level
from game.core.scenario import Scenario
from game.core.seating import owing
from game.core.state import Beat, PlayerResult, Reply, Scene

Levels = Mapping[Criterion, Level | None]


class Play:
    """One seat's part in one finished scene, as badges look at it. `marks` are levels by reply token."""

    def __init__(
        self, scene: Scene, scenario: Scenario, seat: SeatId, result: PlayerResult | None, marks: Mapping[str, Levels]
    ) -> None:
        self.scene, self.scenario, self.seat, self.result, self.marks = scene, scenario, seat, result, marks
        self.beats = [beat for beat in scene.beats if beat.revealed]

    def own(self) -> Iterator[tuple[Beat, Reply]]:
        for beat in self.beats:
            for reply in beat.replies:
                if reply.seat == self.seat:
                    yield beat, reply

    def heard(self) -> Iterator[tuple[Beat, Reply]]:
        return ((beat, reply) for beat, reply in self.own() if beat.heard == reply.token)

    @property
    def answered(self) -> bool:
        return any(True for _ in self.own())


def _criterion_level(rule: BadgeRule, play: Play) -> int:
    if rule.criterion is None:
        return 0
    replies = play.heard() if rule.heard_only else play.own()
    return sum((play.marks.get(reply.token, {}).get(rule.criterion) or 0) >= (rule.threshold or 0) for _, reply in replies)


def _heat_drop(rule: BadgeRule, play: Play) -> int:
    return sum(beat.heat_before - (beat.heat_after or 0) >= (rule.threshold or 0) for beat, _ in play.heard())


def _omission_found(_: BadgeRule, play: Play) -> int:
    omissions = {fact.id for fact in play.scenario.facts if fact.omission}
    return sum(bool(omissions & set(reply.ticked) & set(beat.disclosed)) for beat, reply in play.own())


def _promise_kept(_: BadgeRule, play: Play) -> int:
    mine = {beat.number for beat, _ in play.heard()}
    return sum(promise.state == "kept" and promise.made in mine for promise in play.scene.promises)


def _outcome(rule: BadgeRule, play: Play) -> int:
    return int(play.answered and play.scene.outcome == rule.outcome)


def _heard_count(_: BadgeRule, play: Play) -> int:
    return sum(1 for _ in play.heard())


def _customer_marks(_: BadgeRule, play: Play) -> int:
    replies = [reply for beat in play.beats for reply in beat.replies if reply.readable]
    return int(
        all(beat.customer == play.seat for beat in play.beats)
        and bool(replies)
        and all(reply.customer_mark is not None for reply in replies)
    )


def _aim_met(_: BadgeRule, play: Play) -> int:
    return int(play.result is not None and play.result.aim_met is True)


def _no_interruption(_: BadgeRule, play: Play) -> int:
    asked = [beat.live or play.seat in beat.eligible for beat in play.beats]
    owed = [beat for beat in play.beats if play.seat in owing(beat)]
    answered = [any(reply.seat == play.seat for reply in beat.replies) for beat in owed]
    interrupted = any(reply.interrupted for _, reply in play.own())
    return int(bool(owed) and all(asked) and all(answered) and not interrupted)


def _comeback(rule: BadgeRule, play: Play) -> int:
    curve = [heat for beat in play.beats for heat in (beat.heat_before, beat.heat_after or 0)]
    low = rule.ended_at_most if rule.ended_at_most is not None else 0
    return int(play.answered and bool(curve) and max(curve) > (rule.threshold or 0) and curve[-1] <= low)


_KINDS: Mapping[RuleKind, Callable[[BadgeRule, Play], int]] = {
    "criterion_level": _criterion_level,
    "heat_drop": _heat_drop,
    "omission_found": _omission_found,
    "promise_kept": _promise_kept,
    "outcome": _outcome,
    "heard_count": _heard_count,
    "customer_marks": _customer_marks,
    "aim_met": _aim_met,
    "no_interruption": _no_interruption,
    "comeback": _comeback,
}


def happened(rule: BadgeRule, play: Play) -> int:
    """How many times in this scene; a stopped scene counts for nothing."""
    return 0 if play.scene.outcome == "stopped" else _KINDS[rule.kind](rule, play)
