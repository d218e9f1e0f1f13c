"""Folds a round's course: stages, clocks and holds, results and what follows the scenes. Knows nothing of beats."""

from dataclasses import replace

from game.core import clock as clocks
from game.core import events as e
from game.core.clock import Clock
from game.core.folding.parts import change_clocks, change_reply, change_round, change_scene, change_seat
from game.core.ids import Instant, TeamId
from game.core.state import Aim, Round, Scene, Take, Workshop


def _started(state: Workshop, event: e.RoundStarted) -> Workshop:
    started = Round(
        number=event.number,
        scenario=event.scenario,
        form=event.form,
        plan=event.plan,
        stage="playing",
        clock=Clock(holds=state.holds),
        scenes={},
        started_at=event.at,
        weights=state.settings.weights,
        aims={seat.id: seat.aim for seat in state.seats.values() if seat.aim is not None},
        mode=event.mode,
    )
    return replace(state, phase="round", round=started, gallery={}, quote=None)


def _ask_anew(state: Workshop, team: TeamId | None) -> Workshop:
    """Where a clock ran until now, nobody has said yet that they are ready to go on, whatever the reason of the hold."""
    for scene in state.round.scenes.values() if state.round else ():
        if team in (None, scene.team) and not scene.clock.held:
            state = change_scene(state, scene.team, lambda scene: replace(scene, going_on=frozenset()))
    return state


def _outage_ended(state: Workshop, event: e.OutageEnded) -> Workshop:
    def give_back(clock: Clock) -> Clock:
        return replace(clock, deadline=None if clock.deadline is None else Instant(clock.deadline + event.lost))

    seats = {
        seat.id: replace(seat, away_since=None if seat.away_since is None else Instant(seat.away_since + event.lost))
        for seat in state.seats.values()
    }
    return change_clocks(replace(state, quiet_until=event.quiet_until, seats=seats), None, give_back)


def _untimed(state: Workshop) -> Workshop:
    """Every clock loses its end, but for a wait for marks, which no person can end."""
    now = state.round
    if now is None:
        return state
    scenes = {
        team: scene if _awaits_marks(scene) else replace(scene, clock=clocks.untimed(scene.clock))
        for team, scene in now.scenes.items()
    }
    return replace(state, round=replace(now, clock=clocks.untimed(now.clock), scenes=scenes))


def _awaits_marks(scene: Scene) -> bool:
    return scene.phase == "vote" and scene.beat is not None and scene.beat.marks_awaited


def _settled(state: Workshop, event: e.RoundSettled) -> Workshop:
    after = state
    for seat, ballots, agreed in event.voters:
        voter = after.seats[seat]
        counted = replace(voter, ballots=voter.ballots + ballots, agreed=voter.agreed + agreed)
        after = replace(after, seats={**after.seats, seat: counted})
    for result in event.result.players:
        if result.role == "agent" and result.aim_met is not None:
            after = change_seat(after, result.seat, lambda now: replace(now, aim=None))
    tallies = dict(after.tallies)
    for who, badge, times in event.tallies:
        tallies[who, badge] = tallies.get((who, badge), 0) + times
    after = change_round(replace(after, tallies=tallies), lambda now: replace(now, result=event.result))
    return replace(after, past=(*after.past, event.result), gallery={})


def fold(state: Workshop, event: e.Event) -> Workshop | None:
    """The next state, or ``None`` where the event belongs to another area."""
    match event:
        case e.RoundStarted():
            return _started(state, event)
        case e.SceneStarted(team, heat, clock):
            scene = Scene(team=team, phase="casting", clock=clock, heat=heat)
            return change_round(state, lambda now: replace(now, scenes={**now.scenes, team: scene}))
        case e.StageEntered(stage, clock):
            return change_round(state, lambda now: replace(now, stage=stage, clock=clock, ready=frozenset(), gathering=False))
        case e.BarrierSet(clock):
            return change_round(state, lambda now: replace(now, clock=clock))
        case e.ClocksHeld(hold, within, at):
            held = state if within else replace(state, holds=state.holds | {hold})
            return change_clocks(_ask_anew(held, within), within, lambda clock: clocks.hold(clock, hold, at))
        case e.ClocksReleased(hold, within, at):
            free = state if within else replace(state, holds=state.holds - {hold})
            return change_clocks(free, within, lambda clock: clocks.release(clock, hold, at))
        case e.OutageEnded():
            return _outage_ended(state, event)
        case e.GatherCalled(at):
            return change_round(state, lambda now: replace(now, gathering=True, clock=clocks.hold(now.clock, "gather", at)))
        case e.GatherEnded():
            return change_round(state, lambda now: replace(now, gathering=False))
        case e.TimeAdded(within, extra):
            return change_clocks(state, within, lambda clock: clocks.extend(clock, extra))
        case e.ClocksRemoved():
            return _untimed(replace(state, settings=replace(state.settings, timed=False)))
        case e.ClocksRestored():
            return replace(state, settings=replace(state.settings, timed=True))
        case e.BeatDropped():
            return change_round(state, lambda now: replace(now, dropped=True))
        case e.StageSeatReady(seat):
            return change_round(state, lambda now: replace(now, ready=now.ready | {seat}))
        case e.RoundSettled():
            return _settled(state, event)
        case e.ResultRevised(result):
            past = tuple(result if old.number == result.number else old for old in state.past)
            return change_round(replace(state, past=past), lambda now: replace(now, result=result))
        case e.TakenAgain(seat, before, after):
            take = Take(seat, before, after)
            others = tuple(old for old in (state.round.takes if state.round else ()) if old.seat != seat)
            return change_round(state, lambda now: replace(now, takes=(*others, take)))
        case e.AimSet(seat, criterion, when, will):
            aimed = change_round(state, lambda now: replace(now, aimed=now.aimed | {seat}))
            return change_seat(aimed, seat, lambda now: replace(now, aim=Aim(criterion, when, will)))
        case e.StressChecked(moment, level):
            if moment == "before":
                return change_round(state, lambda now: replace(now, stress_before=tuple(sorted((*now.stress_before, level)))))
            return change_round(state, lambda now: replace(now, stress_after=tuple(sorted((*now.stress_after, level)))))
        case e.ReplyReleased(team, token):
            shown = change_reply(state, team, token, lambda reply: replace(reply, released=True))
            return replace(shown, quote=token)
        case e.StageCleared():
            return replace(state, quote=None)
        case _:
            return None
