"""Completes what a facilitator chose for a new workshop. Knows nothing of HTTP and of how a workshop is opened."""

from datetime import UTC, datetime
from typing import Final

from game.core.ids import Instant
from game.core.refusal import Refusal
from game.core.scenario import Form, Scenario
from game.core.settings import ScoreWeights, Settings
from game.server.doors import Library
from game.server.wire_http import OpenWorkshopIn

# Which forms fill how many minutes: two rounds of two beats; two, then three; two, three, three.
_FORMS: Final[tuple[tuple[int, tuple[Form, ...]], ...]] = (
    (25, ("short",)),
    (50, ("short", "short")),
    (75, ("short", "long")),
    (110, ("short", "long", "long")),
)
_LONGEST: Final[tuple[Form, ...]] = ("short", "long", "long", "long")


def settings_of(asked: OpenWorkshopIn, library: Library, at: Instant) -> Settings | Refusal:
    """Every field that is missing gets a good default. Refuses with `unknown_scenario` or `bad_settings`."""
    forms = asked.forms or forms_for(asked.minutes)
    playlist = asked.playlist or tuple(scenario.slug for scenario in gentlest(library.scenarios)[: len(forms)])
    unknown = next((slug for slug in playlist if library.scenario(slug) is None), None)
    if unknown is not None:
        return Refusal("unknown_scenario", f"There is no scenario called “{unknown[:60]}”.")
    if asked.forms is not None and len(asked.forms) != len(playlist):
        return Refusal("bad_settings", "Please choose a form for every round of the playlist.")
    weights = asked.weights
    if weights is not None and weights.rubric + weights.peers + weights.customer == 0:
        return Refusal("bad_settings", "At least one of the three score weights has to be above zero.")
    return Settings(
        title=(asked.title or "").strip() or _dated(at),
        season=(asked.season or "").strip(),
        playlist=playlist,
        forms=(*forms, *[forms[-1]] * len(playlist))[: len(playlist)],
        team_size=asked.team_size,
        weights=ScoreWeights() if weights is None else ScoreWeights(weights.rubric, weights.peers, weights.customer),
        timed=asked.timed,
        rehearsal=asked.rehearsal,
        keep_days=asked.keep_days,
        minutes=asked.minutes,
        warm_up=asked.warm_up,
    )


def forms_for(minutes: int) -> tuple[Form, ...]:
    """One form a round, as many rounds as fit."""
    return next((forms for most, forms in _FORMS if minutes <= most), _LONGEST)


def gentlest(scenarios: tuple[Scenario, ...]) -> list[Scenario]:
    """The order in which a room meets scenarios when nobody chose: easy ones first."""
    return sorted(scenarios, key=lambda scenario: (scenario.difficulty, scenario.slug))


def _dated(at: Instant) -> str:
    day = datetime.fromtimestamp(at / 1000, tz=UTC).astimezone()
    return f"Workshop of {day.day} {day:%B %Y}"
