"""Why the customer's heat moves. Knows nothing of how points came about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.core.documents import HeatWord
from game.core.rounding import whole
from game.core.settings import (
    BROKEN_PROMISE_HEAT,
    EVEN_POINTS,
    FAIR_OFFER_HEAT,
    INTERRUPTION_HEAT,
    INTERRUPTION_HEAT_MOST,
    OMISSION_HEAT,
    SILENCE_HEAT,
    SILENT_WAIT_HEAT,
    UNANSWERED_HEAT,
)
from game.core.state import HeatStep, ReplyPoints


def after(heat: int, steps: tuple[HeatStep, ...]) -> int:
    """Heat 0 to 100 after these steps."""
    return min(100, max(0, heat + sum(step.change for step in steps)))


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a beat did to a customer beside its words: how often agents cut in, how many promises broke, how often they had
    to ask whether anybody was there, and whether they waited without notice, were asked for the step that their story skips,
    and got their first fair offer.
    """

    interruptions: int = 0
    broken: int = 0
    silent_wait: bool = False
    unanswered: int = 0
    omission_found: bool = False
    fair_offer: bool = False


def steps(
    heard: ReplyPoints | None, deeds: Deeds, turns: Collection[ReplyPoints] = (), even: int = EVEN_POINTS
) -> tuple[HeatStep, ...]:
    """Every reason with its change: the heard reply's points (``None`` for silence) and what else happened.

    Heat falls by (points - `even`) / 2, and stays where nobody could score the reply; +4 for each interruption (8 at most),
    +10 for each broken promise, +5 for a wait without notice, +5 for silence; -10 when the omission comes out, -10 for the
    first fair offer. In a live exchange the mean of its scored `turns` counts, and it is +5 each time they were left
    unanswered.
    """
    found: list[HeatStep] = []
    if heard is None:
        found.append(HeatStep("silence", SILENCE_HEAT, "Nobody answered."))
    else:
        found.append(_calmed([one.total for one in turns or (heard,) if one.scored], even, live=bool(turns)))
    if deeds.interruptions:
        change = min(INTERRUPTION_HEAT_MOST, INTERRUPTION_HEAT * deeds.interruptions)
        times = "once" if deeds.interruptions == 1 else f"{deeds.interruptions} times"
        found.append(HeatStep("interruption", change, f"They were talked over {times}."))
    if deeds.broken:
        what = "A promise was" if deeds.broken == 1 else f"{deeds.broken} promises were"
        found.append(HeatStep("broken_promise", BROKEN_PROMISE_HEAT * deeds.broken, f"{what} not kept."))
    if deeds.silent_wait:
        found.append(HeatStep("silent_wait", SILENT_WAIT_HEAT, "They had to wait and nobody told them why."))
    if deeds.unanswered:
        times = "once" if deeds.unanswered == 1 else "twice" if deeds.unanswered == 2 else f"{deeds.unanswered} times"
        found.append(
            HeatStep("unanswered", UNANSWERED_HEAT * deeds.unanswered, f"They had to ask {times} whether anybody was there.")
        )
    if deeds.omission_found:
        found.append(HeatStep("omission_found", OMISSION_HEAT, "They were asked for the very step that they had left out."))
    if deeds.fair_offer:
        found.append(HeatStep("fair_offer", FAIR_OFFER_HEAT, "They were offered something fair."))
    return tuple(found)


def _calmed(totals: Sequence[float], even: int, *, live: bool) -> HeatStep:
    """What the heard reply did, or the turns of an exchange together, by the totals of those that could be scored."""
    if not totals:
        what = "what was said" if live else "the reply they heard"
        return HeatStep("heard", 0, f"Nobody could score {what}, so it changed nothing.")
    points = fmean(totals)
    change = -round((points - even) / 2)
    return HeatStep("heard", change, _heard(change, points, live=live))


def _heard(change: int, points: float, *, live: bool) -> str:
    direction = "calmed them" if change < 0 else "stirred them up" if change > 0 else "changed nothing"
    if live:
        return f"What was said ({whole(points)} points on average) {direction}."
    return f"The reply they heard ({whole(points)} points) {direction}."


def word(heat: int) -> HeatWord:
    """calm up to 20, uneasy to 45, annoyed below 70, angry below 90, then boiling."""
    if heat <= 20:
        return "calm"
    if heat <= 45:
        return "uneasy"
    if heat < 70:
        return "annoyed"
    return "angry" if heat < 90 else "boiling"
