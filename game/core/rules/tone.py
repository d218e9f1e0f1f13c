"""In which tone the customer was last spoken to. Knows nothing of what they say to it."""

from collections.abc import Mapping
from typing import Final

from game.core.ids import Criterion
from game.core.marks import Level
from game.core.scenario import Tone
from game.core.state import ReplyPoints

_HEARD: Final = 60.0  # points from which a customer feels heard
_ARGUED: Final = 10.0  # and below which even civil words are an argument
_IGNORED: Final = 45.0


def tone(points: ReplyPoints | None, levels: Mapping[Criterion, Level | None]) -> Tone | None:
    """How a heard reply (its points and levels) sounded; ``None`` where it was neither, or nobody could tell.

    An insult or an argument (composure 0, or 1 without much else) is *argued* whatever surrounds it.
    """
    if points is None or not points.scored:
        return None
    composure = levels.get("composure")
    if composure == 0 or (composure == 1 and points.total < _HEARD) or points.total < _ARGUED:
        return "argued"
    if points.total >= _HEARD:
        return "heard"
    return "ignored" if points.total < _IGNORED else None
