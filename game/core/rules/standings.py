"""Leaderboards from round results. Knows nothing of how a round was scored."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import TypeVar

from game.core.ids import SeatId, TeamId
from game.core.state import RoundResult

K = TypeVar("K", SeatId, TeamId)


def ranked(points: Mapping[K, float]) -> tuple[tuple[int, K, float], ...]:
    """(rank, who, points to a tenth), best first. Equal points share a rank, and the next rank is skipped."""
    ordered = sorted(((round(value, 1), key) for key, value in points.items()), key=lambda row: (-row[0], row[1]))
    rows: list[tuple[int, K, float]] = []
    for place, (value, key) in enumerate(ordered, start=1):
        rank = rows[-1][0] if rows and rows[-1][2] == value else place
        rows.append((rank, key, value))
    return tuple(rows)


def player_points(results: Iterable[RoundResult]) -> dict[SeatId, float]:
    """Mean over the rounds that each seat played, 0 to 105."""
    found: dict[SeatId, list[float]] = {}
    for result in results:
        for player in result.players:
            found.setdefault(player.seat, []).append(player.points)
    return {seat: fmean(points) for seat, points in found.items()}


def team_points(results: Iterable[RoundResult]) -> dict[TeamId, float]:
    """Mean over the rounds that each team played to an end."""
    found: dict[TeamId, list[float]] = {}
    for result in results:
        for team in result.teams:
            if team.outcome != "stopped":
                found.setdefault(team.team, []).append(team.points)
    return {team: fmean(points) for team, points in found.items()}


def upper(rows: Sequence[tuple[int, K, float]]) -> tuple[tuple[int, K, float], ...]:
    """The upper half, at least three where there are more than three, never the last: nobody is shown to be last."""
    if len(rows) <= 1:
        return tuple(rows)
    keep = min(len(rows) - 1, max(3, (len(rows) + 1) // 2))
    last = rows[-1][0]
    return tuple(row for row in rows[:keep] if row[0] != last or row[0] == 1)


def neighbours(rows: Sequence[tuple[int, K, float]], who: K, beside: int = 2) -> tuple[tuple[int, K, float], ...]:
    """Oneself with up to two above and two below. In the lower half only those above, and rank 0 for unsaid: nobody is
    shown to be last.
    """
    place = next((index for index, row in enumerate(rows) if row[1] == who), None)
    if place is None:
        return ()
    if len(rows) > 1 and rows[place] not in upper(rows):
        return tuple((0, key, points) for _, key, points in rows[max(0, place - beside) : place + 1])
    last = rows[-1][0]
    around = rows[max(0, place - beside) : place + beside + 1]
    return tuple(row for row in around if row[0] == 1 or row[0] != last)
