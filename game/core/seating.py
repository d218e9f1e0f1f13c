"""Questions about who sits where and who is there. Knows nothing of what they do next."""

from collections.abc import Iterable

from game.core.ids import SeatId, TeamId
from game.core.state import Beat, Reply, Scene, Seat, Workshop


def present_seats(state: Workshop) -> tuple[Seat, ...]:
    """Seats that have not left, here or away, in the order they were taken."""
    return tuple(seat for seat in state.seats.values() if not seat.gone)


def team_seats(state: Workshop, team: TeamId) -> tuple[Seat, ...]:
    """The seats of one team that have not left."""
    return tuple(seat for seat in state.seats.values() if seat.team == team and not seat.gone)


def humans(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Without the bots that fill scenes."""
    return tuple(seat for seat in seats if not seat.bot)


def counts(state: Workshop, seat: SeatId) -> bool:
    """Whether a clock or a count may wait for this seat: it has not left and is not absent."""
    found = state.seats.get(seat)
    return found is not None and not found.gone and found.presence != "absent"


def is_here(state: Workshop, seat: SeatId) -> bool:
    """Whether this seat is connected right now."""
    found = state.seats.get(seat)
    return found is not None and not found.gone and found.presence == "here"


def agents(state: Workshop, scene: Scene) -> tuple[SeatId, ...]:
    """Who may answer in this scene's next beat: the team less the customer and those who only watch."""
    return tuple(
        seat.id
        for seat in team_seats(state, scene.team)
        if seat.id not in (scene.customer, scene.standin) and seat.id not in scene.watchers
    )


def members(state: Workshop, scene: Scene) -> tuple[SeatId, ...]:
    """Everybody who plays in this scene: its agents and its acting customer."""
    customer = (scene.acting_customer,) if scene.acting_customer else ()
    return (*agents(state, scene), *customer)


def sent(beat: Beat) -> frozenset[SeatId]:
    """Whose replies are in; in a live beat, who has written a turn."""
    return frozenset(reply.seat for reply in beat.replies)


def owing(beat: Beat) -> tuple[SeatId, ...]:
    """Who owed an answer in this beat: every eligible agent.

    In a live beat whoever wrote a turn, or, where nobody did, whoever was on the line: nobody loses by handing it over.
    """
    if not beat.live:
        return beat.eligible
    return tuple(dict.fromkeys(reply.seat for reply in beat.replies)) or tuple(dict.fromkeys(beat.line))


def compared(beat: Beat) -> tuple[Reply, ...]:
    """The replies that the vote compares: all, or those turns of a live beat that were put to it."""
    return tuple(reply for reply in beat.replies if not beat.live or reply.token in beat.duelled)


def scene_of(state: Workshop, seat: SeatId) -> Scene | None:
    """The scene of this seat's team in the running round."""
    team = state.seats[seat].team if seat in state.seats else None
    if state.round is None or team is None:
        return None
    return state.round.scenes.get(team)
