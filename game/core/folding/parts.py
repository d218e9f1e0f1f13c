"""Ways into the nested state that more than one area folds through. Knows no event."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from game.core.clock import Clock
from game.core.ids import SeatId, TeamId, Token
from game.core.state import Beat, Reply, Round, Scene, Seat, Workshop

K = TypeVar("K")
V = TypeVar("V")


def put(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**mapping, key: value}


def change_seat(state: Workshop, seat: SeatId, change: Callable[[Seat], Seat]) -> Workshop:
    return replace(state, seats=put(state.seats, seat, change(state.seats[seat])))


def change_round(state: Workshop, change: Callable[[Round], Round]) -> Workshop:
    if state.round is None:
        raise ValueError("no round is being played")
    return replace(state, round=change(state.round))


def change_scene(state: Workshop, team: TeamId, change: Callable[[Scene], Scene]) -> Workshop:
    return change_round(state, lambda now: replace(now, scenes=put(now.scenes, team, change(now.scenes[team]))))


def change_beat(state: Workshop, team: TeamId, number: int, change: Callable[[Beat], Beat]) -> Workshop:
    """Change one beat (1-based) of a scene."""

    def within(scene: Scene) -> Scene:
        beats = tuple(change(beat) if beat.number == number else beat for beat in scene.beats)
        return replace(scene, beats=beats)

    return change_scene(state, team, within)


def change_last_beat(state: Workshop, team: TeamId, change: Callable[[Beat], Beat]) -> Workshop:
    return change_scene(state, team, lambda scene: replace(scene, beats=(*scene.beats[:-1], change(scene.beats[-1]))))


def change_reply(state: Workshop, team: TeamId, token: Token, change: Callable[[Reply], Reply]) -> Workshop:
    """Change the reply with this token, in whichever beat of the team's scene it was sent."""

    def within_beat(beat: Beat) -> Beat:
        if all(reply.token != token for reply in beat.replies):
            return beat
        return replace(beat, replies=tuple(change(reply) if reply.token == token else reply for reply in beat.replies))

    def within(scene: Scene) -> Scene:
        return replace(scene, beats=tuple(within_beat(beat) for beat in scene.beats))

    return change_scene(state, team, within)


def change_clocks(state: Workshop, team: TeamId | None, change: Callable[[Clock], Clock]) -> Workshop:
    """Change one scene's clock or (``None``) every clock of the round: its own and all scenes'."""
    if state.round is None:
        return state
    if team is not None:
        return change_scene(state, team, lambda scene: replace(scene, clock=change(scene.clock)))
    scenes = {name: replace(scene, clock=change(scene.clock)) for name, scene in state.round.scenes.items()}
    return replace(state, round=replace(state.round, clock=change(state.round.clock), scenes=scenes))
