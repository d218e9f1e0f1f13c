"""How a customer who comes back opens. Knows nothing of the scene that follows."""

from game.core.ids import TeamId
from game.core.scenario import Return, Scenario
from game.core.state import RoundResult


def returning(past: tuple[RoundResult, ...], team: TeamId, scenario: Scenario) -> Return | None:
    """How this team left the customer of a sequel, the last time it played the first part; ``None``: they meet anew."""
    for result in reversed(past):
        if result.scenario != scenario.sequel_of or not scenario.sequel_of:
            continue
        outcome = next((one.outcome for one in result.teams if one.team == team), None)
        return next((one for one in scenario.returns if one.outcome == outcome), None)
    return None
