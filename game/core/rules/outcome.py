"""How a scene ended. Knows nothing of how its heat moved."""

from game.core.scenario import Offer, OutcomeKind, Scenario
from game.core.settings import FOR_LIFE_HEAT, HUNG_UP_HEAT, RESOLVED_HEAT, WALKED_AWAY_HEAT
from game.core.state import Scene


def fair_offer(scene: Scene, scenario: Scenario) -> bool:
    """Whether a heard offer was fair."""
    return any(is_fair(offer, scenario) for made in scene.offers if (offer := scenario.offer(made)))


def is_fair(offer: Offer, scenario: Scenario) -> bool:
    """Whether an offer is within the fair range, or creative and within the authority limit."""
    in_range = scenario.fair_min <= offer.cost <= scenario.fair_max
    return in_range or (offer.creative and offer.cost <= scenario.authority)


def omission_found(scene: Scene, scenario: Scenario) -> bool:
    """Whether the step that the story skips has come out."""
    return any(fact.omission and fact.id in scene.facts for fact in scenario.facts)


def outcome(scene: Scene, scenario: Scenario) -> OutcomeKind:
    """The first that fits, by heat, fair offer, promises and the omission; *stopped* where no reply was ever revealed."""
    if not any(beat.revealed for beat in scene.beats):
        return "stopped"
    fair = fair_offer(scene, scenario)
    broken = any(promise.state == "broken" for promise in scene.promises)
    if scene.heat >= HUNG_UP_HEAT:
        return "hung_up"
    if scene.heat >= WALKED_AWAY_HEAT:
        return "walked_away"
    if scene.heat <= FOR_LIFE_HEAT and fair and not broken and omission_found(scene, scenario):
        return "customer_for_life"
    if scene.heat <= RESOLVED_HEAT and fair:
        return "resolved"
    return "calm_but_unresolved"
