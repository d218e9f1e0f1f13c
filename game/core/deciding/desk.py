"""What the facilitator does to seats, teams, clocks and rounds. Knows nothing of replies and marks."""

from dataclasses import replace
from typing import Final

from game.core import events as e
from game.core.clock import Hold
from game.core.commands import (
    AddTime,
    ChangeSettings,
    CloseWorkshop,
    DealTeams,
    DropBeat,
    EndRound,
    Gather,
    MoveSeat,
    PauseAll,
    PauseTeam,
    Recast,
    RemoveSeat,
    RenameSeat,
    RenameTeam,
    ResumeAll,
    ResumeTeam,
    SetLock,
    SetStageSound,
    SetTimed,
    SetTimeFactor,
    SkipPhase,
    StartCeremony,
    StartRound,
    UnbanAll,
)
from game.core.deciding.seats import check_name
from game.core.flow import rounds, scenes, settlement
from game.core.ids import SeatId, TeamId
from game.core.refusal import Refusal
from game.core.seating import humans, present_seats, team_seats
from game.core.settings import ADDED_TIME, MOST_TEAM, NAME_LENGTH, TITLE_LENGTH
from game.core.state import ScenePhase
from game.core.turn import Turn

_NO_ROUND = Refusal("wrong_phase", "No round is being played.")
_NO_SEAT = Refusal("unknown_seat", "That player is not here any more.")
_IN_A_BEAT: Final[tuple[ScenePhase, ...]] = ("floor", "reply", "live", "vote")
_NO_TEAM = Refusal("unknown_team", "That team does not exist any more.")


def change_settings(turn: Turn, actor: SeatId | None, command: ChangeSettings) -> Refusal | None:
    new, weights = command.settings, command.settings.weights
    if not new.title.strip() or len(new.title) > TITLE_LENGTH or len(new.season) > TITLE_LENGTH:
        return Refusal("too_long", f"A title needs 1 to {TITLE_LENGTH} characters, a season {TITLE_LENGTH} at most.")
    if not 3 <= new.team_size <= MOST_TEAM:
        return Refusal("out_of_range", f"A team has 3 to {MOST_TEAM} seats.")
    if min(weights.rubric, weights.peers, weights.customer) < 0 or not weights.rubric + weights.peers + weights.customer:
        return Refusal("out_of_range", "Score weights are whole numbers from 0, and one of them is above 0.")
    if not 0 <= new.keep_days <= 3650:
        return Refusal("out_of_range", "Records are kept for 0 to 3650 days; 0 keeps them until you delete them.")
    if new.rehearsal != turn.state.settings.rehearsal and (turn.state.past or turn.state.round):
        return Refusal("wrong_phase", "A rehearsal is chosen before the first round.")
    if new.weights != turn.state.settings.weights and _playing(turn):
        return Refusal("wrong_phase", "Score weights change between rounds.")
    kept = turn.state.settings
    turn.emit(e.SettingsChanged(replace(new, timed=kept.timed, practice=kept.practice)))
    if new.timed != turn.state.settings.timed:
        turn.emit(e.ClocksRestored() if new.timed else e.ClocksRemoved())
    return None


def move_seat(turn: Turn, actor: SeatId | None, command: MoveSeat) -> Refusal | None:
    seat = turn.state.seats.get(command.seat)
    if seat is None or seat.gone:
        return _NO_SEAT
    if command.team is not None and command.team not in turn.state.teams:
        return _NO_TEAM
    if command.team == seat.team and command.team is not None:
        return Refusal("already_done", f"{seat.name.text} is in that team already.")
    scene = turn.state.round.scenes.get(seat.team) if turn.state.round and seat.team else None
    if _playing(turn) and scene and seat.id in (scene.customer, scene.standin) and scene.phase != "outcome":
        return Refusal("wrong_phase", f"{seat.name.text} plays the customer. Recast first, or move them after the scene.")
    if _playing(turn) and scene and scene.beat and seat.id in scene.beat.eligible and scene.phase in _IN_A_BEAT:
        return Refusal("wrong_phase", f"{seat.name.text} is in the middle of a beat. Move them at the reveal.")
    if command.team is not None and len(humans(team_seats(turn.state, command.team))) >= MOST_TEAM:
        return Refusal("full", f"That team has {MOST_TEAM} people already.")
    team = command.team or rounds.form_team(turn)
    turn.emit(e.SeatMoved(seat.id, team, by_hand=True))
    if seat.team and not _playing(turn) and not team_seats(turn.state, seat.team):
        turn.emit(e.TeamDissolved(seat.team))
    return None


def deal_teams(turn: Turn, actor: SeatId | None, command: DealTeams) -> Refusal | None:
    if _playing(turn):
        return Refusal("wrong_phase", "Teams are dealt between rounds.")
    if not humans(present_seats(turn.state)):
        return Refusal("nobody_here", "Nobody has joined yet.")
    before = len(turn.events)
    rounds.deal(turn)
    if len(turn.events) == before:
        return Refusal("already_done", "The teams are even already.")
    return None


def rename_seat(turn: Turn, actor: SeatId | None, command: RenameSeat) -> Refusal | None:
    seat = turn.state.seats.get(command.seat)
    if seat is None or seat.gone:
        return _NO_SEAT
    refused = check_name(turn, command.name, own=seat.id)
    if refused:
        return refused
    turn.emit(e.SeatRenamed(seat.id, turn.write(seat.id, command.name.strip())))
    return None


def rename_team(turn: Turn, actor: SeatId | None, command: RenameTeam) -> Refusal | None:
    if command.team not in turn.state.teams:
        return _NO_TEAM
    name = command.name.strip()
    if not name or len(name) > NAME_LENGTH:
        return Refusal("too_long", f"A team's name has 1 to {NAME_LENGTH} characters.")
    if any(team.name.casefold() == name.casefold() for team in turn.state.teams.values() if team.id != command.team):
        return Refusal("name_taken", f"There is a team called {name} already.")
    turn.emit(e.TeamRenamed(command.team, name))
    return None


def remove_seat(turn: Turn, actor: SeatId | None, command: RemoveSeat) -> Refusal | None:
    seat = turn.state.seats.get(command.seat)
    if seat is None or (seat.gone and not command.ban):
        return _NO_SEAT
    turn.emit(e.SeatLeft(seat.id, banned=command.ban, removed=True))
    if seat.team and not _playing(turn) and seat.team in turn.state.teams and not team_seats(turn.state, seat.team):
        turn.emit(e.TeamDissolved(seat.team))
    return None


def unban_all(turn: Turn, actor: SeatId | None, command: UnbanAll) -> Refusal | None:
    turn.emit(e.BansLifted())
    return None


def set_lock(turn: Turn, actor: SeatId | None, command: SetLock) -> Refusal | None:
    turn.emit(e.LockSet(command.locked))
    return None


def set_time_factor(turn: Turn, actor: SeatId | None, command: SetTimeFactor) -> Refusal | None:
    if command.seat not in turn.state.seats:
        return _NO_SEAT
    if not 100 <= command.time_factor <= 150:
        return Refusal("out_of_range", "Extra time goes from 100 to 150 percent.")
    turn.emit(e.TimeFactorSet(command.seat, command.time_factor))
    return None


def start_round(turn: Turn, actor: SeatId | None, command: StartRound) -> Refusal | None:
    state = turn.state
    if state.phase == "closed":
        return Refusal("closed", "This workshop is over.")
    if state.round is not None and state.round.stage != "done" and state.phase == "round":
        return Refusal("wrong_phase", "A round is being played. End it first.")
    if not humans(present_seats(state)):
        return Refusal("nobody_here", "Nobody has joined yet. Show the code, and start when the first players are here.")
    rounds.start(turn, command.scenario, command.form, command.mode)
    return None


def _playing(turn: Turn) -> bool:
    return turn.state.phase == "round" and turn.state.round is not None and turn.state.round.stage == "playing"


def _hold(turn: Turn, hold: Hold, team: TeamId | None) -> None:
    turn.emit(e.ClocksHeld(hold, team, turn.at))


def pause_all(turn: Turn, actor: SeatId | None, command: PauseAll) -> Refusal | None:
    if "pause" in turn.state.holds:
        return Refusal("already_done", "Everything stands still already.")
    _hold(turn, "pause", None)
    return None


def pause_team(turn: Turn, actor: SeatId | None, command: PauseTeam) -> Refusal | None:
    if not _playing(turn) or command.team not in turn.round.scenes:
        return _NO_ROUND
    if "pause" in turn.scene(command.team).clock.holds:
        return Refusal("already_done", "That team stands still already.")
    _hold(turn, "pause", command.team)
    return None


def resume_all(turn: Turn, actor: SeatId | None, command: ResumeAll) -> Refusal | None:
    now = turn.state.round
    held = {hold for scene in (now.scenes.values() if now else ()) for hold in scene.clock.holds} | turn.state.holds
    if now:
        held |= now.clock.holds
    if not held:
        return Refusal("already_done", "Nothing stands still.")
    # Who goes on after a pause does not mean a team that stopped: that one goes on by itself, or is resumed by name.
    for hold in sorted(held - {"stop"} or held):
        turn.emit(e.ClocksReleased(hold, None, turn.at))
    if now and now.gathering:
        turn.emit(e.GatherEnded())
    return None


def resume_team(turn: Turn, actor: SeatId | None, command: ResumeTeam) -> Refusal | None:
    if not _playing(turn) or command.team not in turn.round.scenes:
        return _NO_ROUND
    holds = turn.scene(command.team).clock.holds - turn.state.holds
    if not holds:
        return Refusal("already_done", "That team does not stand still by itself.")
    for hold in sorted(holds):
        turn.emit(e.ClocksReleased(hold, command.team, turn.at))
    return None


def gather(turn: Turn, actor: SeatId | None, command: Gather) -> Refusal | None:
    if not _playing(turn):
        return _NO_ROUND
    if turn.round.gathering:
        return Refusal("already_done", "Every team stops at its next reveal.")
    turn.emit(e.GatherCalled(turn.at))
    for team, scene in turn.round.scenes.items():
        if scene.phase == "reveal" and "gather" not in scene.clock.holds:
            _hold(turn, "gather", team)
    return None


def add_time(turn: Turn, actor: SeatId | None, command: AddTime) -> Refusal | None:
    now = turn.state.round
    if now is None or now.stage == "done":
        return _NO_ROUND
    if command.team is not None and command.team not in now.scenes:
        return _NO_TEAM
    turn.emit(e.TimeAdded(command.team, ADDED_TIME))
    return None


def set_timed(turn: Turn, actor: SeatId | None, command: SetTimed) -> Refusal | None:
    if command.timed == turn.state.settings.timed:
        return Refusal("already_done", "It is like that already.")
    turn.emit(e.ClocksRestored() if command.timed else e.ClocksRemoved())
    return None


def skip_phase(turn: Turn, actor: SeatId | None, command: SkipPhase) -> Refusal | None:
    now = turn.state.round
    if now is None or turn.state.phase != "round" or now.stage == "done":
        return _NO_ROUND
    if command.stage not in (None, now.stage):
        return Refusal("already_done", "The round has moved on already, so nothing was skipped.")
    if now.stage != "playing":
        rounds.next_stage(turn)
        return None
    if command.team is not None and command.team not in now.scenes:
        return _NO_TEAM
    if command.team is not None and command.phase not in (None, now.scenes[command.team].phase):
        return Refusal("already_done", "That team has moved on already, so nothing was skipped.")
    teams = [command.team] if command.team else list(now.scenes)
    skipped = [team for team in teams if scenes.skip(turn, team)]
    if skipped:
        return None
    if command.team is None:
        rounds.open_barrier(turn)
        return None
    return Refusal("wrong_phase", "That team has finished; it waits for the others.")


def drop_beat(turn: Turn, actor: SeatId | None, command: DropBeat) -> Refusal | None:
    if not _playing(turn) or turn.round.dropped or len(turn.round.plan) < 3:
        return Refusal("wrong_phase", "There is no beat left to drop.")
    turn.emit(e.BeatDropped())
    return None


def end_round(turn: Turn, actor: SeatId | None, command: EndRound) -> Refusal | None:
    if not _playing(turn):
        return _NO_ROUND
    for team in list(turn.round.scenes):
        scenes.end(turn, team)
    rounds.open_barrier(turn)
    return None


def recast(turn: Turn, actor: SeatId | None, command: Recast) -> Refusal | None:
    if not _playing(turn) or command.team not in turn.round.scenes:
        return _NO_ROUND
    scene = turn.scene(command.team)
    if scene.phase == "outcome" or scene.phase == "casting":
        return Refusal("wrong_phase", "Nobody is cast in that team right now.")
    return recast_scene(turn, command.team)


def recast_scene(turn: Turn, team: TeamId) -> Refusal | None:
    """Another customer. Before the first beat the briefing begins anew; later the new one takes over in the running beat."""
    scene = turn.scene(team)
    if scene.customer is None:
        return Refusal("wrong_phase", "Nobody is cast in that team right now.")
    turn.emit(e.CustomerReleased(team, scene.customer, watches=scene.customer in scene.opened))
    if scene.phase == "briefing":
        scenes.cast(turn, team)
    else:
        scenes.recast(turn, team)
    return None


def set_stage_sound(turn: Turn, actor: SeatId | None, command: SetStageSound) -> Refusal | None:
    turn.emit(e.StageSoundSet(command.on))
    return None


def start_ceremony(turn: Turn, actor: SeatId | None, command: StartCeremony) -> Refusal | None:
    if turn.state.phase == "round" and turn.state.round is not None and turn.state.round.stage == "playing":
        return Refusal("wrong_phase", "A round is being played. End it first.")
    if not turn.state.past:
        return Refusal("wrong_phase", "There is nothing to celebrate yet: play a round first.")
    turn.emit(e.CeremonyStarted(settlement.titles(turn.state)))
    return None


def close(turn: Turn, actor: SeatId | None, command: CloseWorkshop) -> Refusal | None:
    if turn.state.phase == "closed":
        return Refusal("closed", "This workshop is over already.")
    if _playing(turn):
        end_round(turn, actor, EndRound())  # what was revealed so far counts
    turn.emit(e.WorkshopClosed())
    return None
