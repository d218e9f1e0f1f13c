"""Names for the identifiers and units that the rules pass around. Knows nothing of what they identify."""

from typing import Final, Literal, NewType

WorkshopId = NewType("WorkshopId", str)
SeatId = NewType("SeatId", str)  # "s1", "s2", ... unique in one workshop
TeamId = NewType("TeamId", str)  # "t1", "t2", ... unique in one workshop
PlayerId = NewType("PlayerId", str)  # the same person across workshops
Token = NewType("Token", str)  # names a reply until the reveal; never derived from anything a phone knows
Ref = NewType("Ref", str)  # names what a person wrote, beside the log
Instant = NewType("Instant", int)  # milliseconds since the epoch
Millis = NewType("Millis", int)  # a length of time in milliseconds

Criterion = Literal[
    "listening",
    "composure",
    "empathy",
    "acknowledgement",
    "apology",
    "inquiry",
    "informing",
    "limits",
    "solution",
    "follow_through",
    "rapport",
    "closing",
]
CRITERIA: Final[tuple[Criterion, ...]] = (
    "listening",
    "composure",
    "empathy",
    "acknowledgement",
    "apology",
    "inquiry",
    "informing",
    "limits",
    "solution",
    "follow_through",
    "rapport",
    "closing",
)
